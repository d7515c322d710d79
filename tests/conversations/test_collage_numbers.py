"""Photos of a collage chosen by number: swapped, dropped, brought back, and all of it undone."""

from bot.app import App
from bot.collage.edits import Change, Edit
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from handlers.collage.data import ChangeCollage
from storage.collage import CollageId
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    collage_of,
    count,
    dated,
    file,
    give_two,
    owner_of,
)


async def pick(lou: Person, t: Texts, collage: StoredMessage, change: Change) -> None:
    """Change… and what it is about: the same message asks for a number."""
    await lou.press(t("collage-button-change"), collage)
    await lou.wait_for(lambda m: t(f"collage-button-pick-{change}") in m.buttons)
    await lou.press(t(f"collage-button-pick-{change}"), collage)
    await lou.wait_for(lambda m: m.words == t(f"collage-pick-{change}"))


async def take(lou: Person, t: Texts, collage: StoredMessage, number: int) -> None:
    await lou.press(t("collage-button-number", number=number), collage)
    await collage_of(lou, t)


async def drop(lou: Person, t: Texts, collage: StoredMessage, *numbers: int) -> None:
    for number in numbers:
        await pick(lou, t, collage, Change.DROP)
        await take(lou, t, collage, number)


async def undo(lou: Person, t: Texts, collage: StoredMessage, steps: int) -> None:
    for _ in range(steps):
        await lou.press(t("collage-button-undo"), collage)
        await collage_of(lou, t)


async def press_too_late(lou: Person, t: Texts, collage: StoredMessage, old: str) -> None:
    await press_again(lou, old, collage)
    await lou.wait_for(t("error-collage-changed"))
    await lou.settle()


@IN_FRENCH
async def test_photos_are_chosen_by_number_and_every_step_is_taken_back(
    lou: Person, t: Texts, sandbox: Sandbox, app: App
) -> None:
    """One message: two swapped, all but one taken out, brought back or not, and all undone."""
    await welcomed(lou, t)
    names = ("cat", "coffee", "palace")
    await lou.send_album([file(f"{name}.jpg", dated(name)) for name in names])
    collage = await collage_of(lou, t)
    sent, pictures = len(lou.from_bot), [sandbox.download(collage)]

    await pick(lou, t, collage, Change.SWAP)
    old = data_of(collage, t("collage-button-number", number=1))
    pictures.append(sandbox.download(collage))
    await lou.press(t("collage-button-number", number=1), collage)
    await lou.wait_for(lambda m: m.words == t("collage-pick-swap-second", number=1))
    await take(lou, t, collage, 3)
    pictures.append(sandbox.download(collage))
    await drop(lou, t, collage, 2, 1)
    await press_too_late(lou, t, collage, old)
    await pick(lou, t, collage, Change.BRING_BACK)
    await lou.press(t("collage-button-back"), collage)
    pictures.append(sandbox.download(await collage_of(lou, t)))
    await undo(lou, t, collage, 3)

    assert len(set(pictures)) == len(pictures)
    assert sandbox.download(collage) == pictures[0]
    assert t("collage-button-undo") not in collage.buttons
    assert len(lou.from_bot) == sent + 1
    assert await count(app, "collages WHERE undo IS NULL AND version = 7") == 1


@IN_ENGLISH
async def test_a_picture_that_a_crash_left_behind_is_shown_as_it_is_after_one_press(
    lou: Person, t: Texts, sandbox: Sandbox, app: App
) -> None:
    """The step was kept and never shown: its old button says so, the message catches up."""
    await welcomed(lou, t)
    collage = await give_two(lou, t)
    before, old = sandbox.download(collage), data_of(collage, t("collage-button-layout"))
    draft = ChangeCollage.unpack(old)
    await app.roles.studio.edit(
        await owner_of(app, lou), CollageId(draft.collage), draft.version, Edit(Change.LAYOUT)
    )

    await lou.press(t("collage-button-layout"), collage)
    await lou.wait_for(t("error-collage-changed"))
    await lou.settle()

    assert sandbox.download(collage) != before
    assert data_of(collage, t("collage-button-layout")) != old
    await lou.press(t("collage-button-undo"), collage)
    await lou.settle()
    assert sandbox.download(collage) == before
