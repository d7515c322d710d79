"""What /privacy says: the purposes and their state, what is known, what was done."""

from datetime import datetime
from html import escape
from typing import Final
from zoneinfo import ZoneInfo

from babel.numbers import format_decimal

from bot.consent.countries import country_name
from bot.consent.gate import Standing, is_valid, may_answer
from bot.consent.notices import Operator
from bot.consent.purposes import RULES, Basis
from bot.privacy.archive import Part
from bot.privacy.certificate import Certificate
from bot.privacy.custodian import Overview
from bot.texts import Texts, babel_locale, say_day
from handlers.notice import slug
from handlers.privacy import buttons
from handlers.screen import Screen
from storage.people import Person
from storage.personal_data import Purpose

MEGABYTE: Final = 1_000_000


def home(
    overview: Overview,
    standing: Standing,
    person: Person,
    now: datetime,
    operator: Operator,
    t: Texts,
) -> Screen:
    """The first screen: every purpose, its state, why; and what one may do."""
    lines = [t("privacy-title")]
    if overview.erased_at:
        lines.append(t("privacy-erasing", date=day(overview.erased_at, person, t)))
    elif overview.is_paused:
        lines.append(t("privacy-paused"))
    lines += [_line(purpose, standing, person, now, t) for purpose in buttons.SWITCHES]
    lines += [t("privacy-always"), _contact(operator, t)]
    switches = [
        buttons.switch(purpose, t, is_on=is_on(purpose, standing, now))
        for purpose in buttons.SWITCHES
        if is_on(purpose, standing, now) or may_answer(standing, purpose, now)
    ]
    menu = buttons.menu(
        switches, t, is_paused=overview.is_paused, is_erasing=overview.erased_at is not None
    )
    return Screen("\n\n".join(lines), menu)


def known(overview: Overview, person: Person, t: Texts) -> Screen:
    facts = {
        "country": country_name(person.country, t.language) if person.country else "–",
        "band": person.age_band.name.lower() if person.age_band else "unknown",
        "since": day(overview.here_since, person, t),
        "media": overview.count("media"),
        "sights": overview.count("sights"),
        "collages": overview.count("collages"),
        "nudges": overview.count("nudges"),
        "posts": overview.count("posts"),
    }
    return Screen(t("privacy-known", **facts), buttons.back(t))


def outbound(operator: Operator, t: Texts) -> Screen:
    who = escape(operator.named(t.language))
    ask = t("privacy-contact", contact=escape(operator.contact or operator.named(t.language)))
    return Screen(f"{t('privacy-outbound', operator=who)}\n\n{ask}", buttons.back(t))


def switched_off(purpose: Purpose, rows: int, moment: str, t: Texts) -> Screen:
    name = t(f"privacy-name-{slug(purpose)}")
    own = f"privacy-off-{slug(purpose)}"
    text = (
        t(own, time=moment, rows=rows)
        if own in t
        else t("privacy-off", time=moment, rows=rows, name=name)
    )
    return Screen(text, buttons.back(t))


def switched_on(purpose: Purpose, t: Texts) -> Screen:
    return Screen(t("privacy-on", name=t(f"privacy-name-{slug(purpose)}")), buttons.back(t))


def recap(overview: Overview, t: Texts) -> Screen:
    facts = {table: overview.count(table) for table in ("media", "collages")}
    return Screen(t("privacy-erase-recap", **facts), buttons.sure(t))


def copy_part(part: Part, t: Texts) -> str:
    size = format_decimal(round(len(part.content) / MEGABYTE, 1), locale=babel_locale(t.language))
    facts = {"size": size, "files": part.files, "part": part.number}
    if not part.is_last:
        return t("privacy-export-part", **facts)
    return t("privacy-export-ready" if part.number == 1 else "privacy-export-last", **facts)


def erased(certificate: Certificate, person: Person, t: Texts) -> str:
    return t(
        "privacy-erased",
        time=moment(certificate.at, person, t),
        media=certificate.count("media"),
        drafts=certificate.count("collages"),
        rows=certificate.total,
        proof=day(certificate.proof_until, person, t),
    )


def is_on(purpose: Purpose, standing: Standing, now: datetime) -> bool:
    """The answer stands, even while everything is paused."""
    return is_valid(standing.consents.get(purpose), now)


def _contact(operator: Operator, t: Texts) -> str:
    who = operator.contact or operator.named(t.language)
    return t("privacy-contact", contact=escape(who))


def day(at: datetime, person: Person, t: Texts) -> str:
    """A day where the person lives."""
    return say_day(_local(at, person), t.language)


def moment(at: datetime, person: Person, t: Texts) -> str:
    """A day and a time where the person lives; the zone's name where it is a guess."""
    local = _local(at, person)
    day_and_time = t("privacy-moment", day=say_day(local, t.language), time=f"{local:%H:%M}")
    return f"{day_and_time}{_zone(person)}"


def _line(purpose: Purpose, standing: Standing, person: Person, now: datetime, t: Texts) -> str:
    name, why = t(f"privacy-name-{slug(purpose)}"), t(f"privacy-why-{slug(purpose)}")
    if _is_closed(purpose, standing):
        return t("privacy-line-closed", name=name, why=why)
    if not is_on(purpose, standing, now):
        return t("privacy-line-off", name=name, why=why)
    since = day(standing.consents[purpose].at, person, t)
    return t("privacy-line-on", name=name, why=why, since=since)


def _is_closed(purpose: Purpose, standing: Standing) -> bool:
    """Not even a yes would open it where the person lives."""
    region, rule = standing.region, RULES[purpose]
    if region is None:
        return False
    faces_off = purpose is Purpose.FACE_BOXES and not region.faces
    return faces_off or rule.basis.get(region.regime, Basis.OFF) is Basis.OFF


def _local(at: datetime, person: Person) -> datetime:
    return at.astimezone(ZoneInfo(person.zone)) if person.zone else at


def _zone(person: Person) -> str:
    return "" if person.zone else " UTC"
