"""Reminders: agreed to, at the hour picked, in words first; opened, put off, never again."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import text

from bot.app import App
from bot.memories.zones import zones_of
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from handlers.doors import AskReminders
from handlers.memories.buttons import (
    Answer,
    HabitAct,
    OnHabit,
    OnNudge,
    SetHour,
    SetTimes,
    SetZone,
)
from storage.personal_data import Purpose
from tests.conversations.first_steps import data_of, press_again, welcomed, yes
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, collage_of, count, dated, file

NUDGES = Purpose.NUDGE_MEMORIES
HOUR = 18
DAY = timedelta(days=1)


async def three_photos(lou: Person, t: Texts, sandbox: Sandbox) -> StoredMessage:
    """Taken two years ago tomorrow, so that tomorrow is their day."""
    taken = (sandbox.clock.now() + DAY).replace(tzinfo=None)
    taken = taken.replace(year=taken.year - 2, day=min(taken.day, 28), hour=12, minute=0)
    names = ("cat", "coffee", "palace")
    await lou.send_album([file(f"{name}.jpg", dated(name, taken)) for name in names])
    return await collage_of(lou, t)


async def reminded(lou: Person, t: Texts, sandbox: Sandbox) -> StoredMessage:
    """Agreed, at six, once a week; the clock moves until the first one is here."""
    await welcomed(lou, t)
    await three_photos(lou, t, sandbox)
    await agree(lou, t)
    await lou.press(t("memories-button-hour", hour=HOUR))
    await lou.wait_for(t("memories-ask-times"))
    await lou.press(t("memories-button-times", count=1))
    await lou.wait_for(lambda m: t("memories-button-pause") in m.buttons)
    return await tomorrow(lou, t, sandbox)


async def agree(lou: Person, t: Texts) -> None:
    await lou.press(t("collage-button-remind"))
    await lou.wait_for(lambda m: yes(t, NUDGES) in m.buttons)
    await lou.press(yes(t, NUDGES))
    await lou.wait_for(lambda m: t("consent-button-reminders") in m.buttons)
    await lou.press(t("consent-button-reminders"))
    await lou.wait_for(t("memories-ask-hour"))


async def tomorrow(lou: Person, t: Texts, sandbox: Sandbox) -> StoredMessage:
    lou.mark()
    await sandbox.move_clock(DAY)
    return await lou.wait_for(lambda m: t("memories-button-not-today") in m.buttons)


@IN_FRENCH
async def test_a_reminder_comes_in_words_blurred_silent_and_opens_once(
    lou: Person, t: Texts, sandbox: Sandbox, app: App
) -> None:
    nudge = await reminded(lou, t, sandbox)

    assert nudge.has_spoiler
    assert nudge.is_silent
    assert nudge.wire["has_protected_content"]
    assert t("memories-number", number=1, most=1) in nudge.words
    local_hours = await _hours(app)
    assert local_hours == [HOUR]
    blurred = sandbox.download(nudge)
    opening = data_of(nudge, t("memories-button-open"))
    await lou.press(t("memories-button-why"))
    why = await lou.wait_for(t("memories-why"))
    assert t("memories-reason-on-this-day", value=2) in why.words

    await lou.press(t("memories-button-open"), nudge)
    opened = await lou.wait_for(lambda m: m.id == nudge.id)
    assert not opened.has_spoiler
    assert sandbox.download(opened) != blurred
    assert t("memories-opened", count=3) in opened.words
    pictures = sum(bool(message.photo) for message in lou.from_bot)
    await press_again(lou, opening, opened)
    await lou.settle()
    assert sum(bool(message.photo) for message in lou.from_bot) == pictures


@IN_ENGLISH
async def test_what_came_once_does_not_come_again(
    lou: Person, t: Texts, sandbox: Sandbox, app: App
) -> None:
    """Ten days later nothing else is good, so nothing is sent."""
    await reminded(lou, t, sandbox)
    before = len(lou.from_bot)

    await sandbox.move_clock(10 * DAY)

    assert len(lou.from_bot) == before
    assert await count(app, "nudges WHERE state = 'sent'") == 1


@IN_ENGLISH
async def test_not_today_may_come_back(lou: Person, t: Texts, sandbox: Sandbox, app: App) -> None:
    nudge = await reminded(lou, t, sandbox)
    data = data_of(nudge, t("memories-button-not-today"))

    await lou.press(t("memories-button-not-today"))
    await lou.wait_for(t("memories-not-today"))
    await press_again(lou, data, nudge)
    await lou.settle()

    assert nudge.words == t("memories-not-today")
    assert not nudge.buttons
    assert await count(app, "shown_media") == 0
    assert await count(app, "avoids") == 0


@IN_FRENCH
async def test_never_asks_whether_its_day_or_its_place_should_be_avoided_too(
    lou: Person, t: Texts, sandbox: Sandbox, app: App
) -> None:
    """Three photos, their one day and their one town; pressed twice, noted once."""
    nudge = await reminded(lou, t, sandbox)
    never = data_of(nudge, t("memories-button-never"))

    await lou.press(t("memories-button-never"))
    await lou.wait_for(t("memories-avoided-media", count=3))
    await press_again(lou, never, nudge)
    for one in ("day", "place"):
        data = data_of(nudge, t(f"memories-button-avoid-{one}", count=1))
        await lou.press(t(f"memories-button-avoid-{one}", count=1), nudge)
        await lou.wait_for(t(f"memories-avoided-{one}", count=1))
        await press_again(lou, data, nudge)
    await lou.settle()
    await lou.press(t("memories-button-that-is-all"), nudge)
    await lou.wait_for(t("memories-avoided-enough"))

    assert not nudge.buttons
    assert await count(app, "shown_media") == 3
    assert await count(app, "avoids") == 5


@IN_FRENCH
async def test_one_tap_stops_them_all_and_old_reminders_say_so(
    lou: Person, t: Texts, sandbox: Sandbox, app: App
) -> None:
    nudge = await reminded(lou, t, sandbox)
    every = [button["callback_data"] for row in nudge.rows for button in row]

    await lou.press(t("memories-button-stop"))
    await lou.wait_for(t("memories-stopped"))
    await sandbox.move_clock(10 * DAY)

    for table in ("cadences", "nudges", "shown_media"):
        assert await count(app, table) == 0
    assert await count(app, "jobs WHERE state = 'queued' AND name = 'memories.nudge'") == 0
    for data in every:
        await press_again(lou, data, nudge)
    await lou.wait_for(t("memories-off-already"))
    await lou.settle()
    assert t("error-unexpected") not in [message.words for message in lou.from_bot]


@IN_FRENCH
async def test_a_country_with_several_clocks_is_asked_for_the_right_one(
    lou: Person, t: Texts, sandbox: Sandbox, app: App
) -> None:
    await welcomed(lou, t, "US")
    await three_photos(lou, t, sandbox)
    await agree(lou, t)
    await lou.press(t("memories-button-hour", hour=9))
    await lou.wait_for(t("memories-ask-times"))
    await lou.press(t("memories-button-times", count=3))
    asked = await lou.wait_for(t("memories-ask-zone"))

    assert len(asked.buttons) == len(zones_of("US", sandbox.clock.now()))
    assert len(asked.buttons) > 3
    await lou.press(asked.buttons[1])
    await lou.wait_for(lambda m: t("memories-button-pause") in m.buttons)
    zone = zones_of("US", sandbox.clock.now())[1]
    assert await count(app, f"people WHERE zone = '{zone}'") == 1


@IN_ENGLISH
async def test_silence_for_a_month_and_the_habit_is_shown(
    lou: Person, t: Texts, sandbox: Sandbox, app: App
) -> None:
    nudge = await reminded(lou, t, sandbox)
    await lou.say("/memories")
    await lou.wait_for(lambda m: t("memories-button-pause") in m.buttons)
    await lou.press(t("memories-button-pause"))
    await lou.wait_for(lambda m: not m.buttons)
    await lou.press(t("memories-button-not-today"), nudge)
    before = len(lou.from_bot)

    await sandbox.move_clock(15 * DAY)

    assert len(lou.from_bot) == before
    assert await count(app, "cadences WHERE quiet_until IS NOT NULL") == 1


@IN_FRENCH
async def test_every_button_by_a_stranger_twice_changes_nothing(
    lou: Person, sam: Person, t: Texts, sandbox: Sandbox, app: App
) -> None:
    nudge = await reminded(lou, t, sandbox)
    named = OnNudge.unpack(data_of(nudge, t("memories-button-open"))).nudge
    every = [
        *(OnNudge(nudge=named, answer=one).pack() for one in Answer),
        *(OnHabit(act=one).pack() for one in HabitAct),
        SetHour(hour=99).pack(),
        SetTimes(hour=-5, times=99).pack(),
        SetZone(hour=18, times=0, zone=99).pack(),
        AskReminders().pack(),
    ]
    await welcomed(sam, t)

    for data in every:
        await press_again(sam, data, sam.last_message)
        await press_again(sam, data, sam.last_message)
    await sam.settle()

    assert await count(app, "nudges WHERE state = 'sent'") == 1
    assert await count(app, "avoids") == 0
    assert not any(message.photo for message in sam.from_bot)
    assert t("error-unexpected") not in [message.words for message in sam.from_bot]


async def _hours(app: App) -> list[int]:
    """At what hour in Paris the reminders left."""
    async with app.storage.read() as tx:
        rows = await tx.execute(text("SELECT sent_at FROM nudges WHERE sent_at IS NOT NULL"))
        moments = [datetime.fromisoformat(str(row.sent_at)) for row in rows]
    paris = ZoneInfo("Europe/Paris")
    return [moment.replace(tzinfo=UTC).astimezone(paris).hour for moment in moments]
