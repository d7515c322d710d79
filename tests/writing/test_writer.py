"""The Writer: embedded for everybody, the endpoint for who allowed it, an answer in any case."""

import asyncio
import json
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import MovableClock
from bot.consent.registrar import Registrar
from bot.gallery.facts import Facts, Place, TakenAt
from bot.pixels.encode import encode_jpeg
from bot.pixels.geometry import Size
from bot.pixels.header import probe
from bot.remote.bare import require_bare
from bot.remote.errors import Reason
from bot.sandbox.endpoint import StandIn, Trouble
from bot.writing.desk import KEPT
from bot.writing.diff import Kind
from bot.writing.phrases import Spirit
from bot.writing.prompts import captions_so_far
from bot.writing.rewriting import Engine
from bot.writing.wishes import Note, Wish
from bot.writing.writer import Writer
from storage import Storage
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.writing import RewritingRow
from tests.collage.sights import sight

TEXT = "Nous avons passé une très belle journée à Lyon avec Max, afin de fêter ses 30 ans."
TOLD = [(Facts(TakenAt(date(2024, 10, 12)), Place("Lyon", "FR", "1.1")), sight())]


def photo(side: int = 2000) -> bytes:
    return encode_jpeg(np.full((side, side, 3), (30, 80, 200), np.uint8))


async def test_without_consent_to_any_ai_the_rules_still_rewrite(
    writer: Writer, lou: PersonId
) -> None:
    """It is the person's own act on their own words."""
    said = await writer.rewrite(lou, TEXT, Wish.SHORTER)
    assert said is not None
    wanted = "Nous avons passé une belle journée à Lyon avec Max, pour fêter ses 30 ans."
    assert (said.text, said.engine, said.changed) == (wanted, Engine.EMBEDDED, True)
    assert "".join(one.text for one in said.pieces if one.kind is not Kind.NEW) == TEXT


async def test_before_the_first_answer_nothing_is_rewritten(
    writer: Writer, newcomer: PersonId
) -> None:
    assert await writer.rewrite(newcomer, TEXT, Wish.SHORTER) is None


async def test_another_language_is_said_to_be_one(writer: Writer, lou: PersonId) -> None:
    said = await writer.rewrite(lou, "Ich bin heute nicht da, danke.", Wish.WARMER)
    assert said is not None
    assert (said.notes, said.changed) == ((Note.OTHER_LANGUAGE,), False)


async def test_proofreading_happens_in_a_child(writer: Writer, lou: PersonId) -> None:
    said = await writer.rewrite(lou, "Les photo sont belles.", Wish.PROOFREAD)
    assert said is not None
    assert said.text == "Les photos sont belles."
    assert said.notes == (Note.GRAMMAR_IN_PART,)


async def test_words_go_to_the_endpoint_only_with_its_own_consent(
    far_writer: Writer, registrar: Registrar, lou: PersonId, stand_in: StandIn
) -> None:
    said = await far_writer.rewrite(lou, TEXT, Wish.WARMER)
    await registrar.given(lou, Purpose.SUGGEST_ANALYSE, version="2.0", language="fr")
    again = await far_writer.rewrite(lou, TEXT, Wish.WARMER)
    assert said is not None
    assert again is not None
    assert {said.engine, again.engine} == {Engine.EMBEDDED}
    assert stand_in.seen == []


async def test_with_it_the_endpoint_answers_and_hears_the_text_alone(
    far_writer: Writer, allowing: PersonId, stand_in: StandIn
) -> None:
    said = await far_writer.rewrite(allowing, TEXT, Wish.WARMER)
    assert said is not None
    assert (said.engine, said.why_embedded) == (Engine.REMOTE, None)
    assert said.text.startswith(f"{TEXT} Je vous embrasse")
    [call] = stand_in.seen
    turns = call.body["messages"]
    assert turns[0]["content"].startswith("Task: warmer; language: fr")
    assert TEXT not in turns[0]["content"]
    assert str(turns[-1]["content"]).count(TEXT) == 1


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (Trouble.BROKEN, Reason.BROKEN),
        (Trouble.TOO_MANY, Reason.BUSY),
        (Trouble.HALF, Reason.BROKEN),
    ],
)
async def test_when_it_fails_the_rules_answer_and_say_why(
    far_writer: Writer, allowing: PersonId, stand_in: StandIn, trouble: Trouble, reason: Reason
) -> None:
    stand_in.trouble = trouble
    said = await far_writer.rewrite(allowing, TEXT, Wish.SHORTER)
    assert said is not None
    assert (said.engine, said.why_embedded, said.changed) == (Engine.EMBEDDED, reason, True)


