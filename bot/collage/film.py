"""A film decided but not shot: its title card, its shots, every window in shares of its photo."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import TypeAdapter, ValidationError

from bot.collage.plan import LeftOut, Letters, PixelBox
from bot.errors import OperatorError
from bot.pixels.geometry import Box, Size
from bot.pixels.tones import Colour

FORMAT: Final = 1
LARGEST_CHARACTERS: Final = 64 * 1024  # a film of ten shots takes 5 kB
FRAMES_A_SECOND: Final = 30
FADE: Final = 12  # frames that a shot shares with the one before it: 0.4 s
SHORTEST_S, LONGEST_S = 6, 20


class FilmRecipeError(OperatorError):
    """The text is no recipe of a film."""


@dataclass(frozen=True, slots=True)
class FilmShape:
    """What a film is called by, and its page in pixels, all even."""

    id: str
    page: Size


STORY: Final = FilmShape("story", Size(720, 1280))
SQUARE: Final = FilmShape("square", Size(1080, 1080))
SHAPES: Final[Mapping[str, FilmShape]] = {shape.id: shape for shape in (STORY, SQUARE)}


@dataclass(frozen=True, slots=True)
class Shot:
    """One photo or clip for some frames.

    begin, end: the part of the upright picture that is seen at first and at last, in between by
    equal steps; both have the aspect of `on_page`.
    on_page: where it lies; around what does not fill the page is a soft backdrop of its own.
    clip_ms: where in a video the shot begins; None for a photo.
    """

    key: str
    frames: int
    source: Size
    begin: Box
    end: Box
    on_page: PixelBox
    clip_ms: int | None = None

    def window(self, frame: int) -> Box:
        """What is seen at a frame, counted from 0."""
        done = frame / max(1, self.frames - 1)
        return Box(
            self.begin.left + (self.end.left - self.begin.left) * done,
            self.begin.top + (self.end.top - self.begin.top) * done,
            self.begin.right + (self.end.right - self.begin.right) * done,
            self.begin.bottom + (self.end.bottom - self.begin.bottom) * done,
        )


@dataclass(frozen=True, slots=True)
class TitleCard:
    """Letters on paper before the first shot; measured for a card of `size`."""

    letters: Letters
    frames: int
    size: Size


@dataclass(frozen=True, slots=True)
class Film:
    """All that shooting needs: the same film gives the same bytes on the same versions.

    is_title_in_message: no face has the letters of its title.
    """

    shape: str
    page: Size
    seed: int
    paper: Colour
    ink: Colour
    card: TitleCard | None
    is_title_in_message: bool
    shots: tuple[Shot, ...]
    left_out: tuple[LeftOut, ...]
    versions: Mapping[str, str]

    @property
    def lengths(self) -> tuple[int, ...]:
        """Frames of the card, if there is one, and of every shot: the parts of the film."""
        card = (self.card.frames,) if self.card else ()
        return (*card, *(shot.frames for shot in self.shots))

    @property
    def starts(self) -> tuple[int, ...]:
        """The first frame of every part; the one before it is still seen for FADE frames."""
        lengths = self.lengths
        return tuple(sum(lengths[:part]) - FADE * part for part in range(len(lengths)))

    @property
    def frames(self) -> int:
        return self.starts[-1] + self.lengths[-1]

    @property
    def seconds(self) -> float:
        return self.frames / FRAMES_A_SECOND

    def shot(self, part: int) -> Shot | None:
        """The shot of a part; None for the title card."""
        place = part - (self.card is not None)
        return self.shots[place] if place >= 0 else None

    def needed(self, part: int) -> tuple[str, ...]:
        """The media that a part shows: its own, and the one that fades into it."""
        shots = (self.shot(one) for one in (part - 1, part) if one >= 0)
        return tuple(shot.key for shot in shots if shot)


_FILM: TypeAdapter[Film] = TypeAdapter(Film)


def to_json(film: Film) -> str:
    """Stable text: the same film is written the same way."""
    plain = _FILM.dump_python(film, mode="json", exclude_defaults=True)
    written = {"pepite_film": FORMAT, **plain}
    return json.dumps(written, ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> Film:
    """The film of a recipe. Raises FilmRecipeError."""
    try:
        film = _FILM.validate_json(json.dumps(_object(text)))
    except (ValidationError, ValueError, RecursionError) as wrong:
        raise FilmRecipeError("this is not the recipe of a film that Pépite wrote") from wrong
    if not film.shots or min(film.lengths) < FADE:
        raise FilmRecipeError("this film has no shots, or shots too short to be seen")
    return film


def _object(text: str) -> dict[str, object]:
    if len(text) > LARGEST_CHARACTERS:
        raise ValueError("too long")
    written = json.loads(text)
    if not isinstance(written, dict) or written.pop("pepite_film", None) != FORMAT:
        raise ValueError("another format")
    return written
