"""A country where it is not open yet, and whoever runs the bot changes that."""

import pytest

from bot.consent.countries import country_name
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from storage.personal_data import Purpose
from tests.conversations.first_steps import (
    yes,
)

LAUNCH = Purpose.INFORM_LAUNCH


@pytest.fixture
def ada(sandbox: Sandbox, language: str) -> Person:
    """She runs this bot."""
    return sandbox.person("Ada", language_code=language)


@pytest.fixture
def changed_settings(ada: Person) -> dict[str, object]:
    return {"regions_file": "rollout-2025", "admins": frozenset({ada.id})}


async def in_brazil(lou: Person, t: Texts) -> StoredMessage:
    """Hello, a country that waits; returns the question whether to write once."""
    await lou.start()
    await lou.wait_for(t("welcome-hello", bot="Pépite").split("\n", maxsplit=1)[0])
    await lou.say(country_name("BR", t.language))
    return await lou.wait_for(lambda m: yes(t, LAUNCH) in m.buttons)


async def change(ada: Person, t: Texts, words: str) -> StoredMessage:
    await ada.say(f"/admin region {words}")
    await ada.wait_for(lambda m: t("operator-button-change") in m.buttons)
    await ada.press(t("operator-button-change"))
    return await ada.wait_for(lambda m: not m.buttons)
