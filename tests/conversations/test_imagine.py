"""/imagine against the stand-in: a picture that says what it is, troubles, no endpoint."""

import asyncio
import base64
import io
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest_asyncio
from aiohttp import web
from PIL import Image

from bot.app import App, open_app
from bot.jobs.pool import Pool
from bot.sandbox.endpoint import IMAGE_MODEL, TEXT_MODEL, StandIn, Trouble
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.settings import read_settings
from bot.telegram.pace import Pacer
from bot.texts import Language, Texts
from storage.personal_data import Purpose
from tests.conversations.conftest import SWIFT
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    count,
    dated,
    file,
    files_are,
    owner_of,
    picture,
    until,
)
from tests.furnished import furnished

WORDS = "a lighthouse in the fog"
DIGITAL_SOURCE = b"http://cv.iptc.org/newscodes/digitalsourcetype/"


@asynccontextmanager
async def running(sandbox: Sandbox, pool: Pool, folder: Path, url: str) -> AsyncIterator[App]:
    settings = read_settings(
        bot_token=sandbox.bot_token,
        telegram_api=sandbox.url,
        home=folder / "data",
        key_file=folder / "key",
        operator="somebody",
        ai_url=url,
        ai_model=TEXT_MODEL,
        ai_image_model=IMAGE_MODEL,
    )
    furnished(settings.home, settings.key_file)
    pacer = Pacer(SWIFT, SWIFT)
    async with open_app(
        settings, sandbox.clock, dice=random.Random(7), pool=pool, pacer=pacer
    ) as app:
        until = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            task = group.create_task(app.run(until))
            yield app
            until.set()
            await task


@pytest_asyncio.fixture(loop_scope="session")
async def stand_in() -> StandIn:
    return StandIn()


@pytest_asyncio.fixture(loop_scope="session")
async def imagining(
    sandbox: Sandbox, pool: Pool, tmp_path: Path, stand_in: StandIn
) -> AsyncIterator[App]:
    async with (
        stand_in.serve() as url,
        running(sandbox, pool, tmp_path, url) as app,
    ):
        sandbox.on_settle(app.at_rest)
        yield app


