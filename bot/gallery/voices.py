"""The Voices: keep a spoken note with a photo, play it again, take it back; never listen to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from bot.consent.gate import may, may_see
from bot.consent.registrar import Registrar
from bot.errors import FriendlyError
from bot.gallery.meant import meant
from bot.gallery.reader import Fetch
from storage.files import FileId
from storage.gallery import MediaId, MediaRow
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

LONGEST: Final = timedelta(minutes=5)
MOST_MEGABYTES: Final = 5  # five minutes are one, as Telegram records them
NAME_SHOWN: Final = 12  # hex digits; a button has no room for two whole names


class VoiceTooLong(FriendlyError):
    """Fact: `minutes`, the most."""

    text_id = "error-voice-too-long"


class VoiceTooBig(FriendlyError):
    """Fact: `megabytes`, the most."""

    text_id = "error-voice-too-big"


class VoiceAlone(FriendlyError):
    """No photo was replied to, and none came shortly before."""

    text_id = "error-voice-alone"


@dataclass(frozen=True, slots=True)
class SpokenNote:
    """A voice message as it arrived. replied: the message that it answers, if any."""

    chat_id: int
    replied: int | None
    telegram_file: str
    length: timedelta
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where a voice was kept. voice: enough of its name to take this one back, no other."""

    media: MediaId
    voice: str
    is_reply: bool
    has_replaced: bool


class Voices:
    """Bytes go in sealed and come out to their owner; nothing else ever reads them."""

    def __init__(self, storage: Storage, registrar: Registrar, fetch: Fetch) -> None:
        self._storage = storage
        self._registrar = registrar
        self._fetch = fetch

    async def keep(self, owner: PersonId, note: SpokenNote) -> Spoken:
        """Keep it with the photo replied to, else with the last one given.

        Raises VoiceAlone, VoiceTooLong, VoiceTooBig, and what the wire raises.
        """
        if note.length > LONGEST:
            raise VoiceTooLong(minutes=LONGEST // timedelta(minutes=1))
        if note.size_bytes > MOST_MEGABYTES * 1024 * 1024:
            raise VoiceTooBig(megabytes=MOST_MEGABYTES)
        async with self._storage.read() as tx:
            row = await self._photo_of(tx, owner, note)
        content = await self._fetch(note.telegram_file)
        voice = await self._storage.files.put(owner, content)
        async with self._storage.begin() as tx:
            before = await tx.gallery.get(owner, row.id) if await self._keeps(tx, owner) else None
            if before is not None:
                await tx.gallery.change(owner, row.id, {"voice": voice})
            unused = before.voice if before else voice
            await tx.privacy.shred_later([unused] if unused else [])
        if before is None:
            raise VoiceAlone
        return Spoken(row.id, _shown(voice), note.replied is not None, before.voice is not None)

    async def take_back(self, owner: PersonId, media: MediaId, voice: str) -> bool:
        """Destroy that very voice; False where it is gone, or another took its place."""
        async with self._storage.begin() as tx:
            row = await tx.gallery.get(owner, media)
            if row is None or row.voice is None or _shown(row.voice) != voice:
                return False
            await tx.gallery.change(owner, media, {"voice": None})
            await tx.privacy.shred_later([row.voice])
        return True

    async def play(self, owner: PersonId, media: MediaId) -> bytes | None:
        """The voice as it was sent; None where there is none."""
        return await self._bytes_of(owner, media, lambda row: row.voice)

    async def play_live(self, owner: PersonId, media: MediaId) -> bytes | None:
        """The moving seconds of a live photo; None where there are none."""
        return await self._bytes_of(owner, media, lambda row: row.live)

    async def _bytes_of(
        self, owner: PersonId, media: MediaId, which: Callable[[MediaRow], FileId | None]
    ) -> bytes | None:
        async with self._storage.read() as tx:
            row = await tx.gallery.get(owner, media)
            is_theirs = may_see(await self._registrar.standing(tx, owner))
        file = which(row) if row and is_theirs else None
        return await self._storage.files.get(owner, file) if file else None

    async def _photo_of(self, tx: Transaction, owner: PersonId, note: SpokenNote) -> MediaRow:
        """Of an album, the last one that came in it.

        Raises VoiceAlone where there is none, or nothing may be kept.
        """
        found = await meant(tx, owner, note.chat_id, note.replied)
        row = await tx.gallery.get(owner, found.media[-1]) if found else None
        if row is None or not await self._keeps(tx, owner):
            raise VoiceAlone
        return row

    async def _keeps(self, tx: Transaction, owner: PersonId) -> bool:
        standing = await self._registrar.standing(tx, owner)
        return may(standing, Purpose.CORE_SERVICE, tx.now)


def _shown(voice: UUID) -> str:
    return voice.hex[:NAME_SHOWN]
