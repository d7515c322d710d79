"""The objection page in a browser: without script, by keyboard, large, in the dark, on a phone."""

import pytest
from playwright.async_api import Browser, Page, ViewportSize
from pytest_asyncio import fixture

from bot.texts import LANGUAGES, Language
from tests.abuse.site import Site, site

__all__ = ["site"]

pytestmark = pytest.mark.asyncio(loop_scope="session")  # the browser's own
PHONE: ViewportSize = {"width": 390, "height": 844}
AT_400_PERCENT: ViewportSize = {
    "width": 320,
    "height": 256,
}  # of 1280 × 1024, as WCAG 1.4.10 has it
LEAST_CONTRAST = 4.5
TARGET = 44  # pixels
CONTRASTS = """() => {
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const colour = css => css.match(/[\\d.]+/g).map(Number);
  const ground = el => {
    for (let at = el; at; at = at.parentElement) {
      const c = colour(getComputedStyle(at).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const told = [...document.querySelectorAll('main *')].filter(el =>
    [...el.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
  return told.map(el => {
    const [a, b] = [light(colour(getComputedStyle(el).color)), light(ground(el))];
    return [el.tagName, (Math.max(a, b) + .05) / (Math.min(a, b) + .05)];
  });
}"""


@fixture(loop_scope="session")
async def bare(browser: Browser) -> Page:
    """A browser that runs no script of any page."""
    context = await browser.new_context(java_script_enabled=False, viewport=PHONE)
    return await context.new_page()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_works_without_script_and_says_what_was_done(
    bare: Page, site: Site, language: Language
) -> None:
    await bare.goto(site.link(language))
    await bare.get_by_role("button").click()
    assert await bare.locator("h1").count() == 1
    assert await bare.locator("dl code").count() == 1
    await bare.locator("summary").click()
    assert "objected" in await bare.locator("pre").inner_text()
    await bare.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_everything_has_its_name_and_its_place(
    page: Page, site: Site, language: Language
) -> None:
    await page.set_viewport_size(PHONE)
    await page.goto(site.link(language))
    assert await page.locator("html").get_attribute("lang") == language
    assert await page.locator("h1").count() == 1
    assert await page.locator("fieldset > legend").count() == 1
    assert await page.get_by_role("radio").count() == 3
    assert await page.get_by_role("radio").first.is_checked()
    assert await page.get_by_role("textbox").get_attribute("aria-describedby") == "hint"
    named = "els => els.every(e => e.labels && e.labels.length === 1)"
    assert await page.locator("input[type=radio], textarea").evaluate_all(named)
    for target in (".choice", "button"):
        heights = "els => els.map(e => e.getBoundingClientRect().height)"
        assert min(await page.locator(target).evaluate_all(heights)) >= TARGET
    assert await page.evaluate("document.scripts.length") == 0
    assert await page.context.cookies() == []


async def test_the_keyboard_alone_is_enough_and_in_the_order_of_reading(
    page: Page, site: Site
) -> None:
    await page.goto(site.link())
    order = []
    for _ in range(3):
        await page.keyboard.press("Tab")
        order.append(await page.evaluate("document.activeElement.type"))
    assert order == ["radio", "textarea", "submit"]
    outlined = "getComputedStyle(document.activeElement).outlineStyle"
    assert await page.evaluate(outlined) == "solid"
    await page.keyboard.press("Enter")
    await page.wait_for_selector("dl code")


async def test_what_must_be_mended_is_said_first_and_what_was_written_stays(
    page: Page, site: Site
) -> None:
    await page.goto(site.link())
    await page.evaluate("document.querySelector('textarea').removeAttribute('maxlength')")
    await page.get_by_role("textbox").fill("x" * 501)
    await page.get_by_role("radio").nth(1).check()
    await page.get_by_role("button").click()
    await page.wait_for_selector("[role=alert]")
    focused = "document.activeElement.getAttribute('role')"
    assert await page.evaluate(focused) == "alert"
    assert await page.get_by_role("textbox").input_value() == "x" * 501
    assert await page.get_by_role("radio").nth(1).is_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_word_stands_out_by_day_and_by_night(
    page: Page, site: Site, scheme: str
) -> None:
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for address in (site.link(), site.link()[:-3]):
        await page.goto(address)
        weak = [told for told in await page.evaluate(CONTRASTS) if told[1] < LEAST_CONTRAST]
        assert weak == []
    await page.goto(site.link())
    await page.get_by_role("button").click()
    await page.wait_for_selector("dl code")
    assert [told for told in await page.evaluate(CONTRASTS) if told[1] < LEAST_CONTRAST] == []
    await page.emulate_media(color_scheme="light")


async def test_four_times_as_large_it_scrolls_one_way_only(page: Page, site: Site) -> None:
    await page.set_viewport_size(AT_400_PERCENT)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    await page.goto(site.link("fr"))
    assert await page.evaluate(wide) <= 0
    await page.get_by_role("button").click()
    await page.wait_for_selector("dl code")
    await page.locator("summary").click()
    assert await page.evaluate(wide) <= 0
    await page.set_viewport_size(PHONE)
