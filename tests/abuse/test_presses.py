"""Abuse 1 to 5 and 15: old, foreign, forged and doubled presses."""

import random
from datetime import timedelta

import pytest

from bot.app import App
from bot.sandbox.person import Person
from bot.sandbox.posting import remove
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from handlers.collage.data import Act, OnCollage
from handlers.doors import OpenPrivacy
from handlers.gallery.buttons import Browse, MediaAct, OnMedia
from tests.abuse.checks import never_at_a_loss, rows_of
from tests.abuse.forged import buttons, forge, handled, press
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import collage_of, dated, owner_of, picture

ENGLISH = pytest.mark.parametrize("language", ["en"])
FRENCH = pytest.mark.parametrize("language", ["fr"])
DESTROYS = ("pen", "pel", "pes", "ga:1", "pp", "wl", "poff", "da", "dc")
GARBAGE = (
    "x",
    "::::",
    "gm:not-an-id:f",
    "gm:00000000-0000-0000-0000-000000000000:zz",
    "co:00000000000000000000000000000000:one:menu",
    "cw:00000000000000000000000000000000:1:-",
    "wy:born",
    "mz:1:2",
    "da:core.service",
    "da:no.such.purpose:1.0:1",
    "sh::1",
    "\u202e\u200b",
    "é" * 32,
    "A" * 64,
    "%s%n{0}",
    "'; --",
)


async def with_a_collage(lou: Person, t: Texts) -> StoredMessage:
    await welcomed(lou, t)
    await lou.send_album([picture("cat"), dated("coffee")])
    return await collage_of(lou, t)


