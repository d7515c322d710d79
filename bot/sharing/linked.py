"""Where a person may post: their channels, looked at each time, and their Story connection."""

from bot.consent.gate import may
from bot.consent.registrar import Registrar
from bot.improve.trainer import Trainer
from bot.sharing.shareable import (
    MOST_CHANNELS,
    Channel,
    NothingToShare,
    Ref,
    Shareable,
    ShareIsPrivate,
    TooManyChannels,
    refusal,
)
from bot.sharing.sources import Sources
from bot.telegram.places import Place, Places, Trouble
from storage.destinations import ChannelRow
from storage.open import Storage
from storage.people import Person, PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction


class Linked:
    """Links are kept sealed; what they are called is asked of Telegram again before each post."""

    def __init__(
        self,
        storage: Storage,
        registrar: Registrar,
        trainer: Trainer,
        places: Places,
        sources: Sources,
    ) -> None:
        self._storage = storage
        self._registrar = registrar
        self._trainer = trainer
        self._places = places
        self._sources = sources

    async def shareable(self, owner: PersonId, ref: Ref) -> Shareable:
        """The draft as it is now, whatever version was looked at.

        Raises NothingToShare, and ShareIsPrivate where something in it is kept private.
        """
        async with self._storage.read() as tx:
            await self._ask_gate(tx, owner)
        source = self._sources.get(ref.kind)
        found = await source.shareable(owner, ref.draft) if source else None
        if found is None:
            raise NothingToShare
        async with self._storage.read() as tx:
            if len(await tx.gallery.drawable(owner, found.media)) < len(set(found.media)):
                raise ShareIsPrivate
        return found

    async def picture(self, owner: PersonId, ref: Ref) -> bytes:
        """In full quality. Raises NothingToShare and ShareChanged."""
        await self.shareable(owner, ref)
        return await self._sources[ref.kind].picture(owner, ref)

    async def channels(self, owner: PersonId) -> list[Channel]:
        async with self._storage.read() as tx:
            return [
                Channel(row.number, await _place(tx, row), row.lost_at is not None)
                for row in await tx.destinations.channels(owner)
            ]

    async def link(self, person: Person, chat_id: int, title: str) -> Channel:
        """Keep a channel that the person chose. Raises the refusals, and TooManyChannels.

        title: what Telegram called it, in case it cannot be looked at.
        """
        async with self._storage.read() as tx:
            await self._ask_gate(tx, person.id)
            known = {row.chat_id for row in await tx.destinations.channels(person.id)}
        if chat_id not in known and len(known) >= MOST_CHANNELS:
            raise TooManyChannels(most=MOST_CHANNELS)
        found = await self._places.channel(chat_id, person.telegram_id)
        if isinstance(found, Trouble):
            raise refusal(found, title)
        async with self._storage.begin() as tx:
            await self._ask_gate(tx, person.id)
            number = await self._keep(tx, person.id, found)
        return Channel(number, found, is_lost=False)

    async def unlink(self, owner: PersonId, number: int) -> bool:
        """Forget it; the bot stays in the channel until its owner removes it there."""
        async with self._storage.begin() as tx:
            return await tx.destinations.unlink(owner, number)

    async def rights_changed(self, chat_id: int, *, may_post: bool) -> list[tuple[Person, str]]:
        """As Telegram says it; returns who is to be told, with the channel's title: once."""
        async with self._storage.begin() as tx:
            if may_post:
                await tx.destinations.regained(chat_id)
                return []
            told = []
            for row in await tx.destinations.lost(chat_id):
                person = await tx.people.get(row.owner)
                if person is not None:
                    told.append((person, (await _place(tx, row)).title))
            return told

    async def connected(self, owner: PersonId, connection: str, *, can_post: bool) -> Ref | None:
        """Keep the leave to post Stories; returns the draft that was waiting for it."""
        async with self._storage.begin() as tx:
            await self._ask_gate(tx, owner)
            sealed = await tx.seal(owner, connection.encode())
            await tx.destinations.connect(owner, sealed, can_post=can_post)
            row = await tx.sharing.waiting_story(owner)
            if row is None or not can_post:
                return None
            await tx.sharing.drop_recap(owner, row.id)
        return Ref(row.kind, row.draft, row.version)

    async def disconnected(self, owner: PersonId) -> None:
        """The person ended it in Telegram's settings."""
        async with self._storage.begin() as tx:
            await tx.destinations.disconnect(owner)

    async def connection(self, owner: PersonId) -> str | None:
        """The connection through which Stories go, if it stands at this moment."""
        async with self._storage.read() as tx:
            row = await tx.destinations.connection(owner)
            if row is None or not row.can_post:
                return None
            connection = (await tx.open(owner, row.connection)).decode()
        return connection if await self._places.takes_stories(connection) else None

    async def _look(self, person: Person, number: int) -> Place:
        """The channel as it is now. Raises the refusals; NothingToShare where it is not linked."""
        async with self._storage.read() as tx:
            row = await tx.destinations.channel(person.id, number)
            if row is None:
                raise NothingToShare
            known = await _place(tx, row)
        found = await self._places.channel(known.chat_id, person.telegram_id)
        if isinstance(found, Trouble):
            raise refusal(found, known.title)
        return found

    async def _keep(self, tx: Transaction, owner: PersonId, place: Place) -> int:
        title, username = await sealed_place(tx, owner, place)
        return await tx.destinations.link(owner, place.chat_id, title, username)

    async def _ask_gate(self, tx: Transaction, owner: PersonId) -> None:
        """Raises NothingToShare where nothing may be shared: paused, or not open there."""
        standing = await self._registrar.standing(tx, owner)
        if not may(standing, Purpose.SHARE_PUBLISH, tx.now):
            raise NothingToShare


async def sealed_place(
    tx: Transaction, owner: PersonId, place: Place
) -> tuple[bytes, bytes | None]:
    """A channel's title and @username as they are kept."""
    title = await tx.seal(owner, place.title.encode())
    name = await tx.seal(owner, place.username.encode()) if place.username else None
    return title, name


async def opened_place(
    tx: Transaction, owner: PersonId, chat_id: int, title: bytes, username: bytes | None
) -> Place:
    name = (await tx.open(owner, username)).decode() if username else None
    return Place(chat_id, (await tx.open(owner, title)).decode(), name)


async def _place(tx: Transaction, row: ChannelRow) -> Place:
    return await opened_place(tx, row.owner, row.chat_id, row.title, row.username)
