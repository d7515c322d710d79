"""Child processes for pictures and networks: warm, limited, replaced only after a kill.

PoolError
├── TimedOut       it ran past its limit
├── OutOfMemory    it asked for more than its kind may have
└── Crashed        the process died
"""

import asyncio
import contextlib
import os
import pickle
import socket
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import TracebackType
from typing import Self, TypeGuard, TypeVar, TypeVarTuple, cast

from bot.errors import FriendlyError, PepiteError
from bot.jobs import child
from bot.jobs.answers import LENGTH, Malformed, loaded, unpack
from bot.jobs.process import resident_bytes, worked_s

MIB = 1024 * 1024
WATCH_S = 0.1
PATIENCE = 6  # times its limit, by the clock on the wall
MOST_ANSWERED = 512 * MIB  # more than any child holds
Answer = tuple[str, *tuple[object, ...]]

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class PoolError(PepiteError):
    """The work was not done; its child, if it was at fault, has been replaced."""


class TimedOut(PoolError):
    """It ran past its limit."""


class OutOfMemory(PoolError):
    """It asked for more memory than its kind may have."""


class Crashed(PoolError):
    """The process died."""


class Kind(StrEnum):
    """One child each: what opens bytes from outside never shares memory with the rest."""

    OPEN = "open"
    EYES = "eyes"
    PAINT = "paint"
    WORDS = "words"
    LOOKS = "looks"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Address space, own writable memory and resident memory in bytes; None: as the machine has.

    own: asking for more fails at once, where the watch over what is resident kills.
    gives_back: buffers of 16 MiB and more go back to the system at once, where glibc would keep
    them: after a few sheets a painting's peak is 450 MiB so, and 700 without.
    """

    address_space: int | None = None
    own: int | None = None
    resident: int | None = None
    gives_back: bool = False


# Errors that are made of one sentence; a caller may mean them.
SIMPLE_ERRORS: Mapping[str, type[Exception]] = {
    kind.__name__: kind
    for kind in (
        AssertionError, AttributeError, IndexError, KeyError, OSError, OverflowError,
        RuntimeError, TypeError, ValueError, ZeroDivisionError,
    )
}  # fmt: skip

# The networks need more address space than a picture's opener may have.
BOUNDS: Mapping[Kind, Bounds] = {
    # Of its own memory 70 MiB are never touched: 550 keep it just below 512 resident.
    Kind.OPEN: Bounds(address_space=1024 * MIB, own=550 * MIB, resident=512 * MIB),
    Kind.EYES: Bounds(),
    Kind.PAINT: Bounds(),
    Kind.WORDS: Bounds(),
    Kind.LOOKS: Bounds(resident=560 * MIB, gives_back=True),
}


class Pool:
    """Runs functions of machine files in children: importable, with arguments that pickle.

    What they return travels as `bot.jobs.answers` says.
    """

    def __init__(self, bounds: Mapping[Kind, Bounds] = BOUNDS) -> None:
        self._children = {kind: _Child(limits) for kind, limits in bounds.items()}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def run(
        self, function: Callable[[*Ts], T], *args: *Ts, kind: Kind, limit: timedelta
    ) -> T:
        """What `function` returns or raises.

        limit: of the child's own work, so that a busy machine refuses nothing that an idle one
        takes; a child that waits is given up after `PATIENCE` times that.
        """
        mate = self._children[kind]
        async with mate.turn:
            return await mate.run(function, args, limit)

    async def warm(self) -> None:
        """Start every child now, so that the first photo does not wait for it."""
        for mate in self._children.values():
            async with mate.turn:
                await mate.start()

    def process_of(self, kind: Kind) -> int | None:
        """The process id of its child; None where none was started, or the last was killed."""
        return self._children[kind].process_id

    async def close(self) -> None:
        for mate in self._children.values():
            await mate.kill()


class _Child:
    """One process and the socket to it; `turn` lets one caller speak at a time."""

    def __init__(self, bounds: Bounds) -> None:
        self.turn = asyncio.Lock()
        self._bounds = bounds
        self._process: asyncio.subprocess.Process | None = None
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    @property
    def process_id(self) -> int | None:
        return self._process.pid if self._process else None

    async def start(self) -> None:
        if self._process is not None:
            return
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", child.__name__, str(theirs.fileno()), str(os.getpid())),
                *(str(self._bounds.address_space or 0), str(self._bounds.own or 0)),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                env=_environment(gives_back=self._bounds.gives_back),
                process_group=0,  # Ctrl-C is the parent's to answer, while a child starts too
            )
        self._reader, self._writer = await asyncio.open_connection(sock=ours, limit=4 * MIB)

    async def run(
        self, function: Callable[..., T], args: tuple[object, ...], limit: timedelta
    ) -> T:
        await self.start()
        name = function.__name__
        try:
            async with asyncio.timeout(limit.total_seconds() * PATIENCE):
                answer = await self._ask(pickle.dumps((function, args), protocol=5), limit)
        except TimeoutError:
            await self.kill()
            raise TimedOut(f"{name} waited past {limit}") from None
        except asyncio.CancelledError:
            await self.kill()  # else its answer would be given to the next caller
            raise
        verdict, *told = answer
        if verdict == "done" and len(told) == 1:
            return cast("T", told[0])
        error = _error(verdict, told, name)
        if isinstance(error, PoolError):
            await self.kill()
        raise error

    async def kill(self) -> None:
        process, writer = self._process, self._writer
        self._process = self._reader = self._writer = None
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        if writer is not None:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()

    async def _ask(self, question: bytes, limit: timedelta) -> Answer:
        """The child's answer; "memory", "time" or "crashed" when it died of that."""
        async with asyncio.TaskGroup() as group:
            watcher = group.create_task(self._killed_for(limit.total_seconds()))
            answer = await self._exchange(question)
            if answer is None:
                await asyncio.wait({watcher}, timeout=0)
            killed = watcher.result() if watcher.done() and not watcher.cancelled() else None
            watcher.cancel()
        return answer or (killed or "crashed",)

    async def _exchange(self, question: bytes) -> Answer | None:
        """None from a child that died, or that says what no child of ours says."""
        if self._reader is None or self._writer is None:
            return None
        try:
            self._writer.write(LENGTH.pack(len(question)))
            self._writer.write(question)
            await self._writer.drain()
            (size,) = LENGTH.unpack(await self._reader.readexactly(LENGTH.size))
            if size > (self._bounds.own or MOST_ANSWERED):
                return None
            answer = unpack(await self._reader.readexactly(size))
        except (asyncio.IncompleteReadError, OSError, Malformed):
            return None
        return answer if _is_answer(answer) else None

    async def _killed_for(self, limit_s: float) -> str | None:
        """Why the child was killed: "memory" for being too large, "time" for working too long."""
        process, most = self._process, self._bounds.resident
        if process is None:
            return None
        begun_s = worked_s(process.pid)
        while True:
            if most is not None and resident_bytes(process.pid) > most:
                process.kill()
                return "memory"
            if worked_s(process.pid) - begun_s > limit_s:
                process.kill()
                return "time"
            await asyncio.sleep(WATCH_S)


