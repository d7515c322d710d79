"""The bot's profile and commands in both languages, written once and then left alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from aiogram import Bot
from aiogram.methods import (
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    TelegramMethod,
)
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.telegram.commands import COMMANDS
from bot.texts import Language, Texts

SCOPE = BotCommandScopeAllPrivateChats()


@dataclass(frozen=True, slots=True)
class Written:
    """What was changed: names of methods, with their language; empty when all stood already."""

    changes: tuple[str, ...]


async def write_profile(bot: Bot, texts: Mapping[Language, Texts]) -> Written:
    """Write what differs, and only that: these methods are limited to a few calls a day.

    English is also the default for every other language. Raises TelegramAPIError.
    """
    changes: list[str] = []
    for language, t in texts.items():
        code = None if language == "en" else language
        for change in await _differences(bot, t, code):
            await bot(change)
            changes.append(f"{change.__api_method__} {language}")
    return Written(tuple(changes))


async def _differences(bot: Bot, t: Texts, code: str | None) -> list[TelegramMethod[bool]]:
    found: list[TelegramMethod[bool]] = []
    described = (await bot.get_my_description(language_code=code)).description
    if described != t("profile-description"):
        found.append(SetMyDescription(description=t("profile-description"), language_code=code))
    short = (await bot.get_my_short_description(language_code=code)).short_description
    if short != t("profile-short"):
        found.append(
            SetMyShortDescription(short_description=t("profile-short"), language_code=code)
        )
    commands = {name: t(f"profile-command-{name}") for name in COMMANDS}
    there = await bot.get_my_commands(SCOPE, language_code=code)
    if [(one.command, one.description) for one in there] != list(commands.items()):
        wanted = [BotCommand(command=name, description=text) for name, text in commands.items()]
        found.append(SetMyCommands(commands=wanted, scope=SCOPE, language_code=code))
    return found
