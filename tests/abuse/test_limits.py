"""Abuse 35 and 51: what is too large, and a child that may hold next to nothing."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.app import App
from bot.jobs.pool import MIB, Bounds, Kind, Pool
from bot.sandbox.person import Person
from bot.texts import Texts
from tests.abuse.checks import never_at_a_loss
from tests.conversations.first_steps import no, until_the_question
from tests.conversations.given import clip, file, kept, owner_of, picture

FRENCH = pytest.mark.parametrize("language", ["fr"])
TOO_MUCH = 20 * MIB + 1


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def pool() -> AsyncIterator[Pool]:
    """Its opener is killed whatever it is asked, as for a picture too large for it."""
    starved = Bounds(resident=1)
    async with Pool({Kind.OPEN: starved, Kind.EYES: Bounds(), Kind.PAINT: Bounds()}) as children:
        yield children


@FRENCH
async def test_35_what_cannot_be_opened_is_told_and_a_film_is_kept_all_the_same(
    lou: Person, t: Texts, app: App
) -> None:
    await until_the_question(lou, t)
    await lou.press(no(t))
    await lou.wait_for(t("consent-refused-suggest-analyse"))

    huge = b"\xff\xd8\xff" + bytes(TOO_MUCH)
    parts = [file("huge.jpg", huge), file("cat.jpg", picture()), file("film.mp4", clip())]
    await lou.send_album(parts)
    told = await lou.wait_for(t("gallery-refused", count=2))

    assert t("error-file-too-big", megapixels=50, megabytes=20) in told.words
    assert t("error-picture-failed") in told.words
    assert t("gallery-kept-films", count=1) in told.words
    assert await kept(app, await owner_of(app, lou)) == 1
    assert never_at_a_loss(lou, t)
