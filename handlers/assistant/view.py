"""What the assistant says: the question as it was understood, and what answers it."""

from collections.abc import Sequence
from datetime import date
from html import escape

from bot.assistant.heard import Found
from bot.assistant.request import Part, PlaceName, Query, Reading
from bot.consent.countries import country_name
from bot.gallery.facts import Place
from bot.gallery.periods import Period, say_one_day, say_period
from bot.texts import Texts
from bot.vision.concepts import CONCEPTS
from bot.writing.grammar import capital, town_name
from handlers.assistant import buttons
from handlers.screen import Screen

MOST_NAMED = 3  # concepts of a group; a longer list is an inventory
LONGEST_LABEL = 40


def found(answer: Found, t: Texts, country: str | None) -> Screen:
    """What was understood and how much there is; without any, what would be near."""
    what = escape(understood(answer.reading.query, t, country))
    if answer.count:
        text = t("assistant-found", what=what, count=answer.count)
        return Screen(text, buttons.found_keyboard(answer, t))
    lines = [t("assistant-nothing", what=what)]
    if Part.WORDS in answer.reading.query.parts:
        lines.append(t("assistant-nothing-words"))
    if answer.near:
        lines.append(t("assistant-near"))
    return Screen("\n".join(lines), buttons.near_keyboard(answer, t))


def which(choices: Sequence[Found], t: Texts, country: str | None) -> Screen:
    """Two readings are near: the person says which."""
    labelled = [(one, _label(one, t, country)) for one in choices]
    return Screen(t("assistant-which"), buttons.choices_keyboard(labelled))


def wider(choices: Sequence[Found], t: Texts, country: str | None) -> Screen:
    """Not what was meant: the same with one part less, or said anew."""
    labelled = [(one, _label(one, t, country)) for one in choices]
    return Screen(t("assistant-wrong"), buttons.choices_keyboard(labelled) if choices else None)


def too_few(answer: Found, t: Texts, country: str | None) -> Screen:
    """A collage of one is a photo."""
    what = escape(understood(answer.reading.query, t, country))
    keyboard_of = buttons.found_keyboard if answer.count else buttons.near_keyboard
    keyboard = keyboard_of(answer, t)
    return Screen(t("assistant-too-few", what=what, count=answer.count), keyboard)


def making(answer: Found, t: Texts, country: str | None) -> str:
    what = escape(understood(answer.reading.query, t, country))
    return t("assistant-making", what=what, count=answer.for_collage)


def changed(reading: Reading, t: Texts) -> str:
    """What was done, in the person's own words where they gave some."""
    if reading.title is not None:
        return t("assistant-changed-own-title", title=escape(" ".join(reading.title.split())))
    if reading.caption is not None:
        return t("assistant-changed-caption")
    return t(f"assistant-changed-{reading.change}")


def understood(query: Query, t: Texts, country: str | None) -> str:
    """The question in words: "Cats · 2025"."""
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


def _label(answer: Found, t: Texts, country: str | None) -> str:
    """A button says what it means and how much it finds, as far as it fits."""
    count = f" · {answer.count}"
    words = understood(answer.reading.query, t, country)
    room = LONGEST_LABEL - len(count)
    return (words if len(words) <= room else f"{words[: room - 1].rstrip()}…") + count


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
