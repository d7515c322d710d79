"""The composition root: settings in, a wired App out; the only file that knows every part."""

import asyncio
import random
from collections.abc import AsyncIterator, Mapping
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    AsyncExitStack,
    asynccontextmanager,
)
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, partial
from typing import Final

from aiogram import Bot, Dispatcher

from bot.assistant.assistant import Assistant
from bot.assistant.chatter import Chatter
from bot.clock import Clock
from bot.collage.director import Director
from bot.collage.studio import Studio
from bot.consent.notices import Notices, Operator
from bot.consent.regions import read_regions
from bot.consent.registrar import Registrar
from bot.gallery.annotator import Annotator
from bot.gallery.importer import Importer
from bot.gallery.intimate import is_of_intimate
from bot.gallery.keeper import Keeper
from bot.gallery.library import Library
from bot.gallery.viewer import Viewer
from bot.gallery.voices import Voices
from bot.improve.trainer import Trainer
from bot.jobs.catalogue import Job, JobName
from bot.jobs.pool import Pool
from bot.jobs.queue import Queue
from bot.jobs.ticks import Ticks
from bot.looks.atelier import Atelier
from bot.memories.curator import Curator
from bot.privacy.custodian import Custodian
from bot.remote.remote import Remote
from bot.settings import Settings
from bot.sharing.publisher import Publisher
from bot.sharing.sources import sources_of
from bot.telegram.client import open_bot
from bot.telegram.download import downloader
from bot.telegram.errors import SETTLED
from bot.telegram.inbox import Inbox
from bot.telegram.origins import origin
from bot.telegram.outbox import Outbox
from bot.telegram.pace import Pacer
from bot.telegram.places import Places
from bot.telegram.polling import poll
from bot.texts import Language, Texts, load_texts
from bot.vision.eye import Eye
from bot.web.health import Health
from bot.web.pages import pages_of
from bot.web.server import serve
from bot.web.webhook import PATH, Webhook
from bot.writing.writer import Writer
from handlers import FOLDER, build_dispatcher
from handlers.jobs import bind_jobs
from handlers.roles import Roles
from storage.jobs import Posted
from storage.key_file import KeyFile
from storage.open import Storage, open_storage

NUDGE_TICK: Final = timedelta(seconds=30)
HOURLY: Final = timedelta(hours=1)
NIGHTLY: Final = timedelta(hours=24)
PATIENCE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class App:
    """Everything wired, nothing running yet."""

    settings: Settings
    clock: Clock
    bot: Bot
    dispatcher: Dispatcher
    storage: Storage
    inbox: Inbox
    queue: Queue
    ticks: Ticks
    roles: Roles
    texts: Mapping[Language, Texts]

    async def run(self, until: asyncio.Event) -> None:
        """Work until `until` is set; then finish what has begun and come back.

        Raises what Telegram says to a wrong token.
        """
        self.ticks.start()
        async with asyncio.TaskGroup() as group:
            inbox = group.create_task(self.inbox.run())
            queue = group.create_task(self.queue.run())
            async with self._updates(group):
                await until.wait()
            self.inbox.stop()
            await inbox
            await self.ticks.stop()
            self.queue.stop()
            await queue

    @asynccontextmanager
    async def _updates(self, group: asyncio.TaskGroup) -> AsyncIterator[None]:
        """By webhook where there is an address for it, else by polling."""
        url, secret = self.settings.webhook_url, self.settings.webhook_secret
        if url and secret:
            token = secret.get_secret_value()
            async with self._served(Webhook(self.inbox, token)):
                await self.bot.set_webhook(
                    url + PATH, secret_token=token, allowed_updates=self._allowed()
                )
                yield
            return
        async with AsyncExitStack() as stack:
            if self.settings.public_url:
                await stack.enter_async_context(self._served(None))
            polling = group.create_task(poll(self.bot, self.inbox, allowed=self._allowed()))
            yield
            polling.cancel()

    def _served(self, webhook: Webhook | None) -> AbstractAsyncContextManager[int]:
        health, pages = Health(self.storage), pages_of(self.roles.registrar)
        port, host = self.settings.web_port, self.settings.web_host
        return serve(health, webhook, port=port, host=host, pages=pages)

    def _allowed(self) -> list[str]:
        return self.dispatcher.resolve_used_update_types()

    async def clock_moved(self) -> None:
        """Whoever moved the clock wants to see what became due: returns when it is done."""
        await self.ticks.run_all_once()
        await self.queue.recheck()
        await self.queue.idle()

    async def at_rest(self) -> None:
        """Every update that came is handled, and nothing due is left to do."""
        await self.inbox.idle()
        await self.queue.idle(PATIENCE)
        await self.inbox.idle()

    async def next_due(self) -> datetime | None:
        """When the next reminder or job falls due: a moved clock should stop there."""
        async with self.storage.read() as tx:
            moments = [await tx.memories.next_due(), await tx.jobs.next_due()]
        return min((moment for moment in moments if moment), default=None)


