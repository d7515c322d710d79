"""Places as people say them in a sentence: "chez Mamie", "at Grandma's", "à Lyon"."""

import re
from dataclasses import dataclass
from typing import Final

MOST_WORDS: Final = 5  # of a name; more is a sentence
AT_SOMEBODYS: Final = re.compile(r"chez\s+(?!(?:qui|quoi)\b)\S.*", re.IGNORECASE)
AT_HOME: Final = re.compile(
    r"(?:à|a|dans|de)\s+(?P<la>la|l['’]|notre|ma)\s*(?P<thing>(?:maison|cabane|ferme|campagne|appart\w*"
    r"|école|ecole|crèche|maternité|hôpital)\b.*)"
    r"|(?:au|dans le)\s+(?P<le>(?:chalet|cabanon|bureau|jardin|mas|gîte|gite|boulot|travail)\b.*)",
    re.IGNORECASE,
)
AT_OURS: Final = re.compile(
    r"(?:at|in)\s+(?P<name>home|work|school|(?:the|our|my)\s+(?:cabin|cottage|farm|lake house"
    r"|house|beach house|office|garden|flat|apartment|allotment|chalet)\b.*"
    r"|(?:[\w-]+\s+){0,3}[\w-]+(?:['’]s|s['’])(?:\s+(?:house|place|home|flat|cabin|farm|garden"
    r"|apartment|cottage))?)",
    re.IGNORECASE,
)
IN_TOWN: Final = re.compile(
    r"(?:à|a|en|dans|in|at|near|près d(?:e |['’])|vers|around)\s*(?<=[\s'’])"
    r"(?P<name>(?:(?:l[ea]s?|the|san|saint)\s+|l['’])?\w[^,.!;]*(?:,\s*[^,.!;]+)?)",
    re.IGNORECASE,
)
IN_LE: Final = re.compile(r"(?P<to>aux?)\s+(?P<name>[^\W\d_a-zà-ÿ]\w.*)")
LITTLE: Final = frozenset({"le", "la", "les", "the", "l", "un", "une", "a", "an", "my", "our"})


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """words: the name alone. is_own: the person's own name for it, whatever towns there are.

    otherwise: the whole as a note, for where no town is called so; None where small letters make
    a town doubtful, and a note of it too.
    """

    words: str
    is_own: bool = False
    otherwise: str | None = None


def where_in(said: str) -> Whereabouts | None:
    """The place that a few words name after their preposition; None for what names none."""
    words = said.strip(" .,;!")
    if len(words.split()) > MOST_WORDS + 1:
        return None
    return _own(words) or _town(words)


def _own(words: str) -> Whereabouts | None:
    if AT_SOMEBODYS.fullmatch(words):
        return Whereabouts(words[:1].lower() + words[1:], is_own=True)
    if found := AT_HOME.fullmatch(words):
        if found["le"]:
            return Whereabouts(f"le {found['le']}", is_own=True)
        joint = "" if found["la"].endswith(("'", "’")) else " "
        return Whereabouts(f"{found['la'].lower()}{joint}{found['thing']}", is_own=True)
    found = AT_OURS.fullmatch(words)
    return Whereabouts(found["name"], is_own=True) if found else None


def _town(words: str) -> Whereabouts | None:
    if found := IN_LE.fullmatch(words):
        article = "Le" if found["to"] == "au" else "Les"
        return Whereabouts(f"{article} {found['name']}", otherwise=_capital(words))
    found = IN_TOWN.fullmatch(words)
    if found is None:
        return None
    name = found["name"]
    first = next((word for word in re.split(r"[\s'’]", name) if word.lower() not in LITTLE), "")
    if not first:
        return None
    return Whereabouts(name, otherwise=_capital(words) if first[:1].isupper() else None)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
