"""What the page of a copy says in words where the data hold codes: who, which answers, when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.consent.countries import country_name
from bot.consent.receipt import Receipt
from bot.privacy.layout import Record, Records
from bot.texts import Language, say_day

Line = tuple[str, Mapping[str, object]]  # the id of a sentence and its facts
LANGUAGE_NAMES: Final = {"en": "English", "fr": "français"}
_NAMED: Final = frozenset(
    {
        "suggest.analyse", "suggest.external_ai", "nudge.memories", "improve.choices",
        "improve.media", "improve.ai_chat", "inform.launch", "face.boxes", "places",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answered:
    """One purpose on the page. receipt: its path in the copy, where there is one."""

    purpose: str
    state: str
    since: str
    until: str
    receipt: str | None

    @property
    def name(self) -> str | None:
        """The id of the purpose's name; None for one that has none."""
        slug = self.purpose.replace(".", "-").replace("_", "-")
        return f"viewer-purpose-{slug}" if self.purpose in _NAMED else None


def day(value: object, language: Language) -> str:
    """A date of the data as people say it; what is no date stays as it is."""
    text = "" if value is None else str(value)
    try:
        return say_day(date.fromisoformat(text[:10]), language)
    except ValueError:
        return text


def you(records: Records, language: Language) -> list[Line]:
    """Who the copy is of, as far as is known."""
    people = records.get("people") or [{}]
    profile = people[0]
    country, band = profile.get("country"), profile.get("age_band")
    speaks = LANGUAGE_NAMES.get(str(profile.get("language")), "–")
    return [
        ("viewer-you-number", {"number": str(profile.get("telegram_id", "–"))}),
        ("viewer-you-country", {"country": country_name(str(country), language)})
        if country
        else ("viewer-you-no-country", {}),
        ("viewer-you-band", {"band": str(band or "unknown")}),
        ("viewer-you-language", {"language": speaks}),
        ("viewer-you-since", {"date": day(profile.get("created_at"), language)}),
        ("viewer-you-last", {"date": day(profile.get("last_act_at"), language)}),
    ]  # fmt: skip


def answers(
    records: Records, receipts: Sequence[tuple[str, Receipt]], language: Language
) -> list[Answered]:
    """Each purpose with where it stands, and the receipt of its latest choice."""
    paths = {made.processing[0].purpose_id: path for path, made in receipts}
    return [
        Answered(
            str(one["purpose"]),
            str(one["state"]),
            day(one.get("at"), language),
            day(one.get("expires_at"), language),
            paths.get(str(one["purpose"])),
        )
        for one in records.get("consents", ())
    ]


def settings(records: Records, language: Language) -> list[Line]:
    """What was set, asked to be avoided, and where data went, counted."""
    lines: list[Line] = [_reminders(one, language) for one in records.get("cadences", ())]
    if avoids := len(records.get("avoids", ())):
        lines.append(("viewer-set-avoids", {"count": avoids}))
    hosts: dict[str, int] = {}
    for call in records.get("outbound", ()):
        hosts[str(call["host"])] = hosts.get(str(call["host"]), 0) + 1
    lines += [("viewer-set-host", {"host": host, "count": n}) for host, n in hosts.items()]
    return lines if hosts else [*lines, ("viewer-set-nowhere", {})]


def _reminders(cadence: Record, language: Language) -> Line:
    facts = {"hour": str(cadence["hour"]), "count": int(str(cadence["times_a_week"]))}
    if until := cadence.get("quiet_until"):
        return "viewer-set-quiet", {**facts, "date": day(until, language)}
    return "viewer-set-reminders", facts
