"""Whatever goes wrong out there is one error with its reason, in time, never half an answer."""

import asyncio
import logging
import time
from datetime import timedelta
from itertools import pairwise

import pytest

from bot.clock import MovableClock
from bot.remote.breaker import FAILURES, REST
from bot.remote.budget import A_DAY
from bot.remote.errors import Reason, RemoteUnavailable
from bot.remote.remote import WHOLE_CALL, Remote
from bot.remote.turns import Reply, Shape, Turn
from bot.sandbox.endpoint import StandIn, Trouble
from storage import Storage
from storage.outbound import CallKind
from storage.people import PersonId
from tests.remote.conftest import KEY, OpenRemote, Went

TASK = Turn("system", "Task: warmer; language: en")
HELLO = (TASK, Turn("user", "See you at nine, by the sea."))
SOON = timedelta(seconds=0.4)
REASONS = {
    Trouble.SLOW: Reason.SLOW,
    Trouble.STALLS: Reason.SLOW,
    Trouble.TOO_MANY: Reason.BUSY,
    Trouble.BROKEN: Reason.BROKEN,
    Trouble.REFUSES: Reason.REFUSED,
    Trouble.FILTERS: Reason.REFUSED,
    Trouble.JUNK: Reason.BROKEN,
    Trouble.EMPTY: Reason.BROKEN,
    Trouble.HALF: Reason.BROKEN,
    Trouble.DIES_MIDWAY: Reason.BROKEN,
    Trouble.REDIRECTS: Reason.BROKEN,
    Trouble.RAMBLES: Reason.BROKEN,
    Trouble.FLOODS: Reason.BROKEN,
    Trouble.PACKED: Reason.BROKEN,
}
LOST = {Trouble.SLOW, Trouble.STALLS}


async def ask(remote: Remote, owner: PersonId, *, heard: list[str] | None = None) -> Reply:
    async def hear(text: str) -> None:
        if heard is not None:
            heard.append(text)

    return await remote.chat(
        owner,
        HELLO,
        kind=CallKind.REWRITE,
        most_tokens=100,
        on_text=hear if heard is not None else None,
    )


async def reason_of(remote: Remote, owner: PersonId, **more: object) -> Reason:
    with pytest.raises(RemoteUnavailable) as refused:
        await remote.chat(owner, HELLO, kind=CallKind.REWRITE, most_tokens=100, **more)  # type: ignore[arg-type]  # the test's own
    return refused.value.reason


async def nothing(text: str) -> None:
    del text


@pytest.mark.parametrize("streamed", [True, False], ids=["streamed", "whole"])
@pytest.mark.parametrize("trouble", Trouble)
async def test_every_trouble_has_its_reason(
    remote: Remote, lou: PersonId, stand_in: StandIn, trouble: Trouble, *, streamed: bool
) -> None:
    stand_in.trouble = trouble
    limit = SOON if trouble in LOST else WHOLE_CALL
    hear = nothing if streamed else None
    assert await reason_of(remote, lou, limit=limit, on_text=hear) is REASONS[trouble]


@pytest.mark.parametrize("trouble", [Trouble.TOO_MANY, Trouble.BROKEN, Trouble.DIES_MIDWAY])
async def test_a_hiccup_before_any_word_is_tried_once_more(
    remote: Remote, lou: PersonId, stand_in: StandIn, trouble: Trouble
) -> None:
    stand_in.trouble, stand_in.troubles_left = trouble, 1
    reply = await ask(remote, lou)
    assert reply == Reply("See you at nine, by the sea. Warmest wishes!")
    assert len(stand_in.seen) == 2


async def test_two_hiccups_are_a_failure(remote: Remote, lou: PersonId, stand_in: StandIn) -> None:
    stand_in.trouble, stand_in.troubles_left = Trouble.BROKEN, 2
    assert await reason_of(remote, lou) is Reason.BROKEN
    assert len(stand_in.seen) == 2


@pytest.mark.parametrize("trouble", [Trouble.DIES_MIDWAY, Trouble.HALF])
async def test_what_broke_off_after_a_word_is_not_said_again(
    remote: Remote, lou: PersonId, stand_in: StandIn, trouble: Trouble
) -> None:
    stand_in.trouble = trouble
    heard: list[str] = []
    with pytest.raises(RemoteUnavailable):
        await ask(remote, lou, heard=heard)
    assert heard
    assert len(stand_in.seen) == 1


async def test_words_come_as_they_are_said(remote: Remote, lou: PersonId) -> None:
    heard: list[str] = []
    reply = await ask(remote, lou, heard=heard)
    assert heard[-1] == reply.text
    assert len(heard) > 3
    assert all(later.startswith(earlier) for earlier, later in pairwise(heard))


@pytest.mark.parametrize("streamed", [True, False], ids=["streamed", "whole"])
async def test_what_a_model_thinks_aloud_is_not_said(
    remote: Remote, lou: PersonId, *, streamed: bool
) -> None:
    """The stand-in says the person's words again, so its answer begins as theirs did."""
    heard: list[str] = []

    async def hear(text: str) -> None:
        heard.append(text)

    reply = await remote.chat(
        lou,
        (TASK, Turn("user", "<think>nine or\nten?</think>\nSee you at nine.")),
        kind=CallKind.REWRITE,
        most_tokens=100,
        on_text=hear if streamed else None,
    )
    assert reply.text == "See you at nine. Warmest wishes!"
    assert not [text for text in heard if "ten" in text]


