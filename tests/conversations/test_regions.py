"""Where it is not open: a list, one message on the day; and what an operator may change."""

import re
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
from bot.sandbox.state import StoredMessage
from bot.telegram.origins import origin
from bot.texts import Texts
from handlers.doors import AskConsent
from handlers.welcome.deliver import tell_open
from storage.personal_data import Purpose
from tests.abuse.forged import handled
from tests.conversations.first_steps import (
    NOTICES,
    data_of,
    no,
    press_again,
    welcomed,
    yes,
)
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, count, give_two, owner_of, picture
from tests.sandbox.pictures import jpeg

LAUNCH = Purpose.INFORM_LAUNCH
TAGS = re.compile(r"<[^>]+>")


@pytest.fixture
def ada(sandbox: Sandbox, language: str) -> Person:
    """She runs this bot."""
    return sandbox.person("Ada", language_code=language)


@pytest.fixture
def changed_settings(ada: Person) -> dict[str, object]:
    return {"regions_file": "rollout-2025", "admins": frozenset({ada.id})}


async def in_brazil(lou: Person, t: Texts) -> StoredMessage:
    """Hello, a country that waits; returns the question whether to write once."""
    await lou.start()
    await lou.wait_for(t("welcome-hello", bot="Pépite").split("\n", maxsplit=1)[0])
    await lou.say(country_name("BR", t.language))
    return await lou.wait_for(lambda m: yes(t, LAUNCH) in m.buttons)


async def change(ada: Person, t: Texts, words: str) -> StoredMessage:
    await ada.say(f"/admin region {words}")
    await ada.wait_for(lambda m: t("operator-button-change") in m.buttons)
    await ada.press(t("operator-button-change"))
    return await ada.wait_for(lambda m: not m.buttons)


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


@pytest.mark.parametrize(
    ("language", "country", "has_faces", "may_learn"),
    [
        ("en", "US", False, True),
        ("fr", "CA", True, True),
        ("fr", "FR", True, False),
        ("en", "JP", True, False),
    ],
)
async def test_the_country_changes_what_is_asked(
    lou: Person, ada: Person, t: Texts, country: str, *, has_faces: bool, may_learn: bool
) -> None:
    if country in {"FR", "JP"}:
        await change(ada, t, f"{country} gallery live")
    said = await _welcomed_in(lou, t, country)

    await lou.say("/privacy")
    home = await lou.wait_for(lambda m: t("privacy-button-erase") in m.buttons)
    faces = {"name": t("privacy-name-face-boxes"), "why": t("privacy-why-face-boxes")}
    closed_line = TAGS.sub("", t("privacy-line-closed", **faces))
    assert (closed_line in home.words) is not has_faces
    await press_again(lou, AskConsent(purpose=Purpose.IMPROVE_CHOICES).pack(), said)
    answer = await lou.wait_for()
    is_asked = may_learn and NOTICES.current(Purpose.IMPROVE_CHOICES) is not None
    assert (answer.words == t("consent-closed")) is not is_asked


@IN_FRENCH
async def test_a_pause_keeps_what_was_given_and_says_so(
    lou: Person, ada: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await change(ada, t, "europe gallery live")
    await welcomed(lou, t)
    await give_two(lou, t)
    await change(ada, t, "europe gallery paused")
    before, calls = await count(app, "media"), len(sandbox.calls)

    paused = t("welcome-paused", bot="Pépite", country=country_name("FR", t.language))
    await lou.say("/gallery")  # what is one's own may be seen and forgotten all the same
    await lou.wait_for(lambda m: t("gallery-button-browse") in m.buttons)
    await lou.press(t("gallery-button-browse"))
    await lou.wait_for(lambda m: t("gallery-button-forget") in m.buttons)
    await lou.press(t("gallery-button-forget"))
    await lou.wait_for(lambda m: t("gallery-button-undo") in m.buttons)
    await lou.press(t("gallery-button-undo"))
    await lou.wait_for(t("gallery-undone", count=1))
    await lou.say("hello")
    await lou.wait_for(paused)
    await lou.send_photo(picture("cat"))
    await lou.wait_for(paused)
    await app.clock_moved()
    assert await count(app, "media") == before
    assert "getFile" not in {call.method for call in sandbox.calls[calls:]}

    await change(ada, t, "europe gallery live")
    await lou.say("/gallery")
    await lou.wait_for(lambda m: t("gallery-button-browse") in m.buttons)


@IN_ENGLISH
async def test_admin_shows_numbers_and_regions_and_changes_nothing_by_itself(
    lou: Person, ada: Person, t: Texts, app: App
) -> None:
    await in_brazil(lou, t)
    await lou.press(yes(t, LAUNCH))
    await lou.wait_for(t("consent-given-inform-launch"))

    await ada.say("/admin")
    house = await ada.wait_for(t("operator-waiting-elsewhere", count=1))
    assert "Lou" not in house.words
    assert str(lou.id) not in house.words
    assert country_name("BR", t.language) not in house.words  # one person: no country is named
    await ada.say("/admin region")
    listed = await ada.wait_for(t("operator-everywhere-else"))
    assert all(name in listed.words for name in ("us", "ca", "europe", "rest"))
    await ada.say("/admin region br gallery")
    await ada.wait_for("/admin region fr gallery live")
    await ada.say("/admin region br gallery live")
    asked = await ada.wait_for(t("operator-change-tells", count=1))
    data = data_of(asked, t("operator-button-change"))
    await ada.press(t("operator-button-keep"))
    await ada.wait_for(t("operator-kept"))
    assert await count(app, "stages") == 0

    await press_again(ada, data, asked)
    await ada.wait_for(lambda m: not m.buttons)
    await press_again(ada, data, asked)
    await ada.wait_for(t("operator-refused-changed-meanwhile"))
    assert await count(app, "stages") == 1


REFUSED = {
    "fr improve live": "not-assessed",
    "br improve live": "no-learning",
    "us improve_media live": "not-built",
    "us gallery live": "same",
    "us gallery notice": "no-notice",
    "fr improve waitlist": "no-list",
    "atlantis gallery live": "no-region",
}


@IN_FRENCH
async def test_what_may_not_be_is_refused_with_a_sentence(ada: Person, t: Texts, app: App) -> None:
    for words, why in REFUSED.items():
        where = words.split()[0]
        region = {"fr": "europe", "br": "rest"}.get(where, where)
        await ada.say(f"/admin region {words}")
        await ada.wait_for(t(f"operator-refused-{why}", region=region))
    assert await count(app, "stages") == 0


async def _welcomed_in(lou: Person, t: Texts, country: str) -> StoredMessage:
    await lou.start()
    await lou.wait_for()
    await lou.say(country_name(country, t.language))
    await lou.wait_for(t("welcome-year"))
    await lou.press("1990–1999")
    await lou.wait_for(t("welcome-year-exact"))
    await lou.press("1990")
    await lou.wait_for(lambda m: yes(t) in m.buttons)
    await lou.press(yes(t))
    return await lou.wait_for(t("consent-given-suggest-analyse"))


@IN_ENGLISH
async def test_whoever_gave_something_elsewhere_is_not_told_that_nothing_is_kept(
    lou: Person, t: Texts, app: App
) -> None:
    await _welcomed_in(lou, t, "US")
    await app.roles.registrar.declare_country(await owner_of(app, lou), "BR")

    await lou.start()
    said = await lou.wait_for(lambda m: yes(t, LAUNCH) in m.buttons)

    brazil = country_name("BR", t.language)
    assert said.words.startswith(t("welcome-not-open-now", bot="Pépite", country=brazil))
