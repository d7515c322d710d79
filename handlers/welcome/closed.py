"""Where the bot is not open: which screen is said there instead of everything else."""

from datetime import datetime

from bot.consent.gate import Standing, is_valid, may_answer, may_ask
from bot.consent.regions import Feature, Stage
from bot.consent.registrar import Registrar
from bot.texts import Texts
from handlers import notice
from handlers.screen import Screen
from handlers.welcome import view
from storage.consent import ConsentState
from storage.people import Person
from storage.personal_data import Purpose

LAUNCH = Purpose.INFORM_LAUNCH


async def screen(
    person: Person, standing: Standing, registrar: Registrar, now: datetime, t: Texts
) -> Screen:
    """Paused, not open, on the list, or the question whether to write once."""
    country = standing.country or ""
    if standing.region and standing.region.stage(Feature.GALLERY) is Stage.PAUSED:
        return view.paused(country, t)
    closed = view.not_open(country, t, gave=not notice.is_unanswered(standing))
    if is_valid(standing.consents.get(LAUNCH), now):
        return view.waits(closed, t)
    if may_ask(standing, LAUNCH, now):
        return view.may_wait(closed, await _question(person, standing, registrar, t))
    if may_answer(standing, LAUNCH, now):
        return view.waits_no(closed, t)
    return view.may_not_wait(closed, t)


async def _question(person: Person, standing: Standing, registrar: Registrar, t: Texts) -> Screen:
    if standing.state(LAUNCH) is not ConsentState.ASKED:
        await registrar.asked(person.id, LAUNCH, t.language)
    return notice.put(registrar.notices, LAUNCH, standing, t)
