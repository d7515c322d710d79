"""Several looks at one film as one: its best picture, and what more than one of them shows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.vision.sight import Seen, Sight

Look = tuple[Sight, Sight]  # what is known without any face, and all that is
AGREE: Final = 2  # a thing seen once in passing may be a blur
PEOPLE_ADD: Final = 0.2  # a film is mostly of somebody


@dataclass(frozen=True, slots=True)
class Together:
    """best: which look the film is shown by. look: that one, with what the others add."""

    best: int
    look: Look


def together(looks: Sequence[Look]) -> Together:
    """At least one look. Faces never decide: the poster stays when they are withdrawn."""
    best = max(range(len(looks)), key=lambda number: _worth(looks[number][0]))
    faceless, full = zip(*looks, strict=True)
    return Together(best, (_merged(best, faceless), _merged(best, full)))


def _merged(best: int, sights: Sequence[Sight]) -> Sight:
    return replace(
        sights[best],
        seen=_seen(best, sights),
        sensitive=max((s.sensitive for s in sights if s.sensitive is not None), default=None),
    )


def _seen(best: int, sights: Sequence[Sight]) -> tuple[Seen, ...]:
    """What the best one shows and what several do, each as sure as it ever was."""
    times = Counter(one.concept for sight in sights for one in sight.seen)
    shown = {one.concept for one in sights[best].seen}
    surest: dict[str, float] = {}
    for one in (one for sight in sights for one in sight.seen):
        if one.concept in shown or times[one.concept] >= AGREE:
            surest[one.concept] = max(one.confidence, surest.get(one.concept, 0.0))
    ranked = sorted(surest.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Seen(concept, confidence) for concept, confidence in ranked)


def _worth(sight: Sight) -> float:
    quality = sight.quality
    return quality.sharpness + quality.exposure + quality.colour + PEOPLE_ADD * bool(sight.people)
