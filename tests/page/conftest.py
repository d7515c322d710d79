"""A real browser, a sandbox, and a visitor who sees the page as a person does."""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from playwright.async_api import (
    Browser,
    ConsoleMessage,
    Error,
    Page,
    ViewportSize,
    async_playwright,
)
from pytest_asyncio import fixture

from bot.sandbox.server import Sandbox
from tests.page.echo_bot import EchoBot
from tests.page.visitor import Visitor

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",  # the page is our own, and containers refuse the browser's own sandbox
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK: ViewportSize = {"width": 1280, "height": 800}
PATIENCE_MS = 60_000


@fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail(f"no browser on this machine: install one of {', '.join(NAMES)}")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        await browser.close()


@fixture(scope="session", loop_scope="session")
async def page(browser: Browser) -> Page:
    """One for all tests: a new window costs half a second, and every sandbox is its own origin."""
    context = await browser.new_context(
        reduced_motion="reduce", locale="en-GB", timezone_id="UTC", accept_downloads=True
    )
    page = await context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    return page


@fixture(loop_scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    """A served sandbox with what a newcomer finds: a person, a friend, a channel."""
    sandbox = Sandbox()
    sandbox.furnish()
    async with sandbox.serve():
        yield sandbox


@fixture(loop_scope="session")
async def echo(sandbox: Sandbox) -> AsyncIterator[EchoBot]:
    """The tests' own little bot, polling over real HTTP."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    bot = Bot(sandbox.bot_token, session=session)
    echo = EchoBot(bot)
    async with asyncio.TaskGroup() as group:
        group.create_task(echo.run())
        yield echo
        await echo.dispatcher.stop_polling()
    await session.close()


@contextlib.asynccontextmanager
async def seated(
    page: Page, sandbox: Sandbox, *, hands: type[Visitor] = Visitor
) -> AsyncIterator[Visitor]:
    """Somebody at a desk by day; whatever the browser complained about fails the test."""
    complaints: list[str] = []

    def heard(said: ConsoleMessage) -> None:
        if said.type == "error":
            complaints.append(said.text)

    def failed(error: Error) -> None:
        complaints.append(str(error))

    page.on("console", heard)
    page.on("pageerror", failed)
    await page.set_viewport_size(DESK)
    await page.emulate_media(color_scheme="light")
    await page.goto(sandbox.page_url)
    await page.wait_for_selector("html[data-ready]")
    yield hands(page)
    page.remove_listener("console", heard)
    page.remove_listener("pageerror", failed)
    await page.goto("about:blank")  # before its sandbox closes
    assert not complaints


@fixture(loop_scope="session")
async def visitor(page: Page, sandbox: Sandbox, echo: EchoBot) -> AsyncIterator[Visitor]:
    assert not echo.chosen
    async with seated(page, sandbox) as visitor:
        yield visitor
