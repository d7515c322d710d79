"""Write with AI through an endpoint: asked first, streamed, stopped, and each way it fails."""

from bot.app import App
from bot.sandbox.endpoint import StandIn, Trouble
from bot.sandbox.person import Person
from bot.texts import Texts
from bot.writing.wishes import Wish
from storage.personal_data import Purpose
from tests.conversations.chatting import app, stand_in
from tests.conversations.first_steps import welcomed
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, collage_of, count, dated, file
from tests.conversations.test_stopping import preview
from tests.conversations.test_writing import done, offers, opened

__all__ = ["app", "stand_in"]

TEXT = {"en": "See you at nine, by the sea.", "fr": "On se voit à neuf heures, près de la mer."}
WHY = {
    Trouble.TOO_MANY: "busy",
    Trouble.BROKEN: "broken",
    Trouble.JUNK: "broken",
    Trouble.HALF: "broken",
    Trouble.DIES_MIDWAY: "broken",
    Trouble.REFUSES: "refused",
}


def label_of_yes(app: App, t: Texts) -> str:
    notices = app.roles.registrar.notices
    return notices.show(Purpose.SUGGEST_EXTERNAL_AI, t.language, most=1, quiet="").yes


async def agreed(lou: Person, t: Texts, app: App) -> None:
    """By the button under what was done here; the same wish goes on by itself."""
    await lou.say(f"/write {TEXT[t.language]}")
    await opened(lou, t)
    await lou.press(offers(t, Wish.WARMER))
    here = await done(lou, t)
    assert t("writing-by-rules") in here.words
    await lou.press(t("writing-button-host", host=app.roles.remote.host))
    await lou.wait_for(lambda m: label_of_yes(app, t) in m.buttons)
    await lou.press(label_of_yes(app, t))


@IN_FRENCH
async def test_a_yes_leads_back_to_the_same_words(
    lou: Person, t: Texts, app: App, stand_in: StandIn
) -> None:
    await welcomed(lou, t)
    await agreed(lou, t, app)
    answer = await done(lou, t)
    host = str(app.roles.remote.host)
    assert t("writing-by-host", host=host) in answer.words
    assert answer.words.startswith(offers(t, Wish.WARMER))
    assert t("writing-button-host", host=host) not in answer.buttons
    assert stand_in.seen[-1].body["messages"][-1]["content"] == TEXT[t.language]
    await lou.settle()
    assert not [m for m in lou.from_bot if t("writing-working") in m.words]

    await lou.press(t("writing-button-accept"))
    await lou.wait_for(lambda m: t("writing-button-copy") in m.buttons)
    assert await count(app, "outbound") == 1


@IN_FRENCH
async def test_whatever_goes_wrong_it_is_done_here_with_a_word_why(
    lou: Person, t: Texts, app: App, stand_in: StandIn
) -> None:
    await welcomed(lou, t)
    await agreed(lou, t, app)
    await done(lou, t)
    for trouble, why in WHY.items():
        stand_in.trouble = trouble
        await lou.press(t("writing-button-again"))
        answer = await done(lou, t)
        assert t(f"remote-why-{why}", host=app.roles.remote.host) in answer.words
        assert t("writing-by-rules") not in answer.words

        stand_in.trouble = None  # once well again, it is no longer spared
        await lou.press(t("writing-button-again"))
        await done(lou, t)


@IN_ENGLISH
async def test_a_stop_leaves_the_words_as_they_were(
    lou: Person, t: Texts, app: App, stand_in: StandIn
) -> None:
    await welcomed(lou, t)
    stand_in.trouble = Trouble.STALLS
    await agreed(lou, t, app)
    assert (await preview(lou)).can_stop
    await lou.stop_generation()
    answer = await done(lou, t)
    assert t("writing-stopped") in answer.words
    assert TEXT["en"] in answer.words
    assert t("writing-button-accept") not in answer.buttons


@IN_ENGLISH
async def test_three_others_by_somebody_who_sees_the_collage(
    lou: Person, t: Texts, app: App, stand_in: StandIn
) -> None:
    await welcomed(lou, t)
    await lou.send_album([file("a.jpg", dated("cat")), file("b.jpg", dated("coffee"))])
    collage = await collage_of(lou, t)
    await agreed(lou, t, app)
    await done(lou, t)
    before = collage.words

    await lou.press(t("collage-button-words"), collage)
    await opened(lou, t)
    await lou.press(t("writing-button-others"))
    said = await lou.wait_for(lambda m: t("writing-others") in m.words)
    assert t("writing-by-host", host=app.roles.remote.host) in said.words
    await app.queue.idle()
    assert collage.words != before
    assert len(stand_in.seen[-1].pictures) == 1
    stand_in.trouble = Trouble.BROKEN
    await lou.press(t("writing-button-others"))
    said = await lou.wait_for(lambda m: t("writing-others") in m.words)
    assert t("remote-why-broken", host=app.roles.remote.host) in said.words


@IN_FRENCH
async def test_other_captions_are_read_while_they_are_written_and_can_be_stopped(
    lou: Person, t: Texts, app: App, stand_in: StandIn
) -> None:
    await welcomed(lou, t)
    await lou.send_album([file("a.jpg", dated("cat")), file("b.jpg", dated("coffee"))])
    collage = await collage_of(lou, t)
    await agreed(lou, t, app)
    await done(lou, t)
    await lou.press(t("collage-button-words"), collage)
    await opened(lou, t)
    there, stand_in.trouble = collage.words, Trouble.STALLS
    await lou.press(t("writing-button-others"))
    shown = await preview(lou)
    assert shown.can_stop
    assert "{" not in shown.text
    await lou.stop_generation()
    await lou.wait_for(lambda m: t("writing-stopped") in m.words)
    await app.queue.idle()
    assert collage.words == there
