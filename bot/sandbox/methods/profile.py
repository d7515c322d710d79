"""The bot's commands, name, descriptions, menu button and default rights."""

import re
from typing import Any

from aiogram.methods import (
    DeleteMyCommands,
    GetChatMenuButton,
    GetMyCommands,
    GetMyDefaultAdministratorRights,
    GetMyDescription,
    GetMyName,
    GetMyShortDescription,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDefaultAdministratorRights,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
)

from bot.sandbox.errors import bad
from bot.sandbox.members import full_rights
from bot.sandbox.page_view import profile_view
from bot.sandbox.profile import in_language
from bot.sandbox.state import Json
from bot.sandbox.utf16 import utf16_length
from bot.sandbox.world import World

COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
COMMANDS, COMMAND_DESCRIPTION = 100, 256
NAME, DESCRIPTION, SHORT_DESCRIPTION = 64, 512, 120
LANGUAGE = re.compile(r"[a-z]{2}")


def set_commands(world: World, call: SetMyCommands) -> bool:
    if len(call.commands) > COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in call.commands:
        if not COMMAND.fullmatch(command.command):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= utf16_length(command.description) <= COMMAND_DESCRIPTION:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    commands = [
        {"command": item.command.removeprefix("/"), "description": item.description}
        for item in call.commands
    ]
    world.profile.commands[_place(world, call)] = commands
    _told(world)
    return True


def get_commands(world: World, call: GetMyCommands) -> list[Json]:
    return world.profile.commands.get(_place(world, call), [])


def delete_commands(world: World, call: DeleteMyCommands) -> bool:
    world.profile.commands.pop(_place(world, call), None)
    _told(world)
    return True


def _place(world: World, call: Any) -> tuple[str, str]:
    """Scope and language, as one key; raises ApiError for a chat or language unknown."""
    scope = call.scope
    name = "default" if scope is None else str(scope.type)
    for part in ("chat_id", "user_id"):
        value = getattr(scope, part, None)
        if value is not None:
            name += f":{world.chat_for_bot(value).id if part == 'chat_id' else value}"
    return name, _language(call)


def _language(call: Any) -> str:
    language: str = call.language_code or ""
    if language and not LANGUAGE.fullmatch(language):
        raise bad("invalid language code specified")
    return language


def set_name(world: World, call: SetMyName) -> bool:
    return _set(world, world.profile.names, call, call.name, NAME)


def set_description(world: World, call: SetMyDescription) -> bool:
    return _set(world, world.profile.descriptions, call, call.description, DESCRIPTION)


def set_short_description(world: World, call: SetMyShortDescription) -> bool:
    texts = world.profile.short_descriptions
    return _set(world, texts, call, call.short_description, SHORT_DESCRIPTION)


def _set(world: World, texts: dict[str, str], call: Any, text: str | None, limit: int) -> bool:
    """An empty text takes the language's own away."""
    language = _language(call)
    if utf16_length(text or "") > limit:
        raise bad("BOT_TITLE_INVALID" if texts is world.profile.names else "ABOUT_TOO_LONG")
    texts[language] = text or ""
    _told(world)
    return True


def get_name(world: World, call: GetMyName) -> Json:
    return {"name": in_language(world.profile.names, _language(call)) or world.bot_name}


def get_description(world: World, call: GetMyDescription) -> Json:
    return {"description": in_language(world.profile.descriptions, _language(call))}


def get_short_description(world: World, call: GetMyShortDescription) -> Json:
    texts = world.profile.short_descriptions
    return {"short_description": in_language(texts, _language(call))}


def set_menu_button(world: World, call: SetChatMenuButton) -> bool:
    button: Json = {"type": "default"}
    if call.menu_button is not None:
        button = call.menu_button.model_dump(exclude_none=True, mode="json")
    if call.chat_id:
        world.chat_for_bot(call.chat_id).menu_button = button
    else:
        world.profile.menu_button = button
    return True


def get_menu_button(world: World, call: GetChatMenuButton) -> Json:
    if call.chat_id:
        return world.chat_for_bot(call.chat_id).menu_button or world.profile.menu_button
    return world.profile.menu_button


def set_default_rights(world: World, call: SetMyDefaultAdministratorRights) -> bool:
    granted = call.rights.model_dump() if call.rights else {}
    names = [name for name, given in granted.items() if given]
    world.default_rights[bool(call.for_channels)] = full_rights(*names)
    return True


def get_default_rights(world: World, call: GetMyDefaultAdministratorRights) -> Json:
    nothing = dict.fromkeys(full_rights(), False)
    return world.default_rights.get(bool(call.for_channels), nothing)


def _told(world: World) -> None:
    first = next(iter(world.people), None)
    if first is not None:
        world.feed.tell("profile", lambda: {"profile": profile_view(world, first)})
