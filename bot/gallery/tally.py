"""What became of many media, counted: kept, known, refused and why, dated by what, where."""

from collections import Counter
from dataclasses import dataclass, field, replace

from bot.gallery.answers import Became, Outcome, Refusal
from bot.gallery.entries import Survey

UNDATED = "none"


@dataclass(slots=True)
class Tally:
    """Grows while they are read.

    seen: how many were read. refused: each of them. dates: how many were dated by which source;
    `UNDATED` where nobody said. places: the towns. untold: media of a Takeout without a JSON.
    """

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    refused: list[Refusal] = field(default_factory=list)
    dates: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    others: int = 0
    untold: int = 0
    seen: int = 0

    @classmethod
    def of(cls, found: Survey) -> "Tally":
        """What was refused by its name or size alone."""
        tally = cls(others=found.others, untold=found.untold)
        for text_id, names in found.refused.items():
            for name in names:
                tally.refuse(Refusal(text_id, name=name))
        return tally

    def add(self, became: Became, name: str = "") -> None:
        """name: what the file is called, for whoever is told that it was refused."""
        self.seen += 1
        if became.refusal is not None:
            return self.refuse(replace(became.refusal, name=name))
        self.outcomes[became.outcome] += 1
        if became.facts is not None:
            taken, place = became.facts.taken, became.facts.place
            self.dates[taken.source if taken else UNDATED] += 1
            self.places.update([place.name] if place else [])
        return None

    def refuse(self, refusal: Refusal) -> None:
        self.outcomes[Outcome.REFUSED] += 1
        self.refused.append(refusal)

    @property
    def kept(self) -> int:
        """New ones, pictures and films."""
        new = (Outcome.KEPT, Outcome.CONVERTED, Outcome.FILM)
        return sum(self.outcomes[outcome] for outcome in new)
