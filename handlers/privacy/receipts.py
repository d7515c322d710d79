"""Receipts: which there are, one as a document with its summary, all of them as a proof."""

from aiogram import Bot
from aiogram.types import BufferedInputFile, CallbackQuery

from bot.clock import Clock
from bot.consent.registrar import Registrar
from bot.privacy.custodian import Custodian
from bot.texts import Texts
from handlers.doors import ShowReceipt
from handlers.privacy import receipt_view
from handlers.screen import Screen, tell, turn
from storage.people import Person


async def list_receipts(
    query: CallbackQuery, bot: Bot, person: Person, custodian: Custodian, t: Texts
) -> None:
    choices = await custodian.choices(person.id)
    await turn(query, receipt_view.every(choices, person, t), bot)


async def show_receipt(
    query: CallbackQuery,
    callback_data: ShowReceipt,
    bot: Bot,
    person: Person,
    registrar: Registrar,
    t: Texts,
) -> None:
    """A document of its own, so that it can be kept; made anew each time, and the same choice."""
    receipt = await registrar.receipt(person.id, callback_data.purpose)
    if receipt is None:
        return await tell(query, Screen(t("privacy-receipt-none")), bot)
    await bot.send_document(
        query.from_user.id,
        BufferedInputFile(receipt.json_bytes(), receipt.name),
        caption=receipt_view.summary(receipt, callback_data.purpose, person, t),
    )
    return None


async def send_proof(
    query: CallbackQuery, bot: Bot, person: Person, custodian: Custodian, clock: Clock, t: Texts
) -> None:
    content = await custodian.proof(person.id, clock.now())
    if not content:
        return await tell(query, Screen(t("privacy-receipt-none")), bot)
    await bot.send_document(
        query.from_user.id,
        BufferedInputFile(content, t("privacy-proof-name")),
        caption=t("privacy-proof"),
    )
    return None