def _is_answer(answer: object) -> TypeGuard[Answer]:
    return isinstance(answer, tuple) and bool(answer) and isinstance(answer[0], str)


def _error(verdict: str, told: list[object], name: str) -> Exception:
    """What the caller is to raise; Crashed for what no child of ours says."""
    match verdict, told:
        case "memory", []:
            return OutOfMemory(name)
        case "time", []:
            return TimedOut(name)
        case "friendly", [str(kind), dict(facts)]:
            return _friendly(kind, facts) or Crashed(name)
        case "error", [str(kind), str(words)]:
            known = SIMPLE_ERRORS.get(kind)
            return known(words) if known else RuntimeError(f"{kind}: {words}")
        case _:
            return Crashed(name)


def _friendly(name: str, facts: dict[object, object]) -> FriendlyError | None:
    """None for another class than a friendly error, or for facts that no sentence takes."""
    with contextlib.suppress(LookupError, TypeError):
        kind = loaded(name)
        sayable = {str(one): fact for one, fact in facts.items() if isinstance(fact, str | int)}
        if issubclass(kind, FriendlyError) and len(sayable) == len(facts):
            return kind(**sayable)
    return None


def _environment(*, gives_back: bool) -> dict[str, str]:
    """Ours without its secrets, and one thread for the number libraries: one child a core."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PEPITE_")}
    given = {"MALLOC_MMAP_THRESHOLD_": str(16 * MIB)} if gives_back else {}
    return {**ours, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", **given}
