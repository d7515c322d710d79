"""What sharing needs to know of a draft: its words, its locked label, what it was made of."""

from dataclasses import dataclass
from enum import StrEnum

from storage.gallery import MediaId


class Label(StrEnum):
    """How a picture came to be; EDITED and AI_IMAGE stay on whatever is done with it."""

    FILTER = "filter"
    EDITED = "edited"
    AI_IMAGE = "ai-image"


@dataclass(frozen=True, slots=True)
class Shareable:
    """A draft whose picture is there. label: None for a card, which shows no photo at all."""

    version: int
    media: tuple[MediaId, ...]
    caption: str | None
    label: Label | None
    telegram_photo: str | None
    message_id: int | None
