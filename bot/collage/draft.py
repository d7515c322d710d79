"""A draft as the collage conversation shows it, and what a person may change in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from bot.collage.certificate import Certificate
from bot.collage.plan import Plan, Reason
from bot.collage.themes import MOSAIC_DARK, MOSAIC_LIGHT, SQUARE, STORY, WIDE
from bot.errors import FriendlyError, PepiteError
from storage.collage import CollageId, TitleMode
from storage.gallery import MediaId

LONGEST_TITLE = 80
LONGEST_CAPTION = 700  # UTF-16 units; Telegram takes 1,024, and the title may have to join it


class DraftGone(FriendlyError):
    """Expired, forgotten, no longer allowed, or another's."""

    text_id = "error-collage-gone"


class TooFewLeft(FriendlyError):
    """Its other photos were hidden, kept private or left out meanwhile."""

    text_id = "error-collage-too-few"


class DraftChanged(FriendlyError):
    """The button is older than the draft."""

    text_id = "error-collage-changed"


class TooLong(FriendlyError):
    """More words than fit; fact: `limit` in characters."""

    text_id = "error-too-long"


class ChangedMeanwhile(PepiteError):
    """A draft was changed, or a photo forgotten, while it was made: the job tries again."""


class Change(StrEnum):
    """One tap on the picture; `title` and `caption` take words and have their own calls."""

    LAYOUT = "layout"
    LIGHT = "light"
    DARK = "dark"
    SQUARE = "square"
    STORY = "story"
    WIDE = "wide"
    BRING_BACK = "back"
    TITLE_OFF = "notitle"
    TITLE_SUGGESTED = "title"


THEME_OF: Mapping[Change | None, str] = {
    Change.LIGHT: MOSAIC_LIGHT.id,
    Change.DARK: MOSAIC_DARK.id,
}
SHAPE_OF: Mapping[Change | None, str] = {
    Change.SQUARE: SQUARE.id,
    Change.STORY: STORY.id,
    Change.WIDE: WIDE.id,
}
TITLE_OF: Mapping[Change | None, TitleMode] = {
    Change.TITLE_OFF: TitleMode.OFF,
    Change.TITLE_SUGGESTED: TitleMode.SUGGESTED,
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One of the three captions. phrase: which one it came from."""

    text: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Draft:
    """All that a message says of a collage; the picture is painted apart.

    title: as suggested or typed, also where it is not drawn. caption: the chosen one.
    screenshots: pictures left out because a machine drew them.
    """

    id: CollageId
    version: int
    chat_id: int
    message_id: int | None
    plan: Plan
    title_mode: TitleMode
    title: str | None
    proposals: tuple[Proposal, ...]
    caption: str | None
    telegram_photo: str | None
    screenshots: int

    @property
    def shown(self) -> list[MediaId]:
        return [MediaId(UUID(hex=cell.key)) for cell in self.plan.cells]

    @property
    def twins(self) -> int:
        return sum(left.reason is Reason.TWIN for left in self.plan.left_out)

    @property
    def shown_title(self) -> str | None:
        """The title in words, where the picture does not bear it."""
        return self.title if self.plan.is_title_in_message else None


@dataclass(frozen=True, slots=True)
class Details:
    """What a person may know of a draft: the figures of that very picture."""

    draft: Draft
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class Decision:
    """Everything that decides a plan but the photos themselves.

    pick: which of the layouts that are as good, where no taste decides.
    """

    shape: str
    theme: str
    seed: int
    title_mode: TitleMode
    title: str | None
    pick: int = 0

    @property
    def drawn_title(self) -> str | None:
        return None if self.title_mode is TitleMode.OFF else self.title


def decide(
    plan: Plan, title_mode: TitleMode, title: str | None, change: Change | None
) -> Decision:
    """The plan's own decision, but for one change."""
    shape = SHAPE_OF.get(change, plan.shape)
    return Decision(
        shape=shape,
        theme=THEME_OF.get(change, plan.theme),
        seed=plan.seed + (change is Change.LAYOUT),
        title_mode=TITLE_OF.get(change, title_mode),
        title=title,
        pick=plan.pick if shape == plan.shape else 0,
    )


def caption_length(text: str) -> int:
    """As Telegram counts: an emoji is two, a family of them eleven."""
    return len(text.encode("utf-16-le")) // 2


FIRST = Decision(SQUARE.id, MOSAIC_LIGHT.id, 1, TitleMode.SUGGESTED, None)
