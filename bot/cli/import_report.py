"""What `pepite import` did, or would do: for a terminal, or as JSON."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from bot.cli.sentences import left_out_words, said
from bot.gallery.answers import Outcome, Refusal
from bot.gallery.entries import shown_name
from bot.gallery.tally import UNDATED, Tally

NAMES_SHOWN: Final = 20  # of what was refused for one reason; JSON has them all
LONGEST_NAME: Final = 500  # characters
PLACES_SHOWN: Final = 5
SOURCES: Final[Mapping[str, str]] = {
    "exif": "by the camera",
    "takeout": "by Google Takeout",
    "film": "by the video",
    "file_name": "by the file's name",
    UNDATED: "without a date",
}
PARTS: Final = (
    "without their JSON, which may lie in another part of the Takeout:"
    " a folder with all its parts is read as one"
)
HOW_TO_DATE: Final = (
    "those go where their folder tells; for the rest their owner can say when it was:"
    " /gallery, No date, Correct the date"
)


@dataclass(slots=True)
class Report:
    """stopped: why it ended before its end, one sentence; left_out: by reason."""

    dry_run: bool
    found: int
    tally: Tally
    left_out: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    stopped: str | None = None

    @property
    def untold(self) -> int:
        """How many have no date, and no JSON that might tell it, though others have."""
        return min(self.tally.untold, self.tally.dates[UNDATED])


def as_json(report: Report) -> str:
    tally = report.tally
    record: dict[str, Any] = {
        "dry_run": report.dry_run,
        "found": report.found,
        "kept": tally.kept,
        "photos": tally.kept - tally.outcomes[Outcome.FILM],
        "videos": tally.outcomes[Outcome.FILM],
        "known": tally.outcomes[Outcome.KNOWN],
        "refused": [
            {
                "reason": some[0].text_id,
                "says": sentence,
                "count": len(some),
                "files": [shown_name(one.name, LONGEST_NAME) for one in some],
            }
            for sentence, some in _reasons(tally).items()
        ],
        "others": tally.others,
        "dated_by": dict(tally.dates),
        "untold": report.untold,
        "places": dict(tally.places.most_common()),
        "left_out": dict(report.left_out),
        "seconds": round(report.seconds, 1),
        "stopped": report.stopped,
    }
    return json.dumps(record, ensure_ascii=False, indent=2)


def as_text(report: Report) -> str:
    tally, kept = report.tally, "would be kept" if report.dry_run else "kept"
    films = tally.outcomes[Outcome.FILM]
    lines = [
        f"{kept:<14} {tally.kept - films} photos, {films} videos",
        f"{'there before':<14} {tally.outcomes[Outcome.KNOWN]}",
        *(f"{'dated':<14} {count} {SOURCES[source]}" for source, count in _dates(tally)),
        *([f"{'':<14} {report.untold} of them {PARTS}"] if report.untold else []),
        *([f"{'':<14} {HOW_TO_DATE}"] if tally.dates[UNDATED] else []),
        *_places(tally),
        *(f"{'left out':<14} {words}" for words in left_out_words(report.left_out)),
        *_refused(tally),
    ]
    if tally.others:
        files = "file that is" if tally.others == 1 else "files that are"
        lines.append(f"{'left alone':<14} {tally.others} {files} no media")
    if report.stopped:
        lines.append(f"{'stopped':<14} {report.stopped}")
    return "\n".join(lines)


def _dates(tally: Tally) -> list[tuple[str, int]]:
    return [(source, tally.dates[source]) for source in SOURCES if tally.dates[source]]


def _places(tally: Tally) -> list[str]:
    """The towns most met, and how many more there are."""
    if not tally.places:
        return []
    shown = [f"{town} {count}" for town, count in tally.places.most_common(PLACES_SHOWN)]
    more = len(tally.places) - len(shown)
    return [f"{'places':<14} {', '.join(shown)}{f' and {more} more' if more else ''}"]


def _refused(tally: Tally) -> list[str]:
    """Each reason, and under it the files by their names."""
    lines = []
    for sentence, some in _reasons(tally).items():
        names = [shown_name(one.name, LONGEST_NAME) for one in some[:NAMES_SHOWN]]
        more = len(some) - len(names)
        lines.append(f"{'refused':<14} {len(some)}: {sentence}")
        lines += [f"{'':<14} {name}" for name in [*names, *([f"and {more} more"] if more else [])]]
    return lines


def _reasons(tally: Tally) -> Mapping[str, Sequence[Refusal]]:
    """By the sentences that people read in the chat, the most frequent first."""
    found: dict[str, list[Refusal]] = defaultdict(list)
    for refusal in tally.refused:
        found[said(refusal)].append(refusal)
    return dict(sorted(found.items(), key=lambda one: -len(one[1])))
