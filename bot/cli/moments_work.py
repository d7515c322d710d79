"""The work of `pepite moments`: look at one media after the other, group, name, and say it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bot.cli.moments_look import Media, look
from bot.cli.refused import why
from bot.cli.sentences import left_out_words, said
from bot.errors import FriendlyError, OperatorError
from bot.gallery.answers import Refusal
from bot.gallery.best import worth
from bot.gallery.entries import Survey, survey_from
from bot.gallery.facts import Facts
from bot.gallery.journeys import journeys
from bot.gallery.left_out import Candidate, LeftOut, counted, left_out
from bot.gallery.moment_item import MomentItem
from bot.gallery.moments import group
from bot.gallery.titles import title_of
from bot.gallery.unpacking import look_through
from bot.pixels.refusals import Refused
from bot.writing.moment_titles import say_title

UNDATED: Final = "No date"


@dataclass(frozen=True, slots=True)
class Moments:
    """In the order of time, undated media last; journeys: which of them, by their places."""

    media: Mapping[str, Media]
    moments: Sequence[Sequence[str]]
    journeys: Sequence[Sequence[int]]
    left_out: Mapping[str, LeftOut[str]]
    refused: Sequence[str]

    def facts(self, names: Sequence[str]) -> list[Facts]:
        return [self.media[name].facts for name in names]

    def title(self, names: Sequence[str]) -> str:
        title = title_of(self.facts(names))
        return say_title(title, "en") if title else UNDATED

    def best(self, names: Sequence[str]) -> str | None:
        """The best shot of what would be suggested, of films where no photo is; else None."""
        seen = {
            name: (not one.is_film, worth(one.sight))
            for name in names
            if name not in self.left_out and (one := self.media[name]).sight
        }
        return max(seen, key=lambda name: seen[name], default=None)

    def films(self, names: Sequence[str]) -> list[str]:
        return [name for name in names if self.media[name].is_film]


def moments_of(folder: Path) -> Moments:
    """Nothing is kept. Raises OperatorError for no folder, and one with nothing to see."""
    listed = _listed(folder)
    media = {}
    refused = [
        f"{folder / name}: {said(Refusal(reason))}"
        for reason, names in listed.refused.items()
        for name in names
    ]
    for item in listed.items:
        try:
            media[item.name] = look(folder, item)
        except Refused as refusal:
            refused.append(f"{folder / item.name}: {why(refusal)}")
        except FriendlyError as refusal:
            refused.append(f"{folder / item.name}: {said(Refusal(refusal.text_id))}")
    if not media and not refused:
        raise OperatorError(f"{folder} has no photo and no video in it.")
    return _grouped(media, refused)


def _listed(folder: Path) -> Survey:
    """Media with what Google Takeout tells of them; nothing that is hidden, no link."""
    if not folder.is_dir():
        raise OperatorError(f"{folder} is no folder.")
    try:
        return survey_from(look_through(folder))
    except FriendlyError as refusal:
        why_not = said(Refusal(refusal.text_id, refusal.facts))
        raise OperatorError(f"{folder} is not read. {why_not}") from None


def _grouped(media: Mapping[str, Media], refused: Sequence[str]) -> Moments:
    found = group([_item(one, at) for at, one in enumerate(media.values())])
    dated = [moment for moment in found if media[moment[0]].facts.taken]
    undated = [name for moment in found[len(dated) :] for name in moment]
    facts = [[media[name].facts for name in moment] for moment in dated]
    candidates = [
        Candidate(one.name, one.sight, one.facts.taken, is_film=one.is_film)
        for one in media.values()
        if one.sight
    ]
    together = [*dated, undated] if undated else dated
    alone = [[len(dated)]] if undated else []
    return Moments(
        media, together, [*journeys(facts), *alone], left_out(candidates), tuple(refused)
    )


def _item(one: Media, at: int) -> MomentItem[str]:
    """A folder is what was given in one go, in the order of its names; as in the gallery."""
    return MomentItem(
        one.name,
        one.facts.taken,
        one.facts.place,
        None if one.facts.is_of_another_day or not one.sight else one.sight.likeness,
        album=None if one.facts.is_of_another_day else str(Path(one.name).parent),
        order=at,
        is_drawn=one.sight is not None and not one.sight.is_photo,
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
    films = found.films(names)
    return {
        "title": found.title(names),
        "photos": [name for name in names if name not in films],
        "films": films,
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
    films = len(found.films(names))
    counts = {"photo": len(names) - films, "video": films}
    told = " and ".join(_count(number, noun) for noun, number in counts.items() if number)
    reasons = counted(found.left_out[name] for name in names if name in found.left_out)
    without = ", ".join(left_out_words({why.value: count for why, count in reasons.items()}))
    left = f"; left out: {without}" if without else ""
    best = f", the best {name}" if (name := found.best(names)) else ""
    return [found.title(names), f"  {told}{best}{left}"]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
