"""Abuse 7, 16 and 17: forged links, inline junk, other people's chats, updates of any kind."""

import base64
from typing import Final

import pytest

from bot.app import App
from bot.sandbox.arrangements import set_rights
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import Json
from bot.texts import Texts
from tests.abuse.checks import never_at_a_loss, rows_of
from tests.abuse.forged import bring, handled
from tests.conversations.first_steps import welcomed
from tests.conversations.given import collage_of, count, picture

ENGLISH = pytest.mark.parametrize("language", ["en"])
FRENCH = pytest.mark.parametrize("language", ["fr"])
CHAT: Final[Json] = {"id": -100777, "type": "supergroup", "title": "La famille"}
CHANNEL: Final[Json] = {"id": -100778, "type": "channel", "title": "Nouvelles"}
PHOTO: Final[Json] = {
    "file_id": "AgACAgQAAxkBAAIB", "file_unique_id": "AQAD", "width": 90, "height": 90,
}  # fmt: skip
PAYLOADS = (
    "obj_1",
    "share_00000000000000000000000000000000",
    "consent_suggest_analyse_yes",
    "a",
    "_w",
    "A" * 64,
    base64.urlsafe_b64encode(b"country=FR&age=adult").decode(),
    "../../..",
    "%00",
    "é",
)
QUERIES = (
    "",
    " ",
    "collage:",
    "collage:nothing",
    "collage:" + "0" * 32,
    "collage:{urn:uuid:00000000-0000-0000-0000-000000000000}",
    "x" * 256,
    "\u202e\u200b",
    "' OR 1=1 --",
    "everything of Lou",
)


@FRENCH
async def test_7_a_link_never_sets_anything(lou: Person, t: Texts, app: App) -> None:
    hello = t("welcome-hello", bot="Pépite").split("\n", maxsplit=1)[0]
    await lou.start()
    await lou.wait_for(hello)
    before = await rows_of(app, lou)

    for payload in PAYLOADS:
        await lou.start(payload)
        await lou.wait_for(hello)

    assert await rows_of(app, lou) == before
    assert never_at_a_loss(lou, t)


@ENGLISH
async def test_16_inline_offers_one_draft_to_its_owner_and_is_kept_for_nobody(
    lou: Person, sam: Person, t: Texts, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    await lou.send_album([picture("cat"), picture("coffee")])
    collage = await collage_of(lou, t)
    await lou.press(t("collage-button-share"))
    await lou.wait_for(lambda m: t("sharing-button-chat") in m.buttons)
    button = collage.button(t("sharing-button-chat"))
    assert button is not None
    query = button["switch_inline_query_chosen_chat"]["query"]
    await welcomed(sam, t)

    offers = [await lou.inline(query), *[await lou.inline(junk) for junk in QUERIES]]
    stolen = [await sam.inline(query), await sandbox.person("Eve").inline(query)]

    kinds = [{result["type"] for result in offer.results} for offer in offers]
    assert kinds[0] == {"photo"}
    assert not set.union(*kinds[1:]) - {"article"}  # one's own words, another way
    assert [len(offer.results) for offer in stolen] == [0, 0]
    for offer in (*offers, *stolen):
        assert offer.answer.is_personal
        assert offer.answer.cache_seconds == 0


def said_in(chat: Json, who: Json, **content: object) -> Json:
    return {"message_id": 5, "date": 1_800_000_000, "chat": chat, "from": who, **content}


@ENGLISH
async def test_17_groups_channels_and_other_bots_are_not_heard_and_not_kept(
    lou: Person, sam: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    before = await rows_of(app, lou)
    who, calls = lou.state.wire(), len(sandbox.calls)
    bot = {"id": 4242, "is_bot": True, "first_name": "Other"}
    own: Json = {"id": lou.id, "type": "private", "first_name": "Lou"}

    await bring(app, message=said_in(CHAT, who, photo=[PHOTO], caption="CANARY"))
    await bring(app, message=said_in(CHAT, sam.state.wire(), text="/start"))
    await bring(app, message=said_in(CHAT, who, text="/privacy@pepite_bot"))
    await bring(app, message=said_in(CHAT, bot, text="hi", sender_chat=CHANNEL))
    await bring(app, message=said_in(own, bot, text="/start"))
    await bring(app, edited_message=said_in(CHAT, who, text="edited", edit_date=1_800_000_001))
    await bring(app, edited_message=said_in(own, who, text="/gallery", edit_date=1_800_000_001))
    post = {"message_id": 6, "date": 1_800_000_000, "chat": CHANNEL, "text": "CANARY"}
    await bring(app, channel_post=post)
    await bring(app, edited_channel_post=post | {"edit_date": 1_800_000_001})
    await bring(app, business_message=said_in(own, who, text="/start"))

    sent = [call for call in sandbox.calls[calls:] if call.method.startswith(("send", "edit"))]
    assert not sent
    assert await rows_of(app, lou) == before
    async with app.storage.read() as tx:
        assert await tx.people.by_telegram_id(sam.id) is None
        assert await tx.people.by_telegram_id(4242) is None


@FRENCH
async def test_17_kinds_that_nobody_asked_for_leave_no_trace(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    before, who = len(lou.from_bot), lou.state.wire()
    member = {"user": who, "status": "member"}
    kinds: dict[str, Json] = {
        "poll": {
            "id": "1", "question": "CANARY", "options": [], "total_voter_count": 0,
            "is_closed": False, "is_anonymous": True, "type": "regular",
            "allows_multiple_answers": False,
        },
        "message": {"chat": {"id": lou.id}, "text": ["CANARY"]},
        "my_chat_member": {
            "chat": CHAT, "from": who, "date": 1_800_000_000,
            "old_chat_member": member, "new_chat_member": member,
        },
        "message_reaction": {
            "chat": CHAT, "message_id": 1, "user": who, "date": 1_800_000_000,
            "old_reaction": [], "new_reaction": [],
        },
        "something_of_next_year": {"from": who, "text": "CANARY"},
        "shipping_query": {
            "id": "1", "from": who, "invoice_payload": "x",
            "shipping_address": dict.fromkeys(
                ("country_code", "state", "city", "street_line1", "street_line2", "post_code"), "x"
            ),
        },
    }  # fmt: skip

    for kind, payload in kinds.items():
        await bring(app, **{kind: payload})

    assert len(lou.from_bot) == before
    assert await count(app, "inbox WHERE payload IS NOT NULL AND length(payload) > 0") == 0


@ENGLISH
async def test_17_thrown_out_of_a_group_it_never_was_asked_into(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    group = sandbox.group("La famille", people=[lou])
    set_rights(lou.world, lou.id, lou.world.chats[group])
    await lou.say_in(group, "/gallery@pepite_bot")
    await handled(app)

    assert not [m for m in lou.world.chats[group].messages.values() if m.by_bot]
