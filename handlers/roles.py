"""The roles that handlers and jobs are given, one a room, by these names."""

from dataclasses import dataclass, field

from bot.assistant.assistant import Assistant
from bot.collage.director import Director
from bot.collage.studio import Studio
from bot.consent.registrar import Registrar
from bot.gallery.annotator import Annotator
from bot.gallery.importer import Importer
from bot.gallery.keeper import Keeper
from bot.gallery.library import Library
from bot.gallery.viewer import Viewer
from bot.gallery.voices import Voices
from bot.improve.trainer import Trainer
from bot.looks.atelier import Atelier
from bot.memories.curator import Curator
from bot.privacy.custodian import Custodian
from bot.remote.remote import Remote
from bot.sharing.publisher import Publisher
from bot.telegram.streaming import Stops
from bot.writing.writer import Writer


@dataclass(frozen=True, slots=True)
class Roles:
    """A handler asks for one by its name."""

    registrar: Registrar
    library: Library
    importer: Importer
    annotator: Annotator
    keeper: Keeper
    viewer: Viewer
    voices: Voices
    studio: Studio
    director: Director
    atelier: Atelier
    writer: Writer
    curator: Curator
    publisher: Publisher
    custodian: Custodian
    assistant: Assistant
    trainer: Trainer
    remote: Remote
    stops: Stops = field(default_factory=Stops)  # of the words that are being written
