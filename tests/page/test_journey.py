"""A newcomer's whole walk on the page, with the real bot: album, collage, share, reminder."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, expect
from pytest_asyncio import fixture

from bot.app import App
from bot.cli.demonstrating import SWIFT, demonstration
from bot.consent.countries import country_name
from bot.sandbox.server import Sandbox
from bot.telegram.pace import Pacer
from bot.texts import Texts
from storage.personal_data import Purpose
from tests.conversations.first_steps import yes
from tests.page.conftest import seated
from tests.page.visitor import Visitor, VisitorWithoutMouse, friend_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

LONG_MS = 60_000  # thirteen pictures are looked at and a page is painted
BIRTH_YEAR = 1990
HOUR = 18
CHANNEL = "Lou & co"

Demo = tuple[Sandbox, App]


@fixture(loop_scope="session")
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    """Bot and sandbox as `make demo` runs them."""
    async with demonstration(0, tmp_path, Pacer(SWIFT, SWIFT)) as (sandbox, app):
        sandbox.furnish()
        until = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(app.run(until))
            yield sandbox, app
            until.set()


async def test_from_the_first_word_to_a_reminder_by_the_keyboard_alone(
    page: Page, demo: Demo
) -> None:
    """In French; what a mouse does differently is proven press by press elsewhere."""
    sandbox, app = demo
    t = app.texts["fr"]
    async with seated(page, sandbox, hands=VisitorWithoutMouse) as visitor:
        await visitor.speaks("fr")
        await agree(visitor, t)
        await make_a_collage(visitor, app, t)
        await share_it(visitor, t, friend_of(sandbox))
        await post_it(visitor, t)
        await make_it_a_story(visitor, t)
        await visitor.presses(t("sharing-button-back"))
        await ask_for_reminders(visitor, t)
        await be_reminded(visitor, t)


async def agree(visitor: Visitor, t: Texts) -> None:
    """The country, the year, and yes."""
    await visitor.presses(visitor.page.locator(".start"))
    await visitor.presses(country_name("FR", t.language))
    await visitor.presses(f"{BIRTH_YEAR}–{BIRTH_YEAR + 9}")
    await visitor.presses(str(BIRTH_YEAR))
    await visitor.presses(yes(t))
    await visitor.sees(first_line(t("consent-given-suggest-analyse")))


async def make_a_collage(visitor: Visitor, app: App, t: Texts) -> None:
    """One click sends the album; another changes the layout in its place."""
    await visitor.presses(visitor.page.locator("#sample-album"))
    await expect(visitor.log.locator(".row.mine .file")).to_have_count(13, timeout=LONG_MS)
    another = t("collage-button-layout")
    collage = visitor.message_with(another)
    await expect(collage).to_be_visible(timeout=LONG_MS)
    await visitor.sees(t("gallery-kept-films", count=1))
    await app.queue.idle()  # the second half of the album has joined the page

    picture = collage.locator("img").first
    before = await picture.get_attribute("src")
    await visitor.presses(another)
    await expect(picture).not_to_have_attribute("src", before or "", timeout=LONG_MS)


async def share_it(visitor: Visitor, t: Texts, friend: str) -> None:
    """Through the picker, as Telegram does; then the shelf knows."""
    await visitor.presses(t("collage-button-share"))
    await visitor.presses(t("sharing-button-chat"))
    await visitor.presses(visitor.window.get_by_role("button", name=friend))
    await visitor.presses(visitor.window.locator(".offer").first)
    await expect(visitor.page.locator("#head-title")).to_have_text(friend)
    await expect(visitor.last.locator("img")).to_be_visible()
    await visitor.goes_to("Pépite")
    await visitor.sees(t("sharing-done", count=2).split(".", maxsplit=1)[0])


async def post_it(visitor: Visitor, t: Texts) -> None:
    """A channel is linked from Telegram's own list; the post stands in its pane."""
    await visitor.presses(t("sharing-button-link"))
    choose = t("sharing-button-choose-channel")
    await visitor.presses(visitor.page.get_by_role("button", name=choose))
    await visitor.presses(visitor.window.get_by_role("listitem").get_by_role("button").first)
    await visitor.presses(t("sharing-button-channel", title=CHANNEL))
    await visitor.presses(t("sharing-button-post"))
    await visitor.sees(t("sharing-posted", title=CHANNEL))
    await visitor.goes_to(CHANNEL)
    await expect(visitor.last.locator("img")).to_be_visible()
    await visitor.sees(t("sharing-label-collage"))
    await visitor.goes_to("Pépite")


async def make_it_a_story(visitor: Visitor, t: Texts) -> None:
    """Connected beside the tray; the Story is in it, as high as a phone, with its time left."""
    await visitor.presses(visitor.page.locator("#story-connection"))
    await visitor.sees(t("sharing-story-connected"))
    await visitor.presses(t("sharing-button-story"))
    await visitor.presses(t("sharing-button-hours", count=24))
    await visitor.presses(t("sharing-button-post-story"))
    await visitor.sees(t("sharing-posted-story", hours=24))
    ring = visitor.page.locator(".ring")
    await expect(ring).to_contain_text("24")
    await visitor.presses(ring)
    await expect(visitor.window.locator("img")).to_be_visible()
    await visitor.page.keyboard.press("Escape")


async def ask_for_reminders(visitor: Visitor, t: Texts) -> None:
    """The consent, the hour, how many."""
    await visitor.presses(t("collage-button-remind"))
    await visitor.presses(yes(t, Purpose.NUDGE_MEMORIES))
    await visitor.presses(t("consent-button-reminders"))
    await visitor.presses(t("memories-button-hour", hour=HOUR))
    await visitor.presses(t("memories-button-times", count=1))
    await visitor.sees(t("memories-button-pause"))


async def be_reminded(visitor: Visitor, t: Texts) -> None:
    """The next day: words and a blurred picture; why; and the memory itself."""
    await visitor.presses(visitor.page.locator("[data-ahead-days='1']"))
    reminder = visitor.message_with(t("memories-button-not-today"))
    blurred = reminder.locator(".hidden-media")
    await expect(blurred).to_be_visible(timeout=LONG_MS)

    await visitor.presses(t("memories-button-why"))
    await visitor.sees(t("memories-why"))
    await visitor.presses(t("memories-button-open"))
    await expect(blurred).to_have_count(0, timeout=LONG_MS)


def first_line(text: str) -> str:
    return text.strip().split("\n", maxsplit=1)[0]
