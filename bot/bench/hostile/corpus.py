"""The ten thousand: which families there are, how many of each, and in which order."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from bot.bench.hostile import archives, bombs, broken, disguises, facts, films, moving
from bot.bench.hostile.file import FULL, HostileFile, Make, Scale, Way

SEED = 35  # the number of the abuse case


@dataclass(frozen=True, slots=True)
class Family:
    """How many of the ten thousand are made in this way."""

    name: str
    way: Way
    make: Make
    count: int


FAMILIES = (
    Family("cut short", Way.PICTURE, broken.truncated, 1_400),
    Family("bits flipped", Way.PICTURE, broken.flipped, 1_200),
    Family("heads flipped", Way.PICTURE, broken.flipped_head, 900),
    Family("spliced", Way.PICTURE, broken.spliced, 1_000),
    Family("stuffed", Way.PICTURE, broken.stuffed, 600),
    Family("lengths that lie", Way.PICTURE, broken.lengths_that_lie, 700),
    Family("sizes that lie", Way.PICTURE, bombs.sizes_that_lie, 500),
    Family("packed bombs", Way.PICTURE, bombs.packed_bombs, 150),
    Family("profile and XMP bombs", Way.PICTURE, bombs.colour_bombs, 160),
    Family("50 megapixels, 16,000 px", Way.PICTURE, bombs.edges, 90),
    Family("other files as pictures", Way.PICTURE, disguises.strangers, 400),
    Family("empty and tiny", Way.PICTURE, disguises.tiny, 100),
    Family("polyglots", Way.PICTURE, disguises.polyglots, 400),
    Family("GIF that is a script", Way.PICTURE, disguises.gif_scripts, 50),
    Family("odd dates and places", Way.PICTURE, facts.odd_facts, 400),
    Family("EXIF without end", Way.PICTURE, facts.endless_facts, 200),
    Family("EXIF of 10 MB", Way.PICTURE, facts.huge_facts, 40),
    Family("10,000 frames", Way.PICTURE, moving.many_frames, 60),
    Family("rare kinds", Way.PICTURE, moving.rare_kinds, 350),
    Family("playlists as films", Way.FILM, disguises.playlists, 300),
    Family("boxes that lie", Way.FILM, films.boxes_that_lie, 300),
    Family("films cut and flipped", Way.FILM, films.mangled_films, 200),
    Family("giant films", Way.FILM, films.giant_films, 100),
    Family("zip slip", Way.ARCHIVE, archives.slips, 80),
    Family("links in zips", Way.ARCHIVE, archives.links, 20),
    Family("every alphabet", Way.ARCHIVE, archives.names, 60),
    Family("zip bombs", Way.ARCHIVE, archives.zip_bombs, 60),
    Family("nested zips", Way.ARCHIVE, archives.nested, 40),
    Family("locked zips", Way.ARCHIVE, archives.locked, 40),
    Family("100,000 entries", Way.ARCHIVE, archives.many_entries, 20),
    Family("zips cut and flipped", Way.ARCHIVE, archives.mangled_zips, 80),
)
WHOLE = sum(family.count for family in FAMILIES)


def hostile_files(
    count: int = WHOLE, scale: Scale = FULL, seed: int = SEED
) -> Iterator[HostileFile]:
    """About `count` files, the same ones for the same seed, every family among them; made one
    at a time, since the large ones would fill any memory together.
    """
    for place, family in enumerate(FAMILIES):
        dice = random.Random(seed * 1_000 + place)  # noqa: S311  no secret hangs on it
        for _ in range(max(1, round(family.count * count / WHOLE))):
            yield HostileFile(family.name, family.way, family.make(dice, scale))
