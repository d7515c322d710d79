"""What reminders say: the memory in words, why it was chosen, when they come."""

from collections import Counter
from collections.abc import Sequence
from html import escape
from uuid import UUID

from aiogram.types import InlineKeyboardMarkup

from bot.gallery.facts import Facts, Place
from bot.gallery.periods import period_of, say_period
from bot.memories.avoid import AvoidKind
from bot.memories.gems import Reason, ReasonId
from bot.memories.memory import Memory, MemoryKind
from bot.memories.reminder import Avoided, Reminder
from bot.memories.zones import town_of
from bot.texts import Texts
from bot.vision.concepts import concept
from bot.writing.grammar import town_name
from handlers.memories import buttons
from handlers.notice import receipt_button
from handlers.screen import Screen
from storage.personal_data import Purpose


def nudge(reminder: Reminder, t: Texts, country: str | None) -> str:
    """In words, before anything is seen; how many there are this week stands below."""
    memory, claimed = reminder.memory, reminder.claimed
    what = _what(len(memory.media), reminder.facts, t, country)
    if memory.kind is MemoryKind.ON_THIS_DAY:
        told = t("memories-nudge-on-this-day", years=_years(memory), what=what)
    else:
        told = t(f"memories-nudge-{memory.kind.value.replace('_', '-')}", what=what)
    most = claimed.cadence.times_a_week
    number = t("memories-number", number=claimed.number_this_week, most=most)
    return f"{told}\n<i>{number}</i>"


def _what(count: int, facts: Sequence[Facts], t: Texts, country: str | None) -> str:
    title = _where_and_when(facts, t, country)
    known = "known" if title else "none"
    return t("memories-what", count=count, title=known, where=escape(title or ""))


def _where_and_when(facts: Sequence[Facts], t: Texts, country: str | None) -> str | None:
    places = Counter(town_name(one.place, t.language) for one in facts if one.place)
    period = period_of(one.taken for one in facts if one.taken)
    parts = [places.most_common(1)[0][0]] if places else []
    if period:
        parts.append(say_period(period, t.language, country=country))
    return ", ".join(parts) or None


def _years(memory: Memory) -> int:
    reasons = (one.value for one in memory.reasons if one.id is ReasonId.ON_THIS_DAY)
    return int(next(reasons, 1) or 1)


def avoided(kind: AvoidKind, found: Avoided | None, nudge: UUID, t: Texts) -> Screen:
    """What will not come back, and the offer to avoid more, which needs no reason."""
    if found is None:
        return Screen(t("memories-gone"))
    text = f"{t(f'memories-avoided-{kind}', count=found.count)} {t('memories-avoid-more')}"
    return Screen(text, buttons.avoided_keyboard(nudge, found, t))


def why(memory: Memory, t: Texts) -> str:
    lines = [t("memories-why-line", reason=_reason(one, t)) for one in memory.reasons]
    return "\n".join([t("memories-why"), *lines, t("memories-why-end")])


def _reason(reason: Reason, t: Texts) -> str:
    name = f"memories-reason-{reason.id.value.replace('_', '-')}"
    if reason.value is None:
        return t(name)
    if reason.id is ReasonId.CONCEPT:
        noun = getattr(concept(str(reason.value)), t.language)
        return t(name, value=noun.singular)
    if reason.id is ReasonId.PLACE:
        place = Place(str(reason.value), reason.country or "")
        return t(name, value=escape(town_name(place, t.language)))
    value = escape(reason.value) if isinstance(reason.value, str) else reason.value
    return t(name, value=value)


def settled(hour: int, times: int, zone: str, t: Texts) -> str:
    return t("memories-set", hour=hour, count=times, town=escape(town_of(zone, t.language)))


def stopped(t: Texts, *, is_news: bool) -> Screen:
    """That they stopped, with its receipt; or that they had stopped before."""
    if not is_news:
        return Screen(t("memories-off-already"))
    row = [receipt_button(Purpose.NUDGE_MEMORIES, t)]
    return Screen(t("memories-stopped"), InlineKeyboardMarkup(inline_keyboard=[row]))
