"""A birth year that is typed where one may press it, or what else would be understood."""

from aiogram.types import Message

from bot.clock import Clock
from bot.consent.ages import birth_year_in
from bot.consent.gate import Standing
from bot.consent.registrar import Registrar
from bot.texts import Texts
from handlers.middleware.person import Conversation
from handlers.screen import say
from handlers.welcome import answers, buttons, view, waiting
from storage.people import Person
from storage.telegram import Awaiting


async def is_typed(message: Message, standing: Standing, awaiting: Awaiting | None = None) -> bool:
    """The year is the question at hand, and a number answers it."""
    if standing.is_frozen or not standing.is_open or standing.age_band is not None:
        return False
    if awaiting is not None and awaiting.question not in waiting.OUR_OWN:
        return False
    return any(mark.isdecimal() for mark in message.text or "")


async def take(
    message: Message,
    person: Person,
    conversation: Conversation,
    registrar: Registrar,
    clock: Clock,
    t: Texts,
) -> None:
    today = clock.now().date()
    year = birth_year_in(message.text or "")
    if year is None or not buttons.earliest(today) <= year <= today.year:
        await say(message, view.no_year(today, t))
        return
    await say(message, await answers.year_taken(year, person, conversation, registrar, clock, t))
