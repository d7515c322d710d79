"""Reading one media: download, open in a child, look, seal, keep; each step asks the gate."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from bot.consent.gate import may
from bot.consent.registrar import Registrar
from bot.errors import FriendlyError
from bot.gallery.answers import Became, Gift, Outcome, Refusal
from bot.gallery.arrival import with_camera
from bot.gallery.facts import Facts
from bot.gallery.intake import Intake, take_film, take_picture
from bot.gallery.record import facts_bytes, facts_from, place_bytes, refusal_bytes
from bot.gallery.seen import pack
from bot.jobs.pool import Kind, Pool, PoolError
from bot.vision.eye import Eye
from bot.vision.sight import Sight
from storage.files import FileId
from storage.gallery import MediaId, MediaKind, MediaRow, MediaState
from storage.gallery_rows import Seen
from storage.open import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.transaction import Transaction

INTAKE_LIMIT: Final = timedelta(seconds=5)  # more than any honest picture needs
FARTHEST_AHEAD: Final = timedelta(hours=14)  # of UTC: the zone where a day begins first
Fetch = Callable[[str], Awaitable[bytes]]


@dataclass(frozen=True, slots=True)
class Grants:
    """What the gate says now of looking, of faces and of places; at: when it was asked."""

    look: bool
    faces: bool
    places: bool
    at: datetime

    @classmethod
    async def of(cls, registrar: Registrar, tx: Transaction, owner: PersonId) -> "Grants":
        standing = await registrar.standing(tx, owner)
        look = may(standing, Purpose.SUGGEST_ANALYSE, tx.now)
        return cls(
            look=look,
            faces=look and may(standing, Purpose.FACE_BOXES, tx.now),
            places=look and may(standing, Purpose.PLACES, tx.now),
            at=tx.now,
        )


@dataclass(frozen=True, slots=True)
class _Read:
    """A media as it will be kept: its bytes, its facts, and what was seen in it.

    seen: what is known without any face, and all that is; None where nobody may look.
    """

    intake: Intake
    facts: Facts
    seen: tuple[Sight, Sight] | None


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
            name = (await tx.open(owner, row.telegram_file)).decode()
            facts = facts_from(await tx.open(owner, row.facts))
            grants = await Grants.of(self._registrar, tx, owner)
        try:
            return await self._take(row, await self._fetch(name), facts, grants)
        except FriendlyError as error:
            return await self._refuse(row, Refusal(error.text_id, error.facts))
        except PoolError:
            return await self._refuse(row, Refusal("error-picture-failed"))

    async def keep(self, owner: PersonId, gift: Gift) -> Became | None:
        """Keep bytes that came in no message of their own; None where nothing may be kept.

        The same bytes twice are one, and stay in the album that they are in.
        """
        async with self._storage.read() as tx:
            is_welcome = await self._is_welcome(tx, owner)
            grants = await Grants.of(self._registrar, tx, owner)
            fingerprint = await tx.vault.fingerprint(tx, owner, gift.content)
            first = await tx.gallery.known(owner, fingerprint)
        if not is_welcome:
            return None
        if first is not None:
            return Became(Outcome.KNOWN, first.id)
        try:
            found = await self._open(gift.kind, gift.content, gift.facts, grants)
        except FriendlyError as error:
            return Became(Outcome.REFUSED, refusal=Refusal(error.text_id, error.facts))
        except PoolError:
            return Became(Outcome.REFUSED, refusal=Refusal("error-picture-failed"))
        place = found.intake.place or gift.facts.place
        return await self._add(
            owner, gift, replace(found, intake=replace(found.intake, place=place))
        )

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
            seen = await self._eye.look_apart(picture, faces=grants.faces)
        except (FriendlyError, PoolError):
            return False
        async with self._storage.begin() as tx:
            before = (await tx.gallery.seen(owner, [row.id])).get(row.id)
            grants = await Grants.of(self._registrar, tx, owner)
            if before is None or before.sight is not None or not grants.look:
                return False
            found = _Read(Intake(clean=picture), Facts(), seen)
            await tx.gallery.see(owner, row.id, await _sealed(tx, owner, found, grants))
        return True

    async def _take(self, row: MediaRow, content: bytes, facts: Facts, grants: Grants) -> Outcome:
        if await self._merge_if_known(row, content):
            return Outcome.KNOWN
        found = await self._open(row.kind, content, facts, grants)
        await self._keep(row, content, found)
        return _outcome(row.kind, found.intake)

    async def _open(self, kind: MediaKind, content: bytes, facts: Facts, grants: Grants) -> _Read:
        intake = await open_given(self._pool, kind, content, with_place=grants.places)
        taken = intake.taken
        if taken is None and intake.filmed_at:
            taken = on_their_day(intake.filmed_at, grants.zone)
        latest = (grants.at + FARTHEST_AHEAD).date()
        known = with_camera(facts, taken, is_scan=intake.is_scan, latest=latest)
        found = await look_at_given(self._eye, intake, may_look=grants.look, faces=grants.faces)
        return _Read(found, known)

    async def _merge_if_known(self, row: MediaRow, content: bytes) -> bool:
        """The same picture twice is one: the first now belongs to this album too."""
        async with self._storage.begin() as tx:
            fingerprint = await tx.vault.fingerprint(tx, row.owner, content)
            first = await tx.gallery.known(row.owner, fingerprint)
            if first is None or first.id == row.id:
                await tx.farewells.make_room(row.owner, fingerprint)
                return False
            await tx.gallery.destroy(row.owner, [row.id])
            await tx.gallery.change(row.owner, first.id, {"album": row.album})
        return True

    async def _refuse(self, row: MediaRow, refusal: Refusal) -> Outcome:
        async with self._storage.begin() as tx:
            reason = await tx.seal(row.owner, refusal_bytes(refusal))
            gone = {"state": MediaState.REFUSED, "facts": reason, "telegram_file": None}
            await tx.gallery.change(row.owner, row.id, gone)
        return Outcome.REFUSED

    async def _keep(self, row: MediaRow, content: bytes, found: _Read) -> None:
        """Files before rows; what was allowed before the look is asked again after it."""
        owner, intake = row.owner, found.intake
        files = await self._put(owner, intake)
        async with self._storage.begin() as tx:
            facts = await _columns(tx, owner, content, found)
            if await tx.gallery.change(owner, row.id, {**facts, **files, "telegram_file": None}):
                grants = await Grants.of(self._registrar, tx, owner)
                seen = await _sealed(tx, owner, found, grants)
                await tx.gallery.see(owner, row.id, seen)
            else:
                await tx.privacy.shred_later([name for name in files.values() if name])

    async def _add(self, owner: PersonId, gift: Gift, found: _Read) -> Became | None:
        """The same for what has no row yet; somebody may have kept it meanwhile."""
        files = await self._put(owner, found.intake)
        names = [name for name in files.values() if name]
        async with self._storage.begin() as tx:
            facts = await _columns(tx, owner, gift.content, found)
            first = await tx.gallery.known(owner, facts["fingerprint"])
            is_welcome = await self._is_welcome(tx, owner)
            if first is not None or not is_welcome:
                await tx.privacy.shred_later(names)
                return Became(Outcome.KNOWN, first.id) if first and is_welcome else None
            await tx.farewells.make_room(owner, facts["fingerprint"])
            times = {"arrived_at": tx.now, "last_used_at": tx.now}
            row = MediaRow(
                owner=owner, album=gift.album, kind=gift.kind, **facts, **files, **times
            )
            await tx.archives.keep(row, gift.chat_id)
            grants = await Grants.of(self._registrar, tx, owner)
            await tx.gallery.see(owner, row.id, await _sealed(tx, owner, found, grants))
        return Became(_outcome(row.kind, found.intake), row.id)

    async def _put(self, owner: PersonId, intake: Intake) -> dict[str, FileId | None]:
        """Its files, sealed and on the disk, by the columns that name them."""
        file = await self._storage.files.put(owner, intake.clean)
        poster = await self._storage.files.put(owner, intake.poster) if intake.poster else None
        return {"file": file, "poster": poster}

    async def _is_welcome(self, tx: Transaction, owner: PersonId) -> bool:
        standing = await self._registrar.standing(tx, owner)
        return may(standing, Purpose.CORE_SERVICE, tx.now)


def _outcome(kind: MediaKind, intake: Intake) -> Outcome:
    if kind is MediaKind.VIDEO:
        return Outcome.FILM
    return Outcome.CONVERTED if intake.is_converted else Outcome.KEPT


async def _columns(
    tx: Transaction, owner: PersonId, content: bytes, found: _Read
) -> dict[str, Any]:
    """What a media's row says once it is kept."""
    intake = found.intake
    return {
        "state": MediaState.KEPT,
        "fingerprint": await tx.vault.fingerprint(tx, owner, content),
        "width": intake.size and intake.size.width,
        "height": intake.size and intake.size.height,
        "facts": await tx.seal(owner, facts_bytes(found.facts)),
        "taken_on": found.facts.taken and found.facts.taken.first,
    }


async def _sealed(tx: Transaction, owner: PersonId, found: _Read, grants: Grants) -> Seen:
    """What was seen, in sealed parts; without what may not be kept."""
    if found.seen is None or not grants.look:
        return Seen()
    faceless, added = pack(*found.seen)
    place = found.intake.place
    return Seen(
        sight=await tx.seal(owner, faceless),
        boxes=await tx.seal(owner, added) if added and grants.faces else None,
        place=await tx.seal(owner, place_bytes(place)) if place and grants.places else None,
    )
