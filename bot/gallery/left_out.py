"""What is left out of suggestions, why, and what stands for it; nothing is ever deleted."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Generic, TypeVar

from bot.gallery.best import worth
from bot.gallery.bursts import bursts
from bot.gallery.facts import TakenAt
from bot.gallery.occasions import Occasions
from bot.gallery.twins import TwinItem, posters_of, twin_pairs
from bot.vision.sight import PictureKind, Sight

BLURRED: Final = 0.3  # of sharpness
DARK: Final = 0.3  # of exposure: nearly all of it drowned or burnt

Key = TypeVar("Key", bound=Hashable)


class Reason(StrEnum):
    """Why a picture is not suggested."""

    SCREENSHOT = "screenshot"
    DOCUMENT = "document"
    RECEIPT = "receipt"
    MEME = "meme"
    TWIN = "twin"
    BURST = "burst"
    BLUR = "blur"
    SENSITIVE = "sensitive"


OF_KIND: Final[Mapping[PictureKind, Reason]] = {
    PictureKind.SCREENSHOT: Reason.SCREENSHOT,
    PictureKind.DOCUMENT: Reason.DOCUMENT,
    PictureKind.RECEIPT: Reason.RECEIPT,
    PictureKind.MEME: Reason.MEME,
}
REPEATED: Final = frozenset({Reason.TWIN, Reason.BURST})  # good, but something stands for it


@dataclass(frozen=True, slots=True)
class Candidate(Generic[Key]):
    """A media that may be left out. is_brought_back: its owner wants it after all.

    is_film: what was seen is its poster, and a photo of the same shows more.
    """

    key: Key
    sight: Sight
    taken: TakenAt | None = None
    is_brought_back: bool = False
    is_film: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut(Generic[Key]):
    """stands_for: the picture that is suggested instead; None where it is about itself alone."""

    reason: Reason
    stands_for: Key | None = None


def left_out(items: Sequence[Candidate[Key]]) -> dict[Key, LeftOut[Key]]:
    """What these media, taken together, do without; in the order given.

    What was brought back is never left out, and leaves out nothing more: one tap brings back one.
    """
    found: dict[Key, LeftOut[Key]] = {}
    for item in items:
        reason = _unfit(item.sight)
        if reason:
            found[item.key] = LeftOut(reason)
    photos = [item for item in items if _unfit(item.sight) is None]
    found |= _repeated(photos)
    poor = _poor([item for item in photos if item.key not in found])
    for key, left in found.items():
        if left.stands_for in poor:  # the best of them was blurred as well
            found[key] = LeftOut(left.reason, poor[left.stands_for].stands_for)
    found |= poor
    return {
        item.key: found[item.key]
        for item in items
        if item.key in found and not item.is_brought_back
    }


def _unfit(sight: Sight) -> Reason | None:
    return Reason.SENSITIVE if sight.is_sensitive else OF_KIND.get(sight.kind)


def _repeated(photos: Sequence[Candidate[Key]]) -> dict[Key, LeftOut[Key]]:
    """Of near-twins and of a burst the best stays; of a film and a photo of it, the photo."""
    looks = [_twin_item(one) for one in photos]
    films = [_twin_item(one) for one in photos if one.is_film]
    stills = [_twin_item(one) for one in photos if not one.is_film]
    alike: dict[Key, list[tuple[Key, Reason]]] = {one.key: [] for one in photos}
    for burst in bursts(looks):
        for one in burst:
            alike[one] += [(other, Reason.BURST) for other in burst if other != one]
    for one, other in twin_pairs(looks) | posters_of(films, stills):
        alike[one].append((other, Reason.TWIN))
        alike[other].append((one, Reason.TWIN))
    kept: set[Key] = set()
    found: dict[Key, LeftOut[Key]] = {}
    for item in sorted(photos, key=lambda one: (one.is_film, -worth(one.sight))):
        instead = next((other for other in alike[item.key] if other[0] in kept), None)
        if instead is None:
            kept.add(item.key)
        else:
            found[item.key] = LeftOut(instead[1], instead[0])
    return found


def is_poor(sight: Sight) -> bool:
    return sight.quality.sharpness < BLURRED or sight.quality.exposure < DARK


def _poor(photos: Sequence[Candidate[Key]]) -> dict[Key, LeftOut[Key]]:
    """Blurred or dark, and something better was taken about then, or shows the same."""
    good = [one for one in photos if not is_poor(one.sight)]
    good.sort(key=lambda one: -worth(one.sight))
    better = Occasions([_twin_item(one) for one in good])
    found = {}
    for item in photos:
        if is_poor(item.sight):
            instead = better.first_of(_twin_item(item))
            if instead is not None:
                found[item.key] = LeftOut(Reason.BLUR, instead)
    return found


def _twin_item(one: Candidate[Key]) -> TwinItem[Key]:
    return TwinItem(one.key, one.sight.likeness, one.taken)


def counted(found: Iterable[LeftOut[Key]]) -> dict[Reason, int]:
    """How many were left out for each reason, in the order of the reasons."""
    reasons = [one.reason for one in found]
    return {reason: reasons.count(reason) for reason in Reason if reason in reasons}
