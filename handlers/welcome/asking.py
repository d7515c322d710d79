"""The questions before anything else, in their order; the next one is always put."""

from datetime import datetime
from typing import Protocol

from bot.clock import Clock
from bot.consent.gate import Standing
from bot.consent.registrar import Registrar
from bot.texts import Texts
from handlers import notice
from handlers.screen import Screen
from handlers.welcome import closed, view
from storage.people import Person
from storage.personal_data import Purpose

COUNTRY = "welcome-country"  # what is awaited while a country may be typed
ALBUM = "welcome-album"  # nothing is awaited, but of this album one part was answered already


class Expects(Protocol):
    """Where it is written down what the next plain message answers."""

    async def expect(self, question: str, about: str = "") -> None: ...


async def next_question(
    person: Person,
    standing: Standing,
    *,
    registrar: Registrar,
    conversation: Expects,
    now: datetime,
    t: Texts,
    about: str = "",
) -> Screen | None:
    """The next unanswered question, written down as put; None when all are answered.

    about: an opaque mark to find again in what is awaited.
    """
    if standing.is_frozen:
        return Screen(t("welcome-frozen"))
    if standing.country is None:
        await conversation.expect(COUNTRY, about)
        return view.country(t)
    if about:
        await conversation.expect(ALBUM, about)
    if not standing.is_open:
        return await closed.screen(person, standing, registrar, now, t)
    if standing.age_band is None:
        return view.decades(now.date(), t)
    return await _first_question(person, standing, registrar, t)


async def _first_question(
    person: Person, standing: Standing, registrar: Registrar, t: Texts
) -> Screen | None:
    """May I analyse; None once that is answered, whichever way."""
    if not notice.is_unanswered(standing):
        return None
    await registrar.asked(person.id, Purpose.SUGGEST_ANALYSE, t.language)
    return notice.put(registrar.notices, Purpose.SUGGEST_ANALYSE, standing, t)


async def question_after(
    person: Person, conversation: Expects, registrar: Registrar, clock: Clock, t: Texts
) -> Screen | None:
    """The question after what was just answered."""
    now = await registrar.meet(person.telegram_id, t.language)
    return await next_question(
        now.person,
        now.standing,
        registrar=registrar,
        conversation=conversation,
        now=clock.now(),
        t=t,
    )
