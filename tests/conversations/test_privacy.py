"""/privacy: one tap each, my copy, a pause, erasing everything; pressed twice and afterwards."""

import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from aiogram.filters.callback_data import CallbackData
from sqlalchemy import insert, text

from bot.app import App
from bot.consent.countries import country_name
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from handlers.doors import OpenPrivacy, ShowReceipt
from handlers.privacy import buttons
from storage.gallery import MEDIA, MediaKind, MediaRow, MediaState
from storage.people import PersonId
from storage.personal_data import Purpose
from tests.conversations.first_steps import data_of, press_again, welcomed, yes
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, give_two
from tests.sandbox.pictures import jpeg

ANALYSE_OFF = "privacy-button-off-suggest-analyse"


def switched(t: Texts) -> list[str]:
    """The buttons under what was just switched."""
    return [t("consent-button-receipt"), t("privacy-button-back")]


async def everything_kept_about(lou: Person, app: App) -> dict[str, int]:
    async with app.storage.read() as tx:
        person = await tx.people.by_telegram_id(lou.id)
        return dict(await tx.privacy.counts(person.id)) if person else {}


async def give_a_photo(lou: Person, app: App) -> PersonId:
    """A media as the gallery keeps it."""
    async with app.storage.read() as tx:
        person = await tx.people.by_telegram_id(lou.id)
    assert person is not None
    file = await app.storage.files.put(person.id, jpeg(40, 30))
    async with app.storage.begin() as tx:
        row = MediaRow(
            owner=person.id,
            kind=MediaKind.PHOTO,
            state=MediaState.KEPT,
            chat_id=lou.id,
            message_id=1,
            file=file,
            arrived_at=tx.now,
            last_used_at=tx.now,
        )
        await tx.execute(insert(MEDIA), row.model_dump())
        await tx.jobs.post(
            "memories.nudge",
            subject=person.id,
            key=str(person.id),
            purpose=Purpose.SUGGEST_ANALYSE,
            not_before=tx.now + timedelta(days=30),
        )
    return person.id


def traces_of(person: PersonId, folder: Path) -> list[str]:
    """Files that still name somebody, in any spelling of their id."""
    spellings = (person.bytes, person.hex.encode(), str(person).encode())
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(one in path.read_bytes() for one in spellings)]


async def privacy(lou: Person, t: Texts) -> StoredMessage:
    await lou.say("/privacy")
    return await lou.wait_for(lambda m: t("privacy-button-known") in m.buttons)


async def ask_to_erase(lou: Person, t: Texts) -> None:
    """As far as the question when."""
    await privacy(lou, t)
    await lou.press(t("privacy-button-erase"))
    await lou.wait_for(lambda m: t("privacy-button-erase-sure") in m.buttons)
    await lou.press(t("privacy-button-erase-sure"))
    await lou.wait_for(t("privacy-erase-when"))


async def erase(lou: Person, t: Texts) -> StoredMessage:
    await ask_to_erase(lou, t)
    await lou.press(t("privacy-button-erase-now"))
    return await lou.wait_for(lambda m: m.document is not None)


async def test_copy_and_erasure_stand_on_the_first_level(lou: Person, t: Texts) -> None:
    await welcomed(lou, t)

    home = await privacy(lou, t)

    assert {t("privacy-button-export"), t("privacy-button-erase")} <= set(home.buttons)
    assert t(ANALYSE_OFF) in home.buttons


