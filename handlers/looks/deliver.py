"""The slow parts: a sheet, a painting, a picture from words; each ends in its own message."""

from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID

from aiogram import Bot

from bot.consent.registrar import Registrar
from bot.errors import FriendlyError
from bot.jobs.catalogue import Job
from bot.looks.atelier import Atelier
from bot.looks.drafts import ImaginedDraft, LookChanged, LookGone
from bot.pixels.refusals import Refused
from bot.remote.errors import Reason, RemoteUnavailable
from bot.texts import Language, Texts, language_of
from handlers.looks import buttons, view
from handlers.looks.show import (
    imagined_as_shown,
    look_as_shown,
    say_below,
    say_there,
    show,
)
from storage.looks import LookId
from storage.people import PersonId


async def deliver_look(
    job: Job, *, bot: Bot, atelier: Atelier, registrar: Registrar, texts: Mapping[Language, Texts]
) -> None:
    """The message becomes the sheet, or the look that was chosen last."""
    owner, draft_id = _about(job)
    person = await registrar.person(owner)
    if person is None:
        return
    t = texts[language_of(person.language)]
    with suppress(LookGone):  # forgotten, and its message with it
        draft = await atelier.look(owner, draft_id)
        try:
            await show(bot, atelier, owner, draft, await look_as_shown(atelier, owner, draft, t))
        except LookGone:  # forgotten, or taken back, while it was drawn
            await say_there(bot, draft, t("looks-stopped"))


async def give_up_look(
    job: Job,
    error: Exception,
    *,
    bot: Bot,
    atelier: Atelier,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    """Say why it is not there; where it is one look alone, there are others."""
    owner, draft_id = _about(job)
    person = await registrar.person(owner)
    if person is None:
        return
    t = texts[language_of(person.language)]
    if isinstance(error, FriendlyError):
        said = t(error.text_id, **error.facts)
    else:
        said = t("looks-given-up")
    with suppress(LookGone):
        draft = await atelier.look(owner, draft_id)
        keyboard = buttons.failed_look_keyboard(draft, t) if draft.recipe else None
        await say_below(bot, draft, said, keyboard)


async def deliver_imagined(
    job: Job, *, bot: Bot, atelier: Atelier, registrar: Registrar, texts: Mapping[Language, Texts]
) -> None:
    """The message becomes the picture, or says why there is none and what there is instead."""
    owner, draft_id = _about(job)
    person = await registrar.person(owner)
    if person is None:
        return
    t = texts[language_of(person.language)]
    with suppress(LookGone, LookChanged):  # asked for anew: the next job draws that
        draft = await atelier.imagined(owner, draft_id)
        try:
            await _draw(bot, atelier, owner, draft, t)
        except LookGone:  # taken back while it was drawn
            await say_there(bot, draft, view.meanwhile(draft, t("looks-stopped"), t))


async def _draw(
    bot: Bot, atelier: Atelier, owner: PersonId, draft: ImaginedDraft, t: Texts
) -> None:
    """After a crash the picture may be there already: it is not asked for twice."""
    try:
        if not draft.has_picture:
            draft = await atelier.draw_from_words(owner, draft)
    except RemoteUnavailable as trouble:
        return await _say_why(bot, atelier, owner, draft, trouble.reason, t)
    except Refused:  # what came is no picture that can be opened safely
        return await _say_why(bot, atelier, owner, draft, Reason.BROKEN, t)
    shown = await imagined_as_shown(atelier, owner, draft, t)
    return await show(bot, atelier, owner, draft, shown)


async def _say_why(
    bot: Bot, atelier: Atelier, owner: PersonId, draft: ImaginedDraft, reason: Reason, t: Texts
) -> None:
    card = await atelier.letter(
        owner, draft.prompt, chat_id=draft.chat_id, message_id=draft.message_id
    )
    keyboard = buttons.failed_keyboard(draft, card, await atelier.newest_photo(owner), t)
    said = view.meanwhile(draft, t(f"looks-imagine-why-{reason}"), t)
    await say_below(bot, draft, said, keyboard)


async def give_up_imagined(
    job: Job,
    _error: Exception,
    *,
    bot: Bot,
    atelier: Atelier,
    registrar: Registrar,
    texts: Mapping[Language, Texts],
) -> None:
    owner, draft_id = _about(job)
    person = await registrar.person(owner)
    if person is not None:
        with suppress(LookGone):
            t = texts[language_of(person.language)]
            draft = await atelier.imagined(owner, draft_id)
            await say_below(bot, draft, view.meanwhile(draft, t("looks-given-up"), t))


def _about(job: Job) -> tuple[PersonId, LookId]:
    return PersonId(job.subject or UUID(int=0)), LookId(UUID(job.key))