@ENGLISH
async def test_1_another_persons_buttons_do_nothing_and_say_so(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    collage = await with_a_collage(lou, t)
    async with app.storage.read() as tx:
        media = (await tx.gallery.kept(await owner_of(app, lou)))[0].id
    await welcomed(sam, t)
    before, seen = await rows_of(app, lou), (collage.words, collage.version)
    stolen = [
        data
        for message in lou.from_bot
        for row in message.wire.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
        if (data := button.get("callback_data", "")).startswith(("co", "cc", "cw", "g"))
    ]
    acts = [*MediaAct.__members__.values()]
    stolen += [OnMedia(media=media, act=act).pack() for act in acts]
    stolen += [Browse(media=media).pack()]

    for data in stolen:
        await press_again(sam, data, sam.last_message)
    await handled(app)

    assert await rows_of(app, lou) == before
    assert (collage.words, collage.version) == seen
    assert not any(m.photo or m.document for m in sam.from_bot)
    assert any(t("error-collage-gone") in m.words for m in sam.from_bot)
    assert never_at_a_loss(sam, t)


@FRENCH
async def test_2_garbage_in_a_button_is_an_expired_button(lou: Person, t: Texts) -> None:
    said = await welcomed(lou, t)
    before = len(lou.from_bot)

    for data in GARBAGE:
        assert (await press(lou, data, said.wire)).text == t("error-expired")

    assert len(lou.from_bot) == before


@ENGLISH
async def test_2_every_kind_of_button_bears_every_value_that_its_type_lets_through(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await with_a_collage(lou, t)
    async with app.storage.read() as tx:
        media = (await tx.gallery.kept(await owner_of(app, lou)))[0].id
    dice = random.Random(2)
    forged = [one for one in buttons(dice, 5, media) if not one.startswith(DESTROYS)]

    for number, data in enumerate(forged):
        await press(lou, data, lou.last_message.wire)
        if number % 20 == 0:
            sandbox.clock.move(timedelta(seconds=30))  # nobody presses faster than one may
    await handled(app)

    assert never_at_a_loss(lou, t)


@FRENCH
async def test_2_pressed_twice_at_once_is_pressed_once(lou: Person, t: Texts, app: App) -> None:
    collage = await with_a_collage(lou, t)
    layout = data_of(collage, t("collage-button-layout"))

    first, second = forge(lou, layout, collage.wire), forge(lou, layout, collage.wire)
    await first.answer
    await second.answer
    await handled(app)

    assert any(t("error-collage-changed") in m.words for m in lou.from_bot)
    assert never_at_a_loss(lou, t)


@ENGLISH
async def test_2_nothing_is_left_to_press_after_erasing(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    collage = await with_a_collage(lou, t)
    old = [
        button["callback_data"]
        for row in collage.wire["reply_markup"]["inline_keyboard"]
        for button in row
        if "callback_data" in button
    ]
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-erase") in m.buttons)
    for label in ("privacy-button-erase", "privacy-button-erase-sure", "privacy-button-erase-now"):
        await lou.press(t(label))
        await handled(app)
    await app.queue.idle()
    async with app.storage.read() as tx:
        assert await tx.people.by_telegram_id(lou.id) is None

    sandbox.clock.move(timedelta(seconds=60))
    for data in old:
        await press(lou, data, collage.wire)
    await handled(app)

    assert await rows_of(app, lou) == {"people": 1, "keys": 1}
    assert never_at_a_loss(lou, t)


@FRENCH
async def test_3_a_press_from_a_group_is_not_heard(
    lou: Person, sam: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    collage = await with_a_collage(lou, t)
    group = sandbox.group("La famille", people=[lou, sam])
    wire = collage.wire | {"chat": {"id": group, "type": "supergroup", "title": "La famille"}}
    before = await rows_of(app, lou), len(lou.from_bot)

    forged = forge(lou, data_of(collage, t("collage-button-layout")), wire)
    forge(sam, OpenPrivacy().pack(), wire)
    await lou.settle()
    await handled(app)

    assert not forged.answer.done()
    assert (await rows_of(app, lou), len(lou.from_bot)) == before
    async with app.storage.read() as tx:
        assert await tx.people.by_telegram_id(sam.id) is None


@ENGLISH
async def test_4_a_button_whose_message_is_gone_or_missing_still_answers(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    collage = await with_a_collage(lou, t)
    gone = {"chat": collage.wire["chat"], "message_id": collage.id, "date": 0}
    draft = next(data for data in buttons(random.Random(4), 40) if data.startswith("co"))
    some = [one for one in buttons(random.Random(4), 1) if not one.startswith(DESTROYS)]

    for number, data in enumerate([draft, *some]):
        await press(lou, data, gone)
        await press(lou, data, inline_message_id="inline-1")
        if number % 10 == 0:
            sandbox.clock.move(timedelta(seconds=30))
    own = OnCollage.unpack(data_of(collage, t("collage-button-details")))
    for act in Act:
        await press(lou, own.model_copy(update={"act": act}).pack(), gone)
        await press(lou, own.model_copy(update={"act": act}).pack())
    await handled(app)

    assert never_at_a_loss(lou, t)


@ENGLISH
async def test_15_who_takes_over_a_name_takes_over_nothing(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    """Only numeric ids are keys: the same first name and username are somebody else."""
    await welcomed(lou, t)
    await lou.send_photo(picture("cat"))
    await lou.wait_for(t("gallery-kept", count=1))
    sam.state.first_name = lou.state.first_name
    await welcomed(sam, t)

    await sam.say("/gallery")
    await sam.wait_for(t("gallery-empty"))

    assert await owner_of(app, lou) != await owner_of(app, sam)


@FRENCH
async def test_2_a_button_whose_message_was_deleted_meanwhile_is_no_error(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    collage = await with_a_collage(lou, t)
    async with app.storage.read() as tx:
        media = (await tx.gallery.kept(await owner_of(app, lou)))[0].id
    dice = random.Random(2)
    own = OnCollage.unpack(data_of(collage, t("collage-button-details")))
    forged = [own.model_copy(update={"act": act}).pack() for act in Act]
    forged += [one for one in buttons(dice, 1, media) if not one.startswith(DESTROYS)]
    wires = [collage.wire, next(m.wire for m in lou.from_bot if m.text)]
    remove(lou.world, lou.chat, [wire["message_id"] for wire in wires])

    for number, data in enumerate(forged):
        await press(lou, data, wires[number % 2])
        if number % 20 == 0:
            sandbox.clock.move(timedelta(seconds=30))
    await handled(app)

    assert never_at_a_loss(lou, t)
