"""Reading one media: download, open in a child, look, seal, keep; each step asks the gate."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.consent.gate import may
from bot.consent.registrar import Registrar
from bot.errors import FriendlyError
from bot.gallery.answers import Outcome, Refusal
from bot.gallery.arrival import with_camera
from bot.gallery.facts import Facts
from bot.gallery.intake import Intake, take_film, take_picture
from bot.gallery.record import facts_bytes, facts_from, place_bytes, refusal_bytes
from bot.gallery.seen import pack
from bot.jobs.pool import Kind, Pool, PoolError
from bot.vision.eye import Eye
from bot.vision.sight import Sight
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
        if row.kind is MediaKind.VIDEO:
            return Outcome.FILM
        return Outcome.CONVERTED if found.intake.is_converted else Outcome.KEPT

    async def _open(self, kind: MediaKind, content: bytes, facts: Facts, grants: Grants) -> _Read:
        machine = take_film if kind is MediaKind.VIDEO else take_picture
        try:
            intake = await self._pool.run(
                machine, content, grants.places, kind=Kind.OPEN, limit=INTAKE_LIMIT
            )
        except PoolError:
            if kind is not MediaKind.VIDEO:
                raise
            intake = Intake(clean=content)  # too large to look for a poster in; kept all the same
        picture = intake.poster if kind is MediaKind.VIDEO else intake.clean
        seen = None
        if grants.look and picture is not None:
            seen = await self._eye.look_apart(picture, faces=grants.faces)
        latest = (grants.at + FARTHEST_AHEAD).date()
        known = with_camera(facts, intake.taken, is_scan=intake.is_scan, latest=latest)
        return _Read(intake, known, seen)

    async def _merge_if_known(self, row: MediaRow, content: bytes) -> bool:
        """The same picture twice is one: the first now belongs to this album too."""
        async with self._storage.begin() as tx:
            fingerprint = await tx.vault.fingerprint(tx, row.owner, content)
            first = await tx.gallery.known(row.owner, fingerprint)
            if first is None or first.id == row.id:
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
        file = await self._storage.files.put(owner, intake.clean)
        poster = intake.poster and await self._storage.files.put(owner, intake.poster)
        async with self._storage.begin() as tx:
            facts = {
                "state": MediaState.KEPT,
                "file": file,
                "poster": poster,
                "telegram_file": None,
                "fingerprint": await tx.vault.fingerprint(tx, owner, content),
                "width": intake.size and intake.size.width,
                "height": intake.size and intake.size.height,
                "facts": await tx.seal(owner, facts_bytes(found.facts)),
                "taken_on": found.facts.taken and found.facts.taken.first,
            }
            if await tx.gallery.change(owner, row.id, facts):
                grants = await Grants.of(self._registrar, tx, owner)
                seen = await _sealed(tx, owner, found, grants)
                await tx.gallery.see(owner, row.id, seen)
            else:
                await tx.privacy.shred_later([name for name in (file, poster) if name])


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
