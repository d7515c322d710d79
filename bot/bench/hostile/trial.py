"""One hostile file given as a person gives it: what became of it, how long, how much memory."""

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar, TypeVarTuple

from bot.bench.hostile.file import HostileFile, Way
from bot.errors import FriendlyError, PepiteError
from bot.gallery.entries import Item, survey_from
from bot.gallery.intake import Intake, take_film, take_picture
from bot.gallery.opening import INTAKE_LIMIT
from bot.gallery.unpacking import Terms, look_through, unpack
from bot.jobs.pool import SIMPLE_ERRORS, Crashed, Kind, Pool, PoolError
from bot.texts import Language, Texts

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
WITH_PLACE = True
TERMS = Terms(zone="Europe/Paris", today=date(2026, 5, 1), with_place=WITH_PLACE)
CLOSED = "error-picture-failed"  # what the Reader says where the child had to be stopped
NOTHING = "error-archive-empty"  # and where there was nothing to keep in an archive
MOST_UNPACKED = 8  # media of one archive: enough of it
KIB = 1024
# All that comes out of a child, and of texts.
UNFORESEEN: tuple[type[Exception], ...] = (PepiteError, *SIMPLE_ERRORS.values())
RESET_PEAK = "5"  # to clear_refs, see proc(5)


class Fate(StrEnum):
    """What became of it; every one but KEPT has its sentence, the last two must not be."""

    KEPT = "kept"
    REFUSED = "refused"
    STOPPED = "stopped"
    CRASHED = "crashed"
    UNHANDLED = "unhandled"


@dataclass(frozen=True, slots=True)
class Tried:
    """seconds: the longest of its steps. peak_mebibytes: of the child; None where nobody tells.

    said: ids of sentences. trouble: what nobody foresaw.
    """

    family: str
    fate: Fate
    seconds: float
    peak_mebibytes: float | None
    said: tuple[str, ...] = ()
    trouble: str | None = None


class Trial:
    """Opens files in the very child that opens them for people, one after the other."""

    def __init__(self, pool: Pool, texts: Mapping[Language, Texts]) -> None:
        self._pool = pool
        self._texts = texts
        self._longest_s = 0.0

    async def give(self, file: HostileFile) -> Tried:
        """Whatever happens is noted; nothing is raised."""
        self._longest_s = 0.0
        self._forget_peak()
        trouble = None
        try:
            fate, said = await self._fate(file)
        except PoolError as error:
            fate = Fate.CRASHED if isinstance(error, Crashed) else Fate.STOPPED
            said, trouble = [self._sentence(CLOSED)], repr(error)
        except UNFORESEEN as error:
            fate, said, trouble = Fate.UNHANDLED, [], repr(error)
        return Tried(
            file.family, fate, self._longest_s, self._peak(), tuple(dict.fromkeys(said)), trouble
        )

    async def _fate(self, file: HostileFile) -> tuple[Fate, list[str]]:
        try:
            if file.way is Way.ARCHIVE:
                return await self._unpack(file.data)
            await self._take(file.data, is_film=file.way is Way.FILM)
        except FriendlyError as error:
            return Fate.REFUSED, [self._sentence(error.text_id, error.facts)]
        return Fate.KEPT, []

    async def _take(self, data: bytes, *, is_film: bool) -> Intake:
        machine = take_film if is_film else take_picture
        return await self._run(machine, data, WITH_PLACE)

    async def _unpack(self, data: bytes) -> tuple[Fate, list[str]]:
        """Kept where anything of it is; a sentence for each reason that a media was not."""
        found = survey_from(await self._run(look_through, data))
        said, kept = [self._sentence(reason) for reason in found.refused or {}], 0
        for item in found.items[:MOST_UNPACKED]:
            reason = await self._unpack_one(data, item)
            said += [reason] if reason else []
            kept += reason is None
        if kept:
            return Fate.KEPT, said
        return Fate.REFUSED, said or [self._sentence(NOTHING)]

    async def _unpack_one(self, data: bytes, item: Item) -> str | None:
        """Why it is not kept; None where it is."""
        (one,) = await self._run(unpack, data, [item], TERMS)
        if one.content is None:
            return self._sentence(one.refusal or "")
        try:
            await self._take(one.content, is_film=one.kind == "video")
        except FriendlyError as error:
            return self._sentence(error.text_id, error.facts)
        return None

    async def _run(self, machine: Callable[[*Ts], T], *args: *Ts) -> T:
        begun = time.perf_counter()
        try:
            return await self._pool.run(machine, *args, kind=Kind.OPEN, limit=INTAKE_LIMIT)
        finally:
            self._longest_s = max(self._longest_s, time.perf_counter() - begun)

    def _sentence(self, text_id: str, facts: Mapping[str, str | int] | None = None) -> str:
        """Its id, once both languages have said it. Raises BrokenText."""
        for t in self._texts.values():
            t(text_id, **(facts or {}))
        return text_id

    def _forget_peak(self) -> None:
        if (process := self._pool.process_of(Kind.OPEN)) is not None:
            with suppress(OSError):
                Path(f"/proc/{process}/clear_refs").write_text(RESET_PEAK, encoding="ascii")

    def _peak(self) -> float | None:
        """What the child held at most since `_forget_peak`; None once it was killed."""
        process = self._pool.process_of(Kind.OPEN)
        with suppress(OSError, StopIteration):
            lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
            line = next(line for line in lines if line.startswith("VmHWM:"))
            return int(line.split()[1]) / KIB
        return None
