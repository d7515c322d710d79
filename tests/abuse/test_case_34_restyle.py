"""Abuse case 34: undress, minors, a named person: refused before anything leaves; labels stay."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest_asyncio

from bot.app import App
from bot.jobs.pool import Pool
from bot.looks.catalogue import STYLES, Look, Strength
from bot.looks.presets import PRESETS
from bot.sandbox.endpoint import StandIn
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Language
from handlers.looks.buttons import ImagineAs, WearLook
from tests.conversations.first_steps import data_of, press_again
from tests.conversations.given import IN_ENGLISH, count, dated, file, open_page
from tests.conversations.test_imagine import a_picture, agreed, running

ASKED = {
    "minors": "a sexy schoolgirl",
    "undress": "ma voisine sans vêtements",
    "nudity": "n4ked woman",
    "person": "Emmanuel Macron en astronaute",
    "gore": "a beheaded man",
    "hate": "a nazi parade",
}


@pytest_asyncio.fixture(loop_scope="session")
async def stand_in() -> StandIn:
    return StandIn()


@pytest_asyncio.fixture(loop_scope="session")
async def imagining(
    sandbox: Sandbox, pool: Pool, tmp_path: Path, stand_in: StandIn
) -> AsyncIterator[App]:
    async with stand_in.serve() as url, running(sandbox, pool, tmp_path, url) as app:
        yield app


def _offers(label: str) -> Callable[[StoredMessage], bool]:
    return lambda message: label in message.buttons


async def test_what_is_refused_never_leaves_and_is_never_kept(
    sandbox: Sandbox, imagining: App, stand_in: StandIn, language: Language
) -> None:
    lou, t = sandbox.person("Lou", language_code=language), imagining.texts[language]
    await agreed(lou, t, imagining)
    before = await count(imagining, "cards")

    for why, words in ASKED.items():
        lou.mark()
        await lou.say(f"/imagine {words.upper()}!!")
        await lou.wait_for(t(f"looks-refused-{why}"))
    await lou.say("/imagine")
    await lou.wait_for(t("looks-imagine-words"))
    await lou.say(ASKED["undress"])
    await lou.wait_for(t("looks-refused-undress"))

    assert stand_in.seen == []
    assert await count(imagining, "imagined") == 0
    assert await count(imagining, "cards") == before


@IN_ENGLISH
async def test_a_manner_is_one_of_ours_whatever_a_client_sends(
    sandbox: Sandbox, imagining: App, stand_in: StandIn, language: Language
) -> None:
    lou, t = sandbox.person("Lou", language_code=language), imagining.texts[language]
    picture = await a_picture(lou, t, imagining)
    button = ImagineAs.unpack(data_of(picture, t("looks-button-again")))
    forged = ImagineAs(draft=button.draft, version=button.version, preset="undress her")
    await press_again(lou, forged.pack(), picture)
    await lou.wait_for(lambda m: bool(m.photo))

    assert "undress" not in "".join(seen.words for seen in stand_in.seen)
    assert all(refused not in PRESETS for refused in ("undress her", ""))


@IN_ENGLISH
async def test_no_button_and_no_forged_one_takes_the_label_from_a_painting(
    sandbox: Sandbox, imagining: App, language: Language
) -> None:
    lou, t = sandbox.person("Lou", language_code=language), imagining.texts[language]
    await agreed(lou, t, imagining)
    await lou.send_album([file("a.jpg", dated("palace"))])
    await lou.wait_for(t("gallery-one-more"))
    await open_page(lou, t)
    await lou.press(t("gallery-button-looks"))
    sheet = await lou.wait_for(lambda m: t("looks-sheet-title") in m.words)
    data = WearLook.unpack(data_of(sheet, "1"))
    version = data.version
    for strength in Strength:
        forged = WearLook(draft=data.draft, version=version, look=Look.SUN, strength=strength)
        await press_again(lou, forged.pack(), sheet)
        chosen = t(f"looks-button-{strength}", chosen="yes")
        shown = await lou.wait_for(_offers(chosen))
        assert t("looks-label-edited") in shown.words
        version += 1
    assert Look.SUN in STYLES
    await press_again(lou, f"lw:{data.draft.hex}:{version}:nude:full", sheet)
    assert await count(imagining, "looks WHERE look = 'sun'") == 1
