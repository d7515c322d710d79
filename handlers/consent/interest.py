"""Objecting: /object on one screen, the button under a notice, and taking it back in the chat."""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.clock import Clock
from bot.consent.acts import Method
from bot.consent.gate import Standing, has_objected, may_inform
from bot.consent.interest import CHOICES
from bot.consent.objection import Scope
from bot.consent.registrar import Registrar
from bot.telegram.commands import called
from bot.texts import Texts
from handlers import notice
from handlers.consent import interest_view
from handlers.doors import LiftObjection, ObjectTo, OpenObjection
from handlers.screen import Screen, say, turn
from storage.people import Person


def build_router() -> Router:
    router = Router(name="objections")
    router.message.register(show, Command(*called("object")))
    router.callback_query.register(choose, OpenObjection.filter())
    router.callback_query.register(objects, ObjectTo.filter())
    router.callback_query.register(lift, LiftObjection.filter())
    return router


async def show(message: Message, person: Person, registrar: Registrar, t: Texts) -> None:
    """For everybody: where it is not open, while everything is paused, under every law."""
    await say(
        message,
        interest_view.screen(Scope.EVERYTHING, registrar.interest.link(person.id, t.language), t),
    )


async def choose(
    query: CallbackQuery,
    callback_data: OpenObjection,
    bot: Bot,
    person: Person,
    registrar: Registrar,
    t: Texts,
) -> None:
    link = registrar.interest.link(person.id, t.language)
    await turn(query, interest_view.screen(callback_data.scope, link, t), bot)


async def objects(
    query: CallbackQuery,
    callback_data: ObjectTo,
    bot: Bot,
    person: Person,
    registrar: Registrar,
    t: Texts,
) -> None:
    """Always accepted; pressed twice it is the same objection."""
    method = Method.BUTTON if callback_data.under_notice else Method.COMMAND
    how = notice.pressed(query, method)
    done = await registrar.objected(person.id, callback_data.scope, t.language, how=how)
    if done is not None:
        await turn(query, interest_view.confirmed(done, person, t), bot)


async def lift(
    query: CallbackQuery,
    bot: Bot,
    person: Person,
    standing: Standing,
    registrar: Registrar,
    clock: Clock,
    t: Texts,
) -> None:
    """Their own wish, in the chat: the text again. The objection stands until they answer it."""
    if not has_objected(standing.consents.get(CHOICES)):
        return await turn(query, Screen(t("consent-closed")), bot)
    if may_inform(standing, CHOICES):
        message = query.message.message_id if query.message else None
        await registrar.interest.lift(person.id, t.language, message=message)
        return await turn(
            query, interest_view.new(registrar, person, standing, clock.now(), t), bot
        )
    if standing.region is None or registrar.notices.current(CHOICES, standing.regime) is None:
        return await turn(query, Screen(t("consent-closed")), bot)
    await registrar.asked(person.id, CHOICES, t.language)
    await turn(query, notice.put(registrar.notices, CHOICES, standing, t), bot)
    return None
