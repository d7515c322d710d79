"""Edits of a collage that fail: its painter dies, or a photo is forgotten before an undo."""

import asyncio
import os
from signal import SIGKILL
from typing import Any
from uuid import UUID

from bot.app import App
from bot.collage.edits import Change
from bot.jobs.pool import Kind, Pool
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from handlers.collage.data import ChangeCollage, DressPhoto, TakePhoto
from handlers.gallery.buttons import MediaAct, OnMedia
from storage.collage import CollageId
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    collage_of,
    count,
    dated,
    file,
    forgotten,
    give_two,
    open_page,
    owner_of,
)


async def kill_painters(pool: Pool) -> None:
    """Each as soon as it lives, and once: to draw a picture takes longer."""
    killed: set[int] = set()
    while True:
        process = pool.process_of(Kind.PAINT)
        if process is not None and process not in killed:
            killed.add(process)
            os.kill(process, SIGKILL)
        await asyncio.sleep(0.01)


@IN_ENGLISH
async def test_a_painter_that_dies_costs_a_sentence_and_the_same_button_works_after_it(
    lou: Person, t: Texts, sandbox: Sandbox, app: App, pool: Pool
) -> None:
    """A look needs no new page, so the painting is all that can fail: nothing is kept of it."""
    await welcomed(lou, t)
    collage = await give_two(lou, t)
    before, shown = sandbox.download(collage), collage.buttons
    about = about_of(collage, t)
    silver = DressPhoto(**about, look="silver", number=0).pack()

    async with asyncio.TaskGroup() as group:
        killing = group.create_task(kill_painters(pool))
        await press_again(lou, silver, collage)
        await lou.wait_for(t("error-unexpected"))
        killing.cancel()
    await lou.settle()
    assert (sandbox.download(collage), collage.buttons) == (before, shown)
    assert await count(app, "collages WHERE version = 1 AND undo IS NULL") == 1

    await press_again(lou, silver, collage)
    await lou.wait_for(lambda m: t("collage-button-undo") in m.buttons)
    assert sandbox.download(collage) != before
    assert await count(app, "collages WHERE version = 2") == 1
    assert await count(app, "media") == 2


@IN_FRENCH
async def test_an_undo_never_brings_back_a_photo_that_was_forgotten_meanwhile(
    lou: Person, t: Texts, app: App
) -> None:
    """It was taken off the page, so only the undo would show it: the collage went with it."""
    await welcomed(lou, t)
    names = ("cat", "coffee", "palace")
    await lou.send_album([file(f"{name}.jpg", dated(name)) for name in names])
    collage = await collage_of(lou, t)
    about = about_of(collage, t)
    await press_again(lou, TakePhoto(**about, change=Change.DROP, number=2).pack(), collage)
    await lou.wait_for(lambda m: t("collage-button-undo") in m.buttons)
    undo, gallery = data_of(collage, t("collage-button-undo")), await open_page(lou, t)

    forget = OnMedia(media=await dropped_from(about["collage"], app, lou), act=MediaAct.FORGET)
    await press_again(lou, forget.pack(), gallery)
    farewell = await lou.wait_for(forgotten(t, 1))
    await press_again(lou, undo, farewell)
    await lou.wait_for(t("error-collage-gone"))
    assert collage.id not in {message.id for message in lou.from_bot}

    await lou.press(t("gallery-button-undo"), farewell)
    await lou.settle()
    await press_again(lou, undo, farewell)
    await lou.wait_for(t("error-collage-gone"))
    assert await count(app, "media") == 3
    assert await count(app, "collages") == 0


def about_of(collage: StoredMessage, t: Texts) -> dict[str, Any]:
    """The draft and its version, as its buttons carry them."""
    data = ChangeCollage.unpack(data_of(collage, t("collage-button-layout")))
    return {"collage": data.collage, "version": data.version}


async def dropped_from(collage: UUID, app: App, lou: Person) -> UUID:
    draft = await app.roles.studio.draft(await owner_of(app, lou), CollageId(collage))
    [key] = draft.decision.dropped
    return UUID(hex=key)
