"""What vision saw in a media, computed once when it arrives and kept sealed beside it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.pixels.geometry import Box, Size

PROFILE_BINS = 64
SENSITIVE_FROM = 0.8  # where open_nsfw’s makers say that it is probably so


class PictureKind(StrEnum):
    """What sort of picture it is; only photos are suggested unasked."""

    PHOTO = "photo"
    SCREENSHOT = "screenshot"
    DOCUMENT = "document"
    RECEIPT = "receipt"
    MEME = "meme"


@dataclass(frozen=True, slots=True)
class Quality:
    """How well a picture is made; each from 0 (poor) to 1."""

    sharpness: float
    exposure: float
    colour: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """What tells near-twins: never a face, always the whole picture.

    vector: 1280 float16, L2-normalised, little-endian; empty where the network is missing.
    luminance: 32×32 uint8, row by row, blurred.
    colours: 48 uint8, a histogram of 12 hues × 4 saturations that sums to about 255.
    """

    vector: bytes
    luminance: bytes
    colours: bytes


@dataclass(frozen=True, slots=True)
class Seen:
    """An everyday concept and how sure the networks are, 0 to 1."""

    concept: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Sight:
    """Everything later steps may know about a picture without opening it again.

    size: upright pixels of the original.
    faces: boxes only, never a template; empty where the purpose `face.boxes` is off.
    people: boxes of whole persons from the object network.
    saliency_x, saliency_y: 64 shares each, left to right and top to bottom, summing to 1.
    hues: 24 shares of chroma by Lab hue angle from −π, summing to 1 (or all 0 in a grey picture).
    kind: told from the whole picture, never from a face.
    sensitive: how surely it is nothing to show unasked, 0 to 1; None where that was not looked at.
    """

    size: Size
    faces: tuple[Box, ...]
    people: tuple[Box, ...]
    seen: tuple[Seen, ...]
    quality: Quality
    saliency_x: tuple[float, ...]
    saliency_y: tuple[float, ...]
    likeness: Likeness
    hues: tuple[float, ...]
    kind: PictureKind = PictureKind.PHOTO
    sensitive: float | None = None

    @property
    def is_photo(self) -> bool:
        return self.kind is PictureKind.PHOTO

    @property
    def may_be_suggested(self) -> bool:
        """Taken by a camera, and nothing to ask about first."""
        return self.is_photo and not self.is_sensitive

    def wanted(self) -> "Sight":
        """As it counts once its owner brought it back: a photo like any other."""
        return replace(self, kind=PictureKind.PHOTO, sensitive=None)

    @property
    def is_sensitive(self) -> bool:
        """Whether to ask before showing it; never where that was not looked at."""
        return self.sensitive is not None and self.sensitive >= SENSITIVE_FROM
