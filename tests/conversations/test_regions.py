"""Where it is not open: a list, and one message on the day."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from bot.app import App
from bot.consent.countries import country_name
from bot.jobs.catalogue import Job, JobName
from bot.jobs.queue import MAX_FAILURES
from bot.sandbox.faults import Fault, Kind
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.telegram.origins import origin
from bot.texts import Texts
from handlers.welcome.deliver import tell_open
from tests.abuse.forged import handled
from tests.conversations.first_steps import (
    data_of,
    no,
    press_again,
    yes,
)
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, count, owner_of
from tests.conversations.waiting_steps import LAUNCH, ada, change, changed_settings, in_brazil
from tests.sandbox.pictures import jpeg

__all__ = ["ada", "changed_settings"]


def closed(t: Texts, country: str = "BR") -> str:
    named = country_name(country, t.language)
    return t("welcome-not-open", bot="Pépite", country=named)


async def test_where_it_is_not_open_it_says_so_and_asks_whether_to_write_once(
    lou: Person, t: Texts, sandbox: Sandbox, app: App
) -> None:
    question = await in_brazil(lou, t)

    assert question.words.startswith(closed(t))
    rows = question.wire["reply_markup"]["inline_keyboard"]
    assert [button["text"] for button in rows[0]] == [yes(t, LAUNCH), no(t, LAUNCH)]
    assert await count(app, "people WHERE age_band IS NOT NULL") == 0

    await lou.send_album([jpeg(40, 30 + number) for number in range(3)])
    await lou.wait_for(closed(t))
    await lou.settle()
    assert len([m for m in lou.from_bot if m.words.startswith(closed(t))]) == 2
    assert not [call for call in sandbox.calls if call.method == "getFile"]
    assert await count(app, "media") + await count(app, "albums") == 0


@IN_FRENCH
async def test_every_word_hears_the_same_but_ones_rights_and_the_language_go_on(
    lou: Person, t: Texts
) -> None:
    await in_brazil(lou, t)

    for words in ("/gallery", "/memories", "/help", "hello", "/start", "/unknown"):
        await lou.say(words)
        await lou.wait_for(closed(t))
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-erase") in m.buttons)
    await lou.say("/language")
    await lou.wait_for(t("welcome-language"))


@IN_ENGLISH
async def test_a_yes_is_noted_seen_by_start_and_taken_back_with_one_tap(
    lou: Person, t: Texts, app: App
) -> None:
    question = await in_brazil(lou, t)
    again = data_of(question, yes(t, LAUNCH))
    await lou.press(yes(t, LAUNCH))
    await lou.wait_for(t("consent-given-inform-launch"))
    await press_again(lou, again, question)
    assert await count(app, "waiting") == 1

    await lou.start()
    waits = await lou.wait_for(t("welcome-waiting"))
    off = data_of(waits, t("welcome-button-wait-no-more"))
    await lou.press(t("welcome-button-wait-no-more"))
    await lou.wait_for(t("welcome-waiting-ended"))
    await press_again(lou, off, waits)
    await lou.settle()

    assert await count(app, "waiting") == 0


@IN_FRENCH
async def test_privacy_has_a_switch_for_the_list_where_there_is_one(
    lou: Person, ada: Person, t: Texts, app: App
) -> None:
    await in_brazil(lou, t)
    await lou.press(yes(t, LAUNCH))
    await lou.wait_for(t("consent-given-inform-launch"))

    await lou.say("/privacy")
    home = await lou.wait_for(lambda m: t("privacy-button-off-inform-launch") in m.buttons)
    assert t("privacy-name-inform-launch") in home.words
    await lou.press(t("privacy-button-off-inform-launch"))
    await lou.wait_for(lambda m: t("consent-button-receipt") in m.buttons)
    assert await count(app, "waiting") == 0
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-on-inform-launch") in m.buttons)
    await lou.press(t("privacy-button-on-inform-launch"))
    await lou.wait_for(lambda m: yes(t, LAUNCH) in m.buttons)
    await lou.press(yes(t, LAUNCH))
    await lou.wait_for(t("consent-given-inform-launch"))
    assert await count(app, "waiting") == 1

    await change(ada, t, "br gallery live")
    await app.clock_moved()
    lou.mark()
    await lou.say("/privacy")
    home = await lou.wait_for(lambda m: t("privacy-button-erase") in m.buttons)
    assert t("privacy-name-inform-launch") not in home.words


@IN_FRENCH
async def test_a_no_is_not_asked_again_but_may_be_changed(lou: Person, t: Texts, app: App) -> None:
    await in_brazil(lou, t)
    await lou.press(no(t, LAUNCH))
    await lou.wait_for(t("consent-refused-inform-launch"))

    await lou.start()
    again = await lou.wait_for(closed(t))
    assert yes(t, LAUNCH) not in again.buttons
    await lou.press(t("welcome-button-wait"))
    await lou.wait_for(lambda m: yes(t, LAUNCH) in m.buttons)
    await lou.press(yes(t, LAUNCH))

    await lou.wait_for(t("consent-given-inform-launch"))
    assert await count(app, "waiting") == 1


@IN_FRENCH
async def test_the_day_it_opens_there_is_one_message_and_nothing_is_switched_on(
    lou: Person, ada: Person, t: Texts, app: App
) -> None:
    await in_brazil(lou, t)
    await lou.press(yes(t, LAUNCH))
    await lou.wait_for(t("consent-given-inform-launch"))

    lou.mark()
    await change(ada, t, "br gallery live")
    told = t("welcome-now-open", bot="Pépite", country=country_name("BR", t.language))
    await lou.wait_for(told)
    await app.clock_moved()

    assert [m.words for m in lou.from_bot].count(told) == 1
    assert await count(app, "waiting") == 0
    assert await count(app, "consents WHERE state = 'given'") == 0
    await lou.start()
    await lou.wait_for(t("welcome-year"))


@IN_ENGLISH
@pytest.mark.parametrize("kind", ["drop_after", "drop_before", "500", "429"])
async def test_at_most_one_message_whatever_the_wire_does(
    lou: Person, ada: Person, t: Texts, app: App, sandbox: Sandbox, *, kind: Kind
) -> None:
    await in_brazil(lou, t)
    await lou.press(yes(t, LAUNCH))
    await lou.wait_for(t("consent-given-inform-launch"))
    await ada.say("/admin region br gallery live")
    await ada.wait_for(lambda m: t("operator-button-change") in m.buttons)

    sandbox.faults.add(Fault("sendMessage", kind))
    await ada.press(t("operator-button-change"))
    await handled(app)
    await app.clock_moved()
    await app.clock_moved()

    told = t("welcome-now-open", bot="Pépite", country=country_name("BR", t.language))
    sure = {"drop_after": 1, "429": 1}
    assert [m.words for m in lou.from_bot].count(told) == sure.get(kind, 0)
    assert await count(app, "waiting") == 0


@IN_FRENCH
async def test_a_message_that_telegram_refuses_for_a_while_comes_an_hour_later(
    lou: Person, ada: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await in_brazil(lou, t)
    await lou.press(yes(t, LAUNCH))
    await lou.wait_for(t("consent-given-inform-launch"))
    await ada.say("/admin region br gallery live")
    await ada.wait_for(lambda m: t("operator-button-change") in m.buttons)

    sandbox.faults.add(Fault("sendMessage", "429", times=MAX_FAILURES, retry_after=601))
    await ada.press(t("operator-button-change"))
    await handled(app)
    for _ in range(MAX_FAILURES):
        sandbox.clock.move(timedelta(minutes=3))
        await app.clock_moved()
    told = t("welcome-now-open", bot="Pépite", country=country_name("BR", t.language))
    assert told not in [m.words for m in lou.from_bot]
    assert await count(app, "jobs WHERE state = 'failed'") == 1
    sandbox.clock.move(timedelta(hours=1))
    await app.clock_moved()

    assert [m.words for m in lou.from_bot].count(told) == 1
    assert await count(app, "waiting") == 0


@IN_FRENCH
async def test_killed_after_the_message_left_it_is_not_said_a_second_time(
    lou: Person, ada: Person, t: Texts, app: App
) -> None:
    """The first run of the job dies before it crosses the entry off; its second run does."""
    await in_brazil(lou, t)
    await lou.press(yes(t, LAUNCH))
    await lou.wait_for(t("consent-given-inform-launch"))
    owner, rollout = await owner_of(app, lou), app.roles.registrar.rollout
    async with app.storage.begin() as tx:
        await tx.regions.under_way(owner, is_posted=True)  # by the job below, and no other
    await change(ada, t, "br gallery live")
    job = Job(uuid4(), JobName.WELCOME_OPEN, owner, str(owner), 1, app.clock.now())

    with origin(f"job:{job.id}"):
        told = await rollout.due(owner, is_first_try=True)
        assert told
        text = t("welcome-now-open", bot="Pépite", country=country_name(told.country, "fr"))
        await app.bot.send_message(lou.id, text)
    with origin(f"job:{job.id}"):
        again = replace(job, attempt=2)
        await tell_open(again, bot=app.bot, registrar=app.roles.registrar, texts=app.texts)

    assert [m.words for m in lou.from_bot].count(text) == 1
    assert await count(app, "waiting") == 0


@IN_FRENCH
async def test_whoever_blocked_the_bot_is_off_the_list(
    lou: Person, ada: Person, t: Texts, app: App
) -> None:
    await in_brazil(lou, t)
    await lou.press(yes(t, LAUNCH))
    await lou.wait_for(t("consent-given-inform-launch"))
    await lou.block()

    await change(ada, t, "br gallery live")
    await app.clock_moved()

    assert await count(app, "waiting") == 0
