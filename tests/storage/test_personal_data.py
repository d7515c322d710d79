"""Personal data: every table says whose it is; what it says is what happens."""

import inspect
from pathlib import Path

import pytest
from sqlalchemy import Table, select

from bot.clock import MovableClock
from storage import KeyFile, Storage, open_storage
from storage.database import Rows, Stored
from storage.people import Person
from storage.personal_data import (
    Kept,
    NotPersonal,
    Purpose,
    declarations,
    delete_rows,
    file_columns,
    kept_tables,
)
from storage.privacy import ShredRow
from tests.storage.everything import CANARY, bytes_of, fill_every_table

WITHOUT_OWNER = {
    "PeopleRows.by_telegram_id": "how an owner is found",
    "PeopleRows.add": "makes one",
    "PeopleRows.arrived": "finds owners whose move is due",
    "KeyRows.anybody": "any key tells whether the key file fits",
    "ConsentRows.run_out": "finds owners whose consent ran out",
    "DeclarationRows.too_young": "a coded tag",
    "DeclarationRows.was_too_young": "a coded tag",
    "DeclarationRows.forget_too_young": "a coded tag",
    "RegionRows.stages": "what is open where",
    "RegionRows.set_stage": "what is open where",
    "RegionRows.count_waiting": "numbers by country",
    "RegionRows.to_tell": "finds owners whose country opened",
    "CensusRows.take": "numbers only",
    "CollageRows.drop_old": "retention, everybody's",
    "FilmRows.drop_old": "retention, everybody's",
    "WritingRows.drop_old": "retention, everybody's",
    "AssistantRows.drop_old": "retention, everybody's",
    "LookRows.drop_old": "retention, everybody's",
    "SharingRows.drop_old": "retention, everybody's",
    "DestinationRows.lost": "finds owners whose channel no longer takes posts",
    "DestinationRows.regained": "a channel takes posts again, whoever linked it",
    "ImproveRows.everybodys": "the builder asks each row whose it is, and may it be used",
    "ImproveRows.members": "the same, of a version",
    "ImproveRows.drop_old": "retention, everybody's",
    "OutboundRows.drop_before": "retention, everybody's",
    "ImproveRows.rebuild_soon": "there is one ranker",
    "ImproveRows.ranker": "there is one ranker",
    "ImproveRows.publish": "there is one ranker",
    "ImproveRows.retire": "there is one ranker",
    "ImproveRows.contributors": "how many, not who",
    "MemoryRows.due": "finds owners whose reminder is due",
    "MemoryRows.next_due": "when the next reminder is due, anybody's",
    "GalleryRows.expect": "the row brings its owner",
    "ArchiveRows.drop_old": "retention, everybody's",
    "ArchiveRows.keep": "the row brings its owner",
    "FarewellRows.overdue": "finds owners whose forgotten media nothing has destroyed",
    "PrivacyRows.shred_later": "opaque files",
    "PrivacyRows.to_shred": "opaque files",
    "PrivacyRows.shredded": "opaque files",
    "PrivacyRows.files_named": "opaque files",
}
# By numbers they made themselves.
THE_MACHINERY = {"JobRows", "TelegramRows", "LedgerRows", "ProofRows"}


def test_every_table_declares_whose_it_is() -> None:
    declared = {row.__tablename__ for row in declarations()}
    assert declared == set(Stored.metadata.tables)


@pytest.mark.parametrize("row", declarations(), ids=lambda row: row.__name__)
def test_a_declaration_says_something(row: type[Stored]) -> None:
    declaration = declarations()[row]
    if isinstance(declaration, NotPersonal):
        assert len(declaration.why) > 10
    else:
        assert declaration.retention
        assert declaration.owner_column in row.__table__.columns  # type: ignore[attr-defined]  # SQLModel hides it


@pytest.mark.parametrize("row", declarations(), ids=lambda row: row.__name__)
def test_a_table_with_an_owner_never_says_that_it_names_nobody(row: type[Stored]) -> None:
    columns = set(row.__table__.columns.keys())  # type: ignore[attr-defined]  # SQLModel hides it
    if columns & {"owner", "person", "telegram_id"}:
        assert isinstance(declarations()[row], Kept)


MAY_OUTLIVE = {
    "jobs": "the job that erases is one of them",
    "outbox": "its owner is looked up in the claim itself",
}


@pytest.mark.parametrize(
    ("table", "kept"), [pytest.param(table, kept, id=table.name) for table, kept in kept_tables()]
)
def test_nothing_can_be_written_about_somebody_who_is_gone(table: Table, kept: Kept) -> None:
    """A job that was still running when its person was erased leaves no row behind."""
    owner = table.c[kept.owner_column]
    points = any(key.column.table.name == "people" for key in owner.foreign_keys)
    assert (points or (owner.primary_key and table.name == "people")) is (
        table.name not in MAY_OUTLIVE
    )


def _methods() -> list[tuple[str, list[str]]]:
    return [
        (f"{gateway.__name__}.{name}", list(inspect.signature(method).parameters))
        for gateway in Rows.__subclasses__()
        for name, method in vars(gateway).items()
        if not name.startswith("_") and inspect.isfunction(method)
        if gateway.__name__ not in THE_MACHINERY
    ]


@pytest.mark.parametrize(("method", "parameters"), _methods(), ids=str)
def test_5_every_method_is_held_to_one_owner(method: str, parameters: list[str]) -> None:
    """Abuse case 5, by reflection; what takes no owner says why."""
    is_held = not {"owner", "row"}.isdisjoint(parameters)  # a row brings its owner
    assert is_held is (method not in WITHOUT_OWNER)


