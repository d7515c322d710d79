"""Countries as people say them: buttons that are likely, names typed in French or English."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from babel import Locale

from bot.texts import LANGUAGES, LOCALES, Language

# Unions, currencies' areas, islands that share another code, and CLDR's test regions.
_NOT_COUNTRIES: Final = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
)

# What CLDR does not call them; the left side is already folded.
_ALSO: Final[Mapping[str, str]] = {
    "america": "US",
    "usa": "US",
    "united states of america": "US",
    "etats unis d amerique": "US",
    "amerique": "US",
    "uk": "GB",
    "great britain": "GB",
    "grande bretagne": "GB",
    "britain": "GB",
    "england": "GB",
    "angleterre": "GB",
    "scotland": "GB",
    "ecosse": "GB",
    "wales": "GB",
    "pays de galles": "GB",
    "northern ireland": "GB",
    "irlande du nord": "GB",
    "holland": "NL",
    "hollande": "NL",
    "czech republic": "CZ",
    "republique tcheque": "CZ",
    "ivory coast": "CI",
    "turkey": "TR",
    "burma": "MM",
    "birmanie": "MM",
    "hong kong": "HK",
    "macau": "MO",
    "macao": "MO",
    "palestine": "PS",
    "korea": "KR",
    "coree": "KR",
    "quebec": "CA",
    "emirates": "AE",
    "emirats": "AE",
    "reunion": "RE",
    "congo": "CG",
}

_LIKELY: Final[Mapping[Language, tuple[str, ...]]] = {
    "en": ("US", "CA", "GB", "IE", "AU", "FR"),
    "fr": ("FR", "BE", "CH", "CA", "LU", "US"),
}

_ARTICLE = re.compile(
    r"^(?:(?:i live in|j habite|je vis|in|en|au|aux|a) )?(?:(?:the|la|le|les|l) )?"
)


def likely_countries(language: Language) -> tuple[str, ...]:
    """ISO codes that deserve a button, the likeliest first."""
    return _LIKELY[language]


def country_name(code: str, language: Language) -> str:
    """The country's name in that language; the code itself where CLDR knows none."""
    names = _territories(language)
    return names.get(code, code)


def find_country(typed: str) -> str | None:
    """The ISO code of a country typed in either language; None for what is no country.

    Accents, case, articles and punctuation do not matter: "les etats unis" will do.
    """
    if re.fullmatch(r"[A-Z]{2}", code := typed.strip()) and code in _territories("en"):
        return code
    folded = _fold(typed)
    return _codes().get(folded) or _codes().get(_ARTICLE.sub("", folded, count=1))


@lru_cache
def _codes() -> Mapping[str, str]:
    named = {
        _fold(name): code
        for language in LANGUAGES
        for code, name in _territories(language).items()
    }
    bare = {_ARTICLE.sub("", name, count=1): code for name, code in named.items()}
    return {**bare, **named, **_ALSO}


@lru_cache
def _territories(language: Language) -> Mapping[str, str]:
    names: Mapping[str, str] = Locale.parse(LOCALES[language], sep="-").territories
    return {
        code: name
        for code, name in names.items()
        if re.fullmatch(r"[A-Z]{2}", code) and code not in _NOT_COUNTRIES
    }


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", letters.replace("œ", "oe").replace("&", " and ")).strip()
