"""Write with AI in any chat: `@bot words` proposes every way that changes them."""

from bot.app import App
from bot.sandbox.person import Person
from bot.texts import Texts
from bot.writing.wishes import Wish
from tests.conversations.first_steps import welcomed
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, count

TEXT = {
    "en": "hey Sam, can u send me <b>5</b> photos & more? they was great",
    "fr": "salut Sam, tu peux m'envoyer <b>5</b> photos & plus ? elles étaient très belle",
}


async def test_every_way_that_changes_the_words_is_offered_and_sent_as_read(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    offer = await lou.inline(TEXT[t.language], sam)
    titles = [result["title"] for result in offer.results]
    assert t(f"writing-wish-{Wish.PROOFREAD}") in titles
    assert len({result["description"] for result in offer.results}) == len(titles) > 1

    sent = offer.choose(titles.index(t(f"writing-wish-{Wish.PROOFREAD}")), sam)
    assert "<b>5</b>" in sent.words
    assert "Sam" in sent.words
    assert not sent.entities
    assert await count(app, "rewritings") == 0
    assert await count(app, "outbound") == 0


@IN_FRENCH
async def test_too_little_or_nothing_to_change_is_said_by_a_button(
    lou: Person, sam: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    for text, label in (
        ("", "writing-inline-open"),
        ("ok", "writing-inline-open"),
        ("12345", "writing-inline-nothing"),
        ("どうもありがとう", "writing-inline-nothing"),
    ):
        offer = await lou.inline(text, sam)
        assert not offer.results
        assert offer.button
        assert offer.button["text"] == t(label)


@IN_ENGLISH
async def test_at_every_keystroke_the_last_query_is_answered(
    lou: Person, sam: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    typed = "can u send me the photos"
    offers = [await lou.inline(typed[:end], sam) for end in range(len(typed) - 6, len(typed) + 1)]
    assert offers[-1].results
