"""Answers to a recap: with the file or without, post it, leave it."""

from aiogram.types import CallbackQuery, Message

from bot.sharing.publisher import Publisher
from bot.texts import Texts
from handlers.screen import Screen, reword
from handlers.sharing import view
from handlers.sharing.data import OnRecap
from storage.people import Person
from storage.sharing import RecapId


async def with_file(
    query: CallbackQuery, callback_data: OnRecap, person: Person, publisher: Publisher, t: Texts
) -> None:
    found = await publisher.choose(person.id, RecapId(callback_data.recap), with_file=True)
    await reword(query, view.channel_recap(*found, t))


async def without_file(
    query: CallbackQuery, callback_data: OnRecap, person: Person, publisher: Publisher, t: Texts
) -> None:
    found = await publisher.choose(person.id, RecapId(callback_data.recap), with_file=False)
    await reword(query, view.channel_recap(*found, t))


async def confirm(
    query: CallbackQuery, callback_data: OnRecap, person: Person, publisher: Publisher, t: Texts
) -> None:
    """The message says that it is being posted before the job, which has the last word, begins."""
    if not isinstance(query.message, Message):
        return
    recap = RecapId(callback_data.recap)
    if await publisher.may_confirm(person.id, recap):
        await reword(query, Screen(t("sharing-posting")))
        await publisher.confirm(person.id, recap, query.message.message_id)


async def cancel(
    query: CallbackQuery, callback_data: OnRecap, person: Person, publisher: Publisher, t: Texts
) -> None:
    if await publisher.cancel(person.id, RecapId(callback_data.recap)):
        await reword(query, Screen(t("sharing-cancelled")))
