"""A title card: a person's words, lettered large in the middle of a plain, quiet page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from bot.errors import FriendlyError
from bot.looks.dresses import DRESSES, SHAPES, Dress
from bot.pixels.encode import encode_jpeg
from bot.pixels.fonts import drawable, face_for, figures, font, width
from bot.pixels.geometry import Size
from bot.pixels.provenance import SourceType, with_xmp, xmp_packet
from bot.pixels.typefaces import tidied

QUALITY: Final = 94
FRAME_SHARE, FRAME_THICK = 0.045, 3  # of the shorter side; pixels
WIDE_SHARE, HIGH_SHARE = 0.76, 0.62  # of the page: what the words may take
LARGEST_SHARE, SMALLEST_SHARE = 0.125, 0.03  # of the shorter side
SPLIT_SHARE: Final = 0.06  # a word that is wider than the page at this size is split
LONELY: Final = 3  # letters; a line of fewer looks forgotten
LEADING: Final = 1.24
SHRINK: Final = 0.94
RULE_WIDE, RULE_HIGH = 0.09, 4  # the line under the words: of the shorter side; pixels
RULE_AIR: Final = 0.9  # in sizes of the letters
LONGEST: Final = 400
ELLIPSIS: Final = "…"


class NothingToLetter(FriendlyError):
    """No letter or digit that a face has a shape for."""

    text_id = "error-card-no-letters"


@dataclass(frozen=True, slots=True)
class _Set:
    """Words as they will stand: lines of one face and size."""

    face: str
    size: int
    lines: tuple[str, ...]


def title_card(words: str, dress: str, shape: str) -> bytes:
    """A JPEG that says how it was made. Raises NothingToLetter."""
    page, clothes = SHAPES[shape], DRESSES[dress]
    text = tidied(words[:LONGEST])
    face = face_for(text)
    shown = drawable(face, text) if face else ""
    if face is None or not shown:
        raise NothingToLetter
    picture = _drawn(_set(shown, face, page), page, clothes)
    packet = xmp_packet(SourceType.DRAWN_BY_RULES, tool="Pépite", alt_text=shown)
    return with_xmp(encode_jpeg(np.asarray(picture), QUALITY), packet)


def _set(text: str, face: str, page: Size) -> _Set:
    """The largest size at which every line fits, and all of them; else shortened."""
    short = min(page.width, page.height)
    size = smallest = round(short * SMALLEST_SHARE)
    words = _split(text, face, round(short * SPLIT_SHARE), page)
    for size in _sizes(short * LARGEST_SHARE, smallest):
        lines = tuple(_broken(words, face, size, page.width * WIDE_SHARE))
        if _fits(lines, face, size, page):
            return _Set(face, size, _even(words, face, size, len(lines)) or lines)
    most = int(page.height * HIGH_SHARE / (size * LEADING))
    cut = list(_broken(words, face, size, page.width * WIDE_SHARE))
    return _Set(face, size, tuple(_ended(cut, most)))


def _sizes(largest: float, smallest: float) -> Iterator[int]:
    size = largest
    while size > smallest:
        yield int(size)
        size *= SHRINK
    yield int(smallest)


def _fits(lines: Sequence[str], face: str, size: int, page: Size) -> bool:
    is_low = len(lines) * size * LEADING <= page.height * HIGH_SHARE
    is_lone = len(lines) > 1 and min(map(len, lines)) < LONELY
    return (
        is_low
        and not is_lone
        and all(width(line, face, size) <= page.width * WIDE_SHARE for line in lines)
    )


def _broken(text: str, face: str, size: int, room: float) -> Iterator[str]:
    """As many words a line as have room; a single word may be wider."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width(longer, face, size) > room:
            yield line
            longer = word
        line = longer
    yield line


def _even(text: str, face: str, size: int, count: int) -> tuple[str, ...]:
    """The same number of lines, as narrow as it goes, so that none stands alone at the end."""
    whole = width(text, face, size)
    best: tuple[str, ...] = ()
    for share in (1.0, 1.06, 1.12, 1.2, 1.3, 1.4):
        lines = tuple(_broken(text, face, size, whole / count * share))
        if len(lines) == count:
            best = lines
            break
    return best


def _split(text: str, face: str, size: int, page: Size) -> str:
    """Words wider than the page in parts: somebody typed a line without a space."""
    room = page.width * WIDE_SHARE
    parts = []
    for word in text.split(" "):
        rest = word
        while width(rest, face, size) > room:
            end = next(k for k in range(len(rest), 0, -1) if width(rest[:k], face, size) <= room)
            parts.append(rest[:end])
            rest = rest[end:]
        parts.append(rest)
    return " ".join(parts)


def _ended(lines: Sequence[str], most: int) -> list[str]:
    if len(lines) <= most:
        return list(lines)
    return [*lines[: most - 1], lines[most - 1].rstrip(" ,;:.") + ELLIPSIS]


def _drawn(words: _Set, page: Size, dress: Dress) -> Image.Image:
    picture = Image.new("RGB", (page.width, page.height), dress.paper)
    pen = ImageDraw.Draw(picture)
    short = min(page.width, page.height)
    edge = round(short * FRAME_SHARE)
    frame = (edge, edge, page.width - edge - 1, page.height - edge - 1)
    pen.rectangle(frame, outline=dress.accent, width=FRAME_THICK)
    pitch = words.size * LEADING
    air = words.size * RULE_AIR
    top = (page.height - len(words.lines) * pitch - air - RULE_HIGH) / 2
    for number, line in enumerate(words.lines):
        pen.text(
            (page.width / 2, top + pitch * number + words.size), line,
            font=font(words.face, words.size), fill=dress.ink, anchor="ms", features=figures(),
        )  # fmt: skip
    down, half = top + len(words.lines) * pitch + air, short * RULE_WIDE / 2
    middle = page.width / 2
    pen.rectangle((middle - half, down, middle + half, down + RULE_HIGH), fill=dress.accent)
    return picture
