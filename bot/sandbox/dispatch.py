"""One call of the Bot API, from its fields to its answer; every call is written down."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram.methods.base import TelegramMethod

from bot.sandbox.decode import Raw, build, methods
from bot.sandbox.errors import ApiError
from bot.sandbox.flood import Flood
from bot.sandbox.methods.receiving import RawJson
from bot.sandbox.methods.table import AT_ONCE, IN_TIME
from bot.sandbox.state import Json
from bot.sandbox.world import World


@dataclass(frozen=True, slots=True)
class Call:
    """What was called: `at` in seconds of the machine's monotonic clock, `now` the sandbox's."""

    method: str
    chat_id: int | None
    at: float
    now: datetime
    status: int


@dataclass(frozen=True, slots=True)
class Answer:
    """HTTP status and JSON body."""

    status: int
    body: str


class Dispatch:
    """Decode, check, act, answer; and keep the log that tests read."""

    def __init__(self, world: World, flood: Flood) -> None:
        self._world = world
        self._flood = flood
        self._methods: Mapping[str, type[TelegramMethod[Any]]] = methods()
        self.calls: list[Call] = []

    def name_of(self, method: str) -> str:
        """The method as the documentation spells it; as it came when nobody knows it."""
        model = self._methods.get(method.lower())
        return model.__api_method__ if model else method

    async def answer(self, method: str, raw: Raw) -> Answer:
        at = time.monotonic()
        try:
            result = await self._act(method.lower(), raw)
            answer = Answer(200, f'{{"ok":true,"result":{_written(result)}}}')
        except ApiError as error:
            answer = refused(error)
        self._note(method, raw, at, answer.status)
        return answer

    async def _act(self, method: str, raw: Raw) -> Any:
        model = self._methods.get(method)
        if model is None:
            raise ApiError(404, "Not Found: method not found")
        call = build(model, raw)
        media = getattr(call, "media", None)  # an album is a list; a single edit is not
        self._flood.check(method, _chat_id(raw), len(media) if isinstance(media, list) else 1)
        if model in AT_ONCE:
            return AT_ONCE[model](self._world, call)
        if model in IN_TIME:
            return await IN_TIME[model](self._world, call, raw.uploads)
        if model.__returning__ is bool:
            return True
        raise ApiError(501, f"Not Implemented: {model.__api_method__} has no answer here")

    def note(self, method: str, raw: Raw, status: int) -> None:
        """Write down a call that a fault kept from acting."""
        self._note(method, raw, time.monotonic(), status)

    def _note(self, method: str, raw: Raw, at: float, status: int) -> None:
        call = Call(self.name_of(method), _chat_id(raw), at, self._world.now, status)
        self.calls.append(call)


def _chat_id(raw: Raw) -> int | None:
    try:
        return int(raw.fields["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None


def _written(result: Any) -> str:
    if isinstance(result, RawJson):
        return result
    return json.dumps(result, ensure_ascii=False, separators=(",", ":"))


def refused(error: ApiError) -> Answer:
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    if error.retry_after is not None:
        body["parameters"] = {"retry_after": error.retry_after}
    return Answer(error.code, json.dumps(body))
