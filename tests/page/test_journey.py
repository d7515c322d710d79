"""A newcomer's whole walk on the page, with the real bot: album, collage, share, reminders."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect
from pytest_asyncio import fixture

from bot.app import App, open_app
from bot.consent.countries import country_name
from bot.sandbox.server import Sandbox
from bot.settings import read_settings
from bot.telegram.pace import Pace, Pacer
from bot.texts import Language, Texts
from storage.personal_data import Purpose
from tests.conversations.first_steps import yes
from tests.page.conftest import seated
from tests.page.visitor import Visitor, friend_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

LONG_MS = 60_000  # fifteen pictures are looked at and a page is painted
SWIFT = Pace(rate=1000, burst=100)  # the sandbox has no limits of its own
BIRTH_YEAR = 1990
HOUR = 18


@fixture(loop_scope="session")
async def app(sandbox: Sandbox, tmp_path: Path) -> AsyncIterator[App]:
    """The bot as the demo runs it, beside the sandbox and on its clock."""
    settings = read_settings(
        bot_token=sandbox.bot_token,
        telegram_api=sandbox.url,
        home=tmp_path / "data",
        key_file=tmp_path / "key",
        operator="somebody",
    )
    async with open_app(settings, sandbox.clock, pacer=Pacer(SWIFT, SWIFT)) as opened:
        sandbox.on_move(opened.clock_moved, opened.next_due)
        until = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(opened.run(until))
            yield opened
            until.set()


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_from_the_first_word_to_the_hour_of_reminders(
    browser: Browser, sandbox: Sandbox, app: App, language: Language
) -> None:
    t = app.texts[language]
    async with seated(browser, sandbox) as visitor:
        await visitor.page.locator(f"[data-language={language}]").click()
        await agree(visitor, t)
        await make_a_collage(visitor, app, t)
        await share_it(visitor, t, friend_of(sandbox))
        await be_reminded(visitor, t)


async def agree(visitor: Visitor, t: Texts) -> None:
    """The country, the year, and yes."""
    await visitor.page.locator(".start").click()
    await visitor.presses(country_name("FR", t.language))
    await visitor.presses(f"{BIRTH_YEAR}–{BIRTH_YEAR + 9}")
    await visitor.presses(str(BIRTH_YEAR))
    await visitor.presses(yes(t))


async def make_a_collage(visitor: Visitor, app: App, t: Texts) -> None:
    """One click sends the album; another changes the layout in its place."""
    await visitor.page.locator("#sample-album").click()
    another = visitor.page.get_by_role("button", name=t("collage-button-layout"))
    collage = visitor.log.locator("article").filter(has=another).last
    await expect(collage).to_be_visible(timeout=LONG_MS)
    await visitor.sees(t("gallery-kept-films", count=1))
    await app.queue.idle()  # the second half of the album has joined the page
    picture = collage.locator("img").first
    before = await picture.get_attribute("src")
    await collage.get_by_role("button", name=t("collage-button-layout")).click()
    await expect(picture).not_to_have_attribute("src", before or "", timeout=LONG_MS)


async def share_it(visitor: Visitor, t: Texts, friend: str) -> None:
    """Through the picker, as Telegram does; then the shelf knows."""
    await visitor.presses(t("collage-button-share"))
    await visitor.window.get_by_role("button", name=friend).click()
    await visitor.window.locator(".offer").first.click()
    await expect(visitor.page.locator("#head-title")).to_have_text(friend)
    await expect(visitor.last.locator("img")).to_be_visible()
    await visitor.goes_to("Pépite")
    await visitor.sees(t("sharing-done", count=2).split(".", maxsplit=1)[0])


async def be_reminded(visitor: Visitor, t: Texts) -> None:
    """The consent, the hour, how many a week."""
    await visitor.presses(t("collage-button-remind"))
    await visitor.presses(yes(t, Purpose.NUDGE_MEMORIES))
    await visitor.presses("/memories")
    await visitor.presses(t("memories-button-hour", hour=HOUR))
    await visitor.presses(t("memories-button-times", count=1))
    await visitor.sees(t("memories-button-pause"))
