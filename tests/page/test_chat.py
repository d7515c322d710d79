"""The chat as a person sees it: bubbles, albums, buttons, secrets, drafts."""

import re

import pytest
from playwright.async_api import expect

from bot.sandbox.server import Sandbox
from tests.page.echo_bot import EchoBot
from tests.page.visitor import Visitor, friend_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

DAY, NIGHT = "rgb(250, 245, 236)", "rgb(22, 17, 13)"


async def test_start_is_one_press_and_the_answer_has_its_buttons(visitor: Visitor) -> None:
    await visitor.page.get_by_role("button", name="Start").click()

    await visitor.sees("Hello, I am an AI.")
    for label, style in [("Yes", "success"), ("No", "danger")]:
        button = visitor.last.get_by_role("button", name=label)
        await expect(button).to_have_class(re.compile(style))


async def test_words_keep_their_shape_and_nothing_else_gets_in(visitor: Visitor) -> None:
    await visitor.says("/words")

    await visitor.sees("slanted")
    words = visitor.last.locator(".words")
    for tag, text in [("b", "bold"), ("i", "slanted"), ("s", "gone"), ("u", "under")]:
        await expect(words.locator(tag).first).to_have_text(text)
    await expect(words.locator("code")).to_have_text("code")
    await expect(words.get_by_role("link", name="a link")).to_have_attribute(
        "rel", re.compile("noopener")
    )
    await expect(words.locator("blockquote")).to_have_text("a quote <img src=x>")
    assert await words.locator("img").count() == 0

    hidden = words.get_by_role("button", name="Hidden words")
    await hidden.press("Enter")
    await expect(words.locator(".spoiler")).to_have_class(re.compile("revealed"))


async def test_a_reply_shows_what_it_answers(visitor: Visitor) -> None:
    await visitor.says("good morning")

    await visitor.sees("You said good morning")
    await expect(visitor.last.locator(".quoted")).to_contain_text("good morning")
    await expect(visitor.log.locator(".row.mine").last.get_by_text("seen")).to_be_attached()


async def test_an_album_is_a_grid_that_opens_large(visitor: Visitor) -> None:
    await visitor.says("/album")

    grid = visitor.log.locator(".grid").last
    await expect(grid.get_by_role("button")).to_have_count(4)
    await grid.get_by_role("button", name="Open photo 2 of 4").click()
    shown = visitor.window.locator("img")
    second = await shown.get_attribute("src")
    await visitor.page.keyboard.press("ArrowRight")
    await expect(shown).not_to_have_attribute("src", second or "")
    await visitor.window.get_by_role("button", name="Previous").press("Enter")
    await expect(shown).to_have_attribute("src", second or "")
    assert await visitor.focused() == "Previous"
    await visitor.page.keyboard.press("Escape")
    await expect(visitor.window).to_have_count(0)
    assert await visitor.focused() == "Open photo 2 of 4"


async def test_a_press_changes_the_picture_in_its_place(visitor: Visitor) -> None:
    await visitor.says("/picture")
    await visitor.sees("Beijing")
    before = await visitor.last.locator("img").get_attribute("src")
    messages = await visitor.log.locator("article").count()

    await visitor.presses("Another layout")

    await visitor.sees("Lyon")
    await expect(visitor.last.locator("img")).not_to_have_attribute("src", before or "")
    await expect(visitor.last.get_by_text("edited")).to_be_visible()
    assert await visitor.log.locator("article").count() == messages
    assert await visitor.focused() == "Another layout"


async def test_an_edit_of_the_words_moves_nothing(visitor: Visitor) -> None:
    """Neither the picture, which stays the very same element, nor what is being read above it."""
    for _ in range(3):
        await visitor.says("/picture")
    await expect(visitor.log.locator(".theirs img")).to_have_count(3)
    picture = visitor.last.locator("img")
    await picture.evaluate("(image) => (image.dataset.known = 'yes')")
    top = await visitor.log.evaluate("(log) => (log.scrollTop = 100)")

    await visitor.last.get_by_role("button", name="Other words").evaluate("(one) => one.click()")

    await visitor.sees("Pékin")
    await expect(picture).to_have_attribute("data-known", "yes")
    assert await visitor.log.evaluate("(log) => log.scrollTop") == top


