"""What the gallery's buttons carry: ids and what to do, never a fact."""

from enum import StrEnum
from uuid import UUID

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.texts import Texts
from storage.gallery_browse import Corner


class View(StrEnum):
    """What the gallery's one message can turn into, page by page."""

    HOME = "y"
    YEAR = "a"
    GROUP = "g"
    HIDDEN = "h"
    PRIVATE = "p"
    LEFT_OUT = "l"


class Turn(CallbackData, prefix="gt"):
    """Turn to a page. key: the year or the group, as bot.gallery.catalogue writes them."""

    view: View
    key: str = ""
    page: int = 0


class Browse(CallbackData, prefix="gb"):
    """Show a media among what it was opened from; None shows the newest."""

    media: UUID | None
    among: Corner = Corner.SHOWN


class FoundMedia(CallbackData, prefix="gq"):
    """Show one of what the assistant found, by its place there."""

    request: UUID
    number: int
    place: int


class MediaAct(StrEnum):
    """What can be done with the media that is shown."""

    FORGET = "f"
    FILE_BACK = "b"
    HIDE = "h"
    SHOW_AGAIN = "s"
    KEEP_PRIVATE = "p"
    LIFT = "o"
    BRING_BACK = "r"


class OnMedia(CallbackData, prefix="gm"):
    """Do something with one media."""

    media: UUID
    act: MediaAct


class Matter(StrEnum):
    """What can be said of the media that is shown."""

    DATE = "d"
    PLACE = "p"
    NOTE = "n"


class Correct(CallbackData, prefix="gx"):
    """The next words say it of this media."""

    media: UUID
    what: Matter


class ForgetGroup(CallbackData, prefix="gf"):
    """Forget a moment, or whatever else is shown together."""

    key: str


class Undo(CallbackData, prefix="gu"):
    """Take back what one tap forgot."""

    farewell: UUID


class BringAllBack(CallbackData, prefix="gr"):
    """All that is left out is wanted after all."""


class LeftOuts(CallbackData, prefix="go"):
    """Show what an album or a zip left out of suggestions, below its answer."""


class ForgetAll(CallbackData, prefix="ga"):
    """Forget every media: first a question, then the deed."""

    is_sure: bool


class CloseGallery(CallbackData, prefix="gc"):
    """Put the gallery away."""


def button(label: str, data: CallbackData, style: str | None = None) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack(), style=style)


def forget_all_keyboard(t: Texts) -> InlineKeyboardMarkup:
    """Two equal buttons in one row."""
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                button(t("gallery-button-forget-all-now"), ForgetAll(is_sure=True)),
                button(t("gallery-button-keep"), Turn(view=View.HOME)),
            ]
        ]
    )
