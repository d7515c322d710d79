"""Where a person's data went is written down before it goes, and stays when consent does not."""

from datetime import timedelta

import pytest

from bot.clock import MovableClock
from bot.remote.errors import RemoteUnavailable
from bot.remote.remote import Remote
from bot.remote.turns import Shape, Turn
from bot.sandbox.endpoint import STAND_IN_HOST, StandIn
from storage import Storage
from storage.outbound import CallKind
from storage.people import PersonId
from storage.personal_data import Purpose
from tests.remote.conftest import OpenRemote, Went

HELLO = [Turn("system", "Task: warmer; language: en"), Turn("user", "See you at nine.")]


async def test_every_call_is_in_the_outbound_ledger(
    remote: Remote, lou: PersonId, sam: PersonId, went: Went, clock: MovableClock
) -> None:
    await remote.chat(lou, HELLO, kind=CallKind.REWRITE, most_tokens=50)
    clock.move(timedelta(minutes=1))
    assert (await remote.imagine(lou, "hills in the evening", Shape.WIDE)).startswith(b"\x89PNG")
    newest, oldest = await went(lou)
    assert (newest.kind, oldest.kind) == (CallKind.IMAGE, CallKind.REWRITE)
    assert {newest.host, oldest.host} == {"127.0.0.1"} == {remote.host}
    assert newest.bytes_sent == len("hills in the evening")
    assert newest.at > oldest.at
    assert await went(sam) == []


async def test_a_call_that_failed_is_in_it_too(
    open_remote: OpenRemote, lou: PersonId, went: Went, unused_tcp_port: int
) -> None:
    remote = open_remote(f"http://127.0.0.1:{unused_tcp_port}/v1")
    with pytest.raises(RemoteUnavailable):
        await remote.chat(lou, HELLO, kind=CallKind.ANSWER, most_tokens=50)
    assert len(await went(lou)) == 1


async def test_a_name_under_localhost_is_this_machine(
    open_remote: OpenRemote, url: str, stand_in: StandIn, lou: PersonId, went: Went
) -> None:
    remote = open_remote(url.replace("127.0.0.1", STAND_IN_HOST))
    assert (await remote.chat(lou, HELLO, kind=CallKind.REWRITE, most_tokens=50)).text
    assert [sent.host for sent in await went(lou)] == [STAND_IN_HOST]
    assert stand_in.seen[0].headers["Host"].startswith(STAND_IN_HOST)


async def test_taking_the_consent_back_does_not_hide_where_data_went(
    remote: Remote, lou: PersonId, storage: Storage, went: Went
) -> None:
    await remote.chat(lou, HELLO, kind=CallKind.REWRITE, most_tokens=50)
    async with storage.begin() as tx:
        await tx.withdraw(lou, Purpose.SUGGEST_EXTERNAL_AI)
    assert len(await went(lou)) == 1


async def test_after_twelve_months_it_is_forgotten(
    remote: Remote, lou: PersonId, went: Went, clock: MovableClock
) -> None:
    await remote.chat(lou, HELLO, kind=CallKind.REWRITE, most_tokens=50)
    clock.move(timedelta(days=364))
    await remote.drop_old()
    assert len(await went(lou)) == 1
    clock.move(timedelta(days=2))
    await remote.drop_old()
    assert await went(lou) == []


async def test_nobody_who_was_erased_is_spoken_of(
    remote: Remote, lou: PersonId, storage: Storage, stand_in: StandIn
) -> None:
    async with storage.begin() as tx:
        await tx.privacy.erase_person(lou)
    with pytest.raises(RemoteUnavailable):
        await remote.chat(lou, HELLO, kind=CallKind.REWRITE, most_tokens=50)
    assert not stand_in.seen


async def test_the_request_tells_nothing_of_this_machine(
    remote: Remote, lou: PersonId, stand_in: StandIn
) -> None:
    await remote.chat(lou, HELLO, kind=CallKind.REWRITE, most_tokens=50)
    headers = {name.lower() for name in stand_in.seen[0].headers}
    assert not [name for name in headers if "stainless" in name or "openai" in name]
    assert stand_in.seen[0].headers["User-Agent"] == "pepite"
