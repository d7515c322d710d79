"""Consent's jobs: the question about improving, or its notice; what was objected on the page."""

from collections.abc import Mapping

from aiogram import Bot
from aiogram.types import BufferedInputFile

from bot.consent.interest import CHOICES, is_due
from bot.consent.meeting import Known
from bot.consent.registrar import Registrar
from bot.improve.asking import Question
from bot.improve.trainer import Trainer
from bot.jobs.catalogue import Job
from bot.telegram.errors import PersonBlocked
from bot.texts import Language, Texts, language_of
from handlers import notice
from handlers.consent import interest_view
from handlers.screen import Screen
from storage.people import Person, PersonId

Translations = Mapping[Language, Texts]


async def ask_to_improve(
    job: Job,
    *,
    bot: Bot,
    registrar: Registrar,
    trainer: Trainer,
    texts: Translations,
) -> None:
    """After the first edit or publication; it counts as asked once Telegram took it.

    Where a yes is the ground, the question; under a legitimate interest, the notice.
    """
    if job.subject is None:
        return
    owner = PersonId(job.subject)
    known = await registrar.known(owner)
    question = await trainer.question(owner)
    if known is None or question is None:
        return
    person = known.person
    t = texts[language_of(person.language)]
    if question is Question.NOTICE:
        await _inform(bot, registrar, known, t)
        return
    screen = notice.question(notice.show(registrar.notices, CHOICES, t), t)
    await bot.send_message(person.telegram_id, screen.text, reply_markup=screen.buttons)
    await registrar.asked(person.id, CHOICES, t.language)


async def _inform(bot: Bot, registrar: Registrar, known: Known, t: Texts) -> None:
    """Only what Telegram accepted was delivered."""
    person = known.person
    screen = interest_view.new(registrar, person, known.standing, known.at, t)
    try:
        number = await _send(bot, person, screen)
    except PersonBlocked:
        await registrar.interest.undeliverable(person.id)
        raise
    await registrar.interest.informed(person.id, t.language, message=number)


async def remind(job: Job, *, bot: Bot, registrar: Registrar, texts: Translations) -> None:
    """Once, within the month, and only to who has not answered."""
    if job.subject is None:
        return
    known = await registrar.known(PersonId(job.subject))
    if known is None or not is_due(known.standing):
        return
    t = texts[language_of(known.person.language)]
    screen = interest_view.reminder(registrar, known.person, known.standing, known.at, t)
    await _send(bot, known.person, screen)


async def confirm_objection(
    job: Job, *, bot: Bot, registrar: Registrar, texts: Translations
) -> None:
    """It was made on the page: the chat says so too, with the receipt as a file."""
    if job.subject is None:
        return
    person = await registrar.person(PersonId(job.subject))
    if person is None:
        return
    t = texts[language_of(person.language)]
    done = await registrar.interest.last(person.id, t.language)
    if done is None:
        return
    screen = interest_view.confirmed(done, person, t)
    await bot.send_document(
        person.telegram_id,
        BufferedInputFile(done.receipt, f"{done.reference}.json"),
        caption=f"{t('object-from-page')}\n\n{screen.text}",
        reply_markup=screen.buttons,
    )


async def _send(bot: Bot, person: Person, screen: Screen) -> int:
    sent = await bot.send_message(person.telegram_id, screen.text, reply_markup=screen.buttons)
    return sent.message_id
