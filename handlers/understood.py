"""A question about one's own gallery in words, as it was understood: "Cats · 2025"."""

from collections.abc import Sequence
from datetime import date

from bot.assistant.request import Part, PlaceName, Query
from bot.consent.countries import country_name
from bot.gallery.facts import Place
from bot.gallery.periods import Period, say_one_day, say_period
from bot.texts import Texts
from bot.vision.concepts import CONCEPTS
from bot.writing.grammar import capital, town_name

MOST_NAMED = 3  # concepts of a group; a longer list is an inventory


def understood(query: Query, t: Texts, country: str | None) -> str:
    """Every part of it, in the order it is told."""
    told = {
        Part.CONCEPT: lambda: ", ".join(_things(group, t) for group in query.concepts),
        Part.WORDS: lambda: t("assistant-words", words=" ".join(query.words)),
        Part.PEOPLE: lambda: _people(query, t),
        Part.PLACE: lambda: ", ".join(_place(place, t) for place in query.places),
        Part.DATE: lambda: _when(query, t, country),
        Part.SHARED: lambda: t("assistant-shared", shared="yes" if query.is_shared else "no"),
        Part.FILM: lambda: t("assistant-films"),
    }
    parts = [told[part]() for part in query.parts] or [t("assistant-latest")]
    return capital(" · ".join(parts))


def _things(group: Sequence[str], t: Texts) -> str:
    """Whole kinds have a name; others are the first of them."""
    for kind in {known.kind for key, known in CONCEPTS.items() if key in group}:
        if set(group) == {key for key, known in CONCEPTS.items() if known.kind is kind}:
            return t("assistant-kind", kind=kind.value)
    known = [CONCEPTS[key] for key in group[:MOST_NAMED] if key in CONCEPTS]
    names = [(one.fr if t.language == "fr" else one.en).plural for one in known]
    return ", ".join(names) + ("…" if len(group) > MOST_NAMED else "")


def _people(query: Query, t: Texts) -> str:
    least, most = query.people or (0, None)
    return t("assistant-people", count=least, exact="yes" if most == least else "no")


def _place(place: PlaceName, t: Texts) -> str:
    if place.town is None:
        return country_name(place.country, t.language)
    return town_name(Place(place.town, place.country, ""), t.language)


def _when(query: Query, t: Texts, country: str | None) -> str:
    if query.first and query.last:
        period = Period(query.first, query.last, query.precision)
        return say_period(period, t.language, country=country)
    bound: date = query.first or query.last or date.max
    end = "since" if query.first else "until"
    return t(f"assistant-{end}", day=say_one_day(bound, t.language, country))
