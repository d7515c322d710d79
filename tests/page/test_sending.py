"""What a person sends: photos, files, the sample album; and the sandbox's own switches."""

import pytest
from aiogram.types import BotCommand
from playwright.async_api import expect

from bot.sandbox.server import Sandbox
from tests.page.echo_bot import EchoBot
from tests.page.visitor import Visitor, friend_of
from tests.sandbox.test_giving import ogg

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_photos_go_as_photos_and_show_as_an_album(visitor: Visitor) -> None:
    await visitor.attaches("cat", "coffee")
    await visitor.page.keyboard.press("Enter")

    await expect(visitor.log.locator(".row.mine .grid").get_by_role("button")).to_have_count(2)
    await visitor.sees("A photo")


async def test_files_go_untouched_with_their_names(visitor: Visitor) -> None:
    await visitor.attaches("dahlia")
    await visitor.window.get_by_role("radio", name="As files").check()
    await visitor.window.get_by_role("button", name="Send").click()

    await visitor.sees("A file: dahlia.jpg")
    link = visitor.log.get_by_role("link", name="dahlia.jpg")
    async with visitor.page.expect_download() as download:
        await link.click()
    assert (await download.value).suggested_filename == "dahlia.jpg"


async def test_dropping_a_file_asks_how_to_send_it(visitor: Visitor) -> None:
    await visitor.page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["x"], "notes.txt", { type: "text/plain" }));
            document.querySelector("#log").dispatchEvent(
                new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }"""
    )
    await expect(visitor.window.get_by_role("radio", name="As photos")).to_be_disabled()
    await visitor.page.keyboard.press("Escape")
    await expect(visitor.window).to_have_count(0)


async def test_a_sound_goes_as_a_voice_that_can_be_heard(visitor: Visitor) -> None:
    await visitor.page.locator("#files").set_input_files(
        {"name": "words.ogg", "mimeType": "audio/ogg", "buffer": ogg(3)}
    )
    await expect(visitor.window.get_by_role("radio", name="As a voice message")).to_be_checked()
    await visitor.window.get_by_role("button", name="Send").click()
    await expect(visitor.log.locator(".row.mine audio")).to_have_count(1)


async def test_the_menu_lists_the_commands(visitor: Visitor) -> None:
    await visitor.entry.fill("/a")
    menu = visitor.page.locator("#suggestions")
    await expect(menu.get_by_role("button")).to_have_text(["/albumFour pictures"])
    await visitor.entry.press("ArrowDown")
    await visitor.page.keyboard.press("Enter")
    await expect(visitor.log.locator(".grid")).to_be_visible()


async def test_a_name_in_the_field_asks_the_bot_in_any_chat(
    visitor: Visitor, sandbox: Sandbox
) -> None:
    await visitor.says("/picture")
    await visitor.sees("Beijing")
    await visitor.goes_to(friend_of(sandbox))
    await visitor.entry.fill("@pepite_bot lake")
    await visitor.page.get_by_role("button", name="Send “Beijing”").click()
    await visitor.sees("For you: lake")


async def test_a_chat_that_is_not_open_shows_a_dot(visitor: Visitor, sandbox: Sandbox) -> None:
    await visitor.goes_to(friend_of(sandbox))
    await sandbox.people()[0].say("hello from elsewhere")

    bot_pane = visitor.page.get_by_role("navigation").get_by_role("button", name="Pépite")
    await expect(bot_pane.locator(".dot")).to_be_visible()
    await bot_pane.click()
    await expect(visitor.page.locator(".dot")).to_have_count(0)


async def test_the_clock_jumps_a_month(visitor: Visitor, sandbox: Sandbox) -> None:
    before = sandbox.clock.now()
    await visitor.page.get_by_role("button", name="one month ahead").click()
    await expect(visitor.page.get_by_role("button", name="one month ahead")).to_be_enabled()
    assert 29 <= (sandbox.clock.now() - before).days <= 31
    await expect(visitor.page.locator("#now")).to_contain_text(f"{sandbox.clock.now():%Y}")


async def test_the_language_of_the_page_is_the_person_s(
    visitor: Visitor, sandbox: Sandbox
) -> None:
    for code, title in [("fr", "Écrire un message"), ("en", "Write a message")]:
        await visitor.speaks(code)
        await expect(visitor.entry).to_have_attribute("placeholder", title)
        assert sandbox.people()[0].state.language_code == code


async def test_a_bot_that_offers_it_is_told_the_language(visitor: Visitor, echo: EchoBot) -> None:
    await visitor.says("good morning")
    await visitor.sees("You said good morning")
    await echo.bot.set_my_commands([BotCommand(command="language", description="Language")])
    await visitor.page.reload()  # it reads the menu anew
    await visitor.page.wait_for_selector("html[data-ready]")

    await visitor.speaks("fr")

    await visitor.sees("/language fr")


async def test_the_laboratory_breaks_and_mends_the_wire(visitor: Visitor) -> None:
    await visitor.page.get_by_role("button", name="Laboratory").click()
    drawer = visitor.window
    await drawer.get_by_label("Where").select_option("sendMessage")
    await drawer.get_by_role("button", name="Add the fault").click()
    await expect(drawer.get_by_text("1 left")).to_be_visible()
    await drawer.get_by_role("button", name="Remove all").click()
    await expect(drawer.get_by_text("Everything works.")).to_be_visible()
    await drawer.get_by_role("switch", name="I have blocked the bot").check()
    await drawer.get_by_role("button", name="Refresh").click()
    await expect(drawer.locator(".calls").get_by_text("setMyCommands")).to_be_visible()
