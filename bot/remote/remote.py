"""Remote: the one way out to the endpoint, with its limits, its budget and its proof."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from bot.clock import Clock
from bot.remote.address import Endpoint, read_endpoint
from bot.remote.bare import require_bare
from bot.remote.breaker import Breaker
from bot.remote.budget import day_of, has_room
from bot.remote.errors import Reason, RemoteUnavailable
from bot.remote.listening import OnText, ask_twice
from bot.remote.turns import Call, Reply, Shape, Turn
from bot.settings import Settings
from storage.open import Storage
from storage.outbound import CallKind
from storage.people import PersonId

if TYPE_CHECKING:
    from bot.remote.wire import Wire

log = logging.getLogger(__name__)

WHOLE_CALL: Final = timedelta(seconds=15)  # both tries: with the embedded answer, under twenty
WHOLE_IMAGE: Final = timedelta(seconds=90)  # painting is slow everywhere, and a job waits for it
KEPT: Final = timedelta(days=365)
OUT_OF_ORDER: Final = frozenset({Reason.BUSY, Reason.SLOW, Reason.BROKEN})

Answer = TypeVar("Answer")


class Remote:
    """Asked by roles that asked the gate; every trouble is one RemoteUnavailable.

    host: what the consent names and the outbound ledger shows; None where no endpoint is set.
    """

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        endpoint: Endpoint | None = None,
        wire: "Wire | None" = None,
        *,
        has_images: bool = False,
    ) -> None:
        self.host = endpoint.host if endpoint else None
        self.has_images = has_images
        self._storage = storage
        self._clock = clock
        self._wire = wire
        self._breaker = Breaker()

    @classmethod
    def open(cls, settings: Settings, storage: Storage, clock: Clock) -> Self:
        """Raises OperatorError for an address that may not be one; `close` it at the end."""
        if settings.ai_url is None:
            return cls(storage, clock)
        from bot.remote.wire import Wire  # noqa: PLC0415 - only where an endpoint is set

        endpoint = read_endpoint(settings.ai_url)
        wire = Wire(endpoint, settings.ai_key, settings.ai_model, settings.ai_image_model)
        return cls(storage, clock, endpoint, wire, has_images=settings.ai_image_model is not None)

    async def close(self) -> None:
        if self._wire is not None:
            await self._wire.close()

    async def chat(
        self,
        owner: PersonId,
        messages: Sequence[Turn],
        *,
        kind: CallKind,
        most_tokens: int,
        limit: timedelta = WHOLE_CALL,
        picture: bytes | None = None,
        on_text: OnText | None = None,
        stop: asyncio.Event | None = None,
        json_schema: Mapping[str, Any] | None = None,
    ) -> Reply:
        """Ask once, and once more if nothing came; `limit` is for all of it together.

        picture: a JPEG of at most 1024 px without metadata; else ValueError.
        on_text: given all the text so far, whenever there is more. stop: set when the person
        has read enough. Raises RemoteUnavailable; a half answer is none.
        """
        if picture is not None:
            require_bare(picture)
        call = Call(messages, most_tokens, picture, json_schema)
        wire = await self._allowed(owner, kind, call.bytes_sent, most_tokens)
        return await self._within(limit, lambda: ask_twice(wire, call, on_text, stop))

    async def imagine(
        self, owner: PersonId, prompt: str, shape: Shape, *, limit: timedelta = WHOLE_IMAGE
    ) -> bytes:
        """A picture as the endpoint sent it, not looked at yet. Raises RemoteUnavailable."""
        if not self.has_images:
            raise RemoteUnavailable(Reason.NOT_SET)
        wire = await self._allowed(owner, CallKind.IMAGE, len(prompt.encode()), 0)
        return await self._within(limit, lambda: wire.picture(prompt, shape))

    async def drop_old(self) -> None:
        """Every night: the proof of where data went is kept for twelve months."""
        async with self._storage.begin() as tx:
            await tx.outbound.drop_before(tx.now - KEPT)

    async def _allowed(
        self, owner: PersonId, kind: CallKind, bytes_sent: int, most_tokens: int
    ) -> "Wire":
        """Within the budget, and written down before anything leaves."""
        if self._wire is None or self.host is None:
            raise RemoteUnavailable(Reason.NOT_SET)
        async with self._storage.begin() as tx:
            if await tx.people.get(owner) is None:
                raise RemoteUnavailable(Reason.REFUSED)  # erased meanwhile
            spent = await tx.outbound.spent(owner, day_of(tx.now))
            if not has_room(spent, kind, most_tokens):
                raise RemoteUnavailable(Reason.BUDGET)
            if not self._breaker.lets_through(self._clock.now()):
                raise RemoteUnavailable(Reason.RESTING)
            await tx.outbound.note(
                owner, self.host, kind, bytes_sent=bytes_sent, most_tokens=most_tokens
            )
        return self._wire

    async def _within(self, limit: timedelta, ask: Callable[[], Awaitable[Answer]]) -> Answer:
        """What is asked, in time; the breaker learns how it went."""
        try:
            async with asyncio.timeout(limit.total_seconds()):
                answer = await ask()
        except TimeoutError:
            self._went_wrong(Reason.SLOW)
            raise RemoteUnavailable(Reason.SLOW) from None
        except RemoteUnavailable as trouble:
            self._went_wrong(trouble.reason)
            raise
        self._breaker.answered()
        return answer

    def _went_wrong(self, reason: Reason) -> None:
        log.info("no answer from the endpoint", extra={"reason": reason.value})
        if reason in OUT_OF_ORDER:
            self._breaker.failed(self._clock.now())
        else:  # it is there, and said no
            self._breaker.answered()
