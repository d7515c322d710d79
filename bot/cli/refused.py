"""Why a file on this machine cannot be used, said on a terminal."""

from collections.abc import Mapping

from bot.pixels.refusals import (
    PictureEmpty,
    PictureTooLarge,
    PictureUnreadable,
    PictureUnsupported,
    Refused,
)

_WHY: Mapping[type[Refused], str] = {
    PictureEmpty: "it is empty",
    PictureUnsupported: "it is not a JPEG, PNG, WebP, GIF or HEIC",
    PictureUnreadable: "it is cut short or damaged",
    PictureTooLarge: "it has more pixels than can be opened safely",
}


def unreadable(path: object, error: OSError) -> str:
    """The same sentence by every verb."""
    return f"{path} cannot be read ({error.strerror})"


def why(refusal: Refused) -> str:
    return next(_WHY[kind] for kind in type(refusal).__mro__ if kind in _WHY)
