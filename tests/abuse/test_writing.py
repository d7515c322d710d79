"""Abuse 16, 31 and 33, where words are rewritten: personal, at home, and never more than words."""

import pytest

from bot.app import App
from bot.sandbox.endpoint import StandIn, Trouble
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from bot.writing.wishes import Wish
from tests.abuse.checks import never_at_a_loss, rows_of
from tests.conversations.chatting import app, stand_in
from tests.conversations.first_steps import data_of, press_again, until_the_question, welcomed
from tests.conversations.given import count
from tests.conversations.test_writing import done, offers, opened

__all__ = ["app", "stand_in"]

ENGLISH = pytest.mark.parametrize("language", ["en"])
FRENCH = pytest.mark.parametrize("language", ["fr"])
WORDS = "can u send me the photos? they was great"
EVIL = (
    '<a href="https://evil.example">win</a> *[x](tg://user?id=1)* <script>alert(1)</script> '
    "can u see \u202eesrever\u202c \u200b\u2066it\ufeff & &lt;b&gt; {0} %s"
)
UNSEEN = ("\u202e", "\u200b", "\u2066", "\ufeff")


@ENGLISH
async def test_16_words_typed_in_any_chat_are_answered_to_nobody_else_and_kept_nowhere(
    lou: Person, t: Texts, *, sandbox: Sandbox, app: App, stand_in: StandIn
) -> None:
    await welcomed(lou, t)
    eve = sandbox.person("Eve", language_code="en")
    await until_the_question(eve, t)
    before = await rows_of(app, lou)

    mine = await lou.inline(WORDS)
    theirs = [await eve.inline(WORDS), await sandbox.person("Bob").inline(WORDS)]

    assert mine.results
    assert not [offer for offer in theirs if offer.results]
    for offer in (mine, *theirs):
        assert offer.answer.is_personal
        assert offer.answer.cache_seconds == 0
    assert await rows_of(app, lou) == before
    assert not stand_in.seen


@FRENCH
async def test_31_rewriting_calls_nobody_without_a_yes_and_goes_on_at_home_after_a_no(
    lou: Person, t: Texts, app: App, stand_in: StandIn
) -> None:
    await welcomed(lou, t)
    host = str(app.roles.remote.host)
    await lou.say("/write on se voit à neuf heures, près de la mer")
    await opened(lou, t)
    await lou.press(offers(t, Wish.WARMER))
    answer = await done(lou, t)
    await lou.press(t("writing-button-host", host=host))
    asked = await lou.wait_for(lambda m: host in m.words)
    await lou.press(asked.buttons[1])
    await lou.press(t("writing-button-again"), answer)
    again = await done(lou, t)
    assert t("writing-by-rules") in again.words
    assert not stand_in.seen
    assert await count(app, "outbound") == 0


@ENGLISH
@pytest.mark.parametrize("wish", [Wish.WARMER, Wish.PROFESSIONAL])
async def test_33_a_text_is_letters_in_the_change_and_in_the_result(
    lou: Person, t: Texts, wish: Wish
) -> None:
    await welcomed(lou, t)
    await lou.say(f"/write {EVIL}")
    sheet = await opened(lou, t)
    await lou.press(offers(t, wish))
    shown = await done(lou, t)
    for message in (sheet, shown):
        assert "<script>alert(1)</script>" in message.words
        assert not [unseen for unseen in UNSEEN if unseen in message.words]
        kinds = {entity["type"] for entity in message.entities}
        assert kinds <= {"bold", "strikethrough", "italic", "url"}
    await lou.press(t("writing-button-accept"))
    taken = await lou.wait_for(lambda m: t("writing-button-copy") in m.buttons)
    assert "<script>alert(1)</script>" in taken.words
    assert {entity["type"] for entity in taken.entities} <= {"url"}


@ENGLISH
async def test_33_ten_thousand_characters_and_families_of_emoji_fit_into_messages(
    lou: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    for text in ("x" * 10_000, "long " * 2_000, "&lt;" * 2_500):
        await lou.say(f"/write {text}")
        await lou.wait_for(t("writing-note-too-long"))
    await lou.say("/write see you " + "\U0001f600" * 2_900)
    await opened(lou, t)
    await lou.press(offers(t, Wish.WARMER))
    answer = await done(lou, t)
    if t("writing-button-accept") in answer.buttons:
        await lou.press(t("writing-button-accept"))
        await lou.settle()
    assert never_at_a_loss(lou, t)


@ENGLISH
async def test_2_anothers_words_are_gone_to_me(
    lou: Person, sam: Person, t: Texts, app: App, stand_in: StandIn
) -> None:
    for person in (lou, sam):
        await welcomed(person, t)
    stand_in.trouble = Trouble.BROKEN
    await lou.say(f"/write {WORDS}")
    sheet = await opened(lou, t)
    before = await rows_of(app, lou)
    await press_again(sam, data_of(sheet, offers(t)), sam.last_message)
    await sam.wait_for(t("error-rewriting-gone"))
    assert await rows_of(app, lou) == before
