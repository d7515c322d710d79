"""A photo that may be intimate is left aside until its owner says; it is shown to nobody else."""

import io
import logging

import numpy as np
import pytest
from PIL import Image
from sqlalchemy import text

from bot.app import App
from bot.pixels.small import small
from bot.sandbox.person import Person
from bot.texts import Texts
from bot.vision.sensitive import sensitive
from bot.vision.sight import SENSITIVE_FROM
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    collage_of,
    count,
    dated,
    file,
    owner_of,
)

ROSY = (240, 200, 190)


def balls() -> bytes:
    """Four shaded balls of one colour: all that the network needs to be wary."""
    dice, light = np.random.default_rng(7), np.zeros((480, 640))
    down, across = np.mgrid[0:480, 0:640]
    for _ in range(4):
        x, y, radius = dice.integers(100, 540), dice.integers(80, 400), dice.integers(80, 200)
        apart = np.hypot(across - x, down - y) / radius
        light = np.maximum(light, np.sqrt(np.clip(1 - apart**2, 0, 1)))
    pixels = np.array(ROSY) * (0.5 + 0.5 * light[..., None])
    out = io.BytesIO()
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(out, "JPEG", quality=92)
    return out.getvalue()


def test_the_balls_are_enough_to_ask() -> None:
    assert (sensitive(small(balls(), 640)) or 0) >= SENSITIVE_FROM


@IN_ENGLISH
async def test_it_is_asked_about_once_and_used_when_its_owner_says_so(
    lou: Person, t: Texts, app: App, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    await welcomed(lou, t)
    given = [("a.jpg", dated("cat")), ("b.jpg", dated("coffee")), ("c.jpg", balls())]
    await lou.send_album([file(*one) for one in given])
    collage = await collage_of(lou, t)
    asked = await lou.wait_for(t("gallery-intimate", count=1))
    owner = await owner_of(app, lou)
    assert not [one for one in lou.from_bot if "intim" in one.words and one is not asked]
    await lou.press(t("collage-button-details"), collage)
    details = await lou.wait_for(t("collage-details-photos", count=2))
    assert t("collage-details-out-sensitive", count=1) in details.words

    yes = data_of(asked, t("gallery-button-use", count=1))
    await lou.press(t("gallery-button-use", count=1), asked)
    await lou.wait_for(t("gallery-intimate-used", count=1))
    whole = await lou.wait_for(lambda m: m.id == collage.id and bool(m.photo))
    await lou.press(t("collage-button-details"), whole)
    await lou.wait_for(t("collage-details-photos", count=3))
    assert await app.roles.library.left_outs(owner) == {}
    await press_again(lou, yes, asked)
    await lou.wait_for(t("gallery-gone"))
    assert "intim" not in caplog.text
    assert "sensitive" not in caplog.text


@IN_FRENCH
async def test_left_aside_it_is_kept_and_never_suggested(lou: Person, t: Texts, app: App) -> None:
    await welcomed(lou, t)
    await lou.send_file("c.jpg", balls())
    asked = await lou.wait_for(t("gallery-intimate", count=1))
    await lou.press(t("gallery-button-leave-aside"), asked)
    await lou.wait_for(t("gallery-intimate-left"))
    assert len(await app.roles.library.left_outs(await owner_of(app, lou))) == 1


@IN_ENGLISH
async def test_after_a_crash_it_is_not_asked_twice_and_given_again_it_is_asked_anew(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await lou.send_file("c.jpg", balls())
    asked = await lou.wait_for(t("gallery-intimate", count=1))
    await lou.settle()
    said = list(lou.from_bot)

    await forget_that_it_was_told(app)
    await app.clock_moved()
    await lou.settle()
    assert lou.from_bot == said
    assert not await count(app, "jobs WHERE name = 'gallery.album' AND state != 'done'")

    await lou.press(t("gallery-button-leave-aside"), asked)
    await lou.wait_for(t("gallery-intimate-left"))
    await lou.send_file("again.jpg", balls())
    anew = await lou.wait_for(t("gallery-intimate", count=1))
    assert anew is not asked
    await lou.press(t("gallery-button-use", count=1), anew)
    await lou.wait_for(t("gallery-intimate-used", count=1))
    assert await app.roles.library.left_outs(await owner_of(app, lou)) == {}


async def forget_that_it_was_told(app: App) -> None:
    """As a process that is killed after its last message and before it writes that down."""
    async with app.storage.begin() as tx:
        await tx.execute(text("UPDATE albums SET parts = 1, answer_message_id = NULL"))
        await tx.execute(
            text(
                "UPDATE jobs SET state = 'running', lease_until = posted_at, done_at = NULL"
                " WHERE name = 'gallery.album'"
            )
        )