async def test_who_has_read_enough_gets_what_there_is(
    remote: Remote, lou: PersonId, stand_in: StandIn
) -> None:
    stand_in.trouble = Trouble.STALLS
    stop = asyncio.Event()

    async def hear(text: str) -> None:
        if text.count(" ") >= 3:
            stop.set()

    reply = await remote.chat(
        lou, HELLO, kind=CallKind.REWRITE, most_tokens=100, on_text=hear, stop=stop
    )
    assert reply.is_stopped
    assert reply.text
    assert "See you at nine, by the sea. Warmest wishes!".startswith(reply.text)


async def test_who_stops_before_the_first_word_waits_no_longer(
    remote: Remote, lou: PersonId, stand_in: StandIn
) -> None:
    stand_in.trouble = Trouble.SLOW
    stop = asyncio.Event()
    asyncio.get_running_loop().call_later(0.1, stop.set)
    reply = await remote.chat(lou, HELLO, kind=CallKind.REWRITE, most_tokens=100, stop=stop)
    assert reply == Reply("", is_stopped=True)


async def test_nobody_there_is_said_at_once(
    open_remote: OpenRemote, lou: PersonId, unused_tcp_port: int
) -> None:
    remote = open_remote(f"http://127.0.0.1:{unused_tcp_port}/v1")
    assert await reason_of(remote, lou) is Reason.BROKEN


async def test_without_an_endpoint_nothing_is_asked(
    open_remote: OpenRemote, lou: PersonId, went: Went
) -> None:
    remote = open_remote(None)
    assert remote.host is None
    assert await reason_of(remote, lou) is Reason.NOT_SET
    with pytest.raises(RemoteUnavailable):
        await remote.imagine(lou, "hills", Shape.SQUARE)
    assert await went(lou) == []


async def test_the_two_tries_of_a_call_share_its_limit(
    remote: Remote, lou: PersonId, stand_in: StandIn
) -> None:
    """With the embedded answer after it, a person waits less than twenty seconds."""
    assert timedelta(seconds=15) >= WHOLE_CALL
    stand_in.trouble = Trouble.SLOW
    begun = time.monotonic()
    assert await reason_of(remote, lou, limit=SOON) is Reason.SLOW
    assert time.monotonic() - begun >= SOON.total_seconds()
    assert len(stand_in.seen) == 1


async def test_after_three_failures_nobody_waits_for_a_minute(
    remote: Remote, lou: PersonId, stand_in: StandIn, clock: MovableClock
) -> None:
    stand_in.trouble = Trouble.JUNK
    for _ in range(FAILURES):
        assert await reason_of(remote, lou) is Reason.BROKEN
    stand_in.trouble = None
    assert await reason_of(remote, lou) is Reason.RESTING
    assert len(stand_in.seen) == FAILURES
    clock.move(REST)
    assert (await ask(remote, lou)).text
    assert (await ask(remote, lou)).text


async def test_after_its_rest_one_call_tries_for_all(
    remote: Remote, lou: PersonId, sam: PersonId, stand_in: StandIn, clock: MovableClock
) -> None:
    stand_in.trouble = Trouble.JUNK
    for _ in range(FAILURES):
        await reason_of(remote, lou)
    clock.move(REST)
    stand_in.trouble = Trouble.SLOW
    reasons = await asyncio.gather(
        reason_of(remote, lou, limit=SOON), reason_of(remote, sam, limit=SOON)
    )
    assert sorted(reasons) == [Reason.RESTING, Reason.SLOW]
    stand_in.trouble = None
    assert await reason_of(remote, lou) is Reason.RESTING


async def test_a_refusal_is_no_failure(remote: Remote, lou: PersonId, stand_in: StandIn) -> None:
    stand_in.trouble = Trouble.REFUSES
    for _ in range(FAILURES + 1):
        assert await reason_of(remote, lou) is Reason.REFUSED


async def test_one_person_cannot_spend_the_day_of_all(
    remote: Remote, lou: PersonId, sam: PersonId, storage: Storage, clock: MovableClock
) -> None:
    async with storage.begin() as tx:
        for _ in range(A_DAY.calls):
            await tx.outbound.note(lou, "h", CallKind.ANSWER, bytes_sent=1, most_tokens=1)
    assert await reason_of(remote, lou) is Reason.BUDGET
    assert (await ask(remote, sam)).text
    clock.move(timedelta(days=1))
    assert (await ask(remote, lou)).text


async def test_images_have_a_budget_of_their_own(
    remote: Remote, lou: PersonId, storage: Storage
) -> None:
    async with storage.begin() as tx:
        for _ in range(A_DAY.images):
            await tx.outbound.note(lou, "h", CallKind.IMAGE, bytes_sent=1, most_tokens=0)
    with pytest.raises(RemoteUnavailable) as refused:
        await remote.imagine(lou, "hills", Shape.SQUARE)
    assert refused.value.reason is Reason.BUDGET
    assert (await ask(remote, lou)).text


async def test_neither_words_nor_key_are_ever_logged(
    remote: Remote, lou: PersonId, stand_in: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for trouble in (None, Trouble.REFUSES, Trouble.JUNK, Trouble.DIES_MIDWAY):
        stand_in.trouble = trouble
        if trouble is None:
            await ask(remote, lou)
        else:
            await reason_of(remote, lou)
    ours = [record for record in caplog.records if record.name.startswith("bot.")]
    assert not [record for record in ours if "nine" in record.getMessage()]
    assert KEY not in caplog.text
    assert "by the sea" not in "".join(r.getMessage() for r in caplog.records if r.levelno > 10)