@asynccontextmanager
async def painter(
    content: bytes, meanwhile: Callable[[], Awaitable[object]] | None = None
) -> AsyncIterator[str]:
    """An endpoint that sends these bytes for a picture; meanwhile: what happens while it draws."""

    async def answer(_request: web.Request) -> web.Response:
        if meanwhile is not None:
            await meanwhile()
        data = [{"b64_json": base64.b64encode(content).decode()}]
        return web.json_response({"created": 0, "data": data})

    served = web.Application()
    served.router.add_post("/v1/images/generations", answer)
    runner = web.AppRunner(served, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    finally:
        await runner.cleanup()


def met(sandbox: Sandbox, app: App, language: Language) -> tuple[Person, Texts]:
    return sandbox.person("Lou", language_code=language), app.texts[language]


async def agreed(lou: Person, t: Texts, app: App) -> None:
    """Welcomed, asked about the outside AI by way of /imagine, and said yes."""
    await welcomed(lou, t)
    await lou.say(f"/imagine {WORDS}")
    await lou.wait_for(lambda m: t("looks-button-ask") in m.buttons)
    await lou.press(t("looks-button-ask"))
    notices = app.roles.registrar.notices
    label = notices.show(Purpose.SUGGEST_EXTERNAL_AI, t.language).yes
    await lou.wait_for(lambda m: label in m.buttons)
    await lou.press(label)
    await lou.wait_for(t("consent-given"))


async def a_picture(lou: Person, t: Texts, app: App) -> StoredMessage:
    await agreed(lou, t, app)
    await lou.say(f"/imagine {WORDS}")
    return await lou.wait_for(lambda m: bool(m.photo) and t("looks-button-again") in m.buttons)


@IN_ENGLISH
async def test_words_become_a_picture_that_says_what_it_is(
    sandbox: Sandbox, imagining: App, stand_in: StandIn, language: Language
) -> None:
    lou, t = met(sandbox, imagining, language)
    picture = await a_picture(lou, t, imagining)

    assert picture.wire["has_protected_content"]
    assert t("looks-label-ai-image") in picture.words
    assert len(stand_in.seen) == 1
    assert WORDS in stand_in.seen[0].body["prompt"]
    assert "Lou" not in stand_in.seen[0].words
    await lou.press(t("looks-button-file"))
    sent = await lou.wait_for(lambda m: m.document is not None)
    content = sandbox.download(sent)
    assert sent.words == t("looks-label-ai-image")
    assert DIGITAL_SOURCE + b"trainedAlgorithmicMedia" in content
    assert content.startswith(b"\xff\xd8")

    old = data_of(picture, t("looks-button-again"))
    await lou.press(t("looks-button-preset-papercut"), picture)
    again = await lou.wait_for(
        lambda m: bool(m.photo) and t("looks-button-preset-postcard") in m.buttons
    )
    await press_again(lou, old, again)
    await lou.wait_for(t("error-look-changed"))
    assert "paper cut" in stand_in.seen[1].body["prompt"]
    assert await count(imagining, "imagined") == 1


@IN_FRENCH
async def test_each_trouble_has_its_sentence_and_something_that_works(
    sandbox: Sandbox, imagining: App, stand_in: StandIn, language: Language
) -> None:
    lou, t = met(sandbox, imagining, language)
    await agreed(lou, t, imagining)
    for trouble, why in (
        (Trouble.REFUSES, "refused"),
        (Trouble.BROKEN, "broken"),
        (Trouble.JUNK, "broken"),
    ):
        stand_in.trouble = trouble
        lou.mark()
        await lou.say(f"/imagine {WORDS}")
        told = await lou.wait_for(t(f"looks-imagine-why-{why}"))
        assert t("looks-button-again") in told.buttons
        assert t("looks-button-card") in told.buttons
    stand_in.trouble = None
    await lou.press(t("looks-button-again"))
    await lou.wait_for(lambda m: bool(m.photo))


@IN_ENGLISH
async def test_bytes_that_are_no_picture_or_a_bomb_are_told_as_broken(
    sandbox: Sandbox, pool: Pool, tmp_path: Path, language: Language
) -> None:
    bomb = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(bomb, "PNG")
    for number, content in enumerate((b"<svg onload=alert(1)>", bomb.getvalue())):
        async with (
            painter(content) as url,
            running(sandbox, pool, tmp_path / str(number), url) as app,
        ):
            lou = sandbox.person(f"Lou{number}", language_code=language)
            t = app.texts[language]
            await agreed(lou, t, app)
            await lou.say(f"/imagine {WORDS}")
            await lou.wait_for(t("looks-imagine-why-broken"))
            assert await count(app, "imagined WHERE file IS NOT NULL") == 0


@IN_FRENCH
async def test_a_picture_that_comes_after_the_consent_went_is_not_kept(
    sandbox: Sandbox, pool: Pool, tmp_path: Path, language: Language
) -> None:
    """And the message that promised it does not stand there for ever."""
    found: list[tuple[App, Person]] = []

    async def withdraw() -> None:
        [(app, lou)] = found
        owner = await owner_of(app, lou)
        await app.roles.registrar.withdrawn(owner, Purpose.SUGGEST_EXTERNAL_AI)

    async with (
        painter(picture(), withdraw) as url,
        running(sandbox, pool, tmp_path, url) as app,
    ):
        lou, t = met(sandbox, app, language)
        found.append((app, lou))
        await agreed(lou, t, app)
        await lou.say(f"/imagine {WORDS}")
        await lou.wait_for(t("looks-stopped"))
        assert await count(app, "imagined") == 0
        await until(partial(files_are, app, 0))
        assert t("looks-imagining") not in [message.words for message in lou.from_bot]


@IN_FRENCH
async def test_without_an_endpoint_it_says_so_and_letters_the_words(
    lou: Person, t: Texts, sandbox: Sandbox, app: App
) -> None:
    await welcomed(lou, t)
    await lou.say(f"/imagine {WORDS}")
    told = await lou.wait_for(t("looks-imagine-none"))
    assert t("looks-button-a-look") not in told.buttons  # there is no photo yet

    await lou.press(t("looks-button-card"))
    card = await lou.wait_for(lambda m: bool(m.photo))
    assert card.wire["has_protected_content"]
    assert t("looks-card-made") in card.words
    before = sandbox.download(card)
    await lou.press(t("looks-button-dress"))
    await lou.wait_for(lambda m: bool(m.photo) and sandbox.download(m) != before)
    await lou.press(t("looks-button-from-square"))
    tall = await lou.wait_for(lambda m: t("looks-button-from-story") in m.buttons)
    await lou.press(t("looks-button-file"), tall)
    sent = await lou.wait_for(lambda m: m.document is not None)
    content = sandbox.download(sent)
    with Image.open(io.BytesIO(content)) as image:  # noqa: TID251 - the bot's own
        assert image.size == (1080, 1920)
    assert DIGITAL_SOURCE + b"algorithmicMedia" in content
    assert await count(app, "cards WHERE version = 3") == 1


@IN_ENGLISH
async def test_a_photo_can_have_a_look_instead(lou: Person, t: Texts) -> None:
    await welcomed(lou, t)
    await lou.send_album([file("a.jpg", dated("palace"))])
    await lou.wait_for(t("gallery-one-more"))
    await lou.say("/imagine")
    await lou.wait_for(t("looks-imagine-words-card"))
    await lou.say(WORDS)
    await lou.wait_for(t("looks-imagine-none"))
    await lou.press(t("looks-button-a-look"))
    await lou.wait_for(lambda m: t("looks-sheet-title") in m.words)


@IN_FRENCH
async def test_words_without_a_letter_get_a_sentence(lou: Person, t: Texts) -> None:
    await welcomed(lou, t)
    await lou.say("/imagine ✨✨")
    await lou.wait_for(t("looks-imagine-none"))
    await lou.press(t("looks-button-card"))
    await lou.wait_for(t("error-card-no-letters"))
    await lou.say("/imagine " + "x" * 900)
    await lou.wait_for(t("error-too-long", limit=400))


@IN_ENGLISH
async def test_a_bare_imagine_stands_for_a_while_and_ends_with_another_command(
    lou: Person, t: Texts, sandbox: Sandbox
) -> None:
    """What is said later, to somebody else in mind, is not sent anywhere."""
    await welcomed(lou, t)
    for turned in ("/help", None):
        await lou.say("/imagine")
        await lou.settle()
        if turned:
            await lou.say(turned)
            await lou.settle()
        else:
            await sandbox.move_clock(timedelta(minutes=16))
        await lou.say("my sister is coming on Monday with the kids")
        await lou.settle()
        assert not any(m.photo for m in lou.from_bot)
        assert t("looks-imagining") not in [m.words for m in lou.from_bot]
