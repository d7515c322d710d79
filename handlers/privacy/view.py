"""What /privacy says: the purposes and their state, what is known, what was done."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from html import escape
from typing import Final

from babel.numbers import format_decimal

from bot.consent.countries import country_name
from bot.consent.gate import (
    Standing,
    has_objected,
    is_valid,
    may_answer,
    may_inform,
)
from bot.consent.interest import CHOICES, window_ends
from bot.consent.notices import Operator
from bot.consent.purposes import RULES, Basis
from bot.consent.receipts import Latest
from bot.improve.ranker import LEAST_CONTRIBUTORS
from bot.privacy.archive import Part
from bot.privacy.certificate import Certificate
from bot.privacy.custodian import Overview
from bot.privacy.inferences import Inferred
from bot.privacy.outbound import Calls
from bot.texts import Texts, babel_locale
from bot.vision.concepts import CONCEPTS, Concept
from bot.writing.grammar import town_name
from handlers.notice import slug
from handlers.privacy import buttons
from handlers.screen import Screen
from handlers.when import day, moment
from storage.consent import ConsentState
from storage.people import Person
from storage.personal_data import Purpose

MEGABYTE: Final = 1_000_000
LINKS: Final = frozenset({"ranked"})  # in which versions a row was: the row itself is counted
TRAINS: Final = frozenset({Purpose.IMPROVE_CHOICES})
REBUILD_WITHIN: Final = timedelta(hours=24)  # what the notice of `improve.choices` promises
ALWAYS_SHOWN: Final = frozenset(buttons.SWITCHES) - {
    Purpose.INFORM_LAUNCH, Purpose.SUGGEST_EXTERNAL_AI, *TRAINS
}  # fmt: skip


def home(
    overview: Overview,
    standing: Standing,
    person: Person,
    operator: Operator,
    offered: Sequence[Purpose],
    t: Texts,
) -> Screen:
    """The first screen: every purpose, its state, why; and what one may do."""
    now, lines = overview.at, [t("privacy-title")]
    if overview.erased_at:
        lines.append(t("privacy-erasing", date=day(overview.erased_at, person, t)))
    elif overview.is_paused:
        lines.append(t("privacy-paused"))
    shown = [p for p in offered if p in ALWAYS_SHOWN or _is_known(p, standing, now)]
    lines += [_line(purpose, standing, person, now, t) for purpose in shown]
    if not TRAINS.isdisjoint(shown):
        lines[-1] += "\n" + _contributors(overview.contributors, t)
    lines += [t("privacy-always"), _contact(operator, t)]
    switches = [
        buttons.switch(purpose, t, is_on=is_on(purpose, standing, now))
        for purpose in shown
        if is_on(purpose, standing, now) or may_answer(standing, purpose, now)
    ]
    switches += buttons.objection(t, stands=has_objected(standing.consents.get(CHOICES)))
    menu = buttons.menu(
        switches, t, is_paused=overview.is_paused, is_erasing=overview.erased_at is not None
    )
    return Screen("\n\n".join(lines), menu)


def known(overview: Overview, found: Inferred, person: Person, t: Texts) -> Screen:
    """Numbers, then in words what was seen most, where, and what seems to be liked."""
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
    lines = [t("privacy-known", **facts)]
    if things := [_noun(CONCEPTS[one], t) for one in found.things if one in CONCEPTS]:
        seen = ", ".join(things)
        lines.append(t("privacy-known-things", things=seen, count=found.looked_at))
    if found.towns:
        towns = ", ".join(town_name(town, t.language) for town in found.towns)
        lines.append(t("privacy-known-towns", towns=escape(towns)))
    if overview.likes:
        likes = ", ".join(t(f"privacy-taste-{slug(trait)}") for trait in overview.likes)
        lines.append(t("privacy-known-taste", likes=likes))
    return Screen("\n\n".join([*lines, t("privacy-known-rest")]), buttons.back(t))


def _noun(concept: Concept, t: Texts) -> str:
    return (concept.fr if t.language == "fr" else concept.en).singular


def outbound(calls: Sequence[Calls], operator: Operator, person: Person, t: Texts) -> Screen:
    """Every host that was ever called with something of this person's, or that there is none."""
    who = escape(operator.named(t.language))
    lines = [t("privacy-outbound-title")]
    lines += [_calls(one, person, t) for one in calls]
    lines += [t("privacy-outbound-rest" if calls else "privacy-outbound-nowhere", operator=who)]
    return Screen("\n\n".join([*lines, _contact(operator, t)]), buttons.back(t))


