"""What stands for a year or a moment: its cover, its facts, the journey it is part of."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from bot.gallery.catalogue import A_STRIP, MomentCover, Thumb, Year, cover_first
from bot.gallery.facts import Facts
from bot.gallery.journeys import journeys_around
from bot.gallery.left_out import LeftOut
from bot.vision.sight import Sight
from storage.gallery import MediaId, MediaKind, MediaRow
from storage.gallery_browse import Group, GroupLine, YearLine


def thumb_of(row: MediaRow, facts: Mapping[MediaId, Facts]) -> Thumb:
    return Thumb(row.id, row.kind, facts[row.id])


def suggested(
    rows: Sequence[MediaRow], out: Mapping[MediaId, LeftOut[MediaId]]
) -> Sequence[MediaRow]:
    """What may stand for a year: left-outs only where there is nothing else."""
    return [row for row in rows if row.id not in out] or rows


def year_of(
    line: YearLine,
    rows: Sequence[MediaRow],
    facts: Mapping[MediaId, Facts],
    sights: Mapping[MediaId, Sight],
) -> Year:
    known = {row.id: row for row in rows}
    chosen = cover_first(list(known), _still(known, sights), A_STRIP)
    return Year(line.year, line.count, tuple(thumb_of(known[key], facts) for key in chosen))


def latest_first(
    lines: Sequence[GroupLine],
    rows: Mapping[Group, Sequence[MediaRow]],
    facts: Mapping[MediaId, Facts],
) -> list[GroupLine]:
    """Groups of one day by their hours, too, which only the facts tell."""

    def begin(line: GroupLine) -> datetime:
        taken = [facts[row.id].taken for row in rows[line.group]]
        times = [one.local for one in taken if one and one.local and one.first == line.first]
        return min(times, default=datetime.combine(line.first or date.min, time.min))

    return sorted(lines, key=begin, reverse=True)


def journeys_of(
    lines: Sequence[GroupLine],
    rows: Mapping[Group, Sequence[MediaRow]],
    facts: Mapping[MediaId, Facts],
) -> Mapping[Group, tuple[Facts, ...]]:
    """Of groups that are told the latest first."""
    groups = [one.group for one in reversed(lines)]
    told = [[facts[row.id] for row in rows[group]] for group in groups]
    return dict(zip(groups, journeys_around(told), strict=True))


def moment_of(
    group: Group,
    count: int,
    rows: Sequence[MediaRow],
    facts: Mapping[MediaId, Facts],
    sights: Mapping[MediaId, Sight],
) -> MomentCover:
    known = {row.id: row for row in rows}
    cover = cover_first(list(known), _still(known, sights), 1)[0]
    told = tuple(facts[row.id] for row in rows)
    return MomentCover(group, count, told, thumb_of(known[cover], facts))


def _still(
    known: Mapping[MediaId, MediaRow], sights: Mapping[MediaId, Sight]
) -> Mapping[MediaId, Sight]:
    """A photo stands for others rather than a film's poster."""
    photos = [row.id for row in known.values() if row.kind is MediaKind.PHOTO]
    return {key: sights[key] for key in photos if key in sights}
