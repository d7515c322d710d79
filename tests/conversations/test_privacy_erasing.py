"""Erasing everything, now or in seven days; every button pressed twice, by others, and after."""

import json
from datetime import timedelta

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.app import App
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from handlers.doors import OpenPrivacy, ShowReceipt
from handlers.privacy import buttons
from storage.personal_data import Purpose
from tests.conversations.first_steps import press_again, welcomed
from tests.conversations.given import IN_ENGLISH, IN_FRENCH
from tests.conversations.privacy_steps import (
    ask_to_erase,
    erase,
    everything_kept_about,
    give_a_photo,
    privacy,
    traces_of,
    until_gone,
)


@IN_FRENCH
async def test_erasing_leaves_nothing_and_the_certificate_says_what_went(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    person = await give_a_photo(lou, app)

    goodbye = await erase(lou, t)
    certificate = json.loads(sandbox.download(goodbye))
    await until_gone(lou, app)
    await lou.settle()

    assert certificate["rows_by_table"]["media"] == 1
    assert not [path for path in (app.settings.home / "files").rglob("*") if path.is_file()]
    assert [message.id for message in lou.from_bot] == [goodbye.id]
    assert traces_of(person, app.settings.home) == []


@IN_FRENCH
async def test_whoever_was_erased_starts_afresh(lou: Person, t: Texts, app: App) -> None:
    await welcomed(lou, t)
    await erase(lou, t)
    await until_gone(lou, app)

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
    await until_gone(lou, app)

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
    await until_gone(lou, app)


async def _erase_later(lou: Person, t: Texts) -> None:
    await ask_to_erase(lou, t)
    await lou.press(t("privacy-button-erase-later"))
    await lou.wait_for(lambda m: m.buttons == [t("privacy-button-back")])
