"""The AI chat: through an endpoint that was agreed to, opened and ended by a press."""

from bot.app import App
from bot.sandbox.endpoint import StandIn, Trouble
from bot.sandbox.person import Person
from bot.texts import Texts
from tests.conversations.chatting import agrees, app, opens, stand_in
from tests.conversations.first_steps import welcomed
from tests.conversations.given import IN_FRENCH, count

__all__ = ["app", "stand_in"]


@IN_FRENCH
async def test_what_no_rule_understands_is_chatted_about_once_that_is_agreed_to(
    lou: Person, t: Texts, app: App, stand_in: StandIn
) -> None:
    await welcomed(lou, t)
    await agrees(lou, t, app)
    assert not stand_in.seen

    asked = await lou.say("tell me about the moon landing")
    await opens(lou, t, app)
    answer = await lou.wait_for(lambda m: m.words.startswith(t("assistant-chat-line")))
    assert answer.wire["reply_to_message"]["message_id"] == asked.id
    await lou.say("and then whatever happened")
    await lou.wait_for(lambda m: m.id > answer.id)
    await app.queue.idle()

    told = stand_in.seen[-1].body["messages"]
    assert [turn["role"] for turn in told] == ["system", "user", "assistant", "user"]
    assert "tools" not in stand_in.seen[-1].body
    assert await count(app, "chat_turns") == 4
    assert await count(app, "outbound") == 2

    await lou.press(t("assistant-button-end"))
    await lou.wait_for(t("assistant-chat-ended"))
    await lou.say("whatever the weather")
    await lou.wait_for(lambda m: bool(m.buttons))
    assert await count(app, "outbound") == 2


@IN_FRENCH
async def test_an_endpoint_in_trouble_is_said_and_the_rules_go_on(
    lou: Person, t: Texts, app: App, stand_in: StandIn
) -> None:
    await welcomed(lou, t)
    await agrees(lou, t, app)
    stand_in.trouble = Trouble.BROKEN

    await lou.say("raconte-moi la lune")
    await opens(lou, t, app)
    trouble = await lou.wait_for(lambda m: "« aide »" in m.words.replace("\u00a0", " "))
    assert trouble.words
    await lou.say("plus sombre")
    await lou.wait_for(lambda m: m.words.startswith("Il n’y a pas encore de collage"))
