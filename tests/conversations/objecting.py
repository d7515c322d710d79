"""Told of the learning, OK or not, in the chat and on the page."""

import re

import aiohttp

from bot.app import App
from bot.consent.interest import CHOICES
from bot.consent.objection import Scope
from bot.consent.regions import Regime
from bot.sandbox.person import Person
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from tests.conversations.channel_steps import NAME, asked, linked, posted
from tests.conversations.first_steps import (
    NOTICES,
    welcomed,
)
from tests.conversations.given import (
    collage_of,
    count,
    dated,
    file,
    until,
)


def labels(t: Texts) -> tuple[str, str]:
    """The objection and the OK, as they stand in one row."""
    shown = NOTICES.show(CHOICES, t.language, Regime.EU_LI, date="")
    return shown.no, shown.yes


def is_notice(message: StoredMessage, t: Texts) -> bool:
    return message.buttons[:2] == list(labels(t))


async def album(lou: Person, t: Texts, *names: str) -> None:
    lou.mark()
    await lou.send_album([file(f"{name}.jpg", dated(name)) for name in names])
    await collage_of(lou, t)
    await lou.settle()


async def post_it(lou: Person, t: Texts, title: str = NAME) -> None:
    await lou.press(t("collage-button-share"))
    await lou.wait_for(lambda m: t("sharing-button-link") in m.buttons)
    await asked(lou, t, title)
    await posted(lou, t, title)


async def told(lou: Person, t: Texts, app: App, channel: int) -> StoredMessage:
    """Welcomed in France, a first post in a private channel; returns the notice."""
    await welcomed(lou, t, "FR")
    await album(lou, t, "cat", "coffee")
    await linked(lou, t, channel)
    await asked(lou, t)
    await posted(lou, t)
    notice = await lou.wait_for(lambda m: is_notice(m, t))
    await is_written(app, "notice.delivered")  # once Telegram took it
    return notice


async def privacy(lou: Person, t: Texts) -> StoredMessage:
    await lou.say("/privacy")
    return await lou.wait_for(t("privacy-name-improve-choices"))


def page_of(message: StoredMessage, t: Texts) -> str:
    button = message.button(t("object-button-page"))
    assert button
    return str(button["url"])


async def posts_objection(url: str, scope: Scope = Scope.EVERYTHING) -> str:
    """Opens the page and sends its form; returns what the page says then."""
    async with aiohttp.ClientSession() as browser:
        async with browser.get(url) as got:
            form = re.search(r'name="form" value="([^"]+)"', await got.text())
        assert form
        said = {"form": form[1], "scope": scope.value, "comment": ""}
        async with browser.post(url, data=said) as answer:
            assert answer.status == 200
            return await answer.text()


async def is_written(app: App, kind: str) -> None:
    """In the ledger, once."""

    async def once() -> bool:
        return await count(app, f"ledger WHERE kind = '{kind}'") == 1

    await until(once)


async def is_ok(lou: Person, t: Texts, notice: StoredMessage) -> None:
    await lou.press(labels(t)[1], notice)
    await lou.wait_for(t("object-ok-recorded", date="|").split("|", maxsplit=1)[0].strip())


async def teaches(lou: Person, t: Texts, app: App, *names: str) -> int:
    """An album posted to the channel; how many rows there are then."""
    await album(lou, t, *names)
    await post_it(lou, t)
    await lou.settle()
    return await count(app, "choices")
