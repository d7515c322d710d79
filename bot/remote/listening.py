"""Listening to an answer: piece by piece, until it ends or the person stops it; a second try."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bot.remote.errors import Reason, RemoteUnavailable
from bot.remote.turns import Call, Reply

if TYPE_CHECKING:
    from bot.remote.wire import Wire

PAUSE_S: Final = 0.5  # before the one retry: a server that restarts, a burst that passes
LONGEST_TEXT: Final = 16_000  # characters; whoever sends more was asked for far less
# Models that reason aloud begin with it; on most servers it stands in the answer itself.
THOUGHTS: Final = re.compile(r"\A\s*<think(?:ing)?>.*?(?:</think(?:ing)?>\s*|\Z)", re.DOTALL)

OnText = Callable[[str], Awaitable[None]]


@dataclass(slots=True)
class _Heard:
    """What has arrived, and why it ended once it has."""

    pieces: list[str] = field(default_factory=list)
    ended: str | None = None

    @property
    def text(self) -> str:
        """What is said to the person: no thoughts, and no half of an emoji that came in two."""
        said = "".join(self.pieces).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
        return THOUGHTS.sub("", said)


async def ask_twice(
    wire: "Wire", call: Call, on_text: OnText | None, stop: asyncio.Event | None
) -> Reply:
    """Once more if nothing had arrived and a second try can help. Raises RemoteUnavailable."""
    heard = _Heard()
    try:
        return await _ask(wire, call, heard, on_text, stop)
    except RemoteUnavailable as trouble:
        if heard.pieces or not trouble.may_repeat:
            raise
    if stop is not None and stop.is_set():
        return Reply("", is_stopped=True)
    await asyncio.sleep(PAUSE_S)
    return await _ask(wire, call, heard, on_text, stop)


async def _ask(
    wire: "Wire", call: Call, heard: _Heard, on_text: OnText | None, stop: asyncio.Event | None
) -> Reply:
    if on_text is None and stop is None:
        text, heard.ended = await wire.whole(call)
        if len(text) > LONGEST_TEXT:
            raise RemoteUnavailable(Reason.BROKEN)
        heard.pieces.append(text)
    elif not await _unless_stopped(_listen(wire, call, heard, on_text), stop):
        return Reply(heard.text, is_stopped=True)
    return _reply(heard)


async def _listen(wire: "Wire", call: Call, heard: _Heard, on_text: OnText | None) -> None:
    length = 0
    async with aclosing(wire.stream(call)) as pieces:
        async for piece, ended in pieces:
            heard.ended = ended or heard.ended
            if not piece:
                continue
            heard.pieces.append(piece)
            length += len(piece)
            if length > LONGEST_TEXT:
                raise RemoteUnavailable(Reason.BROKEN)
            if on_text is not None:
                await on_text(heard.text)


async def _unless_stopped(listening: Awaitable[None], stop: asyncio.Event | None) -> bool:
    """Whether it was heard to its end; a stop breaks the connection off at once."""
    if stop is None:
        await listening
        return True
    try:
        async with asyncio.TaskGroup() as group:
            hearing = group.create_task(_awaited(listening))
            stopping = group.create_task(stop.wait())
            await asyncio.wait({hearing, stopping}, return_when=asyncio.FIRST_COMPLETED)
            stopping.cancel()
            hearing.cancel()
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from None  # only the listening can fail
    return not hearing.cancelled()


async def _awaited(listening: Awaitable[None]) -> None:
    await listening


def _reply(heard: _Heard) -> Reply:
    text = heard.text.strip()
    if heard.ended == "content_filter":
        raise RemoteUnavailable(Reason.REFUSED)
    if not text:
        raise RemoteUnavailable(Reason.BROKEN)
    return Reply(text, is_cut=heard.ended == "length")
