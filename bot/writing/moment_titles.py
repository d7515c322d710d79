"""A moment's title in words: "Week-end à Lyon, 12–14 octobre 2024"."""

from typing import Final

from bot.gallery.periods import say_period
from bot.gallery.titles import Title, TitleKind
from bot.texts import Language
from bot.writing.grammar import GRAMMARS, capital
from bot.writing.phrases import texts

FEASTS: Final = frozenset({TitleKind.CHRISTMAS, TitleKind.NEW_YEAR})
LISTS: Final = ("one", "two", "three")


def say_title(title: Title, language: Language, *, country: str | None = None) -> str:
    """One line, as full as what is known. country: the person's, which decides their seasons."""
    t, grammar = texts()[language], GRAMMARS[language]
    date = say_period(title.period, language, country=country) if title.period else ""
    in_place = grammar.in_town(title.places[0]) if len(title.places) == 1 else ""
    if title.kind in FEASTS and title.period:
        year = str(title.period.first.year)
        feast = t(f"moment-{title.kind.value}", year=year)
        return t("moment-feast-in-place", feast=feast, in_place=in_place) if in_place else feast
    if title.kind not in {TitleKind.PLAIN, TitleKind.JOURNEY} and in_place and date:
        return t(f"moment-{title.kind.value}", in_place=in_place, date=date)
    towns = [grammar.town(place) for place in title.places]
    where = t(f"moment-places-{LISTS[len(towns) - 1]}", **_numbered(towns)) if towns else ""
    if where and date:
        return t("moment-place-date", Place=capital(where), date=date)
    return capital(where or date)


def _numbered(towns: list[str]) -> dict[str, str]:
    return {f"town_{at}": town for at, town in enumerate(towns, 1)}
