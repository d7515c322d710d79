"""Abuse case 5: every method of every gateway, called by somebody else, does and tells nothing."""

import inspect
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text

from storage import Storage, Transaction
from storage.archives import ArchiveId
from storage.assistant import RequestId, TurnId
from storage.collage import CollageId, CollageRow
from storage.consent import Consent, ConsentState
from storage.database import Rows
from storage.files import FileId
from storage.film import FilmId
from storage.gallery import AlbumId, MediaId, MediaRow, MediaState, MomentId
from storage.gallery_browse import Group
from storage.gallery_rows import Seen
from storage.looks import LookId
from storage.memories import NudgeId
from storage.people import Person, PersonId
from storage.personal_data import kept_tables
from storage.sharing import PostId, RecapId
from storage.traits import Trait
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
    FilmId: "films",
    RequestId: "requests",
    TurnId: "chat_turns",
    ArchiveId: "archives",
}
WHOLE: Mapping[Any, Callable[[Made], object]] = {
    UUID: lambda made: made["choices"]["item"],
    FileId: lambda made: made["media"]["file"],
    Group: lambda made: Group(moment=made["moments"]["id"]),
    MediaRow: lambda made: MediaRow(**made["media"]),
}
MEDIA_GATEWAYS = ("GalleryRows.", "BrowseRows.", "TalkRows.")
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
    "FilmRows.change": {"shape": "intruder"},
    "FilmRows.note": {"message_id": 99},
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


class _NoneOfIt(Exception):
    """Rolls a transaction back."""


def _held() -> list[str]:
    return [
        f"{gateway.__name__}.{name}"
        for gateway in Rows.__subclasses__()
        for name, method in vars(gateway).items()
        if not name.startswith("_") and "owner" in inspect.signature(method).parameters
    ]


@pytest.mark.parametrize("gateway", sorted({method.split(".")[0] for method in _held()}))
async def test_5_what_is_anothers_is_neither_touched_nor_told(
    storage: Storage, lou: Person, max_: Person, gateway: str
) -> None:
    """Every method in a transaction of its own, looked at before it is rolled back."""
    made = await fill_every_table(storage, lou.id, 1)
    async with storage.read() as tx:
        before = await _kept(tx, lou.id)
    secrets = [str(secret) for secret in (*_ids(before), lou.id, f"{CANARY}1")]
    for method in (one for one in _held() if one.startswith(f"{gateway}.")):
        with suppress(_NoneOfIt):
            async with storage.begin() as tx:
                written = await _written(tx)
                told = str(await _call(tx, method, max_.id, made))
                assert not [secret for secret in secrets if secret in told], method
                if await _written(tx) != written:
                    assert await _kept(tx, lou.id) == before, method
                    assert not _ids(await _kept(tx, max_.id)) & _ids(before), method
                raise _NoneOfIt


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


async def test_what_is_forgotten_is_told_by_no_query_not_even_to_its_owner(
    storage: Storage, lou: Person
) -> None:
    """Every method of the gateways that hand out media; an undo alone brings it back."""
    made = await fill_every_table(storage, lou.id, 1)
    media, farewell = made["media"]["id"], uuid4()
    async with storage.begin() as tx:
        await tx.gallery.change(lou.id, media, {"state": MediaState.KEPT})
        assert [row.id for row in await tx.gallery.kept(lou.id)] == [media]
        assert await tx.farewells.say(lou.id, [media], farewell) == 1
    methods = [one for one in _held() if one.startswith(MEDIA_GATEWAYS)]
    for method in methods:
        with suppress(_NoneOfIt):
            async with storage.begin() as tx:
                told = await _call(tx, method, lou.id, made)
                assert str(media) not in str(told), method
                raise _NoneOfIt
    async with storage.begin() as tx:
        assert await tx.farewells.undo(lou.id, farewell, datetime.min.replace(tzinfo=UTC)) == 1
        assert [row.id for row in await tx.gallery.kept(lou.id)] == [media]


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
    if get_args(kind):  # one of several
        return _value(get_args(kind)[0], made)
    if kind in TABLES:
        return made[TABLES[kind]]["id"]
    if kind in WHOLE:
        return WHOLE[kind](made)
    return PLAIN[kind] if kind in PLAIN else next(iter(kind))


async def _written(tx: Transaction) -> int:
    """How many rows this connection inserted, changed or deleted so far."""
    return int((await tx.execute(text("SELECT total_changes()"))).scalar_one())


async def _kept(tx: Transaction, owner: PersonId) -> Kept:
    """Every row about a person, by table."""
    found: dict[str, list[dict[str, Any]]] = {}
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
