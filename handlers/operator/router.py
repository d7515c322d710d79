"""What nobody else heard: /admin, /cancel, an old button, words that nobody waits for."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.telegram.commands import called
from bot.texts import Texts
from handlers.middleware.person import Conversation
from handlers.operator import admin, buttons


def build_router() -> Router:
    router = Router(name="operator")
    router.message.register(admin.administer, admin.ADMIN, admin.runs_it)
    router.callback_query.register(admin.change, buttons.ChangeStage.filter(), admin.runs_it)
    router.callback_query.register(admin.keep, buttons.KeepStage.filter(), admin.runs_it)
    router.message.register(cancel, Command(*called("cancel")))
    router.message.register(point_to_help, F.text)
    router.callback_query.register(
        explain_old_button, flags={"callback_answer": {"disabled": True}}
    )
    return router


async def cancel(message: Message, conversation: Conversation, t: Texts) -> None:
    await conversation.clear()
    await message.answer(t("operator-cancelled"))


async def point_to_help(message: Message, t: Texts) -> None:
    """Silence would look like a fault."""
    await message.answer(t("operator-not-understood"))


async def explain_old_button(query: CallbackQuery, t: Texts) -> None:
    """Of another version, or made up: nothing happens, and it says so."""
    await query.answer(t("error-expired"))
