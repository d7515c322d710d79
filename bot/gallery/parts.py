"""The parts that one Google Takeout comes in: a picture's JSON may lie in another part than it."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

from bot.gallery.takeout import teller_of, tellers

# takeout-20240131T101010Z-001.zip, what that is unpacked to, and what a second "Takeout" becomes.
PART: Final = re.compile(r"takeout(-[0-9]{8}t[0-9]{6}z)?[-_ ()0-9]*(?:\.zip)?", re.IGNORECASE)


def export_of(folder: str) -> str:
    """A folder's path, the parts of one export called alike: they are cut where they are full."""
    return "/".join(_export(name) for name in folder.split("/"))


def told_by(media: Collection[str], jsons: Collection[str]) -> dict[str, str]:
    """The JSON that tells of each media, where there is one; both by their paths, each once.

    It is the one beside it, else the only one of that name in the other parts, where it tells of
    nothing beside itself.
    """
    found = dict(_told(media, jsons, str))
    taken = set(found.values())
    silent = [path for path in media if path not in found]
    return found | dict(_told(silent, [one for one in jsons if one not in taken], export_of))


def untold(media: Iterable[str], told: Collection[str]) -> int:
    """How many media of a Takeout have no JSON; none of what is no Takeout."""
    tells = {_split(path)[0] for path in told}
    folders = [_split(path)[0] for path in media if path not in told]
    return sum(folder in tells or _is_of_export(folder) for folder in folders)


def _told(
    media: Iterable[str], jsons: Iterable[str], shelf_of: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """By the shelf that their folder is on; two of one name there tell of nothing."""
    shelves: dict[str, dict[str, str]] = defaultdict(dict)
    for path in jsons:
        folder, name = _split(path)
        shelf = shelves[shelf_of(folder)]
        shelf[name] = "" if name in shelf else path
    known = {
        which: tellers(name for name, path in shelf.items() if path)
        for which, shelf in shelves.items()
    }
    for path in media:
        folder, name = _split(path)
        which = shelf_of(folder)
        if found := teller_of(name, known.get(which, {})):
            yield path, shelves[which][found]


def _split(path: str) -> tuple[str, str]:
    folder, _, name = path.rpartition("/")
    return folder, name


def _export(name: str) -> str:
    found = PART.fullmatch(name)
    return f"Takeout{found[1] or ''}" if found else name


def _is_of_export(folder: str) -> bool:
    return any(PART.fullmatch(name) for name in folder.split("/"))
