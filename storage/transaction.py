"""A transaction: every table's gateway over one connection, and what follows the commit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import CursorResult, Executable
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.archives import ArchiveRows
from storage.assistant import AssistantRows
from storage.census import CensusRows
from storage.collage import CollageRows
from storage.consent import ConsentRows
from storage.declarations import DeclarationRows
from storage.destinations import DestinationRows
from storage.erasures import ErasureRows
from storage.farewells import FarewellRows
from storage.film import FilmRows
from storage.gallery_browse import BrowseRows
from storage.gallery_rows import GalleryRows
from storage.improve import ImproveRows
from storage.jobs import JobRows, Posted
from storage.ledger import LedgerRows
from storage.looks import LookRows
from storage.memories import MemoryRows
from storage.nicknames import NicknameRows
from storage.objections import ObjectionRows
from storage.outbound import OutboundRows
from storage.people import PeopleRows, PersonId
from storage.personal_data import Purpose, kept_tables
from storage.privacy import PrivacyRows
from storage.proofs import ProofRows
from storage.regions import RegionRows
from storage.sharing import SharingRows
from storage.talk import TalkRows
from storage.telegram import TelegramRows
from storage.vault import KeyRows, Vault
from storage.writing import WritingRows


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What a withdrawal did at once."""

    purpose: Purpose
    rows: Mapping[str, int]
    jobs: int


class Transaction:
    """What a role works with between `begin` and the commit.

    now: the moment the transaction began; every row written in it bears this time.
    """

    def __init__(self, connection: AsyncConnection, vault: Vault, now: datetime) -> None:
        self._connection = connection
        self.vault = vault
        self.now = now
        self.posted: list[Posted] = []

    async def execute(
        self,
        statement: Executable,
        facts: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None,
    ) -> CursorResult[Any]:
        """Run one statement; gateways use it, nobody else."""
        return await self._connection.execute(statement, facts)

    def tell_after_commit(self, posted: Posted) -> None:
        self.posted.append(posted)

    async def seal(self, person: PersonId, content: bytes) -> bytes:
        """Bytes that only this person's key opens."""
        return await self.vault.seal(self, person, content)

    async def open(self, person: PersonId, sealed: bytes) -> bytes:
        """Raises CannotOpen when the key is destroyed or is another's."""
        return await self.vault.open(self, person, sealed)

    async def withdraw(self, person: PersonId, purpose: Purpose) -> Withdrawn:
        """Delete what is kept for a purpose, and cancel its jobs, by declaration."""
        if purpose is Purpose.CORE_SERVICE:
            raise ValueError("withdrawing the service itself is an erasure")
        gone = {
            table.name: await kept.erase(self, table, kept.owner_column, person)
            for table, kept in kept_tables()
            if kept.purpose is purpose
        }
        jobs = await self.jobs.cancel(person, purpose)
        return Withdrawn(purpose, {name: rows for name, rows in gone.items() if rows}, jobs)

    # One line a gateway: a new table module adds its own here.

    @cached_property
    def people(self) -> PeopleRows:
        return PeopleRows(self)

    @cached_property
    def keys(self) -> KeyRows:
        return KeyRows(self)

    @cached_property
    def consent(self) -> ConsentRows:
        return ConsentRows(self)

    @cached_property
    def declarations(self) -> DeclarationRows:
        return DeclarationRows(self)

    @cached_property
    def objections(self) -> ObjectionRows:
        return ObjectionRows(self)

    @cached_property
    def ledger(self) -> LedgerRows:
        return LedgerRows(self)

    @cached_property
    def proofs(self) -> ProofRows:
        return ProofRows(self)

    @cached_property
    def regions(self) -> RegionRows:
        return RegionRows(self)

    @cached_property
    def census(self) -> CensusRows:
        return CensusRows(self)

    @cached_property
    def gallery(self) -> GalleryRows:
        return GalleryRows(self)

    @cached_property
    def browse(self) -> BrowseRows:
        return BrowseRows(self)

    @cached_property
    def archives(self) -> ArchiveRows:
        return ArchiveRows(self)

    @cached_property
    def farewells(self) -> FarewellRows:
        return FarewellRows(self)

    @cached_property
    def nicknames(self) -> NicknameRows:
        return NicknameRows(self)

    @cached_property
    def privacy(self) -> PrivacyRows:
        return PrivacyRows(self)

    @cached_property
    def erasures(self) -> ErasureRows:
        return ErasureRows(self)

    @cached_property
    def jobs(self) -> JobRows:
        return JobRows(self)

    @cached_property
    def talk(self) -> TalkRows:
        return TalkRows(self)

    @cached_property
    def telegram(self) -> TelegramRows:
        return TelegramRows(self)

    @cached_property
    def collage(self) -> CollageRows:
        return CollageRows(self)

    @cached_property
    def writing(self) -> WritingRows:
        return WritingRows(self)

    @cached_property
    def sharing(self) -> SharingRows:
        return SharingRows(self)

    @cached_property
    def destinations(self) -> DestinationRows:
        return DestinationRows(self)

    @cached_property
    def memories(self) -> MemoryRows:
        return MemoryRows(self)

    @cached_property
    def assistant(self) -> AssistantRows:
        return AssistantRows(self)

    @cached_property
    def outbound(self) -> OutboundRows:
        return OutboundRows(self)

    @cached_property
    def improve(self) -> ImproveRows:
        return ImproveRows(self)

    @cached_property
    def looks(self) -> LookRows:
        return LookRows(self)

    @cached_property
    def film(self) -> FilmRows:
        return FilmRows(self)
