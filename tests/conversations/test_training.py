"""Training, asked apart: once, alone, after a share; kept with a yes, gone with one tap."""

from bot.app import App
from bot.collage.draft import Draft
from bot.sandbox.person import Person
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from handlers.doors import AnswerNotice
from handlers.privacy.buttons import SwitchOff
from storage.personal_data import Purpose
from tests.conversations.first_steps import (
    NOTICES,
    data_of,
    no,
    press_again,
    welcomed,
    yes,
)
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    collage_of,
    count,
    dated,
    file,
    owner_of,
    until,
)

CHOICES = Purpose.IMPROVE_CHOICES
PAIRS = (("cat", "coffee"), ("dahlia", "rocket"), ("palace", "motorcycle"), ("admiral", "nebula"))


async def an_album(lou: Person, t: Texts, pair: tuple[str, str]) -> StoredMessage:
    lou.mark()
    await lou.send_album([file(f"{name}.jpg", dated(name)) for name in pair])
    collage = await collage_of(lou, t)
    await lou.settle()
    return collage


async def share(lou: Person, sam: Person, t: Texts, collage: StoredMessage) -> None:
    """To a chat; the draft's own keyboard is back afterwards."""
    await lou.press(t("collage-button-share"), collage)
    there = await lou.wait_for(lambda m: t("sharing-button-chat") in m.buttons)
    button = there.button(t("sharing-button-chat"))
    assert button
    offer = await lou.inline(button["switch_inline_query_chosen_chat"]["query"], chat=sam)
    await lou.press(t("sharing-button-back"), there)
    lou.mark()
    offer.choose(0, sam)


def asks(t: Texts) -> str:
    return NOTICES.show(CHOICES, t.language).text


async def draft_of(app: App, lou: Person) -> Draft:
    """The last draft that was made."""
    owner = await owner_of(app, lou)
    collage = await app.roles.studio.shown_in(owner, lou.id, None)
    assert collage
    return await app.roles.studio.draft(owner, collage)


async def choose_and_share(lou: Person, sam: Person, t: Texts, app: App) -> int:
    """The second caption of an album, sent to a friend; how many rows that makes."""
    album = await an_album(lou, t, PAIRS[1])
    await lou.press(t("collage-button-word", number=2))
    await lou.wait_for(lambda m: t("collage-button-other-words") in m.buttons)
    await share(lou, sam, t, album)
    await lou.wait_for(t("sharing-done", count=2))
    kept = await count(app, "choices WHERE is_published")
    assert kept == await count(app, "choices") > 0
    return kept


async def switch_off(lou: Person, t: Texts, rows: int) -> StoredMessage:
    """The line says how many people there are so far; one tap, and it says what went."""
    await lou.say("/privacy")
    home = await lou.wait_for(t("privacy-name-improve-choices"))
    assert t("privacy-contributors", count=0, needed=50) in home.words
    await lou.press(t("privacy-button-off-improve-choices"))
    return await lou.wait_for(lambda m: str(rows) in m.words and "/privacy" in m.words)


@IN_ENGLISH
async def test_it_is_asked_once_after_the_first_share_and_kept_and_withdrawn(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t, "US")
    first = await an_album(lou, t, PAIRS[0])
    await lou.press(t("collage-button-word", number=2))
    await share(lou, sam, t, first)

    question = await lou.wait_for(asks(t))
    assert question.words == asks(t)  # alone in its message
    assert question.buttons == [yes(t, CHOICES), no(t, CHOICES), t("consent-button-details")]
    assert await count(app, "choices") == 0  # nothing from before the yes
    await lou.press(yes(t, CHOICES), question)
    await lou.wait_for(t("consent-given"))

    kept = await choose_and_share(lou, sam, t, app)
    assert await count(app, "choices WHERE is_public") == 0  # a chat is nobody else's business

    gone = await switch_off(lou, t, kept)
    assert await count(app, "choices") == 0
    await app.queue.idle()  # no clock was moved: the promise of 24 hours is kept at once
    assert await count(app, "jobs WHERE name = 'improve.rebuild' AND state = 'done'") > 0
    await press_again(lou, SwitchOff(purpose=CHOICES).pack(), gone)
    await lou.settle()

    third = await an_album(lou, t, PAIRS[2])
    await share(lou, sam, t, third)
    await lou.wait_for(t("sharing-done", count=2))
    await lou.settle()
    assert await count(app, "choices") == 0
    assert [m.words for m in lou.from_bot].count(asks(t)) == 0  # asked once; it became the answer


