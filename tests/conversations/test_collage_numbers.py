"""Photos of a collage chosen by number: swapped, dropped, brought back, and all of it undone."""

from bot.app import App
from bot.collage.edits import Change
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import IN_FRENCH, collage_of, count, dated, file


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
    await press_again(lou, old, collage)
    await lou.wait_for(t("error-collage-changed"))
    await pick(lou, t, collage, Change.BRING_BACK)
    await lou.press(t("collage-button-back"), collage)
    pictures.append(sandbox.download(await collage_of(lou, t)))
    await undo(lou, t, collage, 3)

    assert len(set(pictures)) == len(pictures)
    assert sandbox.download(collage) == pictures[0]
    assert t("collage-button-undo") not in collage.buttons
    assert len(lou.from_bot) == sent + 1
    assert await count(app, "collages WHERE undo IS NULL AND version = 7") == 1
