"""What a custom client, a stale screen or Telegram itself may send beyond what buttons allow."""

import asyncio
import contextlib
import itertools
import random
from collections.abc import Iterator
from enum import Enum
from types import NoneType
from typing import Any, get_args
from uuid import UUID, uuid4

from aiogram.filters.callback_data import CallbackData

from bot.app import App
from bot.sandbox.person import Person
from bot.sandbox.state import CallbackAnswer, Json, Pressed

WAIT_S = 10.0
NUMBERS = (-1, 0, 1, 7, 10**9, 10**15, 2**70)
WORDS = ("", "junk", "../x", "DROP TABLE", "é\u202e\u200b")
_numbers = itertools.count(900_000_001)


async def press(
    lou: Person, data: str, message: Json | None = None, **more: object
) -> CallbackAnswer:
    """A press whose message is told by hand, or is missing; waits for its answer."""
    pressed = forge(lou, data, message, **more)
    async with asyncio.timeout(WAIT_S):
        return await pressed.answer


def forge(lou: Person, data: str, message: Json | None = None, **more: object) -> Pressed:
    world = lou.world
    pressed = Pressed(
        id=world.opaque_id(),
        person_id=lou.id,
        chat_id=lou.id,
        message_id=(message or {}).get("message_id", 0),
        asked_at=world.now,
        answer=asyncio.get_running_loop().create_future(),
    )
    world.pressed[pressed.id] = pressed
    query: Json = {"id": pressed.id, "from": lou.state.wire(), "chat_instance": "1", "data": data}
    if message is not None:
        query["message"] = message
    lou.mark()
    world.queue.put("callback_query", lou.id, query | more)
    return pressed


async def bring(app: App, **kinds: Json) -> None:
    """Updates as a webhook would bring them, also of kinds that nobody asked for."""
    await app.inbox.receive(
        [{"update_id": next(_numbers), kind: payload} for kind, payload in kinds.items()]
    )
    await handled(app)


async def handled(app: App) -> None:
    """Wait until no update waits any more."""
    async with asyncio.timeout(WAIT_S):
        while True:
            async with app.storage.read() as tx:
                if not await tx.telegram.waiting_after(-1, 1):
                    return
            await asyncio.sleep(0.02)


def buttons(dice: random.Random, most: int, *ids: UUID) -> Iterator[str]:
    """Every kind of button there is, each with up to `most` values that its type lets through."""
    for kind in sorted(_kinds(CallbackData), key=lambda kind: kind.__name__):
        fields = kind.model_fields
        options = [_values(field.annotation, (*ids, uuid4())) for field in fields.values()]
        every = list(itertools.product(*options))
        for values in dice.sample(every, min(most, len(every))):
            with contextlib.suppress(ValueError):  # more than 64 bytes: Telegram takes no such
                yield kind(**dict(zip(fields, values, strict=True))).pack()


def _kinds(parent: type[CallbackData]) -> Iterator[type[CallbackData]]:
    for kind in parent.__subclasses__():
        if kind.__module__.startswith("handlers."):
            yield kind
        yield from _kinds(kind)


def _values(annotation: Any, ids: tuple[UUID, ...]) -> tuple[Any, ...]:
    simple = {UUID: ids, bool: (True, False), int: NUMBERS, str: WORDS, NoneType: (None,)}
    if annotation in simple:
        return simple[annotation]
    if isinstance(annotation, type):
        return tuple(annotation) if issubclass(annotation, Enum) else ()
    parts = get_args(annotation)  # of an optional, or the words of a Literal
    inner = (_values(one, ids) if isinstance(one, type) else (one,) for one in parts)
    return tuple(itertools.chain.from_iterable(inner))
