import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiogram import Bot, Dispatcher
from aiogram.methods import SendPhoto
from aiogram.types import BufferedInputFile
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from bot.sandbox.methods.receiving import WEBHOOK_ACTIVE
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.updates import WEBHOOK_SET
from tests.sandbox.pictures import jpeg
from tests.sandbox.raw import Json, RawApi

WORD = "S-1"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
Answer = Callable[[Json], Awaitable[web.StreamResponse]]


class Receiver:
    """A web server of the bot's: notes what it hears and answers as it is told."""

    def __init__(self) -> None:
        self.heard: list[Json] = []
        self.secrets: list[str | None] = []
        self.statuses: list[int] = []
        self.answer: Answer | None = None
        self.url = ""
        self.news = asyncio.Event()

    async def receive(self, request: web.Request) -> web.StreamResponse:
        self.heard.append(await request.json())
        self.secrets.append(request.headers.get(HEADER))
        self.news.set()
        if self.statuses:
            return web.Response(status=self.statuses.pop(0))
        return await self.answer(self.heard[-1]) if self.answer else web.Response()

    async def until(self, count: int) -> list[str]:
        """The texts heard, once there are so many."""
        async with asyncio.timeout(60):
            while len(self.heard) < count:
                self.news.clear()
                await self.news.wait()
        return [update["message"]["text"] for update in self.heard]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.add_routes([web.post("/hook", receiver.receive)])
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_are_posted_with_the_secret(
    api: RawApi, receiver: Receiver, lou: Person
) -> None:
    assert (await api("setWebhook", url=receiver.url, secret_token=WORD))["ok"]
    await lou.say("two")
    assert await receiver.until(2) == ["/start", "two"]
    assert receiver.secrets == [WORD, WORD]
    info = (await api("getWebhookInfo"))["result"]
    assert (info["url"], info["pending_update_count"] <= 1) == (receiver.url, True)


async def test_a_refused_update_comes_again_before_the_next_of_its_chat(
    api: RawApi, receiver: Receiver, lou: Person
) -> None:
    receiver.statuses = [500, 302]
    await api("setWebhook", url=receiver.url)
    await lou.say("two")
    assert await receiver.until(4) == ["/start", "/start", "/start", "two"]
    assert "302" in (await api("getWebhookInfo"))["result"]["last_error_message"]


async def test_a_slow_chat_does_not_hold_up_another(
    api: RawApi, receiver: Receiver, sandbox: Sandbox, lou: Person
) -> None:
    release = asyncio.Event()

    async def slow_for_lou(update: Json) -> web.StreamResponse:
        if update["message"]["chat"]["id"] == lou.id:
            await release.wait()
        return web.Response()

    receiver.answer = slow_for_lou
    await api("setWebhook", url=receiver.url)
    sam = sandbox.person("Sam")
    await sam.say("one")
    await sam.say("two")
    await lou.say("later")
    assert sorted(await receiver.until(3)) == ["/start", "one", "two"]
    release.set()
    assert (await receiver.until(4))[-1] == "later"


async def test_an_answer_may_be_a_call(api: RawApi, receiver: Receiver, lou: Person) -> None:
    async def answer(update: Json) -> web.StreamResponse:
        return web.json_response(
            {"method": "sendMessage", "chat_id": update["message"]["chat"]["id"], "text": "hi"}
        )

    receiver.answer = answer
    await api("setWebhook", url=receiver.url)
    assert (await lou.wait_for("hi")).text == "hi"


async def test_polling_and_webhook_exclude_each_other(api: RawApi, receiver: Receiver) -> None:
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(api("getUpdates", timeout=5))
        await asyncio.sleep(0.05)
        await api("setWebhook", url=receiver.url)
    assert poll.result()["description"] == WEBHOOK_SET
    assert await api.refusal("getUpdates") == f"409 {WEBHOOK_ACTIVE}"
    await api("deleteWebhook", drop_pending_updates=True)
    assert (await api("getUpdates"))["result"] == []


@pytest.mark.parametrize(
    ("url", "secret", "words"),
    [
        ("ftp://example.org", "", "invalid webhook URL specified"),
        ("http://example.org/x", "", "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            "https://example.org:1/x",
            "",
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ("https://example.org/x", "a b", "secret token contains unallowed characters"),
        ("https://example.org/x", "a" * 257, "secret token is too long"),
    ],
)
async def test_a_wrong_webhook_is_refused(api: RawApi, url: str, secret: str, words: str) -> None:
    refusal = await api.refusal("setWebhook", url=url, secret_token=secret)
    assert refusal == f"400 Bad Request: {words}"


async def test_an_answer_with_a_file_is_a_call_too(
    api: RawApi, receiver: Receiver, bot: Bot, lou: Person
) -> None:
    async def answer(_update: Json) -> web.StreamResponse:
        handler = SimpleRequestHandler(Dispatcher(), bot)
        photo = BufferedInputFile(jpeg(30, 20), "a.jpg")
        call = SendPhoto(chat_id=lou.id, photo=photo, caption="from the hook")
        return web.Response(body=handler._build_response_writer(bot, call))  # as aiogram answers

    receiver.answer = answer
    await api("setWebhook", url=receiver.url)
    assert (await lou.wait_for("from the hook")).photo


async def test_a_webhook_that_is_away_is_tried_again(
    api: RawApi, sandbox: Sandbox, lou: Person
) -> None:
    await api("setWebhook", url="http://127.0.0.1:9/away")
    await lou.say("two")
    for _ in range(200):
        if "Connection failed" in str((await api("getWebhookInfo"))["result"]):
            break
        await asyncio.sleep(0.02)
    else:
        pytest.fail("nobody noticed that the webhook is away")
    assert len(sandbox.world.queue) == 2
