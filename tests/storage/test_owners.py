"""Abuse case 5: every method of every gateway, called by somebody else, does and tells nothing."""

import inspect
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest
from sqlalchemy import select

from storage import Storage, Transaction
from storage.assistant import RequestId, TurnId
from storage.collage import CollageId, CollageRow
from storage.consent import Consent, ConsentState
from storage.database import Rows
from storage.gallery import AlbumId, MediaId, MomentId
from storage.gallery_rows import Seen
from storage.improve import Trait
from storage.looks import LookId
from storage.memories import NudgeId
from storage.people import Person, PersonId
from storage.personal_data import kept_tables
from storage.sharing import PostId, RecapId
from storage.writing import RewritingId
from tests.storage.everything import CANARY, fill_every_table

Made = Mapping[str, Mapping[str, Any]]
Kept = Mapping[str, list[dict[str, Any]]]

TABLES = {
    MediaId: "media",
    AlbumId: "albums",
    MomentId: "moments",
    CollageId: "collages",
    NudgeId: "nudges",
    RewritingId: "rewritings",
    PostId: "posts",
    RecapId: "recaps",
    LookId: "looks",
    RequestId: "requests",
    TurnId: "chat_turns",
}
PLAIN: Mapping[Any, object] = {
    str: "intruder",
    int: 1,
    bool: True,
    bytes: b"intruder",
    date: date(2020, 2, 29),
    datetime: datetime.min.replace(tzinfo=UTC),
    timedelta: timedelta(days=9999),
    Seen: Seen(b"intruder", b"intruder", b"intruder"),
    Consent: Consent(ConsentState.GIVEN, datetime(2026, 1, 1, tzinfo=UTC)),
}
COLUMNS = {  # what a method that sets columns would set
    "PeopleRows.change": {"zone": "intruder"},
    "CollageRows.change": {"caption": b"intruder"},
    "GalleryRows.change": {"width": 99},
    "GalleryRows.change_album": {"parts": 99},
    "WritingRows.change": {"current": b"intruder"},
    "ImproveRows.lean": {Trait.THEME_DARK: 99.0},
    "ImproveRows.mark": {"is_public": True},
    "LookRows.change": {"strength": "intruder"},
    "MemoryRows.change_cadence": {"hour": 99},
    "MemoryRows.change_nudge": {"kind": "intruder"},
    "SharingRows.change_recap": {"version": 99},
}


def _held() -> list[str]:
    return [
        f"{gateway.__name__}.{name}"
        for gateway in Rows.__subclasses__()
        for name, method in vars(gateway).items()
        if not name.startswith("_") and "owner" in inspect.signature(method).parameters
    ]


@pytest.mark.parametrize("method", _held())
async def test_5_what_is_anothers_is_neither_touched_nor_told(
    storage: Storage, lou: Person, max_: Person, method: str
) -> None:
    made = await fill_every_table(storage, lou.id, 1)
    before = await _kept(storage, lou.id)
    async with storage.begin() as tx:
        told = await _call(tx, method, max_.id, made)
    assert await _kept(storage, lou.id) == before
    secrets = _ids(before) | {lou.id, f"{CANARY}1"}
    assert not [secret for secret in secrets if str(secret) in str(told)]
    assert not _ids(await _kept(storage, max_.id)) & _ids(before)


async def test_5_a_draft_is_never_made_of_anothers_media(
    storage: Storage, lou: Person, max_: Person
) -> None:
    made = await fill_every_table(storage, lou.id, 1)
    draft = CollageRow(
        owner=max_.id,
        chat_id=1,
        recipe=b"",
        captions=b"",
        made_at=max_.created_at,
        changed_at=max_.created_at,
    )
    async with storage.begin() as tx:
        await tx.collage.add(draft, [made["media"]["id"]])
        assert await tx.collage.media(max_.id, draft.id) == {}


async def test_5_a_reminder_of_anothers_media_is_not_noted(
    storage: Storage, lou: Person, max_: Person
) -> None:
    """Else it would count as shown to its owner, who then never sees it."""
    made = await fill_every_table(storage, lou.id, 1)
    media = [made["media"]["id"]]
    async with storage.begin() as tx:
        await tx.memories.unshow(lou.id, media)
        await tx.memories.show(max_.id, media)
        await tx.memories.show(lou.id, media)
        assert await tx.memories.shown(max_.id) == frozenset()
        assert await tx.memories.shown(lou.id) == frozenset(media)


async def _call(tx: Transaction, method: str, owner: PersonId, made: Made) -> object:
    kind, name = method.split(".")
    [gateway] = [found for found in Rows.__subclasses__() if found.__name__ == kind]
    bound = getattr(gateway(tx), name)
    hints = get_type_hints(bound, localns={"FileId": UUID})
    facts = {
        parameter.name: _argument(hints[parameter.name], method, owner, made)
        for parameter in inspect.signature(bound).parameters.values()
        if parameter.default is inspect.Parameter.empty
    }
    return await bound(**facts)


def _argument(hint: Any, method: str, owner: PersonId, made: Made) -> object:
    """What somebody who guessed all of the other's ids would give."""
    if hint is PersonId:
        return owner
    if get_origin(hint) is Mapping:
        return COLUMNS[method]
    kinds = [kind for kind in get_args(hint) if kind is not type(None)] or [hint]
    value = _value(kinds[0], made)
    return value if len(get_args(hint)) != 1 else [value]


def _value(kind: Any, made: Made) -> object:
    if kind is UUID:
        return made["choices"]["item"]
    if kind in TABLES:
        return made[TABLES[kind]]["id"]
    return PLAIN[kind] if kind in PLAIN else next(iter(kind))


async def _kept(storage: Storage, owner: PersonId) -> Kept:
    """Every row about a person, by table."""
    found: dict[str, list[dict[str, Any]]] = {}
    async with storage.read() as tx:
        for table, kept in kept_tables():
            mine = select(table).where(table.c[kept.owner_column] == owner)
            found[table.name] = [dict(row._mapping) for row in (await tx.execute(mine)).all()]
    return found


def _ids(rows: Kept) -> set[object]:
    return {
        value
        for table in rows.values()
        for row in table
        for value in row.values()
        if isinstance(value, UUID)
    }
