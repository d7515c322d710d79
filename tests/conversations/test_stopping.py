"""Stop, under words that are being written: the answer is what had arrived by then."""

import asyncio

from bot.app import App
from bot.sandbox.endpoint import StandIn, Trouble
from bot.sandbox.person import Person
from bot.sandbox.state import Draft
from bot.telegram.streaming import Stops
from bot.texts import Texts
from tests.conversations.chatting import agrees, app, opens, stand_in
from tests.conversations.first_steps import welcomed
from tests.conversations.given import IN_FRENCH

__all__ = ["app", "stand_in"]


async def preview(lou: Person) -> Draft:
    """The first words that appear."""
    async with asyncio.timeout(60):
        while (draft := lou.chat.draft) is None or not draft.text:
            await lou.chat.changed.wait()
    return draft


@IN_FRENCH
async def test_a_press_on_stop_ends_the_writing_and_keeps_what_there_is(
    lou: Person, t: Texts, app: App, stand_in: StandIn
) -> None:
    await welcomed(lou, t)
    await agrees(lou, t, app)
    stand_in.trouble = Trouble.STALLS
    await lou.say("tell me about the moon landing")
    await opens(lou, t, app)
    assert (await preview(lou)).can_stop
    await lou.stop_generation()
    answer = await lou.wait_for(lambda m: m.words.startswith(t("assistant-chat-line")))
    whole = {"en": "I stand in for a real model", "fr": "Je remplace un vrai modèle"}[t.language]
    assert whole[:9] in answer.words


@IN_FRENCH
async def test_a_stop_that_comes_too_late_changes_nothing(lou: Person, t: Texts, app: App) -> None:
    await welcomed(lou, t)
    late = {"chat": lou.world.chat_wire(lou.chat), "draft_id": 99}
    lou.world.queue.put("stopped_message_generation", lou.id, late)
    await lou.say("/privacy")
    answer = await lou.wait_for(lambda m: bool(m.buttons))
    assert t("privacy-button-export") in answer.buttons
    assert app.roles.stops == Stops()