@IN_ENGLISH
async def test_a_no_keeps_nothing_and_is_not_asked_again(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t, "US")
    await share(lou, sam, t, await an_album(lou, t, PAIRS[0]))
    question = await lou.wait_for(asks(t))
    refuse = data_of(question, no(t, CHOICES))
    await lou.press(no(t, CHOICES), question)
    await lou.wait_for(t("consent-refused"))
    await press_again(lou, refuse, question)

    await share(lou, sam, t, await an_album(lou, t, PAIRS[1]))
    await lou.wait_for(t("sharing-done", count=2))
    await lou.settle()
    assert await count(app, "choices") == 0
    assert asks(t) not in [message.words for message in lou.from_bot]


@IN_FRENCH
async def test_who_lives_in_europe_is_not_asked_that_question(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    said = await welcomed(lou, t, "FR")
    await share(lou, sam, t, await an_album(lou, t, PAIRS[0]))
    await lou.wait_for(t("sharing-done", count=2))
    await lou.settle()
    await app.queue.idle()
    assert asks(t) not in [message.words for message in lou.from_bot]

    forged = AnswerNotice(purpose=CHOICES, version="1.0", yes=True).pack()
    await press_again(lou, forged, said)
    await lou.wait_for(t("consent-closed"))
    await an_album(lou, t, PAIRS[1])
    await lou.press(t("collage-button-word", number=2))
    assert await count(app, "choices") == 0


@IN_FRENCH
async def test_dark_three_times_and_the_next_album_begins_dark(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    dark = t("collage-button-theme", name=t("collage-theme-mosaic-dark"), star="no")
    for pair in PAIRS[:3]:
        await an_album(lou, t, pair)
        assert (await draft_of(app, lou)).plan.theme != "mosaic-dark"
        await lou.press(t("collage-button-change"))
        await lou.wait_for(lambda m: t("collage-button-themes") in m.buttons)
        await lou.press(t("collage-button-themes"))
        await lou.wait_for(lambda m: dark in m.buttons)
        await lou.press(dark)
        await lou.wait_for(lambda m: t("collage-button-share") in m.buttons)
        await lou.settle()

    await an_album(lou, t, PAIRS[3])
    assert (await draft_of(app, lou)).plan.theme == "mosaic-dark"

    await lou.say("/privacy")
    await lou.wait_for(t("privacy-title").removeprefix("<b>").removesuffix("</b>"))
    await lou.press(t("privacy-button-known"))
    known = await lou.wait_for(t("privacy-taste-theme-dark"))
    assert t("privacy-known-taste", likes=t("privacy-taste-theme-dark")) in known.words


@IN_ENGLISH
async def test_the_second_spirit_taken_again_and_again_comes_first(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    for pair in PAIRS[:2]:
        collage = await an_album(lou, t, pair)
        assert [one.phrase.split("-")[0] for one in (await draft_of(app, lou)).proposals] == [
            "plain",
            "warm",
            "playful",
        ]
        await lou.press(t("collage-button-word", number=2), collage)
        await lou.wait_for(lambda m: t("collage-button-other-words") in m.buttons)

    await an_album(lou, t, PAIRS[2])
    first, *_ = (await draft_of(app, lou)).proposals
    assert first.phrase.startswith("warm-")


@IN_ENGLISH
async def test_41_a_question_that_waits_is_not_put_to_who_answered_meanwhile(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    """Abuse case 41: the job asks again when it runs."""
    await welcomed(lou, t, "US")
    collage = await an_album(lou, t, PAIRS[0])
    owner = await owner_of(app, lou)
    await app.roles.registrar.refused(owner, CHOICES, "en")
    async with app.storage.begin() as tx:
        await tx.jobs.post("improve.ask", subject=owner, key=str(owner), purpose=CHOICES)
    await app.queue.idle()
    await share(lou, sam, t, collage)
    await lou.wait_for(t("sharing-done", count=2))
    await lou.settle()

    async def done() -> bool:
        return await count(app, "jobs WHERE name = 'improve.ask' AND state = 'queued'") == 0

    await until(done)
    assert asks(t) not in [message.words for message in lou.from_bot]
