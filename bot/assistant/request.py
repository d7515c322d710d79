"""What a request may mean: a question about one's own gallery, a change, or a screen."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from bot.collage.edits import Change
from bot.gallery.facts import Precision


class Intent(StrEnum):
    """All that the assistant can do: none of it publishes, consents or deletes."""

    FIND = "find"
    MAKE = "make"
    FILM = "film"
    CHANGE = "change"
    WHICH_PHOTO = "which-photo"
    CANNOT = "cannot"
    WHY = "why"
    HELP = "help"
    THANKS = "thanks"
    REWRITE = "rewrite"
    SCREEN = "screen"


class Screen(StrEnum):
    """Where a person does themselves what the assistant may not do for them."""

    SHARE = "share"
    FORGET = "forget"
    PRIVACY = "privacy"
    MEMORIES = "memories"
    LANGUAGE = "language"


class Part(StrEnum):
    """One thing that is asked of a photo."""

    DATE = "date"
    PLACE = "place"
    CONCEPT = "concept"
    PEOPLE = "people"
    WORDS = "words"
    SHARED = "shared"
    FILM = "film"


@dataclass(frozen=True, slots=True, order=True)
class PlaceName:
    """A town, or a whole country where `town` is None; country: ISO 3166 alpha-2."""

    country: str
    town: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """Everything asked at once; what is None or empty is not asked.

    first, last: the days, both included. precision, is_guess: how they were said.
    concepts: ids; of each group, one must be seen. people: the least and the most.
    words: folded; each must begin a word of what was said of the photo.
    is_latest: the newest, where nothing else is asked.
    """

    first: date | None = None
    last: date | None = None
    precision: Precision = Precision.DAY
    places: tuple[PlaceName, ...] = ()
    concepts: tuple[tuple[str, ...], ...] = ()
    people: tuple[int, int | None] | None = None
    words: tuple[str, ...] = ()
    is_shared: bool | None = None
    is_film: bool | None = None
    is_latest: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        """What is asked, in the order it is told."""
        asked = {
            Part.CONCEPT: bool(self.concepts),
            Part.WORDS: bool(self.words),
            Part.PEOPLE: self.people is not None,
            Part.PLACE: bool(self.places),
            Part.DATE: self.first is not None or self.last is not None,
            Part.SHARED: self.is_shared is not None,
            Part.FILM: self.is_film is not None,
        }
        return tuple(part for part, is_asked in asked.items() if is_asked)

    @property
    def asks_of_pixels(self) -> bool:
        """Whether only what was seen in them can answer."""
        return bool(self.concepts) or self.people is not None

    def without(self, part: Part) -> "Query":
        """The same question with one part less."""
        return {
            Part.CONCEPT: replace(self, concepts=()),
            Part.WORDS: replace(self, words=()),
            Part.PEOPLE: replace(self, people=None),
            Part.PLACE: replace(self, places=()),
            Part.DATE: replace(self, first=None, last=None, precision=Precision.DAY),
            Part.SHARED: replace(self, is_shared=None),
            Part.FILM: replace(self, is_film=None),
        }[part]


EVERYTHING: Final = Query()


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a request may mean, and how sure that is, from 0 to 1.

    change: of the last collage; photos: the numbers that it is about, theme, look: which.
    title, caption, text: the person's own words.
    wish: how `text` should be rewritten, as `bot.writing` names it.
    """

    intent: Intent
    score: float = 1.0
    query: Query = EVERYTHING
    change: Change | None = None
    title: str | None = None
    caption: str | None = None
    wish: str | None = None
    text: str | None = None
    screen: Screen | None = None
    photos: tuple[int, ...] = ()
    theme: str | None = None
    look: str | None = None
