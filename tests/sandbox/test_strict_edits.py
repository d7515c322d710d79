from datetime import timedelta

import pytest

from bot.sandbox.methods.editing import NOT_MODIFIED
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.pictures import jpeg
from tests.sandbox.raw import RawApi

KEYBOARD = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}


@pytest.fixture
async def said(api: RawApi, lou: Person) -> int:
    sent = await api("sendMessage", chat_id=lou.id, text="old", reply_markup=KEYBOARD)
    number: int = sent["result"]["message_id"]
    return number


@pytest.fixture
async def shown(api: RawApi, lou: Person) -> int:
    sent = await api.multipart("sendPhoto", {"photo": jpeg(20, 20)}, chat_id=lou.id, caption="old")
    number: int = sent["result"]["message_id"]
    return number


async def test_an_edit_changes_words_and_takes_an_unnamed_keyboard_away(
    api: RawApi, lou: Person, said: int
) -> None:
    await api("editMessageText", chat_id=lou.id, message_id=said, text="new")
    assert (lou.last_message.text, lou.last_message.buttons) == ("new", [])
    assert "edit_date" in lou.last_message.wire


async def test_the_same_again_is_not_modified(api: RawApi, lou: Person, said: int) -> None:
    where = {"chat_id": lou.id, "message_id": said}
    words = await api.refusal("editMessageText", **where, text="old", reply_markup=KEYBOARD)
    assert words == f"400 Bad Request: {NOT_MODIFIED}"
    words = await api.refusal("editMessageReplyMarkup", **where, reply_markup=KEYBOARD)
    assert words == f"400 Bad Request: {NOT_MODIFIED}"


async def test_what_is_not_there_or_not_ones_own_cannot_be_edited(
    api: RawApi, lou: Person, said: int, shown: int
) -> None:
    async def edit(message_id: int, method: str = "editMessageText", **what: str) -> str:
        what = what or {"text": "x"}
        return await api.refusal(method, chat_id=lou.id, message_id=message_id, **what)

    mine = lou.messages[0].id
    assert await edit(999) == "400 Bad Request: message to edit not found"
    assert await edit(mine) == "400 Bad Request: message can't be edited"
    assert await edit(shown) == "400 Bad Request: there is no text in the message to edit"
    assert await edit(said, "editMessageCaption", caption="x") == (
        "400 Bad Request: there is no caption in the message to edit"
    )


async def test_words_become_a_picture_by_edit(api: RawApi, lou: Person, said: int) -> None:
    answer = await api.multipart(
        "editMessageMedia",
        {"collage": jpeg(50, 40)},
        chat_id=lou.id,
        message_id=said,
        media={"type": "photo", "media": "attach://collage", "caption": "done"},
        reply_markup=KEYBOARD,
    )
    assert answer["result"]["message_id"] == said
    assert lou.last_message.media_kind == "photo"
    assert (lou.last_message.text, lou.last_message.caption) == (None, "done")


async def test_deleting_ends_after_48_hours(
    api: RawApi, sandbox: Sandbox, lou: Person, said: int, shown: int
) -> None:
    assert (await api("deleteMessage", chat_id=lou.id, message_id=said))["ok"]
    again = await api.refusal("deleteMessage", chat_id=lou.id, message_id=said)
    assert again == "400 Bad Request: message to delete not found"

    await sandbox.move_clock(timedelta(hours=48, minutes=1))
    late = await api.refusal("deleteMessage", chat_id=lou.id, message_id=shown)
    assert late == "400 Bad Request: message can't be deleted for everyone"


async def test_many_are_deleted_at_once_and_missing_ones_skipped(
    api: RawApi, lou: Person, said: int, shown: int
) -> None:
    assert (await api("deleteMessages", chat_id=lou.id, message_ids=[said, shown, 999]))["ok"]
    assert lou.from_bot == []
    words = await api.refusal("deleteMessages", chat_id=lou.id, message_ids=list(range(101)))
    assert words == "400 Bad Request: too many message identifiers specified"


async def test_forwards_name_their_origin_and_copies_do_not(
    api: RawApi, sandbox: Sandbox, lou: Person, shown: int
) -> None:
    sam = sandbox.person("Sam")
    await sam.start()
    where = {"chat_id": sam.id, "from_chat_id": lou.id, "message_id": shown}
    await api("forwardMessage", **where)
    assert sam.last_message.wire["forward_origin"]["sender_user"]["is_bot"] is True
    await api("copyMessage", **where, caption="mine")
    assert "forward_origin" not in sam.last_message.wire
    assert sam.last_message.caption == "mine"


async def test_protected_messages_are_not_copied(api: RawApi, lou: Person) -> None:
    sent = await api("sendMessage", chat_id=lou.id, text="x", protect_content=True)
    where = {
        "chat_id": lou.id,
        "from_chat_id": lou.id,
        "message_id": sent["result"]["message_id"],
    }
    assert await api.refusal("copyMessage", **where) == (
        "400 Bad Request: the message can't be copied"
    )


async def test_replies_need_their_message_unless_told_otherwise(api: RawApi, lou: Person) -> None:
    call = {"chat_id": lou.id, "text": "x"}
    gone = {"message_id": 999}
    assert await api.refusal("sendMessage", **call, reply_parameters=gone) == (
        "400 Bad Request: message to be replied not found"
    )
    gone["allow_sending_without_reply"] = True
    assert (await api("sendMessage", **call, reply_parameters=gone))["ok"]
    first = {"message_id": lou.messages[0].id}
    sent = await api("sendMessage", **call, reply_parameters=first)
    assert sent["result"]["reply_to_message"]["text"] == "/start"


async def test_reactions_are_the_ones_telegram_has(api: RawApi, lou: Person, said: int) -> None:
    async def react(*emoji: str) -> str:
        reaction = [{"type": "emoji", "emoji": each} for each in emoji]
        answer = await api(
            "setMessageReaction", chat_id=lou.id, message_id=said, reaction=reaction
        )
        return str(answer.get("description", "ok"))

    assert await react("❤") == "ok"
    assert await react("🦆") == "Bad Request: REACTION_INVALID"
    assert await react("❤", "👍") == "Bad Request: REACTIONS_TOO_MANY"