async def test_an_answer_is_a_passing_word_or_an_alert_to_close(visitor: Visitor) -> None:
    await visitor.says("/start")
    await visitor.presses("Yes")
    await expect(
        visitor.page.get_by_role("status").get_by_text("Kept", exact=True)
    ).to_be_visible()

    await visitor.presses("No")
    await expect(visitor.page.get_by_role("alertdialog")).to_contain_text("Not kept")
    await visitor.page.keyboard.press("Enter")
    await expect(visitor.page.get_by_role("alertdialog")).to_have_count(0)


async def test_a_secret_stays_blurred_until_it_is_touched(visitor: Visitor) -> None:
    await visitor.says("/secret")

    hidden = visitor.log.get_by_role("button", name="Hidden photo")
    await expect(hidden.locator("img")).to_have_css("filter", re.compile("blur"))
    await hidden.click()
    await expect(visitor.last.locator(".visual img")).to_have_css("filter", "none")
    await expect(visitor.window).to_have_count(0)


async def test_a_film_tells_its_length_and_plays_large(visitor: Visitor) -> None:
    await visitor.says("/film")
    await visitor.sees("0:03")
    await visitor.presses("Play the film")
    await expect(visitor.window.locator("video")).to_have_js_property("controls", value=True)


async def test_a_story_shows_in_the_tray(visitor: Visitor) -> None:
    await visitor.page.get_by_role("button", name="Laboratory").click()
    await visitor.window.get_by_role("switch", name="The bot may post my stories").check()
    await visitor.page.keyboard.press("Escape")

    await visitor.page.get_by_role("button", name="Your story").click()
    await expect(visitor.window.get_by_text("Lift-off")).to_be_visible()


async def test_a_command_inside_words_can_be_pressed(visitor: Visitor) -> None:
    await visitor.says("look at /album")
    await visitor.sees("You said look at")
    await visitor.presses("/album")
    await expect(visitor.log.locator(".grid")).to_be_visible()


async def test_the_bot_is_seen_at_work(visitor: Visitor) -> None:
    await visitor.says("/typing")
    await expect(visitor.page.locator("#head-state")).to_have_text("is sending a photo…")
    await expect(visitor.log.locator(".dots")).to_be_visible()


async def test_a_draft_grows_alive_and_can_be_stopped(visitor: Visitor) -> None:
    await visitor.says("/draft")
    draft = visitor.log.locator(".draft")
    await expect(draft).to_contain_text("Once upon a")

    await draft.get_by_role("button", name="Stop").click()
    await expect(visitor.page.get_by_role("status").get_by_text("did not work")).to_have_count(0)


async def test_answers_may_come_from_a_keyboard_of_the_bot(visitor: Visitor) -> None:
    await visitor.says("/keyboard")
    answers = visitor.page.get_by_role("group", name="Suggested answers")
    await answers.get_by_role("button", name="France").click()
    await visitor.sees("You said France")

    await answers.get_by_role("button", name="My channel").click()
    await visitor.window.get_by_role("listitem").get_by_role("button").first.click()
    await visitor.sees("Channel noted")


async def test_sharing_goes_through_the_picker_to_the_friend(
    visitor: Visitor, echo: EchoBot, sandbox: Sandbox
) -> None:
    friend = friend_of(sandbox)
    await visitor.says("/picture")
    await visitor.presses("Share")
    await visitor.window.get_by_role("button", name=friend).click()
    await visitor.window.get_by_role("button", name="Send “Beijing”").click()

    await expect(visitor.page.locator("#head-title")).to_have_text(friend)
    await visitor.sees("For you: palace")
    await expect(visitor.last.get_by_text("via @pepite_bot")).to_be_visible()
    assert [chosen.query for chosen in echo.chosen] == ["palace"]


async def test_night_follows_the_system_until_somebody_chooses(visitor: Visitor) -> None:
    html = visitor.page.locator("html")
    await expect(html).to_have_css("background-color", DAY)
    await visitor.page.emulate_media(color_scheme="dark")
    await expect(html).to_have_css("background-color", NIGHT)

    button = visitor.page.get_by_role("button", name="Appearance")
    await button.click()
    await expect(html).to_have_css("background-color", DAY)
    await button.click()
    await visitor.page.emulate_media(color_scheme="light")
    await expect(html).to_have_css("background-color", NIGHT)
    await visitor.page.reload()
    await expect(html).to_have_css("background-color", NIGHT)
