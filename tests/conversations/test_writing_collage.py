"""The words of a collage: opened, rewritten, used; three others; what is gone."""

from bot.app import App
from bot.sandbox.person import Person
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from bot.writing.wishes import Wish
from tests.conversations.collage_steps import a_collage
from tests.conversations.first_steps import data_of, press_again
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, count
from tests.conversations.test_writing import TEXT, done, offers, opened


async def with_words(lou: Person, t: Texts, text: str) -> StoredMessage:
    collage = await a_collage(lou, t)
    await lou.press(t("collage-button-own-words"))
    await lou.wait_for(lambda m: "700" in m.words)
    await lou.say(text)
    await lou.wait_for(t("collage-words-set"))
    return collage


@IN_ENGLISH
async def test_the_words_of_a_collage_are_rewritten_and_used(
    lou: Person, t: Texts, app: App
) -> None:
    collage = await with_words(lou, t, TEXT[t.language])
    assert {t("collage-button-words"), t("collage-button-looks")} <= set(collage.buttons)
    await lou.press(t("collage-button-words"), collage)
    sheet = await opened(lou, t)
    assert sheet.wire["reply_to_message"]["message_id"] == collage.id
    assert TEXT[t.language] in sheet.words

    await lou.press(offers(t, Wish.PROFESSIONAL))
    await done(lou, t)
    await lou.press(t("writing-button-use"))
    await lou.wait_for(t("writing-used"))
    await app.queue.idle()
    assert TEXT[t.language] not in collage.words
    assert "Sam" in collage.words
    assert await count(app, "rewritings") == 0


@IN_FRENCH
async def test_a_reply_to_the_collage_with_a_wish_means_its_words(lou: Person, t: Texts) -> None:
    collage = await with_words(lou, t, TEXT["fr"])
    await lou.reply(collage, "plus chaleureux")
    answer = await done(lou, t)
    assert answer.words.startswith(offers(t, Wish.WARMER))
    assert t("writing-button-use") in answer.buttons


@IN_FRENCH
async def test_three_others_come_under_the_collage(lou: Person, t: Texts, app: App) -> None:
    collage = await a_collage(lou, t)
    before = collage.words
    await lou.press(t("collage-button-words"), collage)
    sheet = await opened(lou, t)
    old = data_of(collage, t("collage-button-words"))
    await lou.press(t("writing-button-others"))
    said = await lou.wait_for(lambda m: t("writing-others") in m.words)
    assert said.id == sheet.id
    await app.queue.idle()
    assert collage.words != before
    assert {"1", "2", "3"} <= set(collage.buttons)
    await lou.press(t("writing-button-leave"))
    await lou.wait_for(t("writing-kept-collage"))
    await press_again(lou, old, collage)
    await lou.wait_for(t("error-collage-changed"))


@IN_ENGLISH
async def test_words_for_a_collage_that_is_gone_stay_where_they_are(
    lou: Person, t: Texts, app: App
) -> None:
    collage = await with_words(lou, t, TEXT["en"])
    await lou.press(t("collage-button-words"), collage)
    await opened(lou, t)
    async with app.storage.begin() as tx:
        person = await tx.people.by_telegram_id(lou.id)
        assert person
        await tx.collage.drop_old(tx.now.replace(year=tx.now.year + 1))
    await lou.press(t("writing-button-use"))
    await lou.wait_for(t("error-collage-gone"))
    assert await count(app, "rewritings") == 1
    await lou.press(t("writing-button-others"))
    await lou.wait_for(lambda m: t("writing-others-none") in m.words)
