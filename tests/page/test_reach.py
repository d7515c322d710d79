"""The page for everybody: the keyboard alone, a screen reader, a phone, a large print."""

import pytest
from playwright.async_api import ViewportSize, expect

from bot.sandbox.server import Sandbox
from tests.page.visitor import Visitor, friend_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

PHONE: ViewportSize = {"width": 390, "height": 844}
ENLARGED: ViewportSize = {
    "width": 320,
    "height": 256,
}  # what 1280 × 1024 becomes at 400 %

UNNAMED = """() => [...document.querySelectorAll("button, a, input, textarea, select")]
    .filter((one) => one.checkVisibility() && !one.closest("label"))
    .filter((one) => !(one.getAttribute("aria-label") ?? one.textContent).trim())
    .map((one) => one.outerHTML)"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


async def test_a_picture_is_made_changed_and_shared_by_the_keyboard_alone(
    visitor: Visitor, sandbox: Sandbox
) -> None:
    press = visitor.page.keyboard.press
    await press("Tab")
    assert await visitor.focused() == "Skip to writing"
    await press("Enter")
    await visitor.page.keyboard.type("/picture")
    await press("Enter")
    await visitor.sees("Beijing")

    await visitor.walks_to("Another layout", key="Shift+Tab")
    await press("Enter")
    await visitor.sees("Lyon")
    await visitor.walks_to("Share")
    await press("Enter")
    await visitor.walks_to(friend_of(sandbox), key="ArrowDown")
    await press("Enter")
    await expect(visitor.window.locator(".offer")).to_be_visible()
    await visitor.walks_to("Send “Beijing”")
    await press("Enter")

    await visitor.sees("For you: palace")


async def test_escape_closes_and_gives_the_focus_back(visitor: Visitor) -> None:
    laboratory = visitor.page.get_by_role("button", name="Laboratory")
    await laboratory.focus()
    await visitor.page.keyboard.press("Enter")
    await expect(visitor.window).to_be_visible()
    await visitor.page.keyboard.press("Escape")
    await expect(visitor.window).to_have_count(0)
    await expect(laboratory).to_be_focused()


async def test_the_focus_can_be_seen(visitor: Visitor) -> None:
    await visitor.page.keyboard.press("Tab")
    await visitor.page.keyboard.press("Tab")
    outline: str = await visitor.page.evaluate(
        "getComputedStyle(document.activeElement).outlineStyle"
    )
    assert outline == "solid"


async def test_everything_that_can_be_pressed_has_a_name(visitor: Visitor) -> None:
    for command in ("/start", "/picture", "/secret", "/album"):
        await visitor.says(command)
    await expect(visitor.log.locator(".grid")).to_be_visible()
    assert await visitor.page.evaluate(UNNAMED) == []
    await expect(visitor.log).to_have_attribute("aria-live", "polite")


async def test_nothing_runs_out_of_a_small_window(visitor: Visitor) -> None:
    await visitor.says("/start")
    await visitor.says("/picture")
    await visitor.sees("Beijing")
    for size in (PHONE, ENLARGED):
        await visitor.page.set_viewport_size(size)
        assert await visitor.page.evaluate(SIDEWAYS) <= 0
        await visitor.presses("Another layout")
        await visitor.sees("Lyon")
        await expect(visitor.entry).to_be_visible()
