"""What privacy's jobs bring: the copy in its parts, the certificate of an erasure."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Final

from aiogram import Bot
from aiogram.types import BufferedInputFile

from bot.jobs.catalogue import Job
from bot.privacy.certificate import Certificate
from bot.privacy.custodian import Custodian
from bot.telegram.errors import SETTLED
from bot.texts import Language, Texts, language_of
from handlers.privacy import view
from storage.people import Person, PersonId

AT_ONCE: Final = 100  # messages that one call may delete


async def deliver_copy(
    job: Job, *, bot: Bot, custodian: Custodian, texts: Mapping[Language, Texts]
) -> None:
    """Send every part as it is done; a replay makes the same parts and sends what is missing."""
    person = await _subject(job, custodian)
    if person is None:
        return
    t = texts[language_of(person.language)]
    async for part in custodian.copy(person.id, job.posted_at):
        name = f"pepite-{job.posted_at:%Y%m%d}-{part.number}.zip"
        await bot.send_document(
            person.telegram_id,
            BufferedInputFile(part.content, name),
            caption=view.copy_part(part, t),
        )


async def copy_failed(
    job: Job, _error: Exception, *, bot: Bot, custodian: Custodian, texts: Mapping[Language, Texts]
) -> None:
    """Whatever it was, the person may ask again."""
    person = await _subject(job, custodian)
    if person is not None:
        t = texts[language_of(person.language)]
        await bot.send_message(person.telegram_id, t("privacy-export-failed"))


async def deliver_erasure(
    job: Job, *, bot: Bot, custodian: Custodian, texts: Mapping[Language, Texts]
) -> None:
    """Delete, say so while there is still a chat to say it in, then forget the chat as well.

    Somebody who cannot be reached is erased all the same.
    """
    if job.subject is None:
        return
    owner = PersonId(job.subject)
    erased = await custodian.erase_content(owner)
    if erased is None:
        return
    certificate, person = erased
    t = texts[language_of(person.language)]
    with suppress(*SETTLED):
        await _say_goodbye(bot, custodian, certificate, person, t)
    await custodian.forget(owner)


async def erasure_failed(job: Job, _error: Exception, *, custodian: Custodian) -> None:
    """Nobody could be told; the erasure itself is owed."""
    if job.subject is not None:
        await custodian.erase_content(PersonId(job.subject))
        await custodian.forget(PersonId(job.subject))


async def _say_goodbye(
    bot: Bot, custodian: Custodian, certificate: Certificate, person: Person, t: Texts
) -> None:
    sent = await custodian.sent_lately(person.id)
    await bot.send_document(
        person.telegram_id,
        BufferedInputFile(certificate.document(), t("privacy-certificate-name")),
        caption=view.erased(certificate, person, t),
    )
    for some in _chunks(sent):
        await bot.delete_messages(person.telegram_id, some)


async def _subject(job: Job, custodian: Custodian) -> Person | None:
    return await custodian.person(PersonId(job.subject)) if job.subject else None


def _chunks(numbers: Sequence[int]) -> Iterator[list[int]]:
    for start in range(0, len(numbers), AT_ONCE):
        yield list(numbers[start : start + AT_ONCE])
