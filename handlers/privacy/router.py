"""/privacy: what I may do, one tap each; what I know; my copy; a pause; erasing everything."""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.clock import Clock
from bot.consent.acts import Method
from bot.consent.gate import Standing
from bot.consent.registrar import Answered, Registrar
from bot.privacy.custodian import Custodian
from bot.telegram.commands import called
from bot.texts import Texts
from handlers.doors import OpenPrivacy, ShowReceipt
from handlers.notice import pressed
from handlers.privacy import buttons, leaving, receipts, view
from handlers.screen import Screen, say, tell, turn
from storage.people import Person


def build_router() -> Router:
    router = Router(name="privacy")
    router.message.register(show, Command(*called("privacy")))
    on = router.callback_query.register
    on(show_again, OpenPrivacy.filter())
    on(switch_off, buttons.SwitchOff.filter())
    on(switch_on, buttons.SwitchOn.filter())
    on(show_known, buttons.ShowKnown.filter())
    on(show_outbound, buttons.ShowOutbound.filter())
    on(receipts.list_receipts, buttons.ListReceipts.filter())
    on(receipts.show_receipt, ShowReceipt.filter())
    on(receipts.send_proof, buttons.SendProof.filter())
    on(pause, buttons.Pause.filter())
    on(resume, buttons.Resume.filter())
    on(leaving.ask_copy, buttons.AskCopy.filter())
    on(leaving.make_copy, buttons.MakeCopy.filter())
    on(leaving.cancel_copy, buttons.CancelCopy.filter())
    on(leaving.ask_erasure, buttons.AskErasure.filter())
    on(leaving.confirm_erasure, buttons.ConfirmErasure.filter())
    on(leaving.erase_now, buttons.EraseNow.filter())
    on(leaving.erase_later, buttons.EraseLater.filter())
    on(leaving.keep, buttons.KeepEverything.filter())
    return router


async def show(
    message: Message,
    person: Person,
    standing: Standing,
    registrar: Registrar,
    custodian: Custodian,
    t: Texts,
) -> None:
    offered = buttons.offered(registrar.notices)
    overview = await custodian.overview(person.id)
    await say(message, view.home(overview, standing, person, custodian.operator, offered, t))


async def show_again(
    query: CallbackQuery,
    bot: Bot,
    person: Person,
    standing: Standing,
    registrar: Registrar,
    custodian: Custodian,
    t: Texts,
) -> None:
    offered = buttons.offered(registrar.notices)
    overview = await custodian.overview(person.id)
    screen = view.home(overview, standing, person, custodian.operator, offered, t)
    await turn(query, screen, bot)


async def switch_off(
    query: CallbackQuery,
    callback_data: buttons.SwitchOff,
    bot: Bot,
    person: Person,
    standing: Standing,
    registrar: Registrar,
    custodian: Custodian,
    clock: Clock,
    t: Texts,
) -> None:
    purpose = callback_data.purpose
    if purpose not in buttons.SWITCHES or not view.is_on(purpose, standing, clock.now()):
        return await tell(query, Screen(t("privacy-stale")), bot)
    done = await registrar.withdrawn(person.id, purpose, pressed(query, Method.SWITCH))
    made = (await custodian.choices(person.id))[purpose]
    await turn(query, view.switched_off(purpose, done.rows, made, person, t), bot)
    return None


async def switch_on(
    query: CallbackQuery,
    callback_data: buttons.SwitchOn,
    bot: Bot,
    person: Person,
    registrar: Registrar,
    t: Texts,
) -> None:
    """Only a part of an answer that stands; a whole one has its question."""
    purpose = callback_data.purpose
    if purpose not in buttons.FLAGS:
        return await tell(query, Screen(t("privacy-stale")), bot)
    answered = await registrar.switched_on(
        person.id, purpose, t.language, pressed(query, Method.SWITCH)
    )
    if answered is not Answered.RECORDED:
        return await tell(query, Screen(t("privacy-stale")), bot)
    await turn(query, view.switched_on(purpose, t), bot)
    return None


async def show_known(
    query: CallbackQuery, bot: Bot, person: Person, custodian: Custodian, t: Texts
) -> None:
    overview, found = await custodian.overview(person.id), await custodian.inferred(person.id)
    await turn(query, view.known(overview, found, person, t), bot)


async def show_outbound(
    query: CallbackQuery, bot: Bot, person: Person, custodian: Custodian, t: Texts
) -> None:
    calls = await custodian.outbound(person.id)
    await turn(query, view.outbound(calls, custodian.operator, person, t), bot)


async def pause(
    query: CallbackQuery, bot: Bot, person: Person, custodian: Custodian, t: Texts
) -> None:
    await custodian.pause(person.id)
    await turn(query, Screen(t("privacy-pause-done"), buttons.back(t)), bot)


async def resume(
    query: CallbackQuery, bot: Bot, person: Person, custodian: Custodian, t: Texts
) -> None:
    went_on = await custodian.resume(person.id)
    words = "privacy-resume-done" if went_on else "privacy-stale"
    await turn(query, Screen(t(words), buttons.back(t)), bot)
