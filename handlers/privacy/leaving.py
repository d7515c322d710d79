"""My copy, and erasing everything: a second tap each, and a way back until the end."""

from aiogram import Bot
from aiogram.types import CallbackQuery

from bot.clock import Clock
from bot.privacy.custodian import REGRET, Custodian
from bot.sharing.publisher import Publisher
from bot.texts import Texts
from handlers.privacy import buttons, view
from handlers.screen import Screen, turn
from handlers.when import day, moment
from storage.people import Person


async def ask_copy(query: CallbackQuery, bot: Bot, t: Texts) -> None:
    await turn(query, Screen(t("privacy-export-ask"), buttons.copy(t)), bot)


async def make_copy(
    query: CallbackQuery, bot: Bot, person: Person, custodian: Custodian, clock: Clock, t: Texts
) -> None:
    """The job makes it; this message is the alert to whoever owns the chat."""
    again_at = await custodian.ask_copy(person.id)
    if again_at is not None:
        when = moment(again_at, person, t)
        return await turn(query, Screen(t("privacy-export-too-soon", time=when)), bot)
    when = moment(clock.now(), person, t)
    text = t("privacy-export-started", time=when)
    await turn(query, Screen(text, buttons.cancel_copy(t)), bot)
    return None


async def cancel_copy(
    query: CallbackQuery, bot: Bot, person: Person, custodian: Custodian, t: Texts
) -> None:
    cancelled = await custodian.cancel_copy(person.id)
    words = "privacy-export-cancelled" if cancelled else "privacy-export-too-late"
    await turn(query, Screen(t(words), buttons.back(t)), bot)


async def ask_erasure(
    query: CallbackQuery,
    bot: Bot,
    person: Person,
    custodian: Custodian,
    publisher: Publisher,
    t: Texts,
) -> None:
    posts = await publisher.standing(person.id)
    await turn(query, view.recap(await custodian.overview(person.id), len(posts), t), bot)


async def confirm_erasure(query: CallbackQuery, bot: Bot, t: Texts) -> None:
    await turn(query, Screen(t("privacy-erase-when"), buttons.when(t)), bot)


async def erase_now(
    query: CallbackQuery, bot: Bot, person: Person, custodian: Custodian, t: Texts
) -> None:
    """A job does it, so that a crash halfway is not the end of it."""
    await turn(query, Screen(t("privacy-erase-begun")), bot)
    await custodian.ask_erasure(person.id)


async def erase_later(
    query: CallbackQuery, bot: Bot, person: Person, custodian: Custodian, t: Texts
) -> None:
    due_at = await custodian.ask_erasure(person.id, REGRET)
    text = t("privacy-erase-later", date=day(due_at, person, t))
    await turn(query, Screen(text, buttons.back(t)), bot)


async def keep(
    query: CallbackQuery, bot: Bot, person: Person, custodian: Custodian, t: Texts
) -> None:
    await custodian.keep(person.id)
    await turn(query, Screen(t("privacy-erase-kept"), buttons.back(t)), bot)