def _calls(calls: Calls, person: Person, t: Texts) -> str:
    return t(
        "privacy-outbound-line",
        host=escape(calls.host),
        kind=calls.kind.value,
        count=calls.count,
        kilobytes=format_decimal(-(-calls.bytes_sent // 1000), locale=babel_locale(t.language)),
        time=moment(calls.last_at, person, t),
    )


def switched_off(
    purpose: Purpose, gone: Mapping[str, int], made: Latest, person: Person, t: Texts
) -> Screen:
    """What stopped, what was deleted, until when the rest is done, and its receipt.

    gone: how many rows were deleted, by table.
    """
    rows = sum(count for table, count in gone.items() if table not in LINKS)
    facts: dict[str, str | int] = {"time": moment(made.at, person, t), "rows": rows}
    if purpose in TRAINS:
        facts["deadline"] = moment(made.at + REBUILD_WITHIN, person, t)
    own = f"privacy-off-{slug(purpose)}"
    if own in t:
        text = t(own, **facts)
    else:
        text = t("privacy-off", name=t(f"privacy-name-{slug(purpose)}"), **facts)
    lines = [text, t("privacy-receipt-ref", ref=made.reference)]
    return Screen("\n\n".join(lines), buttons.with_receipt(purpose, t))


def switched_on(purpose: Purpose, t: Texts) -> Screen:
    said = t("privacy-on", name=t(f"privacy-name-{slug(purpose)}"))
    return Screen(said, buttons.with_receipt(purpose, t))


def recap(overview: Overview, posts: int, t: Texts) -> Screen:
    """posts: how many could still be deleted where they stand; nobody can once all is gone."""
    facts = {table: overview.count(table) for table in ("media", "collages")}
    lines = [t("privacy-erase-recap", **facts)]
    if posts:
        lines.append(t("privacy-erase-posts", count=posts))
    return Screen("\n\n".join(lines), buttons.sure(t, posts=bool(posts)))


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


def _contributors(count: int, t: Texts) -> str:
    enough = "-enough" if count >= LEAST_CONTRIBUTORS else ""
    return t(f"privacy-contributors{enough}", count=count, needed=LEAST_CONTRIBUTORS)


def _contact(operator: Operator, t: Texts) -> str:
    who = operator.contact or operator.named(t.language)
    return t("privacy-contact", contact=escape(who))


def _line(purpose: Purpose, standing: Standing, person: Person, now: datetime, t: Texts) -> str:
    name, why = t(f"privacy-name-{slug(purpose)}"), t(f"privacy-why-{slug(purpose)}")
    told = _of_interest(purpose, standing, person, now, t)
    if told is not None:
        return f"{told}\n{why}"
    if _is_closed(purpose, standing):
        return t("privacy-line-closed", name=name, why=why)
    if not is_on(purpose, standing, now):
        return t("privacy-line-off", name=name, why=why)
    since = day(standing.consents[purpose].at, person, t)
    return t("privacy-line-on", name=name, why=why, since=since)


def _of_interest(
    purpose: Purpose, standing: Standing, person: Person, now: datetime, t: Texts
) -> str | None:
    """Where they stand who objected, or who were told rather than asked."""
    consent, name = standing.consents.get(purpose), t(f"privacy-name-{slug(purpose)}")
    if consent is not None and consent.state is ConsentState.OBJECTED:
        return t("privacy-line-objected", name=name, date=day(consent.at, person, t))
    until = window_ends(standing) if may_inform(standing, purpose) else None
    if consent is None or consent.asked_at is None or until is None:
        return None
    facts = {"name": name, "date": day(until, person, t)}
    if is_valid(consent, now):
        return t("privacy-line-window", **facts) if now < until else None
    if consent.state is not ConsentState.ASKED:
        return None
    return t("privacy-line-told" if standing.needs_ok else "privacy-line-told-silence", **facts)


def _is_known(purpose: Purpose, standing: Standing, now: datetime) -> bool:
    """Whether there is anything to say of a purpose that not every server has."""
    if has_objected(standing.consents.get(purpose)):
        return True
    return is_on(purpose, standing, now) or may_answer(standing, purpose, now)


def _is_closed(purpose: Purpose, standing: Standing) -> bool:
    """Not even a yes would open it where the person lives."""
    region, rule = standing.region, RULES[purpose]
    if region is None:
        return False
    faces_off = purpose is Purpose.FACE_BOXES and not region.faces
    return faces_off or rule.basis.get(region.regime, Basis.OFF) is Basis.OFF
