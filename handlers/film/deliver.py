"""The film's jobs: shot part by part while a message counts, shown in it, or sent as a file."""

from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID

from aiogram import Bot

from bot.collage.director import Director
from bot.collage.film_draft import FileAsked, FilmDraft, FilmGone, FilmOvertaken, FilmTooFew
from bot.consent.registrar import Registrar
from bot.errors import FriendlyError
from bot.jobs.catalogue import Job
from bot.telegram.status import StatusMessage
from bot.texts import Language, Texts, language_of
from handlers.film.show import Progress, say_below, say_there, show, show_file
from storage.film import FilmId
from storage.people import PersonId


async def deliver_film(
    job: Job,
    *,
    bot: Bot,
    director: Director,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    """A film that was changed meanwhile is shot by the job of that change."""
    owner, film = PersonId(job.subject or UUID(int=0)), FilmId(UUID(job.key))
    person = await registrar.person(owner)
    if person is None:
        return
    t = texts[language_of(person.language)]
    with suppress(FilmGone, FilmOvertaken):  # forgotten, and its message with it
        draft = await director.film(owner, film)
        try:
            await _shoot(bot, director, owner, draft, t)
        except FilmGone:  # forgotten, or taken back, while it was shot
            await say_there(bot, draft, t("film-stopped"))
        except FilmTooFew as few:
            await say_below(bot, draft, t(few.text_id))


async def _shoot(
    bot: Bot, director: Director, owner: PersonId, draft: FilmDraft, t: Texts
) -> None:
    decided = await director.decided(owner, draft.id)
    shown = await director.shoot(owner, decided, Progress.of(bot, decided, t))
    now = await director.film(owner, draft.id)
    if now.version != decided.version:
        raise FilmOvertaken
    await show(bot, director, owner, decided, shown, t)


async def give_up_film(
    job: Job,
    error: Exception,
    *,
    bot: Bot,
    director: Director,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    owner, film = PersonId(job.subject or UUID(int=0)), FilmId(UUID(job.key))
    person = await registrar.person(owner)
    if person is None:
        return
    t = texts[language_of(person.language)]
    said = t(error.text_id, **error.facts) if isinstance(error, FriendlyError) else None
    with suppress(FilmGone):
        await say_below(bot, await director.film(owner, film), said or t("film-given-up"))


async def deliver_file(
    job: Job,
    *,
    bot: Bot,
    director: Director,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    """Raises FilmGone, and FilmChanged where another took its place: its message says so."""
    owner, asked = PersonId(job.subject or UUID(int=0)), FileAsked.of(job.key)
    person = await registrar.person(owner)
    if person is None:
        return
    t = texts[language_of(person.language)]
    draft = await director.film(owner, asked.film, version=asked.version)
    status = StatusMessage(bot, person.telegram_id, asked.message_id)
    shown = await director.shoot(owner, draft, Progress(status, t))
    await show_file(bot, person.telegram_id, asked.message_id, shown, t)


async def give_up_file(
    job: Job, error: Exception, *, bot: Bot, registrar: Registrar, texts: Mapping[Language, Texts]
) -> None:
    person = await registrar.person(PersonId(job.subject or UUID(int=0)))
    if person is None:
        return
    t = texts[language_of(person.language)]
    said = t(error.text_id, **error.facts) if isinstance(error, FriendlyError) else None
    status = StatusMessage(bot, person.telegram_id, FileAsked.of(job.key).message_id)
    await status.end(said or t("film-given-up"))
