"""Which conversation answers which job, and which one says that it will not be done."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from aiogram import Bot

from bot.gallery.keeper import Keeper
from bot.jobs.catalogue import Job, JobName
from bot.jobs.queue import Queue
from bot.texts import Language, Texts
from handlers.assistant import deliver as assistant
from handlers.collage import deliver as collages
from handlers.consent import deliver as consent
from handlers.film import deliver as films
from handlers.gallery import deliver as gallery
from handlers.gallery import deliver_archive
from handlers.looks import deliver as looks
from handlers.memories import deliver as memories
from handlers.privacy import deliver as privacy
from handlers.roles import Roles
from handlers.sharing import deliver as sharing
from handlers.welcome import deliver as welcome
from handlers.writing import deliver as writing
from storage.people import PersonId


def bind_jobs(queue: Queue, bot: Bot, texts: Mapping[Language, Texts], roles: Roles) -> None:
    """Bind every name of the catalogue that a role works off: most end in a message."""
    for bind in (
        _bind_welcome,
        _bind_gallery,
        _bind_collage,
        _bind_film,
        _bind_looks,
        _bind_writing,
        _bind_sharing,
        _bind_memories,
        _bind_assistant,
        _bind_consent,
        _bind_improve,
        _bind_privacy,
    ):
        bind(queue, roles, bot=bot, registrar=roles.registrar, texts=texts)


def _bind_welcome(queue: Queue, _roles: Roles, **given: Any) -> None:
    queue.register(
        JobName.WELCOME_OPEN,
        partial(welcome.tell_open, **given),
        partial(welcome.not_told, registrar=given["registrar"]),
    )


def _bind_gallery(queue: Queue, roles: Roles, **given: Any) -> None:
    queue.register(
        JobName.GALLERY_ALBUM,
        partial(gallery.deliver_album, library=roles.library, annotator=roles.annotator, **given),
        partial(gallery.give_up_album, **given),
    )
    queue.register(
        JobName.GALLERY_ARCHIVE,
        partial(
            deliver_archive.deliver, importer=roles.importer, annotator=roles.annotator, **given
        ),
        partial(deliver_archive.give_up, importer=roles.importer, **given),
    )
    queue.register(JobName.GALLERY_LOOK, partial(gallery.look_back, library=roles.library))
    queue.register(JobName.GALLERY_DESTROY, partial(_destroy, roles.keeper))


async def _destroy(keeper: Keeper, job: Job) -> None:
    """Silent: the person was told when they forgot it."""
    await keeper.destroy(PersonId(job.subject or UUID(int=0)), UUID(job.key))


def _bind_collage(queue: Queue, roles: Roles, **given: Any) -> None:
    deliveries = {
        JobName.COLLAGE_MAKE: collages.deliver_collage,
        JobName.COLLAGE_GATHER: collages.deliver_gathered,
        JobName.COLLAGE_SHOW: collages.deliver_again,
    }
    for name, deliver in deliveries.items():
        queue.register(
            name,
            partial(deliver, studio=roles.studio, **given),
            partial(collages.give_up_collage, **given),
        )


def _bind_film(queue: Queue, roles: Roles, **given: Any) -> None:
    given["director"] = roles.director
    queue.register(
        JobName.FILM_SHOOT,
        partial(films.deliver_film, **given),
        partial(films.give_up_film, **given),
    )
    queue.register(
        JobName.FILM_FILE,
        partial(films.deliver_file, **given),
        partial(
            films.give_up_file, bot=given["bot"], registrar=roles.registrar, texts=given["texts"]
        ),
    )


def _bind_looks(queue: Queue, roles: Roles, **given: Any) -> None:
    given["atelier"] = roles.atelier
    queue.register(
        JobName.LOOKS_SHOW,
        partial(looks.deliver_look, **given),
        partial(looks.give_up_look, **given),
    )
    queue.register(
        JobName.LOOKS_IMAGINE,
        partial(looks.deliver_imagined, **given),
        partial(looks.give_up_imagined, **given),
    )


def _bind_writing(queue: Queue, roles: Roles, **given: Any) -> None:
    given |= {"writer": roles.writer, "stops": roles.stops}
    give_up = partial(writing.give_up_rewriting, **given)
    queue.register(JobName.WRITING_REWRITE, partial(writing.deliver_rewriting, **given), give_up)
    queue.register(
        JobName.WRITING_PROPOSE,
        partial(writing.deliver_others, studio=roles.studio, library=roles.library, **given),
        give_up,
    )


def _bind_sharing(queue: Queue, roles: Roles, **given: Any) -> None:
    queue.register(
        JobName.SHARING_ASK,
        partial(sharing.ask_whether_shared, publisher=roles.publisher, **given),
    )
    queue.register(
        JobName.SHARING_PUBLISH,
        partial(sharing.publish, publisher=roles.publisher, **given),
        partial(sharing.give_up_publishing, publisher=roles.publisher, **given),
    )


def _bind_memories(queue: Queue, roles: Roles, **given: Any) -> None:
    queue.register(
        JobName.MEMORIES_NUDGE,
        partial(memories.deliver_nudge, curator=roles.curator, **given),
    )


def _bind_assistant(queue: Queue, roles: Roles, **given: Any) -> None:
    given |= {"assistant": roles.assistant, "stops": roles.stops}
    queue.register(
        JobName.ASSISTANT_CHAT,
        partial(assistant.deliver_answer, **given),
        partial(assistant.give_up_answer, **given),
    )


def _bind_consent(queue: Queue, roles: Roles, **given: Any) -> None:
    queue.register(
        JobName.IMPROVE_ASK,
        partial(consent.ask_to_improve, trainer=roles.trainer, **given),
    )
    queue.register(JobName.IMPROVE_REMIND, partial(consent.remind, **given))
    queue.register(JobName.CONSENT_OBJECTED, partial(consent.confirm_objection, **given))


def _bind_improve(queue: Queue, roles: Roles, **_given: Any) -> None:
    """Silent: a ranker has no message, and one that cannot be made anew serves no longer."""
    trainer = roles.trainer
    queue.register(
        JobName.IMPROVE_REBUILD, lambda _: trainer.rebuild(), lambda *_: trainer.retire()
    )


def _bind_privacy(
    queue: Queue, roles: Roles, *, bot: Bot, texts: Mapping[Language, Texts], **_given: Any
) -> None:
    custodian = roles.custodian
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
