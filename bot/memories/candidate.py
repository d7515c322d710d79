"""A media as the choice of a memory sees it."""

from dataclasses import dataclass

from bot.gallery.facts import Facts
from bot.vision.sight import Sight


@dataclass(frozen=True, slots=True)
class Candidate:
    """What decides whether a media may come back, and how much it is worth.

    key: its opaque id. moment: which moment it belongs to, if any. was_shown: in a memory.
    is_brought_back: wanted by its owner, whatever it looks like.
    """

    key: str
    facts: Facts
    sight: Sight
    moment: str | None = None
    is_shared: bool = False
    was_shown: bool = False
    is_brought_back: bool = False

    @property
    def people(self) -> int:
        """How many persons are in it, as far as boxes tell."""
        return max(len(self.sight.faces), len(self.sight.people))
