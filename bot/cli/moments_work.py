"""The work of `pepite moments`: look at one photo after the other, group, name, and say it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from bot.cli.refused import why
from bot.cli.sentences import left_out_words, said
from bot.clock import WallClock
from bot.errors import FriendlyError, OperatorError
from bot.gallery.answers import Refusal
from bot.gallery.arrival import with_camera
from bot.gallery.best import worth
from bot.gallery.entries import Form, Item, Survey, survey_from
from bot.gallery.facts import Facts
from bot.gallery.folder import NotThere
from bot.gallery.intake import take_picture
from bot.gallery.journeys import journeys
from bot.gallery.left_out import Candidate, LeftOut, counted, left_out
from bot.gallery.moment_item import MomentItem
from bot.gallery.moments import group
from bot.gallery.titles import title_of
from bot.gallery.unpacking import Terms, look_through, unpack
from bot.pixels.refusals import Refused
from bot.vision.look import look_at
from bot.vision.sight import Sight
from bot.writing.moment_titles import say_title

UNDATED: Final = "No date"


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo of the folder; name: its path from there."""

    name: str
    facts: Facts
    sight: Sight


@dataclass(frozen=True, slots=True)
class Moments:
    """In the order of time, undated photos last; journeys: which of them, by their places."""

    photos: Mapping[str, Photo]
    moments: Sequence[Sequence[str]]
    journeys: Sequence[Sequence[int]]
    left_out: Mapping[str, LeftOut[str]]
    refused: Sequence[str]

    def facts(self, names: Sequence[str]) -> list[Facts]:
        return [self.photos[name].facts for name in names]

    def title(self, names: Sequence[str]) -> str:
        title = title_of(self.facts(names))
        return say_title(title, "en") if title else UNDATED

    def best(self, names: Sequence[str]) -> str | None:
        """The best shot of those that would be suggested; None where none would be."""
        shown = [name for name in names if name not in self.left_out]
        return max(shown, key=lambda name: worth(self.photos[name].sight), default=None)


def moments_of(folder: Path) -> Moments:
    """Nothing is kept. Raises OperatorError where there is no such folder, or no photo in it."""
    listed = _listed(folder)
    photos = {}
    refused = [
        f"{folder / name}: {said(Refusal(reason))}"
        for reason, names in listed.refused.items()
        for name in names
    ]
    for item in listed.items:
        if item.kind is not Form.PHOTO:
            continue
        try:
            photos[item.name] = _look(folder, item)
        except Refused as refusal:
            refused.append(f"{folder / item.name}: {why(refusal)}")
        except FriendlyError as refusal:
            refused.append(f"{folder / item.name}: {said(Refusal(refusal.text_id))}")
    if not photos and not refused:
        raise OperatorError(f"{folder} has no photo in it.")
    return _grouped(photos, refused)


def _listed(folder: Path) -> Survey:
    """Photos with what Google Takeout tells of them; nothing that is hidden, no link."""
    if not folder.is_dir():
        raise OperatorError(f"{folder} is no folder.")
    try:
        return survey_from(look_through(folder))
    except FriendlyError as refusal:
        why_not = said(Refusal(refusal.text_id, refusal.facts))
        raise OperatorError(f"{folder} is not read. {why_not}") from None


def _grouped(photos: Mapping[str, Photo], refused: Sequence[str]) -> Moments:
    found = group([_item(photo, at) for at, photo in enumerate(photos.values())])
    dated = [moment for moment in found if photos[moment[0]].facts.taken]
    undated = [name for moment in found[len(dated) :] for name in moment]
    facts = [[photos[name].facts for name in moment] for moment in dated]
    candidates = [Candidate(one.name, one.sight, one.facts.taken) for one in photos.values()]
    together = [*dated, undated] if undated else dated
    alone = [[len(dated)]] if undated else []
    return Moments(
        photos, together, [*journeys(facts), *alone], left_out(candidates), tuple(refused)
    )


def _look(folder: Path, item: Item) -> Photo:
    """Raises the refusals of `bot.pixels`, and NotThere.

    A moment that Takeout tells of no place is told by UTC: whose photo it is, nobody knows here.
    """
    today = WallClock().now().date()
    (one,) = unpack(folder, [item], Terms("UTC", today, with_place=True))
    if one.content is None:
        raise NotThere
    intake = take_picture(one.content, with_place=True)
    facts = with_camera(one.facts, intake.taken, is_scan=intake.is_scan, latest=today)
    sight = look_at(intake.glance or intake.clean, faces=True)
    return Photo(item.name, replace(facts, place=intake.place or facts.place), sight)


def _item(photo: Photo, at: int) -> MomentItem[str]:
    """A folder is what was given in one go, in the order of its names."""
    return MomentItem(
        photo.name,
        photo.facts.taken,
        photo.facts.place,
        photo.sight.likeness,
        album=str(Path(photo.name).parent),
        order=at,
        is_drawn=not photo.sight.is_photo,
    )


def as_json(found: Moments) -> str:
    told = [
        {
            "title": found.title([name for at in journey for name in found.moments[at]]),
            "moments": [_record(found, found.moments[at]) for at in journey],
        }
        for journey in found.journeys
    ]
    return json.dumps(told, ensure_ascii=False, indent=2)


def _record(found: Moments, names: Sequence[str]) -> dict[str, Any]:
    return {
        "title": found.title(names),
        "photos": list(names),
        "best": found.best(names),
        "left_out": {
            name: {"reason": one.reason.value, "stands_for": one.stands_for}
            for name in names
            if (one := found.left_out.get(name))
        },
    }


def as_text(found: Moments) -> str:
    """A journey's title above its moments; a moment alone by itself."""
    lines = []
    for journey in found.journeys:
        indent = ""
        if len(journey) > 1:
            lines.append(found.title([name for at in journey for name in found.moments[at]]))
            indent = "  "
        for at in journey:
            lines += [indent + line for line in _lines(found, found.moments[at])]
    return "\n".join(lines)


def _lines(found: Moments, names: Sequence[str]) -> list[str]:
    photos = "1 photo" if len(names) == 1 else f"{len(names)} photos"
    reasons = counted(found.left_out[name] for name in names if name in found.left_out)
    without = ", ".join(left_out_words({why.value: count for why, count in reasons.items()}))
    left = f"; left out: {without}" if without else ""
    best = f", the best {name}" if (name := found.best(names)) else ""
    return [found.title(names), f"  {photos}{best}{left}"]
