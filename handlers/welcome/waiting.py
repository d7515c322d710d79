"""Words, files and buttons where the bot is not open: the same screen, whatever comes."""

from aiogram import Bot
from aiogram.types import CallbackQuery, Message

from bot.clock import Clock
from bot.consent.gate import Standing, may_see
from bot.consent.registrar import Registrar
from bot.telegram.commands import called
from bot.texts import Texts
from handlers.screen import Screen, say, turn
from handlers.welcome import asking, closed
from storage.people import Person
from storage.telegram import Awaiting

# One's rights, the language, and running the bot go on where nothing else does.
GOES_ON = ("privacy", "object", "language", "admin", "cancel")
OWN = frozenset(f"/{name}" for name in called("gallery"))
OUR_OWN = frozenset({asking.COUNTRY, asking.ALBUM})


async def is_closed(
    message: Message, standing: Standing, awaiting: Awaiting | None = None
) -> bool:
    """Not open there; an answer to another conversation's question is heard all the same.

    Whoever gave something while it was open may still see it, take it back and forget it.
    """
    if standing.country is None or standing.is_open or standing.is_frozen:
        return False
    if may_see(standing) and (message.text or "").split(" ")[0] in OWN:
        return False
    return awaiting is None or awaiting.question in OUR_OWN


async def stay_closed(
    message: Message,
    person: Person,
    standing: Standing,
    registrar: Registrar,
    clock: Clock,
    t: Texts,
) -> None:
    await say(message, await closed.screen(person, standing, registrar, clock.now(), t))


async def wait_no_more(
    query: CallbackQuery, bot: Bot, person: Person, registrar: Registrar, t: Texts
) -> None:
    """Off the list; the same words for who was never on it."""
    await registrar.withdrawn(person.id, closed.LAUNCH)
    await turn(query, Screen(t("welcome-waiting-ended")), bot)
