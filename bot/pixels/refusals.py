"""Why a picture is refused, each a sentence for the person; whatever breaks becomes one."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager

from bot.errors import FriendlyError

MAX_PIXELS = 50_000_000  # a 50-megapixel phone, and what a child of 512 MiB can hold
MAX_WEBP_PIXELS = 25_000_000  # its decoder holds 16 bytes a pixel, where others hold 8
MAX_SIDE = 16_000


class Refused(FriendlyError):
    """Any of the refusals below."""


class PictureEmpty(Refused):
    """No byte at all."""

    text_id = "error-picture-empty"


class PictureUnsupported(Refused):
    """Not a JPEG, PNG, WebP, GIF or HEIF by its content, whatever its name says."""

    text_id = "error-picture-unsupported"


class PictureUnreadable(Refused):
    """It says that it is a picture, but it is cut short or broken."""

    text_id = "error-picture-unreadable"


class PictureTooLarge(Refused):
    """More pixels than can be opened safely; facts: `megapixels` and `side`, the limits."""

    text_id = "error-picture-too-large"


def too_large(most_pixels: int = MAX_PIXELS) -> PictureTooLarge:
    return PictureTooLarge(megapixels=most_pixels // 1_000_000, side=MAX_SIDE)


# What Pillow, libheif and the walkers raise on hostile bytes; a warning is one where -W says so.
BREAKS = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError,
    SyntaxError, TypeError, ValueError, Warning, struct.error,
)  # fmt: skip


@contextmanager
def refusing() -> Iterator[None]:
    """Whatever a decoder raises becomes PictureUnreadable; no memory, PictureTooLarge."""
    try:
        yield
    except MemoryError as full:
        raise too_large() from full
    except BREAKS as broken:
        raise PictureUnreadable from broken