@IN_ENGLISH
async def test_one_tap_withdraws_cancels_the_jobs_and_says_so(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await give_a_photo(lou, app)
    home = await privacy(lou, t)
    off = data_of(home, t(ANALYSE_OFF))

    await lou.press(t(ANALYSE_OFF))
    done = await lou.wait_for(lambda m: m.buttons == switched(t))

    assert "/gallery" in done.words
    async with app.storage.read() as tx:
        queued = "SELECT count(*) FROM jobs WHERE state = 'queued' AND name = 'memories.nudge'"
        assert (await tx.execute(text(queued))).scalar_one() == 0
    assert (await everything_kept_about(lou, app))["media"] == 1
    await press_again(lou, off, home)
    await lou.wait_for(t("privacy-stale"))


@IN_FRENCH
async def test_what_was_off_comes_back_through_its_question_or_one_tap(
    lou: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    await privacy(lou, t)
    await lou.press(t("privacy-button-off-places"))
    await lou.wait_for(lambda m: m.buttons == switched(t))
    await lou.press(t("privacy-button-back"))
    await lou.wait_for(lambda m: t("privacy-button-on-places") in m.buttons)
    await lou.press(t("privacy-button-on-places"))
    await lou.wait_for(t("privacy-on", name=t("privacy-name-places")))
    await lou.press(t("privacy-button-back"))
    await lou.wait_for(lambda m: t(ANALYSE_OFF) in m.buttons)
    await lou.press(t(ANALYSE_OFF))
    await lou.wait_for(lambda m: m.buttons == switched(t))
    await lou.press(t("privacy-button-back"))
    await lou.wait_for(lambda m: t("privacy-button-on-suggest-analyse") in m.buttons)

    await lou.press(t("privacy-button-on-suggest-analyse"))

    await lou.wait_for(lambda m: yes(t) in m.buttons)


@IN_ENGLISH
async def test_in_the_united_states_faces_are_off_and_nobody_can_switch_them_on(
    lou: Person, t: Texts
) -> None:
    said = await welcomed(lou, t, "US")
    home = await privacy(lou, t)

    assert t("privacy-button-off-face-boxes") not in home.buttons
    assert t("privacy-button-on-face-boxes") not in home.buttons
    await press_again(lou, buttons.SwitchOn(purpose=Purpose.FACE_BOXES).pack(), said)
    await lou.wait_for(t("privacy-stale"))


@IN_FRENCH
async def test_a_pause_keeps_everything_and_lets_nothing_happen(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await privacy(lou, t)
    await lou.press(t("privacy-button-pause"))
    await lou.wait_for(t("privacy-pause-done"))
    before = await everything_kept_about(lou, app)

    await lou.press(t("privacy-button-back"))
    await lou.wait_for(t("privacy-paused"))
    await lou.press(t("privacy-button-resume"))

    await lou.wait_for(t("privacy-resume-done"))
    assert await everything_kept_about(lou, app) == before


@IN_ENGLISH
async def test_what_is_known_and_where_it_went_are_told(lou: Person, t: Texts) -> None:
    await welcomed(lou, t)
    await privacy(lou, t)
    await lou.press(t("privacy-button-known"))

    known = await lou.wait_for(country_name("FR", t.language))
    assert known.buttons == [t("privacy-button-back")]
    await lou.press(t("privacy-button-back"))
    await lou.wait_for(lambda m: t("privacy-button-outbound") in m.buttons)
    await lou.press(t("privacy-button-outbound"))

    await lou.wait_for(lambda m: m.buttons == [t("privacy-button-back")])


async def test_what_was_seen_is_told_in_words_to_its_owner_alone(
    lou: Person, sam: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    await welcomed(sam, t)
    await give_two(lou, t)

    said = {}
    for person in (lou, sam):
        await privacy(person, t)
        await person.press(t("privacy-button-known"))
        known = await person.wait_for(t("privacy-known-rest"))
        said[person] = {line.partition(":")[0].strip() for line in known.words.splitlines()}
    seen = t("privacy-known-things", count=2, things="x").partition(":")[0].strip()
    assert seen in said[lou]
    assert seen not in said[sam]


@IN_FRENCH
async def test_my_copy_comes_as_a_file_that_opens_and_once_a_day(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    person = await give_a_photo(lou, app)
    await _ask_for_the_copy(lou, t)

    sent = await lou.wait_for(lambda m: m.document is not None)

    with zipfile.ZipFile(io.BytesIO(sandbox.download(sent))) as opened:
        names = {name.split("/", 1)[1]: name for name in opened.namelist()}
        manifest = json.loads(opened.read(names["manifest.json"]))
    assert {"README.html", "LISEZMOI.html", "profile.json"} <= set(names)
    assert manifest["counts"]["media"] == 1
    assert str(person) not in "".join(names)
    await privacy(lou, t)
    await lou.press(t("privacy-button-export"))
    await lou.wait_for(t("privacy-export-ask"))
    await lou.press(t("privacy-button-export-make"))
    again = await lou.wait_for()
    assert again.words.startswith(t("privacy-export-too-soon", time="").split(":")[0][:12])


async def test_erasing_leaves_nothing_and_the_certificate_says_what_went(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    person = await give_a_photo(lou, app)

    goodbye = await erase(lou, t)
    certificate = json.loads(sandbox.download(goodbye))
    await _until_gone(lou, app)
    await lou.settle()

    assert certificate["rows_by_table"]["media"] == 1
    assert not [path for path in (app.settings.home / "files").rglob("*") if path.is_file()]
    assert [message.id for message in lou.from_bot] == [goodbye.id]
    assert traces_of(person, app.settings.home) == []


@IN_FRENCH
async def test_whoever_was_erased_starts_afresh(lou: Person, t: Texts, app: App) -> None:
    await welcomed(lou, t)
    await erase(lou, t)
    await _until_gone(lou, app)

    await lou.start()

    await lou.wait_for(t("welcome-hello", bot="Pépite"))


EVERY_BUTTON: tuple[CallbackData, ...] = (
    OpenPrivacy(),
    buttons.SwitchOff(purpose=Purpose.PLACES),
    buttons.SwitchOn(purpose=Purpose.PLACES),
    buttons.ShowKnown(),
    buttons.ShowOutbound(),
    buttons.ListReceipts(),
    buttons.SendProof(),
    ShowReceipt(purpose=Purpose.SUGGEST_ANALYSE),
    buttons.Pause(),
    buttons.Resume(),
    buttons.AskCopy(),
    buttons.MakeCopy(),
    buttons.CancelCopy(),
    buttons.AskErasure(),
    buttons.ConfirmErasure(),
    buttons.EraseLater(),
    buttons.KeepEverything(),
)


@IN_ENGLISH
@pytest.mark.parametrize("half", [EVERY_BUTTON[:8], EVERY_BUTTON[8:]], ids=["look", "leave"])
async def test_every_button_pressed_twice_does_what_it_says_and_breaks_nothing(
    lou: Person, t: Texts, app: App, half: tuple[CallbackData, ...]
) -> None:
    """In two halves: nobody taps thirty times a second, and the throttle knows."""
    said = await welcomed(lou, t)
    await give_a_photo(lou, app)

    for data in half:
        await press_again(lou, data.pack(), said)
        await press_again(lou, data.pack(), said)
    await lou.settle()

    assert t("error-unexpected") not in [message.words for message in lou.from_bot]
    assert (await everything_kept_about(lou, app))["media"] == 1


@IN_FRENCH
async def test_a_stranger_who_presses_every_button_changes_nothing_of_mine(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    """The stranger never saw them: a custom client sends what it likes."""
    await welcomed(lou, t)
    await give_a_photo(lou, app)
    before = await everything_kept_about(lou, app)
    await sam.start()
    own = await sam.wait_for()

    for data in (*EVERY_BUTTON, buttons.EraseNow()):
        await press_again(sam, data.pack(), own)
    await sam.settle()

    assert await everything_kept_about(lou, app) == before
    assert t("error-unexpected") not in [message.words for message in sam.from_bot]


@IN_ENGLISH
async def test_the_country_changes_from_here_and_what_it_forbids_goes(
    lou: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    await privacy(lou, t)
    await lou.press(t("privacy-button-country"))
    await lou.wait_for(t("welcome-country"))
    await lou.press(country_name("US", t.language))
    await lou.wait_for(t("welcome-country-kept", country=country_name("US", t.language)))

    home = await privacy(lou, t)

    assert t("privacy-button-off-face-boxes") not in home.buttons
    assert t("privacy-button-off-suggest-analyse") in home.buttons


@IN_ENGLISH
async def test_a_pause_before_the_welcome_is_over_can_be_ended(lou: Person, t: Texts) -> None:
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-pause") in m.buttons)
    await lou.press(t("privacy-button-pause"))
    await lou.wait_for(t("privacy-pause-done"))
    await lou.start()
    await lou.wait_for(t("welcome-frozen"))
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-resume") in m.buttons)
    await lou.press(t("privacy-button-resume"))
    await lou.wait_for(t("privacy-resume-done"))

    await lou.start()

    await lou.wait_for(t("welcome-hello", bot="Pépite"))


@IN_FRENCH
async def test_every_button_after_the_erasure_finds_nobody(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    home = await privacy(lou, t)
    old = [
        button["callback_data"]
        for row in home.wire["reply_markup"]["inline_keyboard"]
        for button in row
    ]
    await erase(lou, t)
    await _until_gone(lou, app)

    for data in old:
        await press_again(lou, data, home)
    await lou.settle()

    assert t("error-unexpected") not in [message.words for message in lou.from_bot]
    assert "media" not in await everything_kept_about(lou, app)


@IN_ENGLISH
async def test_in_seven_days_stops_now_can_be_called_off_and_then_comes_true(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    await give_a_photo(lou, app)
    await _erase_later(lou, t)
    await lou.press(t("privacy-button-back"))
    await lou.wait_for(lambda m: t("privacy-button-erase-keep") in m.buttons)
    await lou.press(t("privacy-button-erase-keep"))
    await lou.wait_for(t("privacy-erase-kept"))
    await sandbox.move_clock(timedelta(days=8))
    assert (await everything_kept_about(lou, app))["media"] == 1

    await _erase_later(lou, t)
    await sandbox.move_clock(timedelta(days=8))

    await lou.wait_for(lambda m: m.document is not None)
    await _until_gone(lou, app)


async def _erase_later(lou: Person, t: Texts) -> None:
    await ask_to_erase(lou, t)
    await lou.press(t("privacy-button-erase-later"))
    await lou.wait_for(lambda m: m.buttons == [t("privacy-button-back")])


async def _ask_for_the_copy(lou: Person, t: Texts) -> None:
    await privacy(lou, t)
    await lou.press(t("privacy-button-export"))
    await lou.wait_for(t("privacy-export-ask"))
    await lou.press(t("privacy-button-export-make"))


async def _until_gone(lou: Person, app: App) -> None:
    """The erasure ends a moment after its certificate."""
    for _ in range(100):
        async with app.storage.read() as tx:
            if await tx.people.by_telegram_id(lou.id) is None:
                return
        await lou.settle(quiet=0.05)
    raise AssertionError("still there")