@asynccontextmanager
async def open_app(
    settings: Settings,
    clock: Clock,
    *,
    dice: random.Random | None = None,
    pool: Pool | None = None,
    pacer: Pacer | None = None,
) -> AsyncIterator[App]:
    """Open what is kept and wire it; raises OperatorError with one clear sentence.

    pool: children that several Apps share; its owner closes it. pacer: where the Bot API
    server has other limits than Telegram's.
    """
    bell: asyncio.Queue[Posted] = asyncio.Queue()
    async with AsyncExitStack() as stack:
        storage = await _open_storage(settings, clock, bell)
        stack.push_async_callback(storage.close)
        if pool is None:
            pool = await stack.enter_async_context(Pool())
        bot = await stack.enter_async_context(open_bot(settings))
        remote = Remote.open(settings, storage, clock)
        stack.push_async_callback(remote.close)
        dice = dice or random.SystemRandom()
        roles = _roles(settings, clock, storage, pool, bot, remote=remote, dice=dice)
        await roles.registrar.rollout.reload()
        blocked = roles.registrar.blocked
        bot.session.middleware(Outbox(storage, on_blocked=blocked, pacer=pacer))
        texts = read_texts()
        queue = Queue(storage, clock, bell, scope=_scope, settled=SETTLED)
        bind_jobs(queue, bot, texts, roles)
        queue.register(JobName.PRIVACY_SHRED, partial(_shred, storage))
        dispatcher = build_dispatcher(texts, clock, roles, settings.admins)
        inbox = Inbox(dispatcher, bot, storage, clock)
        yield App(
            settings=settings,
            clock=clock,
            bot=bot,
            dispatcher=dispatcher,
            storage=storage,
            inbox=inbox,
            queue=queue,
            ticks=_ticks(roles, storage, inbox, queue),
            roles=roles,
            texts=texts,
        )


async def _open_storage(settings: Settings, clock: Clock, bell: asyncio.Queue[Posted]) -> Storage:
    return await open_storage(
        settings.database,
        files_url=settings.files,
        keys=KeyFile.open_or_create(settings.key_file, data_folder=settings.home),
        clock=clock,
        on_post=bell.put_nowait,
    )


@cache
def read_texts() -> Mapping[Language, Texts]:
    """Every sentence of every conversation; reading them takes a third of a second."""
    return load_texts(path.parent for path in FOLDER.glob("*/en.ftl"))


def _roles(
    settings: Settings,
    clock: Clock,
    storage: Storage,
    pool: Pool,
    bot: Bot,
    *,
    remote: Remote,
    dice: random.Random,
) -> Roles:
    operator = Operator(settings.operator, settings.contact, settings.public_url)
    regions = read_regions(settings.regions_file)
    notices = Notices.read(operator, recipient=remote.host, needs_ok=regions.needs_ok)
    registrar = Registrar(storage, regions, notices, clock)
    fetch = downloader(bot, is_local=settings.telegram_local)
    library = Library(storage, registrar, pool, Eye(pool), fetch)
    trainer = Trainer(storage, registrar, pool, is_of_intimate)
    writer = Writer(storage, registrar, dice, pool, trainer=trainer, remote=remote)
    studio = Studio(storage, registrar, pool, library, writer=writer, trainer=trainer)
    director = Director(storage, registrar, pool, library, writer=writer)
    atelier = Atelier(
        storage, registrar, pool, library, remote=remote, trainer=trainer, fetch=fetch
    )
    sources = sources_of(studio, director, atelier, pool)
    chatter = Chatter(storage, registrar.standing, remote)
    return Roles(
        registrar=registrar,
        library=library,
        importer=Importer(storage, registrar, pool, library, fetch),
        annotator=Annotator(storage, registrar, pool, library),
        keeper=Keeper(storage),
        viewer=Viewer(storage, registrar, pool, library),
        voices=Voices(storage, registrar, fetch),
        studio=studio,
        director=director,
        writer=writer,
        atelier=atelier,
        curator=Curator(storage, registrar, pool, library, dice),
        publisher=Publisher(storage, registrar, trainer, Places(bot), sources),
        custodian=Custodian(storage, operator, registrar.clerk),
        assistant=Assistant(storage, registrar.standing, library, studio, chatter),
        trainer=trainer,
        remote=remote,
    )


async def _shred(storage: Storage, _job: Job) -> None:
    while await storage.shred():
        pass


def _scope(job: Job) -> AbstractContextManager[object]:
    """What a job sends carries its number, so that a replay sends nothing twice."""
    return origin(f"job:{job.id}")


def _ticks(roles: Roles, storage: Storage, inbox: Inbox, queue: Queue) -> Ticks:
    ticks = Ticks()
    ticks.add("wakes", queue.recheck, every=NUDGE_TICK)  # one lost to a database error
    ticks.add("nudges", roles.curator.claim_due, every=NUDGE_TICK)
    ticks.add("stages", roles.registrar.rollout.reload, every=NUDGE_TICK)
    ticks.add("openings", roles.registrar.rollout.announce, every=NUDGE_TICK)
    ticks.add("consents", roles.registrar.catch_up, every=HOURLY)
    ticks.add("heads", roles.registrar.sign_head, every=NIGHTLY)
    ticks.add("farewells", roles.keeper.destroy_overdue, every=HOURLY)
    ticks.add("archives", roles.importer.drop_old, every=NIGHTLY)
    ticks.add("drafts", roles.studio.drop_old, every=NIGHTLY)
    ticks.add("films", roles.director.drop_old, every=NIGHTLY)
    ticks.add("rewritings", roles.writer.drop_old, every=NIGHTLY)
    ticks.add("posts", roles.publisher.drop_old, every=NIGHTLY)
    ticks.add("looks", roles.atelier.drop_old, every=NIGHTLY)
    ticks.add("requests", roles.assistant.drop_old, every=NIGHTLY)
    ticks.add("outbound", roles.remote.drop_old, every=NIGHTLY)
    ticks.add("ranker", roles.trainer.look_after, every=NIGHTLY)
    ticks.add("files", storage.sweep, every=NIGHTLY)
    ticks.add("updates", inbox.prune, every=NIGHTLY)
    ticks.add("jobs", queue.prune, every=NIGHTLY)
    return ticks
