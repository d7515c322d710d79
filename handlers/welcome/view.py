"""What the welcome says: the first questions, and what one photo would tell."""

from datetime import date
from html import escape

from bot.consent.countries import country_name
from bot.consent.registrar import Move
from bot.gallery.periods import say_taken
from bot.gallery.rehearsal import Rehearsal
from bot.texts import Texts, say_day
from bot.vision.concepts import CONCEPTS
from bot.vision.sight import PictureKind
from bot.writing.grammar import town_name
from handlers.screen import Screen
from handlers.welcome import buttons

BOT = "Pépite"


def hello(t: Texts) -> Screen:
    """The very first words: that it is an AI."""
    return Screen(t("welcome-hello", bot=BOT), buttons.countries(t))


def country(t: Texts) -> Screen:
    return Screen(t("welcome-country"), buttons.countries(t))


def decades(today: date, t: Texts) -> Screen:
    return Screen(t("welcome-year"), buttons.decades(today))


def no_year(today: date, t: Texts) -> Screen:
    """What was typed is no year of birth; which ones are."""
    first, last = str(buttons.earliest(today)), str(today.year)
    return Screen(t("welcome-year-unknown", first=first, last=last), buttons.decades(today))


def years(first: int, today: date, t: Texts) -> Screen:
    return Screen(t("welcome-year-exact"), buttons.years(first, today, t))


def languages(t: Texts) -> Screen:
    return Screen(t("welcome-language"), buttons.languages(t))


def moved(move: Move, t: Texts) -> Screen:
    """The country as it was understood, and from when on it counts."""
    name = country_name(move.country, t.language)
    if move.is_at_once:
        return Screen(t("welcome-country-kept", country=name))
    start = say_day(move.takes_effect_at, t.language)
    return Screen(t("welcome-country-later", country=name, date=start))


def not_open(code: str, t: Texts, *, gave: bool) -> str:
    """gave: they were welcomed elsewhere or before, and what they gave is kept."""
    words = "welcome-not-open-now" if gave else "welcome-not-open"
    return t(words, bot=BOT, country=country_name(code, t.language))


def may_not_wait(closed: str, t: Texts) -> Screen:
    """There is no list."""
    return Screen(closed, buttons.another_country(t))


def may_wait(closed: str, question: Screen) -> Screen:
    return Screen(f"{closed}\n\n{question.text}", question.buttons)


def waits_no(closed: str, t: Texts) -> Screen:
    """They want no message: asked again only if they say so."""
    return Screen(closed, buttons.wait_after_all(t))


def waits(closed: str, t: Texts) -> Screen:
    return Screen(f"{closed}\n\n{t('welcome-waiting')}", buttons.wait_no_more(t))


def paused(code: str, t: Texts) -> Screen:
    return Screen(t("welcome-paused", bot=BOT, country=country_name(code, t.language)))


def now_open(code: str, t: Texts) -> str:
    return t("welcome-now-open", bot=BOT, country=country_name(code, t.language))


def back(t: Texts, *, analyses: bool) -> Screen:
    return Screen(t("welcome-back" if analyses else "welcome-back-manual", bot=BOT))


def guide(t: Texts) -> Screen:
    return Screen(t("welcome-help", bot=BOT))


def rehearsal(seen: Rehearsal, home: str | None, t: Texts) -> str:
    """Every line of what a look finds, and what is not in the picture."""
    lines = [
        t("welcome-rehearsal-title"),
        "",
        _taken(seen, home, t),
        _place(seen, t),
        _faces(seen, t),
        _things(seen, t),
        _quality(seen, t),
    ]
    if seen.picture is not PictureKind.PHOTO:
        lines.append(t("welcome-rehearsal-kind", kind=seen.picture))
    return "\n".join([*lines, "", t("welcome-rehearsal-rest")])


def _taken(seen: Rehearsal, home: str | None, t: Texts) -> str:
    if seen.taken is None:
        return t("welcome-rehearsal-taken-none")
    said = say_taken(seen.taken, t.language, country=home)
    time = f", {seen.taken.time:%H:%M}" if seen.taken.time else ""
    return t("welcome-rehearsal-taken", date=said + time)


def _place(seen: Rehearsal, t: Texts) -> str:
    if seen.place is None:
        return t("welcome-rehearsal-place-none")
    where = f"{town_name(seen.place, t.language)}, {country_name(seen.place.country, t.language)}"
    return t("welcome-rehearsal-place", place=escape(where))


def _faces(seen: Rehearsal, t: Texts) -> str:
    if seen.faces is None:
        return t("welcome-rehearsal-faces-off")
    return t("welcome-rehearsal-faces", count=seen.faces)


def _things(seen: Rehearsal, t: Texts) -> str:
    known = [CONCEPTS[one] for one in seen.concepts if one in CONCEPTS]
    if not known:
        return t("welcome-rehearsal-sees-none")
    names = [(one.fr if t.language == "fr" else one.en).singular for one in known]
    return t("welcome-rehearsal-sees", things=", ".join(names))


def _quality(seen: Rehearsal, t: Texts) -> str:
    shares = {
        "sharpness": seen.quality.sharpness,
        "exposure": seen.quality.exposure,
        "colour": seen.quality.colour,
    }
    return t("welcome-rehearsal-quality", **{name: round(of * 100) for name, of in shares.items()})
