"""What consent's jobs bring: the question about improving, alone in its message, once."""

from collections.abc import Mapping

from aiogram import Bot

from bot.consent.registrar import Registrar
from bot.improve.asking import Question
from bot.improve.trainer import Trainer
from bot.jobs.catalogue import Job
from bot.texts import Language, Texts, language_of
from handlers import notice
from storage.people import PersonId
from storage.personal_data import Purpose


async def ask_to_improve(
    job: Job,
    *,
    bot: Bot,
    registrar: Registrar,
    trainer: Trainer,
    texts: Mapping[Language, Texts],
) -> None:
    """After the first edit or publication; it counts as asked once Telegram took it.

    A question is put only where a yes is the ground: under a legitimate interest, where a notice
    is due instead, nothing is sent.
    """
    if job.subject is None:
        return
    person = await registrar.person(PersonId(job.subject))
    question = await trainer.question(PersonId(job.subject))
    if person is None or question is not Question.CONSENT:
        return
    t = texts[language_of(person.language)]
    screen = notice.question(notice.show(registrar.notices, Purpose.IMPROVE_CHOICES, t), t)
    await bot.send_message(person.telegram_id, screen.text, reply_markup=screen.buttons)
    await registrar.asked(person.id, Purpose.IMPROVE_CHOICES, t.language)
