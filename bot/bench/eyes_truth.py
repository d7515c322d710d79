"""How right the eyes are on the corpus: near-twins, drawn pictures, faces."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from bot.bench.eyes_seen import SeenMedia
from bot.bench.table import Figure
from bot.gallery.twins import TwinItem, twin_pairs
from bot.vision.sight import PictureKind

SOON = timedelta(minutes=10)
DRAWN = frozenset({PictureKind.SCREENSHOT, PictureKind.DOCUMENT, PictureKind.RECEIPT})
WHOLE = "company"  # the family of scenes where everyone is whole

Row = tuple[Figure, ...]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Score:
    """How many were found rightly, found wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float | None:
        found = self.right + self.wrong
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        there = self.right + self.missed
        return self.right / there if there else None

    @property
    def f1(self) -> float | None:
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else None


def twin_rows(seen: Sequence[SeenMedia], name: str) -> list[Row]:
    """Within ten minutes, with the times of their cameras; then all of them without any time."""
    photos = [one for one in seen if one.truth.base]
    timed = [one for one in photos if one.timed]
    soon = _score(timed, with_times=True, counts=lambda pair: _are_soon(timed, pair))
    ever = _score(photos, with_times=False, counts=lambda _: True)
    return [
        (f"near-twins within 10 min, precision{name}", soon.precision, 0.99, *_behind(timed)),
        (f"near-twins within 10 min, recall{name}", soon.recall, 0.95, *_behind(timed)),
        (f"near-twins without times, precision{name}", ever.precision, None, *_behind(photos)),
        (f"near-twins without times, recall{name}", ever.recall, 0.85, *_behind(photos)),
    ]


def _score(
    media: Sequence[SeenMedia], *, with_times: bool, counts: Callable[[Pair], bool]
) -> Score:
    """Two takes of one scene are counted neither way: they may be as alike as a crop is."""
    items = [
        TwinItem(at, one.sight.likeness, one.timed if with_times else None)
        for at, one in enumerate(media)
    ]
    found = {pair for pair in twin_pairs(items) if counts(pair)}
    true = {pair for pair in _twins(media) if counts(pair)}
    wrong = sum(_base(media, one) != _base(media, other) for one, other in found - true)
    return Score(len(found & true), wrong, len(true - found))


def _twins(media: Sequence[SeenMedia]) -> set[Pair]:
    takes: dict[str, list[int]] = {}
    for at, one in enumerate(media):
        takes.setdefault(one.truth.take, []).append(at)
    return {pair for take in takes.values() for pair in combinations(take, 2)}


def _base(media: Sequence[SeenMedia], at: int) -> str:
    return media[at].truth.base_name


def _are_soon(media: Sequence[SeenMedia], pair: Pair) -> bool:
    one, other = (taken.local if taken else None for taken in (media[at].timed for at in pair))
    return one is not None and other is not None and abs(one - other) <= SOON


def kind_rows(seen: Sequence[SeenMedia], name: str) -> list[Row]:
    """Screenshots and documents, receipts among them; memes are counted neither way."""
    media = [one for one in seen if one.truth.kind is not PictureKind.MEME]
    pairs = [(one.truth.kind in DRAWN, one.sight.kind in DRAWN) for one in media]
    score = Score(
        sum(true and found for true, found in pairs),
        sum(found and not true for true, found in pairs),
        sum(true and not found for true, found in pairs),
    )
    return [
        (f"screenshots and documents, recall{name}", score.recall, 0.95, *_behind(media)),
        (f"screenshots and documents, precision{name}", score.precision, 0.98, *_behind(media)),
    ]


def face_rows(seen: Sequence[SeenMedia]) -> list[Row]:
    """Faces by number: of scenes with people, and none in scenes without."""
    company = [one for one in seen if one.truth.style == WHOLE and _is_clear(one)]
    nobody = [one for one in seen if one.truth.base and not one.truth.base.is_real]
    nobody = [one for one in nobody if not one.truth.faces]
    there = sum(one.truth.faces for one in company)
    found = sum(min(one.truth.faces, len(one.sight.faces)) for one in company)
    false = sum(len(one.sight.faces) for one in nobody)
    return [
        (
            "faces found, of those there",
            found / there if there else None,
            None,
            there,
            "2 (2 real)",
        ),
        ("pictures of nobody with a face", false, None, *_behind(nobody)),
    ]


def _is_clear(one: SeenMedia) -> bool:
    return not (one.truth.is_blurred or one.truth.is_night)


def _behind(media: Iterable[SeenMedia]) -> tuple[int, str]:
    """How many media, and how many different base photographs and drawings they are made of."""
    shown = list(media)
    bases = {one.truth.base_name for one in shown}
    real = {one.truth.base_name for one in shown if one.truth.base and one.truth.base.is_real}
    return len(shown), f"{len(bases)} ({len(real)} real)"
