"""What each Bot API method means for the wire: may it be repeated, what does it bring back."""

from datetime import UTC, datetime
from typing import Any, Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import TelegramMethod
from aiogram.types import Chat, Message, MessageId, Story

_SENDS: Final = ("send", "copy", "forward", "post")
_EDITS: Final = ("edit", "stop")
# What a person who is quick, or a replay, causes; the wanted state is already there.
_HARMLESS: Final = (
    "message is not modified",
    "query is too old",
    "query ID is invalid",
    "message to delete not found",
)
# A person may delete any message at any time; a text cannot be written into a picture.
_GONE: Final = (
    "message to edit not found",
    "message can't be edited",
    "MESSAGE_ID_INVALID",
    "there is no text in the message to edit",
)
_EPOCH: Final = datetime.fromtimestamp(0, UTC)


def is_send(method: TelegramMethod[Any]) -> bool:
    """Whether doing it twice would show twice; typing and drafts return a bare yes."""
    return method.__api_method__.startswith(_SENDS) and method.__returning__ is not bool


def is_paced(method: TelegramMethod[Any]) -> bool:
    """Whether it counts towards what Telegram lets a bot say in a second."""
    return is_send(method) or method.__api_method__.startswith(_EDITS)


def chat_of(method: TelegramMethod[Any]) -> int | str | None:
    chat: int | str | None = getattr(method, "chat_id", None)
    return chat


def is_harmless(error: TelegramBadRequest) -> bool:
    """What was asked for is already so, or no longer matters."""
    return any(words in error.message for words in _HARMLESS)


def is_gone(error: TelegramBadRequest) -> bool:
    """There is nothing left to edit; whoever has something to say sends it anew."""
    return any(words in error.message for words in _GONE)


def message_ids(result: object) -> list[int]:
    """The numbers of what a send brought back."""
    if isinstance(result, list):
        return [number for item in result for number in message_ids(item)]
    if isinstance(result, Message | MessageId):
        return [result.message_id]
    return [result.id] if isinstance(result, Story) else []


def replayed(method: TelegramMethod[Any], numbers: list[int], bot: Bot) -> Any:
    """What a send that was confirmed before brings back: numbers in a bare shell."""
    chat = chat_of(method)
    shell = Chat(id=chat if isinstance(chat, int) else 0, type="private")
    returning = method.__returning__
    if returning is MessageId:
        return MessageId(message_id=numbers[0])
    if returning is Story:
        return Story(id=numbers[0], chat=shell)
    if returning is Message:
        return _message(numbers[0], shell, bot)
    if returning == list[MessageId]:
        return [MessageId(message_id=number) for number in numbers]
    return [_message(number, shell, bot) for number in numbers]


def is_replayed(message: Message) -> bool:
    """Whether it was there already: what a send under the same name brought back."""
    return message.date == _EPOCH


def _message(number: int, chat: Chat, bot: Bot) -> Message:
    return Message(message_id=number, date=_EPOCH, chat=chat).as_(bot)
