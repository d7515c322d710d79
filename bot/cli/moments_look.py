"""One photo or video of a folder, looked at for `pepite moments`; nothing is kept."""

from dataclasses import dataclass, replace
from pathlib import Path

from bot.clock import WallClock
from bot.gallery.arrival import with_camera
from bot.gallery.entries import Form, Item
from bot.gallery.facts import Facts
from bot.gallery.film_dates import on_their_day
from bot.gallery.folder import NotThere
from bot.gallery.intake import Intake, take_film, take_picture
from bot.gallery.unpacking import Terms, unpack
from bot.vision.look import look_apart, look_at
from bot.vision.sight import Sight
from bot.vision.together import together

ZONE = "UTC"  # whose photos they are, nobody knows here


@dataclass(frozen=True, slots=True)
class Media:
    """name: its path from the folder. sight: of a film its poster's; None where it has none."""

    name: str
    facts: Facts
    sight: Sight | None
    is_film: bool = False


def look(folder: Path, item: Item) -> Media:
    """What tells nothing of its place is told by UTC. Raises the refusals of `bot.pixels`,
    FilmUnsupported, and NotThere.
    """
    today = WallClock().now().date()
    (one,) = unpack(folder, [item], Terms(ZONE, today, with_place=True))
    if one.content is None:
        raise NotThere
    take = take_film if one.kind is Form.VIDEO else take_picture
    intake = take(one.content, with_place=True)
    taken = intake.taken
    if taken is None and intake.filmed_at:
        taken = on_their_day(intake.filmed_at, ZONE, named=one.facts.taken)
    facts = with_camera(one.facts, taken, is_scan=intake.is_scan, latest=today)
    known = replace(facts, place=intake.place or facts.place)
    return Media(item.name, known, _seen(intake), intake.is_film)


def _seen(intake: Intake) -> Sight | None:
    """A film by its pictures, where they can be opened here."""
    if not intake.is_film:
        return look_at(intake.glance or intake.clean, faces=True)
    looks = [look_apart(one, faces=True) for one in intake.glimpses]
    return together(looks).look[1] if looks else None
