"""The town that a person means by what they type, in French or English, with accents or not."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.consent.countries import find_country
from bot.gallery.exonyms import exonyms
from bot.gallery.facts import Place
from bot.gallery.places import DISTRICT, towns

LONGEST_CHARACTERS: Final = 60
NEAR_HOME: Final = 20  # times likelier in one's own country, and as the world knows a name
KNOWN_AT_HOME, KNOWN_FROM = 100_000, 500_000  # people, for a name that stands alone
# People, words and other things that are great towns, too.
NAMESAKES: Final = """
adelaide, alexandria, ali, aurora, austin, bath, batman, bella, brooklyn, buffalo, carmen,
charlotte, constantine, cordoba, dallas, derby, florence, hamilton, houston, jackson, leon,
lincoln, madison, mary, milan, mobile, nancy, nice, orange, orlando, phoenix, reading, salvador,
santiago, savannah, sofia, split, sydney, tours, valencia, van, verona, victoria,
"""
NOT_ALONE: Final = frozenset(re.findall(r"(\w+),", NAMESAKES))
UNACCENTED: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "œ": "oe", "æ": "ae", "ð": "d", "þ": "th"}
)
MARKS: Final = re.compile("[\u0300-\u036f]+")
BREAKS: Final = re.compile(r"[-'’. ]+")
QUALIFIED: Final = re.compile(r"(?P<name>[^,(]+?)\s*[,(]\s*(?P<within>[^,()]+?)\)?\s*$")
SAINTS: Final = re.compile(r"\b(st|ste)\b")
AMERICAN: Final = """
al Alabama, ak Alaska, az Arizona, ar Arkansas, ca California, co Colorado, ct Connecticut,
de Delaware, dc Washington, fl Florida, ga Georgia, hi Hawaii, id Idaho, il Illinois, in Indiana,
ia Iowa, ks Kansas, ky Kentucky, la Louisiana, me Maine, md Maryland, ma Massachusetts,
mi Michigan, mn Minnesota, ms Mississippi, mo Missouri, mt Montana, ne Nebraska, nv Nevada,
nh New Hampshire, nj New Jersey, nm New Mexico, ny New York, nc North Carolina, nd North Dakota,
oh Ohio, ok Oklahoma, or Oregon, pa Pennsylvania, ri Rhode Island, sc South Carolina,
sd South Dakota, tn Tennessee, tx Texas, ut Utah, vt Vermont, va Virginia, wa Washington,
wv West Virginia, wi Wisconsin, wy Wyoming,
"""
STATES: Final = {
    short: name.casefold() for short, name in re.findall(r"(\w\w) ([\w ]+),", AMERICAN)
}


@dataclass(frozen=True, slots=True)
class _Town:
    """One line of the data. is_own: the name was typed as the data has it."""

    name: str
    country: str
    within: str
    people: int
    is_own: bool


def find_town(typed: str, home: str | None = None) -> Place | None:
    """The likeliest town of that name, by its people, at home first; None for none.

    "Paris, Texas" and "Valence (Espagne)" say which. home: the person's country, ISO 3166 alpha-2.
    CPU: half a second the first time, for a child.
    """
    best = _likeliest(typed, home)
    return Place(best.name, best.country) if best else None


def known_town(typed: str, home: str | None = None) -> Place | None:
    """The same of a name said alone: only one that everybody takes for a town; None for others."""
    best = _likeliest(typed, home)
    if best is None or folded(typed) in NOT_ALONE:
        return None
    enough = KNOWN_AT_HOME if best.country == home else KNOWN_FROM
    is_known = best.people >= enough or (best.country, best.name) in exonyms()
    return Place(best.name, best.country) if is_known else None


def _likeliest(typed: str, home: str | None) -> _Town | None:
    if not typed.strip() or len(typed) > LONGEST_CHARACTERS:
        return None
    said = QUALIFIED.fullmatch(typed.strip())
    name, within = (said["name"], said["within"]) if said else (typed, None)
    found = [one for one in _named(folded(name)) if within is None or _is_within(one, within)]
    return max(found, key=lambda one: _likelihood(one, home), default=None)


@cache
def folded(text: str) -> str:
    """As names are compared: no case, accents, hyphens; "St" is a saint."""
    return " ".join(_spelled(text).split())


def _spelled(text: str) -> str:
    """Its lines stay lines."""
    lowered = unicodedata.normalize("NFKD", text.casefold()).translate(UNACCENTED)
    plain = BREAKS.sub(" ", MARKS.sub("", lowered))
    return SAINTS.sub(lambda short: "saint" if short[0] == "st" else "sainte", plain)


def _likelihood(one: _Town, home: str | None) -> int:
    is_famous = one.is_own and (one.country, one.name) in exonyms()
    weight = (NEAR_HOME if one.country == home else 1) * (NEAR_HOME if is_famous else 1)
    return (one.people + 1) * weight


def _is_within(one: _Town, said: str) -> bool:
    """Whether that is its state, its region or its country."""
    name = folded(said)
    region = folded(one.within)
    if one.country == "US" and region == STATES.get(name):
        return True
    return region == name or one.country == find_country(said)


def _named(name: str) -> Iterator[_Town]:
    """Every town of the data that is called so, by itself or in another tongue."""
    if not name or "\t" in name or "\n" in name:
        return
    for line in _lines_named(name):
        yield _town(line, is_own=True)
    for key in _exonyms_named().get(name, ()):
        for line in _lines_named(folded(key[1])):
            found = _town(line, is_own=False)
            if (found.country, found.name) == key:
                yield found


def _town(line: int, *, is_own: bool) -> _Town:
    known = towns()
    name, country, within = known.lines[line].split("\t")
    tidy = DISTRICT.sub("", name).replace("'", "’")
    return _Town(tidy, country, within, int(known.people[line]), is_own)


def _lines_named(name: str) -> Iterator[int]:
    """The numbers of the lines with this folded name."""
    text = _folded_names()
    wanted = f"\n{name}\n"
    at = text.find(wanted)
    while at >= 0:
        yield text.count("\n", 0, at)
        at = text.find(wanted, at + 1)


@cache
def _folded_names() -> str:
    """Every name folded, a line each: one text is a tenth of what a dictionary would take."""
    names = "\n".join(line.split("\t", 1)[0] for line in towns().lines)
    return f"\n{_spelled(names)}\n"


@cache
def _exonyms_named() -> dict[str, list[tuple[str, str]]]:
    """The towns that a folded French or English name is for."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key, exonym in exonyms().items():
        for name in {folded(one) for one in (exonym.en, exonym.fr, *exonym.also)}:
            if name != folded(key[1]):
                found.setdefault(name, []).append(key)
    return found
