"""Sharing's jobs: post what was confirmed, once; ask whether an offer was shared."""

from collections.abc import Mapping
from uuid import UUID

from aiogram import Bot

from bot.consent.registrar import Registrar
from bot.jobs.catalogue import Job
from bot.sharing.posts import Changed, Ready, Refused, Told, Unknown
from bot.sharing.publisher import Publisher
from bot.sharing.shareable import NotDrawn, Recap
from bot.telegram.in_place import reworded
from bot.texts import Language, Texts, language_of
from handlers.sharing import send, view
from handlers.sharing.buttons import asked_keyboard
from storage.people import Person, PersonId
from storage.sharing import Destination, DraftKind, RecapId, RecapState


async def publish(
    job: Job,
    *,
    bot: Bot,
    publisher: Publisher,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    """Check, send, note, tell: a run after a crash goes on where the last one ended."""
    owner, recap = PersonId(job.subject or UUID(int=0)), RecapId(UUID(job.key))
    person = await registrar.person(owner)
    found = await publisher.ready(person, recap) if person else None
    if person is None or found is None:
        return
    t = texts[language_of(person.language)]
    if isinstance(found, Ready):
        outcome = await send.send(bot, publisher, owner, found, t)
    else:
        outcome = found
    await _tell(bot, person, outcome, t)
    if not isinstance(outcome, Changed):
        await publisher.close(owner, recap)


async def give_up_publishing(
    job: Job,
    _error: Exception,
    *,
    bot: Bot,
    publisher: Publisher,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    """What had begun to leave may have arrived, nobody can say; it is not tried again."""
    owner, recap = PersonId(job.subject or UUID(int=0)), RecapId(UUID(job.key))
    person, found = await registrar.person(owner), await publisher.recap(owner, recap)
    if person is not None and found is not None:
        is_sent = found.state is RecapState.SENDING
        outcome = Unknown(found) if is_sent else Refused(found, NotDrawn())
        await _tell(bot, person, outcome, texts[language_of(person.language)])
        await publisher.close(owner, recap)


async def _tell(bot: Bot, person: Person, outcome: Told, t: Texts) -> None:
    """The question becomes the answer; where it was deleted, the answer comes by itself."""
    recap: Recap = outcome.recap
    screen = view.outcome(outcome, t)
    where = person.telegram_id, recap.message_id
    is_media = recap.destination is Destination.STORY
    if not await reworded(bot, *where, screen.text, screen.buttons, is_media=is_media):
        await bot.send_message(person.telegram_id, screen.text, reply_markup=screen.buttons)


async def ask_whether_shared(
    job: Job,
    *,
    bot: Bot,
    publisher: Publisher,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    """A minute after an offer that nobody answered for: once."""
    owner = PersonId(job.subject or UUID(int=0))
    kind, _, name = job.key.rpartition(":")
    which = DraftKind(kind or DraftKind.COLLAGE), UUID(name)
    person = await registrar.person(owner)
    if person is not None and await publisher.should_ask(owner, *which, job.posted_at):
        t = texts[language_of(person.language)]
        keyboard = asked_keyboard(*which, t)
        await bot.send_message(person.telegram_id, t("sharing-ask"), reply_markup=keyboard)
