"""The work of `pepite import`: the parts wired without Telegram, a bar, and a stop in between."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from bot.cli.import_progress import shown
from bot.cli.import_report import Report
from bot.cli.interrupts import stopping
from bot.cli.sentences import said
from bot.clock import Clock, WallClock
from bot.consent.gate import may
from bot.consent.notices import Notices, Operator
from bot.consent.regions import read_regions
from bot.consent.registrar import Registrar
from bot.errors import FriendlyError, OperatorError
from bot.gallery.answers import Became, Outcome, Refusal
from bot.gallery.bringing import Unwelcome, Where
from bot.gallery.entries import Survey
from bot.gallery.importer import Importer
from bot.gallery.left_out import Candidate, left_out
from bot.gallery.library import Library
from bot.gallery.tally import Tally
from bot.jobs.pool import Pool, PoolError
from bot.settings import Settings
from bot.vision.eye import Eye
from storage.database import DiskFull
from storage.key_file import KeyFile
from storage.open import Storage, open_storage
from storage.people import Person
from storage.personal_data import Purpose

COMPARED: Final = 500  # pictures in a row among which the report looks for twins and bursts
AGAIN: Final = "the same command goes on from there"


@dataclass(frozen=True, slots=True)
class Order:
    """What the command was told."""

    source: Path
    telegram_id: int
    dry_run: bool


@dataclass(frozen=True, slots=True)
class _Parts:
    storage: Storage
    registrar: Registrar
    importer: Importer
    stop: asyncio.Event


async def bring_in(
    settings: Settings, order: Order, *, clock: Clock | None = None, pool: Pool | None = None
) -> Report:
    """Keep all of it, or see what would be. Raises OperatorError with one sentence.

    pool: children that its owner closes.
    """
    async with _parts(settings, clock or WallClock(), pool) as parts:
        person = await _person(parts, order.telegram_id)
        found = await _survey(parts.importer, order.source)
        report = Report(order.dry_run, len(found.items), Tally.of(found))
        begun = time.monotonic()
        try:
            await _bring(parts, person, order.source, found, report)
        except DiskFull:
            kept = f"{report.tally.kept} new ones of {report.found} are kept"
            report.stopped = f"The disk is full: {kept}. Make room, and {AGAIN}."
        except Unwelcome:
            raise OperatorError(_unwelcome(order.telegram_id)) from None
        report.seconds = time.monotonic() - begun
    return report


async def _bring(
    parts: _Parts, person: Person, source: Path, found: Survey, report: Report
) -> None:
    """One after the other until the end, or a signal; then the moments."""
    where, waiting = Where(is_rehearsal=report.dry_run), list[Became]()
    with shown(found) as bar:
        async with aclosing(parts.importer.bring(person.id, source, found, where)) as brought:
            async for came in brought:
                report.tally.add(came.became, came.item.name)
                bar.step()
                waiting.append(came.became)
                if len(waiting) == COMPARED:
                    report.left_out += _left_out(waiting)
                    waiting.clear()
                if parts.stop.is_set():
                    report.stopped = f"{report.tally.seen} of {report.found} read; {AGAIN}."
                    break
        report.left_out += _left_out(waiting)
        if not report.dry_run and not report.stopped:
            bar.settling()
            if not await parts.importer.settle(person.id, parts.stop.is_set):
                report.stopped = f"All {report.found} are read, not all in moments; {AGAIN}."


def _left_out(came: Sequence[Became]) -> Counter[str]:
    """What of pictures in a row would be kept and not suggested, by reason."""
    candidates = [
        Candidate(
            number,
            one.sight,
            one.facts.taken if one.facts else None,
            is_film=one.outcome is Outcome.FILM,
        )
        for number, one in enumerate(came)
        if one.sight is not None
    ]
    return Counter(one.reason.value for one in left_out(candidates).values())


async def _person(parts: _Parts, telegram_id: int) -> Person:
    """Who it is for. Raises OperatorError for nobody, and for somebody who did not agree."""
    async with parts.storage.read() as tx:
        person = await tx.people.by_telegram_id(telegram_id)
        if person is None:
            raise OperatorError(f"Nobody with the Telegram id {telegram_id} has started this bot.")
        standing = await parts.registrar.standing(tx, person.id)
        if not may(standing, Purpose.CORE_SERVICE, tx.now):
            raise OperatorError(_unwelcome(telegram_id))
    return person


def _unwelcome(telegram_id: int) -> str:
    return f"Nothing may be kept for {telegram_id}: they have not agreed in the chat."


def _check_there(source: Path) -> None:
    if not source.exists():
        raise OperatorError(f"There is no folder and no zip {source}.")


async def _survey(importer: Importer, source: Path) -> Survey:
    _check_there(source)
    try:
        return await importer.look_through(source)
    except FriendlyError as refusal:
        why = said(Refusal(refusal.text_id, refusal.facts))
        raise OperatorError(f"{source} is not read. {why}") from None
    except PoolError:
        raise OperatorError(f"{source} is not read: it would not open safely.") from None


@asynccontextmanager
async def _parts(settings: Settings, clock: Clock, pool: Pool | None) -> AsyncIterator[_Parts]:
    """On the data of a bot that may be running: SQLite lets one write at a time."""
    if not settings.key_file.is_file():
        raise OperatorError(f"There is no key file {settings.key_file}: nobody uses a bot here.")
    async with AsyncExitStack() as stack:
        stop = stack.enter_context(stopping())  # until everything is closed
        storage = await open_storage(
            settings.database,
            files_url=settings.files,
            keys=KeyFile.open_or_create(settings.key_file, data_folder=settings.home),
            clock=clock,
        )
        stack.push_async_callback(storage.close)
        if pool is None:
            pool = await stack.enter_async_context(Pool())
        operator = Operator(settings.operator, settings.contact, settings.public_url)
        regions = read_regions(settings.regions_file)
        notices = Notices.read(operator, needs_ok=regions.needs_ok)
        registrar = Registrar(storage, regions, notices, clock)
        library = Library(storage, registrar, pool, Eye(pool), _fetch_nothing)
        importer = Importer(storage, registrar, pool, library, _fetch_nothing)
        yield _Parts(storage, registrar, importer, stop)


async def _fetch_nothing(_name: str) -> NoReturn:
    raise OperatorError("An import fetches nothing from Telegram.")
