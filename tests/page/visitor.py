"""What a person does on the page, by mouse or by keyboard alone, in the page's own words."""

from playwright.async_api import Locator, Page, expect

from bot.sandbox.album_light import Light, as_jpeg, photo
from bot.sandbox.server import Sandbox

SAID_OF_THE_FOCUSED = """() => {
    const focused = document.activeElement.cloneNode(true);
    focused.querySelectorAll("[aria-hidden]").forEach((drawn) => drawn.remove());
    return focused.getAttribute("aria-label") ?? focused.textContent.trim();
}"""


HAS_FOCUS = "(element) => element === document.activeElement"
MOST_STEPS = 120  # the whole page has fewer places to stand on


class Visitor:
    """Somebody in front of the page; finds things by their role and label, as readers do."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def entry(self) -> Locator:
        return self.page.locator("#entry")

    @property
    def window(self) -> Locator:
        """The window over the page: a picker, a picture, an alert."""
        return self.page.locator("dialog[open]")

    @property
    def last(self) -> Locator:
        """The newest message, mine or the bot's."""
        return self.log.locator("article").last

    async def says(self, text: str) -> None:
        await self.entry.fill(text)
        await self.entry.press("Enter")

    async def sees(self, text: str) -> None:
        await expect(self.log.get_by_text(text).last).to_be_visible()

    async def presses(self, what: str | Locator) -> None:
        """A button: the newest of that label among the messages, or the one that is given."""
        await self.button(what).click()

    def button(self, what: str | Locator) -> Locator:
        if isinstance(what, Locator):
            return what
        return self.log.get_by_role("button", name=what, exact=True).last

    def message_with(self, label: str) -> Locator:
        """The newest message that has such a button."""
        button = self.page.get_by_role("button", name=label, exact=True)
        return self.log.locator("article").filter(has=button).last

    async def speaks(self, language: str) -> None:
        await self.presses(self.page.locator(f"[data-language={language}]"))
        await expect(self.page.locator("html")).to_have_attribute("lang", language)

    async def goes_to(self, chat: str) -> None:
        title = self.page.get_by_text(chat, exact=True)  # its last words may name another chat
        panes = self.page.get_by_role("navigation").get_by_role("button")
        await self.presses(panes.filter(has=title))
        await expect(self.page.locator("#head-title")).to_have_text(chat)

    async def focused(self) -> str:
        """The words of what has the keyboard's focus."""
        words: str = await self.page.evaluate(SAID_OF_THE_FOCUSED)
        return words

    async def walks_to(self, label: str, *, key: str = "Tab", most: int = 60) -> None:
        """Press one key until the focus stands on `label`."""
        for _ in range(most):
            if (await self.focused()).startswith(label):
                return
            await self.page.keyboard.press(key)
        raise AssertionError(f"no {key} leads to “{label}”; last: {await self.focused()}")

    async def attaches(self, *names: str) -> None:
        """Choose small pictures as with the paper clip."""
        files = [
            {"name": f"{name}.jpg", "mimeType": "image/jpeg", "buffer": small_picture(name)}
            for name in names
        ]
        await self.page.locator("#files").set_input_files(files)  # type: ignore[arg-type]  # a dict is a FilePayload
        await expect(self.window).to_be_visible()


class VisitorWithoutMouse(Visitor):
    """Reaches everything with Tab or the arrows, and presses Enter."""

    async def presses(self, what: str | Locator) -> None:
        button = self.button(what)
        await expect(button).to_be_enabled()
        for _ in range(MOST_STEPS):
            if await button.evaluate(HAS_FOCUS):
                return await self.page.keyboard.press("Enter")
            await self.page.keyboard.press("Shift+Tab")
        raise AssertionError(f"no key leads to “{what}”; last: {await self.focused()}")


def small_picture(name: str) -> bytes:
    return as_jpeg(photo(name, Light(), size=(320, 240)), b"", quality=80)


def friend_of(sandbox: Sandbox) -> str:
    """The name of the friend whom a newcomer finds."""
    return sandbox.people()[1].state.first_name
