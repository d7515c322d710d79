"""Abuse 23: a whole scenario at DEBUG, and not one word of a person in any log."""

import io
import logging
from collections.abc import Iterator

import pytest

from bot.app import App
from bot.sandbox.faults import Fault
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.telemetry import _Formatter, _NoSecrets
from bot.texts import Texts
from tests.abuse.forged import bring, handled
from tests.conversations.first_steps import welcomed
from tests.conversations.given import collage_of, file, picture

CANARY = "canary7wren"
ENOUGH = 100  # lines
OURS = ("bot.", "handlers.", "storage.")
ENGLISH = pytest.mark.parametrize("language", ["en"])


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Everything that anybody logs, through the house's own formatter and filter."""
    log, root = io.StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(log), root.level
    handler.setFormatter(_Formatter("%(levelname)s %(name)s %(message)s"))
    handler.addFilter(_NoSecrets())
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield log
    root.removeHandler(handler)
    root.setLevel(level)


@ENGLISH
async def test_23_no_log_at_any_level_knows_a_person(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, written: io.StringIO
) -> None:
    lou.state.first_name = CANARY
    await tell_everything(lou, t, sandbox)
    await bring(app, message={"chat": {"id": lou.id}, "text": [CANARY]})
    await handled(app)
    await app.queue.idle()

    lines = written.getvalue().splitlines()
    assert len(lines) > ENOUGH  # it did listen
    assert not [line for line in lines if CANARY in line]
    assert not [line for line in lines if sandbox.bot_token in line]
    ours = [line for line in lines if line.partition(" ")[2].startswith(OURS)]
    assert not [line for line in ours if str(lou.id) in line]


async def tell_everything(lou: Person, t: Texts, sandbox: Sandbox) -> None:
    """A canary in every place where a person may put words, and a few faults on the way."""
    await welcomed(lou, t)
    sandbox.faults.add(Fault("sendMessage", "500", times=1))
    sandbox.faults.add(Fault("editMessageText", "502html", times=1))
    bad = file(f"{CANARY}.jpg", b"<html>" + CANARY.encode())
    await lou.send_album([file(f"{CANARY}-1.jpg", picture("cat")), bad], caption=CANARY)
    await lou.send_album([picture("cat"), picture("coffee")], caption=f"{CANARY} too")
    await collage_of(lou, t)
    await lou.press(t("collage-button-own-words"))
    await lou.say(f"{CANARY} words")
    await lou.wait_for(t("collage-words-set"))
    await lou.press(t("collage-button-change"))
    await lou.wait_for(lambda m: t("collage-button-title") in m.buttons)
    await lou.press(t("collage-button-title"))
    await lou.say(f"{CANARY} title")
    await lou.wait_for(t("collage-title-set"))
    await lou.say(f"{CANARY} chat")
    await lou.inline(f"collage:{CANARY}")
