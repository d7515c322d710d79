"""The corpus as a list of truths: pictures of every occasion, their copies, what is drawn."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain, cycle, islice
from typing import Final

import numpy as np

from bot.bench.corpus.bases import COMPANY, REAL, Base
from bot.bench.corpus.lens import Change, at_night, changed, out_of_focus, somewhere
from bot.bench.corpus.noise import Dice
from bot.bench.corpus.papers import PAPERS
from bot.bench.corpus.screens import SCREENS
from bot.bench.corpus.story import PEOPLE, Occasion, Who, occasions
from bot.bench.corpus.truth import Truth
from bot.gallery.facts import Source, TakenAt
from bot.vision.sight import PictureKind

DRAWN_SHARE: Final = 0.2  # screenshots, papers and memes among all media
SEED: Final = 7
BURST_SHARE, COPY_SHARE = 0.1, 0.28
COPIES: Final = tuple(change for change in Change if change not in {Change.NONE, Change.BURST})
NIGHT: Final = (22, 6)


def truths(media: int, *, seed: int = SEED) -> list[Truth]:
    """What a corpus of `media` pictures holds; the same numbers, the same corpus.

    The pictures of one occasion follow one another; those that are drawn come last.
    """
    drawn = round(media * DRAWN_SHARE)
    dice = np.random.default_rng([seed, 1])
    stories = (_shots(one, dice) for one in _with_real_ones(occasions(dice), dice))
    taken = list(islice(chain.from_iterable(stories), media - drawn))
    return [*_given(taken, dice), *islice(_drawings(dice), drawn)]


def _with_real_ones(stories: Iterator[Occasion], dice: Dice) -> Iterator[Occasion]:
    """The photographs that ship each have one occasion of their own; people have several."""
    real = [Base(name) for name in REAL]
    company = 0
    for number, one in enumerate(stories):
        if number % 4 == 1 and real:
            extra = real.pop(int(dice.integers(len(real))))
            yield replace(one, subjects=(extra,), pictures=max(one.pictures, 12))
        elif number % 5 == 2:
            company += 1
            extra = Base(COMPANY, company)
            yield replace(one, subjects=(*one.subjects, extra))
        else:
            yield one


def _shots(one: Occasion, dice: Dice) -> Iterator[Truth]:
    """Its pictures in the order in which they were taken, bursts and copies among them."""
    at, count = one.begin, 0
    while count < one.pictures:
        who = one.people[int(dice.integers(len(one.people)))]
        first = _first(one, who, at, f"{one.name}-{count:02}", dice)
        again = list(_again(first, dice))
        yield from (first, *again)
        count += 1 + len(again)
        at += timedelta(minutes=min(one.pace * float(dice.lognormal(0, 0.8)), 50))


def _first(one: Occasion, who: Who, at: datetime, key: str, dice: Dice) -> Truth:
    base = one.subjects[min(int(dice.integers(len(one.subjects) + 1)), len(one.subjects) - 1)]
    camera = somewhere(dice)
    is_night = (at.hour >= NIGHT[0] or at.hour < NIGHT[1]) and dice.random() < 0.8
    is_blurred = not is_night and dice.random() < 0.05
    camera = at_night(camera, dice) if is_night else camera
    camera = out_of_focus(camera, dice) if is_blurred else camera
    if base.family == COMPANY:
        camera = replace(camera, left=0.0, top=0.0, side=1.0)  # everyone is in it
    return Truth(
        key=key,
        kind=PictureKind.PHOTO,
        style=base.family,
        seed=int(dice.integers(1 << 30)),
        base=base,
        camera=camera,
        take=key,
        event=one.name,
        person=who.name,
        town=one.town,
        happened=at,
        stated=_exif(at + who.skew),
        has_place=bool(dice.random() < who.placed_share),
        faces=base.faces,
        is_held_out=base.is_held_out,
        is_blurred=is_blurred,
        is_night=is_night,
    )


def _again(first: Truth, dice: Dice) -> Iterator[Truth]:
    """A burst within seconds, or a copy made of it within minutes."""
    if first.happened is None or first.stated is None or first.is_blurred:
        return
    luck = dice.random()
    if luck < BURST_SHARE:
        changes, seconds = (Change.BURST,) * int(dice.integers(1, 4)), 1.2
    elif luck < BURST_SHARE + COPY_SHARE:
        changes, seconds = (COPIES[int(dice.integers(len(COPIES)))],), float(dice.uniform(0, 300))
    else:
        return
    clock = first.stated.local or first.happened
    for number, change in enumerate(changes, 1):
        later = timedelta(seconds=round(seconds * number))
        yield replace(
            first,
            key=f"{first.key}-{number}",
            seed=int(dice.integers(1 << 30)),
            camera=changed(first.camera, change, dice),
            change=change,
            happened=first.happened + later,
            stated=_exif(clock + later),
        )


def _exif(local: datetime) -> TakenAt:
    return TakenAt(local.date(), source=Source.EXIF, time=local.time().replace(microsecond=0))


def _given(taken: list[Truth], dice: Dice) -> Iterator[Truth]:
    """Hand the pictures over in albums: mostly one occasion and person each, sometimes more.

    What others took comes as files with their own clocks, or forwarded, about a day known.
    """
    album, order, last = 0, 0, ("", "")
    forwarded = False
    for one in sorted(taken, key=lambda one: (one.event or "", one.person)):
        whose = (one.event or "", one.person)
        is_new = whose[1] != last[1] or (whose != last and dice.random() < 0.7)
        if is_new or dice.random() < 0.04:
            album, order = album + 1, 0
            forwarded = one.person != PEOPLE[0].name and bool(dice.random() < 0.4)
        last, order = whose, order + 1
        given = replace(one, album=f"album-{album:03}", order=order)
        yield _forwarded(given) if forwarded else given


def _forwarded(one: Truth) -> Truth:
    """A forward keeps no place and no hour, only the day it was first sent: a guess."""
    if one.happened is None:
        return one
    sent = one.happened + timedelta(hours=2)
    guess = TakenAt(sent.date(), source=Source.FORWARD, is_guess=True)
    return replace(one, stated=guess, has_place=False)


def _drawings(dice: Dice) -> Iterator[Truth]:
    """All styles in turn; their days are no event's."""
    styles = cycle(_styles())
    for number, style in enumerate(styles):
        kind, is_held_out = _kind(style)
        yield Truth(
            key=f"{style}-{number:04}",
            kind=kind,
            style=style,
            seed=int(dice.integers(1 << 30)),
            take=f"{style}-{number:04}",
            happened=None,
            album=f"drawn-{number // 5:03}",
            order=number % 5,
            is_held_out=is_held_out,
        )


def _styles() -> list[str]:
    return [*SCREENS, *PAPERS, *SCREENS, *PAPERS]


def _kind(style: str) -> tuple[PictureKind, bool]:
    if style in SCREENS:
        return PictureKind.SCREENSHOT, SCREENS[style][2]
    if style == "meme":
        return PictureKind.MEME, PAPERS[style][2]
    is_receipt = style.startswith("slip")
    return PictureKind.RECEIPT if is_receipt else PictureKind.DOCUMENT, PAPERS[style][2]


def without_half_the_dates(found: list[Truth], *, seed: int = SEED) -> list[Truth]:
    """The same corpus where Telegram stripped half of the photos: no date, no place.

    Seven albums in ten lose every other one by chance, the others all or nothing.
    """
    dice = np.random.default_rng([seed, 2])
    shares = {one.album: _stripped_share(dice) for one in found}
    return [
        replace(one, stated=None, has_place=False) if dice.random() < shares[one.album] else one
        for one in found
    ]


def _stripped_share(dice: Dice) -> float:
    luck = dice.random()
    if luck < 0.7:
        return 0.5
    return 1.0 if luck < 0.85 else 0.0
