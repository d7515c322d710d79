"""The language: asked with two buttons, said with the command, and the question at hand in it."""

from collections.abc import Mapping
from typing import Final

from aiogram import Bot
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.clock import Clock
from bot.consent.registrar import Registrar
from bot.texts import Language, Texts
from handlers.middleware.person import Conversation
from handlers.screen import Screen, say, tell, turn
from handlers.welcome import buttons, view
from handlers.welcome.asking import question_after
from storage.people import Person

NAMED: Final[Mapping[str, Language]] = {
    **dict.fromkeys(("fr", "français", "francais", "french"), "fr"),
    **dict.fromkeys(("en", "anglais", "english"), "en"),
}


async def ask_or_take(
    message: Message,
    command: CommandObject,
    person: Person,
    conversation: Conversation,
    registrar: Registrar,
    clock: Clock,
    translations: Mapping[Language, Texts],
    t: Texts,
) -> None:
    """`/language`, or `/language fr`."""
    language = NAMED.get((command.args or "").strip().lower())
    if language is None:
        return await _say_all(message, [view.languages(t)])
    t = translations[language]
    return await _say_all(message, await _spoken(person, conversation, registrar, clock, t))


async def offer(query: CallbackQuery, bot: Bot, t: Texts) -> None:
    await tell(query, view.languages(t), bot)


async def speak(
    query: CallbackQuery,
    callback_data: buttons.Speak,
    bot: Bot,
    person: Person,
    conversation: Conversation,
    registrar: Registrar,
    clock: Clock,
    translations: Mapping[Language, Texts],
) -> None:
    t = translations[callback_data.language]
    kept, *more = await _spoken(person, conversation, registrar, clock, t)
    await turn(query, kept, bot)
    for screen in more:
        await tell(query, screen, bot)


async def _say_all(message: Message, screens: list[Screen]) -> None:
    for screen in screens:
        await say(message, screen)


async def _spoken(
    person: Person, conversation: Conversation, registrar: Registrar, clock: Clock, t: Texts
) -> list[Screen]:
    """Keep the language; a question of the welcome that waits is put again in it."""
    await registrar.set_language(person.id, t.language)
    question = await question_after(person, conversation, registrar, clock, t)
    kept = Screen(t("welcome-language-kept"))
    return [kept, question] if question else [kept]
