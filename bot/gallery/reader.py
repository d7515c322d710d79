"""Reading one media: download, open in a child, look, seal, keep; each step asks the gate."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from bot.consent.gate import may
from bot.consent.registrar import Registrar
from bot.errors import FriendlyError
from bot.gallery.answers import Became, Gift, Outcome, Refusal
from bot.gallery.arrival import said_meanwhile, with_camera
from bot.gallery.facts import Facts
from bot.gallery.film_dates import on_their_day
from bot.gallery.intake import Intake
from bot.gallery.merging import merge
from bot.gallery.opening import Found, film_of_live, look_at_given, open_given
from bot.gallery.record import facts_bytes, facts_from, place_bytes, refusal_bytes
from bot.gallery.seen import pack
from bot.gallery.waiting import waiting_from
from bot.jobs.pool import Pool, PoolError
from bot.vision.eye import Eye
from storage.files import FileId
from storage.gallery import MediaId, MediaKind, MediaRow, MediaState
from storage.gallery_rows import Seen
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

FARTHEST_AHEAD: Final = timedelta(hours=14)  # of UTC: the zone where a day begins first
Fetch = Callable[[str], Awaitable[bytes]]


@dataclass(frozen=True, slots=True)
class Grants:
    """What the gate says now of keeping, of looking, of faces and of places.

    at: when it was asked. zone: whose clock the person goes by, where that is known.
    """

    keep: bool
    look: bool
    faces: bool
    places: bool
    at: datetime
    zone: str | None

    @classmethod
    async def of(cls, registrar: Registrar, tx: Transaction, owner: PersonId) -> "Grants":
        standing = await registrar.standing(tx, owner)
        person = await tx.people.get(owner)
        look = may(standing, Purpose.SUGGEST_ANALYSE, tx.now)
        return cls(
            keep=may(standing, Purpose.CORE_SERVICE, tx.now),
            look=look,
            faces=look and may(standing, Purpose.FACE_BOXES, tx.now),
            places=look and may(standing, Purpose.PLACES, tx.now),
            at=tx.now,
            zone=person.zone if person else None,
        )


@dataclass(frozen=True, slots=True)
class _Read:
    """A media as it will be kept: its bytes with what was seen in it, and its facts."""

    found: Found
    facts: Facts

    @property
    def kind(self) -> MediaKind:
        return MediaKind.VIDEO if self.found.intake.is_film else MediaKind.PHOTO

    @property
    def outcome(self) -> Outcome:
        if self.found.intake.is_film:
            return Outcome.FILM
        return Outcome.CONVERTED if self.found.intake.is_converted else Outcome.KEPT

    def became(self, media: MediaId | None = None) -> Became:
        sight = self.found.look[1] if self.found.look else None
        return Became(self.outcome, media, facts=self.facts, sight=sight)


class Reader:
    """What the Library has one media read by; `fetch` brings bytes from Telegram."""

    def __init__(
        self, storage: Storage, registrar: Registrar, pool: Pool, eye: Eye, fetch: Fetch
    ) -> None:
        self._storage = storage
        self._registrar = registrar
        self._pool = pool
        self._eye = eye
        self._fetch = fetch

    async def read(self, owner: PersonId, media: MediaId) -> Outcome | None:
        """Download one media, open it in a child, look, seal and keep; None when it is gone.

        Raises what the wire raises; the media then waits for the next try.
        """
        async with self._storage.read() as tx:
            row = await tx.gallery.get(owner, media)
            if row is None or row.telegram_file is None or row.facts is None:
                return None
            waiting = waiting_from(await tx.open(owner, row.telegram_file))
            facts = facts_from(await tx.open(owner, row.facts))
            grants = await Grants.of(self._registrar, tx, owner)
        name = waiting.name or ""
        try:
            given = await self._fetch(waiting.file), await self._fetched_live(waiting.live)
            return await self._take(row, given, facts, grants)
        except FriendlyError as error:
            return await self._refuse(row, Refusal(error.text_id, error.facts, name))
        except PoolError:
            return await self._refuse(row, Refusal("error-picture-failed", name=name))

    async def keep(self, owner: PersonId, gift: Gift) -> Became | None:
        """Keep bytes that came in no message of their own; None where nothing may be kept.

        The same bytes twice are one, and stay in the album that they are in. Raises DiskFull.
        """
        read = await self._weighed(owner, gift)
        return await self._add(owner, gift, read) if isinstance(read, _Read) else read

    async def weigh(self, owner: PersonId, gift: Gift) -> Became | None:
        """What would become of it; nothing is kept."""
        read = await self._weighed(owner, gift)
        return read.became() if isinstance(read, _Read) else read

    async def _weighed(self, owner: PersonId, gift: Gift) -> "_Read | Became | None":
        """Opened and looked at, where it may be and is not known already."""
        async with self._storage.read() as tx:
            grants = await Grants.of(self._registrar, tx, owner)
            fingerprint = await tx.vault.fingerprint(tx, owner, gift.content)
            first = await tx.gallery.known(owner, fingerprint)
        if not grants.keep:
            return None
        if first is not None:
            return Became(Outcome.KNOWN, first.id)
        try:
            return await self._open(gift.kind, gift.content, gift.facts, grants)
        except FriendlyError as error:
            return Became(Outcome.REFUSED, refusal=Refusal(error.text_id, error.facts))
        except PoolError:
            return Became(Outcome.REFUSED, refusal=Refusal("error-picture-failed"))

    async def look_at_kept(self, row: MediaRow) -> bool:
        """Look at what was kept unseen, where that may be now; whether it was seen.

        A picture that cannot be looked at stays as it is.
        """
        owner, file = row.owner, row.poster if row.kind is MediaKind.VIDEO else row.file
        async with self._storage.read() as tx:
            grants = await Grants.of(self._registrar, tx, owner)
        if file is None or not grants.look:
            return False
        picture = await self._storage.files.get(owner, file)
        try:
            look = await self._eye.look_apart(picture, faces=grants.faces)
        except (FriendlyError, PoolError):
            return False
        async with self._storage.begin() as tx:
            before = (await tx.gallery.seen(owner, [row.id])).get(row.id)
            grants = await Grants.of(self._registrar, tx, owner)
            if before is None or before.sight is not None or not grants.look:
                return False
            read = _Read(Found(Intake(clean=picture), look=look), Facts())
            await tx.gallery.see(owner, row.id, await _sealed(tx, owner, read, grants))
        return True

    async def _fetched_live(self, name: str | None) -> bytes | None:
        """The film of a live photo, without its place; None where that is no film to keep."""
        try:
            return await self._clean_live(await self._fetch(name)) if name else None
        except FriendlyError:
            return None

    async def _clean_live(self, content: bytes | None) -> bytes | None:
        return await film_of_live(self._pool, content) if content else None

    async def _take(
        self, row: MediaRow, given: tuple[bytes, bytes | None], facts: Facts, grants: Grants
    ) -> Outcome:
        """given: the media, and the film of a live photo."""
        content, live = given
        if await self._merge_if_known(row, content):
            return Outcome.KNOWN
        read = await self._open(row.kind, content, facts, grants)
        await self._keep(row, content, read, live)
        return read.outcome

    async def _open(self, kind: MediaKind, content: bytes, facts: Facts, grants: Grants) -> _Read:
        intake = await open_given(self._pool, kind, content, with_place=grants.places)
        taken = intake.taken
        if taken is None and intake.filmed_at:
            taken = on_their_day(intake.filmed_at, grants.zone, named=facts.taken)
        latest = (grants.at + FARTHEST_AHEAD).date()
        known = with_camera(facts, taken, is_scan=intake.is_scan, latest=latest)
        intake = replace(intake, place=intake.place or facts.place)
        found = await look_at_given(self._eye, intake, may_look=grants.look, faces=grants.faces)
        return _Read(found, replace(known, place=found.intake.place))

    async def _merge_if_known(self, row: MediaRow, content: bytes) -> bool:
        async with self._storage.begin() as tx:
            fingerprint = await tx.vault.fingerprint(tx, row.owner, content)
            first = await tx.gallery.known(row.owner, fingerprint)
            if first is None or first.id == row.id:
                await tx.farewells.make_room(row.owner, fingerprint)
                return False
            await merge(tx, row, first)
        return True

    async def _refuse(self, row: MediaRow, refusal: Refusal) -> Outcome:
        async with self._storage.begin() as tx:
            reason = await tx.seal(row.owner, refusal_bytes(refusal))
            gone = {"state": MediaState.REFUSED, "facts": reason, "telegram_file": None}
            await tx.gallery.change(row.owner, row.id, gone)
        return Outcome.REFUSED

    async def _keep(self, row: MediaRow, content: bytes, read: _Read, live: bytes | None) -> None:
        """Files before rows; what was allowed before the look is asked again after it."""
        owner = row.owner
        files = await self._put(owner, read.found, live)
        async with self._storage.begin() as tx:
            noted = await tx.gallery.get(owner, row.id)
            facts = await _columns(tx, owner, content, await _with_words(tx, noted, read))
            if await tx.gallery.change(owner, row.id, {**facts, **files, "telegram_file": None}):
                grants = await Grants.of(self._registrar, tx, owner)
                seen = await _sealed(tx, owner, read, grants)
                await tx.gallery.see(owner, row.id, seen)
            else:
                await tx.privacy.shred_later([name for name in files.values() if name])

    async def _add(self, owner: PersonId, gift: Gift, read: _Read) -> Became | None:
        """The same for what has no row yet; somebody may have kept it meanwhile."""
        files = await self._put(owner, read.found, await self._clean_live(gift.live))
        async with self._storage.begin() as tx:
            facts = await _columns(tx, owner, gift.content, read)
            first = await tx.gallery.known(owner, facts["fingerprint"])
            grants = await Grants.of(self._registrar, tx, owner)
            if first is not None or not grants.keep:
                await tx.privacy.shred_later([name for name in files.values() if name])
                return Became(Outcome.KNOWN, first.id) if first and grants.keep else None
            await tx.farewells.make_room(owner, facts["fingerprint"])
            facts |= {"arrived_at": tx.now, "last_used_at": tx.now}
            row = MediaRow(owner=owner, album=gift.album, **(facts | files))
            await tx.archives.keep(row, gift.chat_id)
            await tx.gallery.see(owner, row.id, await _sealed(tx, owner, read, grants))
        return read.became(row.id)

    async def _put(
        self, owner: PersonId, found: Found, live: bytes | None
    ) -> dict[str, FileId | None]:
        """Its files, sealed and on the disk, by the columns that name them."""
        parts = {"file": found.intake.clean, "poster": found.intake.poster, "live": live}
        return {
            column: await self._storage.files.put(owner, content) if content else None
            for column, content in parts.items()
        }


async def _with_words(tx: Transaction, noted: MediaRow | None, read: _Read) -> _Read:
    """What its owner said of it while it was read is kept."""
    if noted is None or noted.facts is None:
        return read
    known = facts_from(await tx.open(noted.owner, noted.facts))
    return replace(read, facts=said_meanwhile(known, read.facts))


async def _columns(
    tx: Transaction, owner: PersonId, content: bytes, read: _Read
) -> dict[str, Any]:
    """What a media's row says once it is kept."""
    size, taken = read.found.intake.size, read.facts.taken
    return {
        "state": MediaState.KEPT,
        "kind": read.kind,
        "fingerprint": await tx.vault.fingerprint(tx, owner, content),
        "width": size and size.width,
        "height": size and size.height,
        "facts": await tx.seal(owner, facts_bytes(read.facts)),
        "taken_on": taken and taken.first,
    }


async def _sealed(tx: Transaction, owner: PersonId, read: _Read, grants: Grants) -> Seen:
    """What was seen, in sealed parts; without what may not be kept."""
    if read.found.look is None or not grants.look:
        return Seen()
    faceless, added = pack(*read.found.look)
    place = read.found.intake.place
    return Seen(
        sight=await tx.seal(owner, faceless),
        boxes=await tx.seal(owner, added) if added and grants.faces else None,
        place=await tx.seal(owner, place_bytes(place)) if place and grants.places else None,
    )
