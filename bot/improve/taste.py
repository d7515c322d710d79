"""Taste: what somebody chose before orders what they are offered next; one choice never does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import copysign, log1p
from types import MappingProxyType
from typing import Final, TypeVar

from bot.improve.choices import Choice, Option
from storage.improve import Leaning
from storage.traits import Trait

HALF_LIFE: Final = timedelta(days=180)  # tastes change; half a year ago counts for half
MOST: Final = 6.0  # choices ahead, so that a changed mind is heard soon
# Where nothing is known: light pages, plain words first. A choice counts for one and against the
# other: a gap of 1.0 turns with the second choice of the other, a gap of 1.5 with the third.
BUILT_IN: Final[Mapping[Trait, float]] = MappingProxyType(
    dict.fromkeys(Trait, 0.0)
    | {Trait.THEME_LIGHT: 1.5, Trait.SPIRIT_PLAIN: 2.0, Trait.SPIRIT_WARM: 1.0}
)
Offered = TypeVar("Offered")


@dataclass(frozen=True, slots=True)
class Taste:
    """Weights by trait: what all have in common (or the built-in ones), and one's own."""

    common: Mapping[Trait, float]
    own: Mapping[Trait, float]

    def score(self, option: Option) -> float:
        return sum(self.common[trait] + self.own.get(trait, 0.0) for trait in sorted(option))

    def ordered(self, options: Sequence[tuple[Option, Offered]]) -> list[Offered]:
        """The best first; those that are as good stay in the order given."""
        best = sorted(options, key=lambda one: -self.score(one[0]))
        return [offered for _, offered in best]

    def first(self, *traits: Trait) -> Trait:
        """Which of these to begin with."""
        return self.ordered([(frozenset({trait}), trait) for trait in traits])[0]

    def of(self, traits: Iterable[Trait]) -> dict[Trait, float]:
        """The weights of some traits, for a child process."""
        return {trait: self.score(frozenset({trait})) for trait in traits}


PLAIN: Final = Taste(BUILT_IN, MappingProxyType({}))


def weight_of(balance: float) -> float:
    """What a balance of choices weighs: the first choice nothing, the next ones less and less."""
    return copysign(log1p(max(0.0, abs(balance) - 1.0)), balance)


def faded(leaning: Leaning, now: datetime) -> float:
    """A balance as it counts now."""
    age = max(timedelta(), now - leaning.at)
    return float(leaning.balance * 0.5 ** (age / HALF_LIFE))


def own_weights(leanings: Mapping[Trait, Leaning], now: datetime) -> dict[Trait, float]:
    weights = {trait: weight_of(faded(one, now)) for trait, one in leanings.items()}
    return {trait: weight for trait, weight in weights.items() if weight}


def liked(leanings: Mapping[Trait, Leaning], now: datetime) -> tuple[Trait, ...]:
    """What was chosen often enough to count, most first."""
    weights = own_weights(leanings, now)
    return tuple(sorted((t for t in weights if weights[t] > 0), key=lambda t: -weights[t]))


def moved(leanings: Mapping[Trait, Leaning], choice: Choice, now: datetime) -> dict[Trait, float]:
    """The balances that a choice changes, as they are after it."""
    passed = frozenset().union(*choice.over)
    steps = dict.fromkeys(choice.chosen - passed, 1.0) | dict.fromkeys(
        passed - choice.chosen, -1.0
    )
    before = {t: faded(leanings[t], now) if t in leanings else 0.0 for t in steps}
    return {t: max(-MOST, min(MOST, before[t] + step)) for t, step in steps.items()}