async def test_an_answer_that_strays_is_thrown_away(
    far_writer: Writer, allowing: PersonId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the text tells the model to do, it cannot bring in a link or another name."""
    monkeypatch.setattr(
        "bot.sandbox.endpoint.answer", lambda *_: "Venez sur https://evil.example, dit Marie."
    )
    said = await far_writer.rewrite(allowing, TEXT, Wish.SHORTER)
    assert said is not None
    assert said.engine is Engine.EMBEDDED
    assert Note.MODEL_STRAYED in said.notes
    assert "evil" not in said.text


async def test_an_answer_that_tells_another_story_is_not_cut_to_fit(
    far_writer: Writer, allowing: PersonId, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = TEXT + " Et puis encore, et puis encore." * 40
    monkeypatch.setattr("bot.sandbox.endpoint.answer", lambda *_: told)
    said = await far_writer.rewrite(allowing, TEXT, Wish.SHORTER)
    assert said is not None
    assert said.engine is Engine.EMBEDDED
    assert Note.MODEL_STRAYED in said.notes


async def test_what_would_come_back_cut_is_not_sent_and_says_so(
    far_writer: Writer, allowing: PersonId, stand_in: StandIn
) -> None:
    said = await far_writer.rewrite(allowing, TEXT + " Et encore" * 80, Wish.SHORTER)
    assert said is not None
    assert stand_in.seen == []
    assert (said.engine, said.changed, said.why_embedded) == (Engine.EMBEDDED, True, None)
    assert Note.TOO_LONG_FOR_MODEL in said.notes


@pytest.mark.parametrize("fence", ["{}", "```json\n{}\n```", "Here you are: {}"])
async def test_captions_come_in_a_fence_or_without(
    far_writer: Writer, allowing: PersonId, monkeypatch: pytest.MonkeyPatch, fence: str
) -> None:
    rows = '{"captions": ["Un chat.", "Un chat doux.", "Un chat, encore."]}'
    monkeypatch.setattr("bot.sandbox.endpoint.answer", lambda *_: fence.replace("{}", rows))
    proposed = await far_writer.propose_seeing(allowing, TOLD, photo())
    assert proposed is not None
    assert proposed.engine is Engine.REMOTE


async def test_of_no_media_nothing_is_said(
    far_writer: Writer, allowing: PersonId, stand_in: StandIn
) -> None:
    assert await far_writer.title(allowing, []) is None
    assert await far_writer.propose(allowing, []) is None
    assert await far_writer.propose_seeing(allowing, [], photo()) is None
    assert stand_in.seen == []


async def test_words_that_stream_can_be_stopped_and_nothing_changed(
    far_writer: Writer, allowing: PersonId, stand_in: StandIn
) -> None:
    stand_in.trouble = Trouble.STALLS
    stop, heard = asyncio.Event(), list[str]()

    async def hear(text: str) -> None:
        heard.append(text)
        stop.set()

    said = await far_writer.rewrite(allowing, TEXT, Wish.WARMER, on_text=hear, stop=stop)
    assert heard
    assert said is not None
    assert (said.is_stopped, said.text, said.changed) == (True, TEXT, False)


async def test_captions_see_a_small_bare_copy(
    far_writer: Writer, allowing: PersonId, stand_in: StandIn
) -> None:
    proposed = await far_writer.propose_seeing(allowing, TOLD, photo())
    assert proposed is not None
    assert proposed.engine is Engine.REMOTE
    assert [one.spirit for one in proposed.captions] == list(Spirit)
    [picture] = stand_in.seen[-1].pictures
    require_bare(picture)
    assert probe(picture).size == Size(1024, 1024)


async def test_captions_are_read_while_they_are_written_and_can_be_stopped(
    far_writer: Writer, allowing: PersonId, stand_in: StandIn
) -> None:
    heard = list[str]()

    async def hear(text: str) -> None:
        heard.append(text)

    proposed = await far_writer.propose_seeing(allowing, TOLD, photo(), on_text=hear)
    assert proposed is not None
    assert heard[-1] == "\n\n".join(one.text for one in proposed.captions)
    assert len(set(heard)) > len(Spirit)
    assert not any("captions" in one or '"' in one for one in heard)

    stand_in.trouble, stop = Trouble.STALLS, asyncio.Event()

    async def enough(_text: str) -> None:
        stop.set()

    proposed = await far_writer.propose_seeing(allowing, TOLD, photo(), on_text=enough, stop=stop)
    assert proposed is not None
    assert (proposed.is_stopped, proposed.captions) == (True, ())


@given(
    rows=st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), max_size=3),
    is_ascii=st.booleans(),
    cut=st.floats(0, 1),
)
def test_what_can_be_read_of_growing_captions_begins_them(
    rows: list[str], cut: float, *, is_ascii: bool
) -> None:
    answer = json.dumps({"captions": rows}, ensure_ascii=is_ascii)
    assert captions_so_far(answer) == rows
    so_far = captions_so_far(answer[: int(cut * len(answer))])
    assert all(row.startswith(said) for said, row in zip(so_far, rows, strict=False))
    assert so_far[:-1] == rows[: len(so_far[:-1])]


async def test_captions_come_from_the_rules_when_nobody_sees(
    far_writer: Writer, allowing: PersonId, stand_in: StandIn
) -> None:
    stand_in.trouble = Trouble.JUNK
    proposed = await far_writer.propose_seeing(allowing, TOLD, photo(64))
    assert proposed is not None
    assert (proposed.engine, proposed.why_embedded) == (Engine.EMBEDDED, Reason.BROKEN)
    assert len(proposed.captions) == len(Spirit)


async def test_captions_need_the_analysis(writer: Writer, lou: PersonId) -> None:
    assert await writer.propose_seeing(lou, TOLD, photo(64)) is None


async def test_rewritings_are_sealed_versioned_and_dropped_after_thirty_days(
    writer: Writer, storage: Storage, clock: MovableClock, lou: PersonId
) -> None:
    async with storage.begin() as tx:
        sealed = await tx.seal(lou, TEXT.encode())
        row = RewritingRow(
            owner=lou,
            chat_id=1,
            original=sealed,
            current=sealed,
            made_at=tx.now,
            changed_at=tx.now,
        )
        await tx.writing.add(row)
        assert await tx.writing.change(lou, row.id, 1, {"wish": Wish.WARMER.value})
        assert not await tx.writing.change(lou, row.id, 1, {"wish": Wish.SHORTER.value})
        await tx.writing.shown(lou, row.id, 77)
        shown = await tx.writing.shown_in(lou, 1, 77)
    assert shown is not None
    assert (shown.id, shown.wish, shown.version) == (row.id, "warmer", 2)
    clock.move(KEPT + timedelta(minutes=1))
    await writer.drop_old()
    async with storage.read() as tx:
        assert await tx.writing.get(lou, row.id) is None
