"""Write with AI: a text from anywhere, a wish, the change shown, taken or left."""

import pytest

from bot.app import App
from bot.sandbox.person import Person
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from bot.writing.wishes import Wish
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, count

TEXT = {
    "en": "hey Sam, can u send me the photos? they was great",
    "fr": "salut Sam, tu peux m'envoyer les photos ? elles étaient vraiment très jolies",
}


def offers(t: Texts, wish: Wish = Wish.SHORTER) -> str:
    return t(f"writing-wish-{wish}")


async def opened(lou: Person, t: Texts) -> StoredMessage:
    """The words with the seven wishes under them."""
    return await lou.wait_for(lambda m: offers(t) in m.buttons)


async def done(lou: Person, t: Texts) -> StoredMessage:
    """What was done, with its ways out."""
    return await lou.wait_for(lambda m: t("writing-button-wishes") in m.buttons)


def kinds(message: StoredMessage) -> set[str]:
    return {entity["type"] for entity in message.entities}


@IN_FRENCH
async def test_a_text_is_corrected_word_by_word_and_taken(lou: Person, t: Texts, app: App) -> None:
    await welcomed(lou, t)
    await lou.say("/write")
    await lou.wait_for(t("writing-ask"))
    await lou.say(TEXT[t.language])
    sheet = await opened(lou, t)
    assert [t(f"writing-wish-{wish}") for wish in Wish] == sheet.buttons

    await lou.press(offers(t, Wish.PROFESSIONAL))
    shown = await done(lou, t)
    assert shown.id == sheet.id
    assert {"strikethrough", "bold"} <= kinds(shown)
    assert t("writing-by-rules") in shown.words

    old = data_of(shown, t("writing-button-accept"))
    await lou.press(t("writing-button-accept"))
    taken = await lou.wait_for(lambda m: t("writing-button-copy") in m.buttons)
    button = taken.button(t("writing-button-copy"))
    assert button is not None
    assert button["copy_text"]["text"] == taken.words
    assert "Sam" in taken.words
    assert not kinds(taken)
    await lou.settle()
    assert await count(app, "rewritings") == 0

    await press_again(lou, old, shown)
    await lou.wait_for(t("error-rewriting-gone"))


@IN_FRENCH
async def test_another_way_another_wish_and_in_the_end_ones_own_words(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await lou.say(f"/write {TEXT[t.language]}")
    await opened(lou, t)
    await lou.press(offers(t, Wish.WARMER))
    first = await done(lou, t)
    old, before = data_of(first, t("writing-button-again")), first.words
    await lou.press(t("writing-button-again"))
    second = await done(lou, t)
    assert second.words != before
    await press_again(lou, old, second)
    await lou.wait_for(t("error-rewriting-changed"))

    await lou.press(t("writing-button-wishes"), second)
    await lou.wait_for(lambda m: t("writing-button-back") in m.buttons)
    await lou.press(t("writing-button-back"))
    await lou.wait_for(lambda m: t("writing-button-wishes") in m.buttons)
    await lou.press(t("writing-button-wishes"))
    await opened(lou, t)
    await lou.press(offers(t, Wish.EMOJIFY))
    await done(lou, t)
    await lou.press(t("writing-button-keep"))
    kept = await lou.wait_for(lambda m: m.words.startswith(t("writing-kept")))
    assert TEXT[t.language] in kept.words
    assert t("writing-kept-below") in kept.words
    await lou.settle()
    assert await count(app, "rewritings") == 0


@IN_ENGLISH
async def test_a_reply_with_nothing_but_the_wish_takes_the_words_it_answers(
    lou: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    words = await lou.say(f"/write {TEXT[t.language]}")
    await opened(lou, t)
    await lou.reply(words, {"en": "shorter", "fr": "plus court"}[t.language])
    answer = await done(lou, t)
    assert answer.words.startswith(offers(t))

    await lou.reply(words, {"en": "/write proofread", "fr": "/write corrige"}[t.language])
    answer = await lou.wait_for(
        lambda m: m.id > answer.id and t("writing-button-keep") in m.buttons
    )
    assert answer.words.startswith(offers(t, Wish.PROOFREAD))


@IN_FRENCH
async def test_plain_words_with_the_wish_before_a_colon(lou: Person, t: Texts) -> None:
    await welcomed(lou, t)
    said = {"en": "make this warmer: ", "fr": "plus chaleureux : "}[t.language]
    await lou.say(said + TEXT[t.language])
    answer = await done(lou, t)
    assert answer.words.startswith(offers(t, Wish.WARMER))


@IN_ENGLISH
async def test_a_forwarded_text_is_opened(lou: Person, sam: Person, t: Texts) -> None:
    await welcomed(lou, t)
    said = await sam.say_in(lou, TEXT["en"])
    await lou.forward(said)
    sheet = await opened(lou, t)
    assert TEXT["en"] in sheet.words


@IN_FRENCH
@pytest.mark.parametrize("text", ["🎉🎉", "2026", "…"])
async def test_without_words_there_is_nothing_to_change(lou: Person, t: Texts, text: str) -> None:
    await welcomed(lou, t)
    await lou.say(f"/write {text}")
    await lou.wait_for(t("writing-note-empty"))


@IN_ENGLISH
async def test_a_link_alone_stays_a_link(lou: Person, t: Texts) -> None:
    await welcomed(lou, t)
    await lou.say("/write https://example.org/a?b=c&d=e")
    await opened(lou, t)
    await lou.press(offers(t, Wish.REPHRASE))
    answer = await done(lou, t)
    assert t("writing-button-accept") not in answer.buttons
    assert t("writing-note-no-other-words") in answer.words


@IN_FRENCH
async def test_what_is_too_long_is_said_and_what_is_long_is_taken_whole(
    lou: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    await lou.say("/write " + "une phrase " * 300)
    await lou.wait_for(t("writing-note-too-long"))

    long = "Sam & Lou sont vraiment très contents <3. " * 68 + "à demain"
    await lou.say("/write " + long)
    await opened(lou, t)
    await lou.press(offers(t, Wish.PROFESSIONAL))
    answer = await done(lou, t)
    assert len(answer.words) <= 4096
    assert t("writing-button-accept") in answer.buttons
    await lou.press(t("writing-button-accept"))
    taken = await lou.wait_for(lambda m: m.id > answer.id and not m.buttons)
    assert taken.words.count("Sam & Lou") == 68
    assert "<3" in taken.words


@IN_ENGLISH
async def test_who_was_not_welcomed_is_asked_first(lou: Person, t: Texts) -> None:
    await lou.say("/write hello there my friend")
    first = await lou.wait_for()
    assert offers(t) not in first.buttons
