"""A draft as the collage conversation shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from bot.collage.certificate import Certificate
from bot.collage.edits import Decision
from bot.collage.lettering_words import ELLIPSIS
from bot.collage.plan import Letters, Plan, Reason
from bot.collage.themes import MOSAIC_LIGHT, SQUARE
from bot.gallery.left_out import Reason as Unfit
from bot.pixels.emoji import runs
from storage.collage import CollageId, TitleMode
from storage.gallery import MediaId

LONGEST_TITLE: Final = 80
LONGEST_CAPTION: Final = 700  # UTF-16 units; Telegram takes 1,024, and the title may join it


@dataclass(frozen=True, slots=True)
class Proposal:
    """One of the three captions. phrase: which one it came from."""

    text: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Draft:
    """All that a message says of a collage; the picture is painted apart.

    caption: the chosen one. has_past: whether a step can be taken back.
    picture: where the step that led here has painted it. joined: how many photos that step found
    on its page since the gallery brought them back. is_moved: whether its title moved photos.
    lost_title: the one that the title it proposed took the place of.
    """

    id: CollageId
    version: int
    chat_id: int
    message_id: int | None
    plan: Plan
    decision: Decision
    proposals: tuple[Proposal, ...]
    caption: str | None
    telegram_photo: str | None
    has_past: bool = False
    picture: bytes | None = field(default=None, repr=False)
    joined: int = 0
    is_moved: bool = False
    lost_title: str | None = None

    @property
    def shown(self) -> list[MediaId]:
        return [MediaId(UUID(hex=cell.key)) for cell in self.plan.cells]

    @property
    def twins(self) -> int:
        return sum(left.reason is Reason.TWIN for left in self.plan.left_out)

    @property
    def aside(self) -> tuple[str, ...]:
        """The photos that can be brought back, each by itself: twins, then what was dropped."""
        twins = [left.key for left in self.plan.left_out if left.reason is Reason.TWIN]
        return (*twins, *sorted(self.decision.dropped))

    @property
    def title_mode(self) -> TitleMode:
        return self.decision.title_mode

    @property
    def title(self) -> str | None:
        """As suggested or typed, also where it is not drawn."""
        return self.decision.title

    @property
    def shown_title(self) -> str | None:
        """The title in words, where the picture does not bear it."""
        return self.title if self.plan.is_title_in_message else None

    @property
    def lacks_emoji(self) -> bool:
        """Whether the picture's title does without an emoji that no font here can draw."""
        return lacks_emoji(self.decision.drawn_title, self.plan.title)


@dataclass(frozen=True, slots=True)
class Details:
    """What a person may know of a draft: the figures of that very picture.

    unfit: how many of its photos nothing is made of, by reason.
    are_faces_sought: whether faces may be looked for at all.
    """

    draft: Draft
    certificate: Certificate
    unfit: Mapping[Unfit, int]
    are_faces_sought: bool


def lacks_emoji(title: str | None, letters: Letters | None) -> bool:
    """Whether an emoji of the words is not in the letters, but for those cut off for room."""
    if not title or letters is None:
        return False
    drawn = " ".join(letters.lines)
    lost = any(run.is_emoji and run.text not in drawn for run in runs(title))
    return lost and not drawn.endswith(ELLIPSIS)


def caption_length(text: str) -> int:
    """As Telegram counts: an emoji is two, a family of them eleven."""
    return len(text.encode("utf-16-le")) // 2


FIRST: Final = Decision(SQUARE.id, MOSAIC_LIGHT.id, 1, TitleMode.SUGGESTED, None)
