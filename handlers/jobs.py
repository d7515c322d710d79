"""Which conversation answers which job, and which one says that it will not be done."""

from collections.abc import Mapping
from functools import partial

from aiogram import Bot

from bot.jobs.catalogue import JobName
from bot.jobs.queue import Queue
from bot.texts import Language, Texts
from handlers.collage import deliver as collages
from handlers.gallery import deliver as gallery
from handlers.memories import deliver as memories
from handlers.privacy import deliver as privacy
from handlers.roles import Roles
from handlers.sharing import deliver as sharing


def bind_jobs(queue: Queue, bot: Bot, texts: Mapping[Language, Texts], roles: Roles) -> None:
    """Bind every name of the catalogue that ends in a message."""
    registrar, custodian = roles.registrar, roles.custodian
    queue.register(
        JobName.GALLERY_ALBUM,
        partial(
            gallery.deliver_album,
            bot=bot,
            library=roles.library,
            registrar=registrar,
            texts=texts,
        ),
        partial(gallery.give_up_album, bot=bot, registrar=registrar, texts=texts),
    )
    queue.register(
        JobName.COLLAGE_MAKE,
        partial(
            collages.deliver_collage,
            bot=bot,
            studio=roles.studio,
            registrar=registrar,
            texts=texts,
        ),
        partial(collages.give_up_collage, bot=bot, registrar=registrar, texts=texts),
    )
    queue.register(
        JobName.SHARING_ASK,
        partial(
            sharing.ask_whether_shared,
            bot=bot,
            publisher=roles.publisher,
            registrar=registrar,
            texts=texts,
        ),
    )
    queue.register(
        JobName.MEMORIES_NUDGE,
        partial(
            memories.deliver_nudge,
            bot=bot,
            curator=roles.curator,
            registrar=registrar,
            texts=texts,
        ),
    )
    queue.register(
        JobName.PRIVACY_EXPORT,
        partial(privacy.deliver_copy, bot=bot, custodian=custodian, texts=texts),
        partial(privacy.copy_failed, bot=bot, custodian=custodian, texts=texts),
    )
    queue.register(
        JobName.PRIVACY_ERASE,
        partial(privacy.deliver_erasure, bot=bot, custodian=custodian, texts=texts),
        partial(privacy.erasure_failed, custodian=custodian),
    )
