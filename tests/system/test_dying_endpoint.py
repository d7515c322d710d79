"""The bot in a process of its own, and an endpoint that dies in the middle of its answer."""

from pathlib import Path

import pytest

from bot.app import read_texts
from bot.clock import MovableClock
from bot.consent.notices import Notices, Operator
from bot.sandbox.endpoint import StandIn, Trouble
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Language, Texts
from bot.writing.wishes import Wish
from storage.personal_data import Purpose
from tests.conversations.first_steps import welcomed
from tests.system.bot_process import BotProcess

TEXT = {"en": "See you at nine, by the sea.", "fr": "On se voit à neuf heures, près de la mer."}


@pytest.mark.parametrize("language", ["fr"])
async def test_the_built_in_engine_answers_instead_and_says_why(
    tmp_path: Path, language: Language
) -> None:
    sandbox, stand_in, t = Sandbox(MovableClock()), StandIn(), read_texts()[language]
    stand_in.trouble = Trouble.DIES_MIDWAY
    async with sandbox.serve() as url, stand_in.serve() as ai_url:
        bot = BotProcess(url, sandbox.bot_token, tmp_path, ai_url)
        bot.start()
        try:
            answer = await _asked(sandbox.person("Lou", language_code=language), t)
            assert await bot.stop() == 0
        finally:
            bot.kill()

    assert stand_in.seen[-1].body["messages"][-1]["content"] == TEXT[language]
    assert t("remote-why-broken", host="127.0.0.1") in answer
    assert t("writing-wish-warmer") in answer


async def _asked(lou: Person, t: Texts) -> str:
    """Somebody who lets the endpoint write; the answer that they read."""
    await welcomed(lou, t)
    await lou.say(f"/write {TEXT[t.language]}")
    await lou.wait_for(lambda m: t(f"writing-wish-{Wish.WARMER}") in m.buttons)
    await lou.press(t(f"writing-wish-{Wish.WARMER}"))
    await lou.wait_for(lambda m: t("writing-button-keep") in m.buttons)
    await lou.press(t("writing-button-host", host="127.0.0.1"))
    yes = _yes(t)
    await lou.wait_for(lambda m: yes in m.buttons)
    await lou.press(yes)
    keep = t("writing-button-keep")
    return (await lou.wait_for(lambda m: keep in m.buttons)).words


def _yes(t: Texts) -> str:
    notices = Notices.read(Operator("somebody"), recipient="127.0.0.1")
    return notices.show(Purpose.SUGGEST_EXTERNAL_AI, t.language, most=1, quiet="").yes
