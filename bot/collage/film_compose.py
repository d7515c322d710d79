"""From sights and a title to a finished film: what is shown, for how long, and how it moves."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.collage.choice import apart
from bot.collage.compose import versions
from bot.collage.film import FADE, FRAMES_A_SECOND, Film, FilmShape, Shot, TitleCard
from bot.collage.film_timing import (
    CARD,
    FEWEST_FRAMES,
    Span,
    clip_span,
    lengths,
    most_shots,
)
from bot.collage.film_windows import move
from bot.collage.importance import importances
from bot.collage.lettering import Space, letters_for
from bot.collage.plan import LeftOut, Letters, PlanPhoto, Reason
from bot.collage.themes import MOSAIC_LIGHT, Shape
from bot.pixels.fonts import width
from bot.pixels.geometry import Size
from bot.pixels.tones import dominant_hue

FIRST_SEED: Final = 1
WHIM: Final = 0.3  # how far another cut may prefer what is less important
CARD_SCALE: Final = 1.25  # letters are drawn larger than seen: the card moves, too
CARD_WIDEST: Final = 0.80  # of its width
LEAST_SIZE: Final = 0.9  # of its letters, for a title that breaks at its comma
LETTERS_LARGEST, LETTERS_SMALLEST = 0.15, 0.05  # of the card's width


@dataclass(frozen=True, slots=True)
class Clip:
    """The calmest part of a video: where it begins, and how much follows."""

    from_ms: int
    length_ms: int
    size: Size

    @property
    def frames(self) -> int:
        return self.length_ms * FRAMES_A_SECOND // 1000


@dataclass(frozen=True, slots=True)
class FilmMedia:
    """A photo, or a video with the sight of its poster; clip: where it can be cut."""

    photo: PlanPhoto
    clip: Clip | None = None


@dataclass(frozen=True, slots=True)
class FilmAsked:
    """Everything that decides a film but the media.

    seconds: how long it shall be; None for as long as suits it.
    """

    shape: FilmShape
    title: str | None = None
    seed: int = FIRST_SEED
    seconds: float | None = None


def compose_film(media: Sequence[FilmMedia], asked: FilmAsked) -> Film:
    """Decide a film; the same arguments decide the same one.

    media: in the order of time. Near-twins and what there is no time for are left out.
    Raises ValueError without any.
    """
    if not media:
        raise ValueError("a film needs a photo")
    page = asked.shape.page
    card_size = Size(round(page.width * CARD_SCALE), round(page.height * CARD_SCALE))
    letters = _letters(asked.title, card_size)
    shown, left_out = _chosen(media, asked, has_card=letters is not None)
    spans, shown = _spans(shown, has_card=letters is not None)
    frames = lengths(spans, seconds=asked.seconds, has_card=letters is not None)
    hue = dominant_hue(one.photo.sight.hues for one in shown)
    return Film(
        shape=asked.shape.id,
        page=page,
        seed=asked.seed,
        paper=MOSAIC_LIGHT.paper.at(hue),
        ink=MOSAIC_LIGHT.ink.at(hue),
        card=TitleCard(letters, CARD, card_size) if letters else None,
        is_title_in_message=bool(asked.title and asked.title.strip()) and letters is None,
        shots=tuple(
            _shot(one, page, length, asked.seed) for one, length in zip(shown, frames, strict=True)
        ),
        left_out=left_out,
        versions=versions(letters),
    )


def _letters(title: str | None, card: Size) -> Letters | None:
    """In the middle of the card; two lines at most."""
    if not title or not title.strip():
        return None
    space = Space(
        card.width * CARD_WIDEST,
        round(card.width * LETTERS_LARGEST),
        round(card.width * LETTERS_SMALLEST),
    )
    found = letters_for(title, Shape("card", card), space=space)
    if found is None:
        return None
    found = _at_the_comma(found, space.widest_pixels)
    ink = found.baselines[-1]  # of capitals on the first line to the last baseline
    first = found.baselines[0] - round(0.7 * found.size_pixels)
    down = round((card.height - (ink - first)) * 0.47) - first
    return replace(found, baselines=tuple(one + down for one in found.baselines))


def _at_the_comma(found: Letters, widest_pixels: float) -> Letters:
    """A place and its day break between the two, where that costs little of their size."""
    place, comma, day = " ".join(found.lines).partition(", ")
    if not comma or len(found.lines) == 1:
        return found
    lines = (f"{place},", day)
    needed = max(width(line, found.face, found.size_pixels) for line in lines)
    size = int(found.size_pixels * min(1.0, widest_pixels / needed))
    if size < LEAST_SIZE * found.size_pixels:
        return found
    return replace(found, lines=lines, size_pixels=size)


def _chosen(
    media: Sequence[FilmMedia], asked: FilmAsked, *, has_card: bool
) -> tuple[list[FilmMedia], tuple[LeftOut, ...]]:
    """The most telling, in their order; another cut weighs them a little differently."""
    dice = random.Random(asked.seed)  # noqa: S311 - not for secrets
    whim = 0.0 if asked.seed == FIRST_SEED else WHIM
    by_key = {one.photo.key: one for one in media}
    weights = importances({key: one.photo.sight for key, one in by_key.items()})
    weights = {key: weight + whim * dice.random() for key, weight in weights.items()}
    kept, twins = apart([one.photo for one in media], weights, frozenset())
    ranked = sorted((photo.key for photo in kept), key=lambda key: -weights[key])
    most = most_shots(asked.seconds, has_card=has_card)
    crowded = set(ranked[most:])
    left_out = (*twins, *(LeftOut(key, Reason.NO_ROOM) for key in ranked[most:]))
    return [by_key[photo.key] for photo in kept if photo.key not in crowded], left_out


def _spans(media: Sequence[FilmMedia], *, has_card: bool) -> tuple[list[Span], list[FilmMedia]]:
    """What each may last; where clips alone would make it too short, their posters stand still."""
    spans = [(one.clip and clip_span(one.clip.frames)) or None for one in media]
    found = [span or Span() for span in spans]
    cut = [
        one if span else replace(one, clip=None) for one, span in zip(media, spans, strict=True)
    ]
    most = sum(span.most for span in found) - FADE * (len(found) - 1)
    if most + (CARD - FADE if has_card else 0) < FEWEST_FRAMES:
        return [Span()] * len(found), [replace(one, clip=None) for one in media]
    return found, cut


def _shot(media: FilmMedia, page: Size, frames: int, seed: int) -> Shot:
    photo, clip = media.photo, media.clip
    sight = replace(photo.sight, size=clip.size) if clip else photo.sight
    dice = random.Random(f"{seed} {photo.key}")  # noqa: S311 - not for secrets
    found = move(sight, page, dice, is_still=clip is not None)
    return Shot(
        key=photo.key,
        frames=frames,
        source=sight.size,
        begin=found.begin,
        end=found.end,
        on_page=found.on_page,
        clip_ms=clip.from_ms if clip else None,
    )