def test_every_column_of_files_is_shredded_with_its_row() -> None:
    """A column of files that its table's erasure does not name would be swept away alive."""
    named = {(column.table.name, column.name) for column in file_columns()}
    for row in declarations():
        for name, field in row.model_fields.items():
            if "FileId" in str(field.annotation) and row is not ShredRow:
                assert (row.__tablename__, name) in named


async def test_an_export_opens_everything_of_one_person_and_nothing_of_another(
    storage: Storage, lou: Person, max_: Person
) -> None:
    await fill_every_table(storage, lou.id, 1)
    await fill_every_table(storage, max_.id, 2)
    async with storage.read() as tx:
        exported = await tx.privacy.export_person(lou.id)
    assert set(exported) == {table.name for table, _ in kept_tables()}
    assert all(len(rows) == 1 for rows in exported.values())
    assert f"{CANARY}2" not in str(exported)
    assert str(max_.telegram_id) not in str(exported)


async def test_erasing_one_person_takes_all_of_theirs_and_nothing_of_anothers(
    storage: Storage, lou: Person, max_: Person
) -> None:
    await fill_every_table(storage, lou.id, 1)
    await fill_every_table(storage, max_.id, 2)
    async with storage.read() as tx:
        before = await tx.privacy.counts(max_.id)
    async with storage.begin() as tx:
        gone = await tx.privacy.erase_person(lou.id)
    async with storage.begin() as tx:
        assert await tx.privacy.counts(lou.id) == {}
        assert await tx.privacy.counts(max_.id) == before
        assert await tx.privacy.erase_person(lou.id, in_ledger=False) == {}
    assert gone["people"] == 1


async def test_after_an_erasure_the_folder_holds_nothing_readable_of_that_person(
    storage: Storage, lou: Person, home: Path, keys: KeyFile, clock: MovableClock
) -> None:
    """Abuse case 52: not in the tables, not in free pages, not in the log, not in a file."""
    made = await fill_every_table(storage, lou.id, 1)
    sealed = [value for row in made.values() for value in row.values() if type(value) is bytes]
    assert CANARY.encode() in bytes_of(home)
    async with storage.begin() as tx:
        await tx.privacy.erase_person(lou.id)
    await storage.leave_no_trace()
    left = bytes_of(home)
    assert CANARY.encode() not in left
    assert lou.id.hex.encode() not in left
    assert not [bytes_ for bytes_ in sealed if bytes_ in left]
    assert await storage.files.written() == {}
    again = await open_storage(
        f"sqlite:///{home / 'pepite.sqlite3'}",
        files_url=(home / "files").as_uri(),
        keys=keys,
        clock=clock,
    )
    async with again.read() as tx:
        assert await tx.people.by_telegram_id(lou.telegram_id) is None
    await again.close()


WITHDRAWABLE = sorted({kept.purpose for _, kept in kept_tables()} - {Purpose.CORE_SERVICE})


@pytest.mark.parametrize("purpose", WITHDRAWABLE)
async def test_withdrawing_a_purpose_deletes_exactly_what_declares_it(
    storage: Storage, lou: Person, max_: Person, purpose: Purpose
) -> None:
    await fill_every_table(storage, lou.id, 1)
    await fill_every_table(storage, max_.id, 2)
    async with storage.begin() as tx:
        before = await tx.privacy.counts(lou.id)
        others = await tx.privacy.counts(max_.id)
        withdrawn = await tx.withdraw(lou.id, purpose)
    declared = {table.name for table, kept in kept_tables() if kept.purpose is purpose}
    async with storage.read() as tx:
        after = await tx.privacy.counts(lou.id)
        assert await tx.privacy.counts(max_.id) == others
    assert set(before) - set(after) == declared
    assert set(withdrawn.rows) <= declared


async def test_withdrawing_a_purpose_cancels_its_jobs_and_no_others(
    storage: Storage, lou: Person, max_: Person
) -> None:
    nudge, analyse = Purpose.NUDGE_MEMORIES, Purpose.SUGGEST_ANALYSE
    async with storage.begin() as tx:
        for number, (owner, purpose) in enumerate(
            [(lou.id, nudge), (lou.id, nudge), (lou.id, analyse), (max_.id, nudge)]
        ):
            await tx.jobs.post("a.job", subject=owner, key=str(number), purpose=purpose)
        assert (await tx.withdraw(lou.id, nudge)).jobs == 2
        assert (await tx.withdraw(lou.id, nudge)).jobs == 0
        assert (await tx.withdraw(max_.id, nudge)).jobs == 1


async def test_the_service_itself_is_not_withdrawn_but_erased(
    storage: Storage, lou: Person
) -> None:
    async with storage.begin() as tx:
        with pytest.raises(ValueError, match="erasure"):
            await tx.withdraw(lou.id, Purpose.CORE_SERVICE)


async def test_files_of_deleted_rows_wait_for_the_shredder_until_it_has_been(
    storage: Storage, lou: Person
) -> None:
    made = await fill_every_table(storage, lou.id, 1)
    async with storage.begin() as tx:
        await tx.privacy.erase_person(lou.id)
    assert made["media"]["file"] in await storage.files.written()
    assert await storage.shred() > 0
    assert await storage.shred() == 0
    assert await storage.files.written() == {}


def test_deleting_rows_is_what_happens_unless_a_table_says_otherwise() -> None:
    plain = Kept(owner="owner", purpose=Purpose.PLACES, export=lambda *_: {}, retention="a day")
    assert plain.erase is delete_rows


async def test_every_kept_row_is_found_by_its_owner(storage: Storage, lou: Person) -> None:
    await fill_every_table(storage, lou.id, 1)
    async with storage.read() as tx:
        for table, kept in kept_tables():
            found = await tx.execute(select(table).where(table.c[kept.owner_column] == lou.id))
            assert len(found.all()) == 1
