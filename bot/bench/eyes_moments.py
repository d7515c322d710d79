"""How right moments are on the corpus: pairs of media that belong together, and do so here."""

from collections import Counter
from collections.abc import Sequence

from bot.bench.corpus.shots import SEED, without_half_the_dates
from bot.bench.corpus.truth import Truth
from bot.bench.eyes_seen import SeenMedia
from bot.bench.eyes_truth import Row, Score
from bot.gallery.moment_item import MomentItem
from bot.gallery.moments import group
from bot.vision.sight import Sight


def moment_rows(seen: Sequence[SeenMedia], *, seed: int = SEED) -> list[Row]:
    """With every date that a gallery would have, and with half of them missing."""
    photos = [one for one in seen if one.truth.event]
    truths = [one.truth for one in photos]
    sights = {one.truth.key: one.sight for one in photos}
    whole = score(truths, sights)
    half = score(without_half_the_dates(truths, seed=seed), sights)
    bases = {truth.base_name for truth in truths}
    real = {truth.base_name for truth in truths if truth.base and truth.base.is_real}
    behind = (len(photos), f"{len(bases)} ({len(real)} real)")
    return [
        ("moments, pairwise F1", whole.f1, 0.95, *behind),
        ("  precision", whole.precision, None, *behind),
        ("  recall", whole.recall, None, *behind),
        ("moments, half the dates missing, F1", half.f1, 0.85, *behind),
        ("  precision, half missing", half.precision, None, *behind),
        ("  recall, half missing", half.recall, None, *behind),
    ]


def score(truths: Sequence[Truth], sights: dict[str, Sight]) -> Score:
    items = [
        MomentItem(
            truth.key,
            truth.stated,
            truth.place,
            sights[truth.key].likeness,
            truth.album,
            truth.order,
            is_drawn=not sights[truth.key].is_photo,
        )
        for truth in truths
    ]
    event = {truth.key: truth.event for truth in truths}
    moments = [Counter(event[key] for key in moment) for moment in group(items)]
    found = sum(_pairs(moment.total()) for moment in moments)
    right = sum(_pairs(count) for moment in moments for count in moment.values())
    there = sum(_pairs(count) for count in Counter(event.values()).values())
    return Score(right, found - right, there - right)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2
