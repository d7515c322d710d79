"""What a person may ask of a draft, one step at a time, and what all the steps came to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from bot.collage.plan import CellLook
from bot.collage.proposing import Proposed
from bot.collage.themes import MOSAIC_DARK, MOSAIC_LIGHT, SQUARE, STORY, WIDE
from storage.collage import TitleMode

AS_IT_IS: Final = "plain"  # said of a photo without a look
EVERY: Final = ""  # the photo that stands for all of them, where a look is for all


class Change(StrEnum):
    """One step; a title and a caption take words and have their own calls."""

    LAYOUT = "layout"
    LIGHT = "light"
    DARK = "dark"
    SQUARE = "square"
    STORY = "story"
    WIDE = "wide"
    BRING_BACK = "back"
    TITLE_OFF = "notitle"
    TITLE_SUGGESTED = "title"
    THEME = "theme"
    SWAP = "swap"
    BIGGER = "bigger"
    DROP = "drop"
    CROP = "crop"
    LOOK = "look"
    UNDO = "undo"


THEME_OF: Final[Mapping[Change | None, str]] = {
    Change.LIGHT: MOSAIC_LIGHT.id,
    Change.DARK: MOSAIC_DARK.id,
}
SHAPE_OF: Final[Mapping[Change | None, str]] = {
    Change.SQUARE: SQUARE.id,
    Change.STORY: STORY.id,
    Change.WIDE: WIDE.id,
}
TITLE_OF: Final[Mapping[Change | None, TitleMode]] = {
    Change.TITLE_OFF: TitleMode.OFF,
    Change.TITLE_SUGGESTED: TitleMode.SUGGESTED,
}

ABOUT: Final[Mapping[Change, range]] = {  # how many photos a step is about
    Change.SWAP: range(2, 3),
    Change.BIGGER: range(1, 2),
    Change.CROP: range(1, 2),
    Change.DROP: range(1, 25),
}


@dataclass(frozen=True, slots=True)
class Edit:
    """A step with what it is about.

    photos: their numbers, counted from 1, as `bot.collage.numbers` counts those on the page; for
    bringing back, those of the ones that are not on it, none for all.
    theme: the id of one. look: None for a photo as it is; `photos` empty for all of them.
    """

    change: Change
    photos: tuple[int, ...] = ()
    theme: str | None = None
    look: CellLook | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Everything that decides a plan but the photos themselves, by the keys that they have.

    pick: which of the layouts that are as good, where no taste decides.
    hero: the photo that shall be larger. dropped: taken off the page. kept: twins that stay.
    swaps: pairs that changed places, one after the other, on the finished page; one that is laid
    out for other photos, another shape or a larger one forgets them: all have other places there.
    crops: which of its windows each shows, 0 the best; `bot.collage.crop` counts them.
    proposed: the theme that the photos spoke for when it was made.
    looks: under EVERY, that of all the others; None for a photo as it is.
    """

    shape: str
    theme: str
    seed: int
    title_mode: TitleMode
    title: str | None
    pick: int = 0
    hero: str | None = None
    dropped: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    swaps: tuple[tuple[str, str], ...] = ()
    crops: Mapping[str, int] = field(default_factory=dict)
    looks: Mapping[str, CellLook | None] = field(default_factory=dict)
    proposed: Proposed | None = None

    @property
    def drawn_title(self) -> str | None:
        return None if self.title_mode is TitleMode.OFF else self.title

    def look_of(self, key: str) -> CellLook | None:
        return self.looks.get(key, self.looks.get(EVERY))


def decide(before: Decision, edit: Edit, keys: Sequence[str] = ()) -> Decision:
    """The decision after a step; keys: of the photos that it is about."""
    change = edit.change
    if change in BY_PHOTO:
        return BY_PHOTO[change](before, edit, keys)
    return _of_page(before, edit)


def _of_page(before: Decision, edit: Edit) -> Decision:
    """Another layout or shape forgets which photos changed places; a shape has its own best."""
    change = edit.change
    shape = SHAPE_OF.get(change, before.shape)
    is_anew, is_other = change is Change.LAYOUT, shape != before.shape
    return replace(
        before,
        shape=shape,
        theme=edit.theme or THEME_OF.get(change, before.theme),
        seed=before.seed + is_anew,
        title_mode=TITLE_OF.get(change, before.title_mode),
        pick=0 if is_other else before.pick,
        hero=None if is_anew else before.hero,
        swaps=() if is_anew or is_other else before.swaps,
    )


def _swapped(before: Decision, _edit: Edit, keys: Sequence[str]) -> Decision:
    one, other = keys
    return replace(before, swaps=(*before.swaps, (one, other)))


def _bigger(before: Decision, _edit: Edit, keys: Sequence[str]) -> Decision:
    return replace(before, hero=keys[0], swaps=())


def _dropped(before: Decision, _edit: Edit, keys: Sequence[str]) -> Decision:
    gone = frozenset(keys)
    hero, left = None if before.hero in gone else before.hero, before.kept - gone
    return replace(before, dropped=before.dropped | gone, kept=left, hero=hero, swaps=())


def _brought_back(before: Decision, _edit: Edit, keys: Sequence[str]) -> Decision:
    """What was dropped, and near-twins: they stay whatever stands beside them."""
    back = frozenset(keys)
    return replace(before, dropped=before.dropped - back, kept=before.kept | back, swaps=())


def _recropped(before: Decision, _edit: Edit, keys: Sequence[str]) -> Decision:
    further = {key: before.crops.get(key, 0) + 1 for key in keys}
    return replace(before, crops={**before.crops, **further})


def _dressed(before: Decision, edit: Edit, keys: Sequence[str]) -> Decision:
    """For all, or for some; a photo that shall be as it is, is so among dressed ones too."""
    if not keys:
        return replace(before, looks={EVERY: edit.look} if edit.look else {})
    return replace(before, looks={**before.looks, **dict.fromkeys(keys, edit.look)})


BY_PHOTO: Final = {
    Change.SWAP: _swapped,
    Change.BIGGER: _bigger,
    Change.DROP: _dropped,
    Change.BRING_BACK: _brought_back,
    Change.CROP: _recropped,
    Change.LOOK: _dressed,
}
