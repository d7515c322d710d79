"""The first minute of every transcript: hello, the country, the year, the answer."""

import asyncio

from bot.consent.countries import country_name
from bot.consent.notices import Notices, Operator
from bot.sandbox import acts
from bot.sandbox.person import WAIT_SECONDS, Person
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from storage.personal_data import Purpose

NOTICES = Notices.read(Operator("somebody"))


def yes(t: Texts, purpose: Purpose = Purpose.SUGGEST_ANALYSE) -> str:
    """The label of the yes."""
    return NOTICES.show(purpose, t.language, most=1, quiet="").yes


def no(t: Texts, purpose: Purpose = Purpose.SUGGEST_ANALYSE) -> str:
    """The label of the no."""
    return NOTICES.show(purpose, t.language, most=1, quiet="").no


async def until_the_question(
    lou: Person, t: Texts, country: str = "FR", year: int = 1990
) -> StoredMessage:
    """/start, the country, the year; returns the message that asks.

    The country is said where no button offers it.
    """
    await lou.start()
    hello = await lou.wait_for(t("welcome-hello", bot="Pépite").split("\n", maxsplit=1)[0])
    name = country_name(country, t.language)
    await (lou.press(name) if name in hello.buttons else lou.say(name))
    await lou.wait_for(t("welcome-year"))
    await lou.press(f"{year // 10 * 10}–{year // 10 * 10 + 9}")
    await lou.wait_for(t("welcome-year-exact"))
    await lou.press(str(year))
    return await lou.wait_for(lambda message: yes(t) in message.buttons)


async def welcomed(lou: Person, t: Texts, country: str = "FR") -> StoredMessage:
    """Everything answered, the analysis agreed to; returns what the bot says then."""
    await until_the_question(lou, t, country)
    await lou.press(yes(t))
    return await lou.wait_for(t("consent-given-suggest-analyse"))


async def press_again(lou: Person, data: str, message: StoredMessage) -> None:
    """Press what is no longer there, as a slow phone, an old screen or a forger does."""
    lou.mark()
    button = {"text": "old", "callback_data": data}
    pressed = acts.press(lou.world, lou.id, lou.chat, message, button)
    async with asyncio.timeout(WAIT_SECONDS):
        await pressed.answer


def data_of(message: StoredMessage, label: str) -> str:
    """What a button would send."""
    button = message.button(label)
    assert button is not None, f"no button {label!r} in {message.buttons}"
    return str(button["callback_data"])
