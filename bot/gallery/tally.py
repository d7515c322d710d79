"""What became of many media, counted: kept, known, refused and why, dated by what, where."""

from collections import Counter
from dataclasses import dataclass, field

from bot.gallery.answers import Became, Outcome, Refusal
from bot.gallery.entries import Survey

UNDATED = "none"


@dataclass(slots=True)
class Tally:
    """Grows while they are read.

    seen: how many were read. dates: how many were dated by which source; `UNDATED` where nobody
    said. places: the towns.
    """

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, Refusal] = field(default_factory=dict)
    dates: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    others: int = 0
    seen: int = 0

    @classmethod
    def of(cls, found: Survey) -> "Tally":
        """What was refused by its name or size alone."""
        tally = cls(others=found.others)
        for text_id, count in found.refused.items():
            tally.refuse(Refusal(text_id), count)
        return tally

    def add(self, became: Became) -> None:
        self.seen += 1
        if became.refusal is not None:
            return self.refuse(became.refusal)
        self.outcomes[became.outcome] += 1
        if became.facts is not None:
            taken, place = became.facts.taken, became.facts.place
            self.dates[taken.source if taken else UNDATED] += 1
            self.places.update([place.name] if place else [])
        return None

    def refuse(self, refusal: Refusal, count: int = 1) -> None:
        self.outcomes[Outcome.REFUSED] += count
        self.refusals[refusal.text_id] += count
        self.reasons.setdefault(refusal.text_id, refusal)

    @property
    def kept(self) -> int:
        """New ones, pictures and films."""
        new = (Outcome.KEPT, Outcome.CONVERTED, Outcome.FILM)
        return sum(self.outcomes[outcome] for outcome in new)

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """Each as often as it was."""
        return tuple(
            self.reasons[text_id] for text_id, count in self.refusals.items() for _ in range(count)
        )
