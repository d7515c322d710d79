"""The mission, row by row: what the originals do, and the conversation here that proves it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Final

import pytest
import pytest_asyncio

from bot.app import App
from bot.consent.countries import country_name
from bot.sandbox.endpoint import IMAGE_MODEL, TEXT_MODEL, StandIn
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from storage.personal_data import Purpose
from tests.conversations.conftest import app, language, lou, pool, sam, sandbox, t
from tests.conversations.first_steps import data_of, welcomed, yes
from tests.conversations.given import collage_of, count, dated, file, give_two
from tests.conversations.objecting import is_notice
from tests.conversations.test_training import CHOICES, an_album, asks, share
from tests.conversations.waiting_steps import change

__all__ = ["app", "language", "lou", "pool", "sam", "sandbox", "t"]
pytestmark = pytest.mark.asyncio(loop_scope="session")
SLOW_S: Final = 30


@pytest.fixture
def ada(sandbox: Sandbox, language: str) -> Person:
    """She runs this bot."""
    return sandbox.person("Ada", language_code=language)


@pytest_asyncio.fixture(loop_scope="session")
async def changed_settings(ada: Person) -> AsyncIterator[dict[str, object]]:
    """With an operator, and an endpoint that talks and paints."""
    async with StandIn().serve() as url:
        yield {
            "admins": frozenset({ada.id}),
            "ai_url": url,
            "ai_model": TEXT_MODEL,
            "ai_image_model": IMAGE_MODEL,
        }


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays, in one language."""

    app: App
    sandbox: Sandbox
    t: Texts
    lou: Person
    sam: Person
    ada: Person


@pytest.fixture
def cast(  # each is somebody
    app: App, sandbox: Sandbox, t: Texts, lou: Person, sam: Person
) -> Cast:
    return Cast(app, sandbox, t, lou, sam, ada=sandbox.people()[0])


async def _suggests(cast: Cast) -> str:
    """Photos that were given become a collage with captions, and stay private."""
    lou, t = cast.lou, cast.t
    await welcomed(lou, t)
    collage = await give_two(lou, t)
    assert collage.wire["has_protected_content"]
    assert {"1", "2", "3", t("collage-button-layout"), t("collage-button-share")} <= set(
        collage.buttons
    )
    assert await count(cast.app, "media WHERE shared_at IS NOT NULL") == 0
    return "an album → a collage, three captions, private until Share"


async def _asks_to_train(cast: Cast) -> str:
    """After the first share, apart, once; a yes to the product was none to training."""
    lou, t = cast.lou, cast.t
    await welcomed(lou, t, "US")
    await share(lou, cast.sam, t, await an_album(lou, t, ("cat", "coffee")))
    question = await lou.wait_for(asks(t))
    assert await count(cast.app, "choices") == 0
    await lou.press(yes(t, CHOICES), question)
    await lou.wait_for(t("consent-given"))
    return "a share → the question, alone; nothing kept before the yes"


async def _rolls_out(cast: Cast) -> str:
    """Closed by the operator, waited for, opened: one message."""
    lou, t = cast.lou, cast.t
    await change(cast.ada, t, "br gallery waitlist")
    brazil = country_name("BR", t.language)
    await lou.start()
    await lou.wait_for(t("welcome-hello", bot="Pépite").split("\n", maxsplit=1)[0])
    await lou.say(brazil)
    await lou.wait_for(lambda m: yes(t, Purpose.INFORM_LAUNCH) in m.buttons)
    await lou.press(yes(t, Purpose.INFORM_LAUNCH))
    await lou.wait_for(t("consent-given-inform-launch"))
    lou.mark()
    await change(cast.ada, t, "br gallery live")
    told = t("welcome-now-open", bot="Pépite", country=brazil)
    await lou.wait_for(told)
    assert [message.words for message in lou.from_bot].count(told) == 1
    return "Brazil waits → /admin region br gallery live → one message"


async def _writes(cast: Cast) -> str:
    """From the chat, shown as a change; and from any chat."""
    lou, t = cast.lou, cast.t
    words = {
        "en": "they was great, I just wanted to say",
        "fr": "on as bien ri, je voulais juste te dire",
    }[t.language]
    await welcomed(lou, t)
    await lou.say(f"/write {words}")
    await lou.wait_for(lambda m: t("writing-wish-proofread") in m.buttons)
    await lou.press(t("writing-wish-proofread"))
    shown = await lou.wait_for(lambda m: t("writing-button-accept") in m.buttons, SLOW_S)
    assert {"strikethrough", "bold"} <= {entity["type"] for entity in shown.entities}
    await lou.press(t("writing-button-accept"))
    await lou.wait_for(lambda m: t("writing-button-copy") in m.buttons)
    assert (await lou.inline(words, cast.sam, SLOW_S)).results
    return "/write → the change struck and bold → accept; @bot text in a friend’s chat"


async def _imagines(cast: Cast) -> str:
    """Through the endpoint that was agreed to, labelled inside and out."""
    lou, t = cast.lou, cast.t
    await welcomed(lou, t)
    await lou.say("/imagine a lighthouse")
    await lou.wait_for(lambda m: t("looks-button-ask") in m.buttons)
    await lou.press(t("looks-button-ask"))
    notices = cast.app.roles.registrar.notices
    agree = notices.show(Purpose.SUGGEST_EXTERNAL_AI, t.language, most=1, quiet="").yes
    await lou.wait_for(lambda m: agree in m.buttons)
    await lou.press(agree)
    await lou.wait_for(lambda m: m.words.startswith(t("consent-given")))
    await lou.say("/imagine a lighthouse")
    await lou.wait_for(lambda m: bool(m.photo) and t("looks-label-ai-image") in m.words, SLOW_S)
    await lou.press(t("looks-button-file"))
    sent = await lou.wait_for(lambda m: m.document is not None, SLOW_S)
    assert b"trainedAlgorithmicMedia" in cast.sandbox.download(sent)
    return "/imagine → the host is agreed to → a picture that says what it is"


async def _is_asked(cast: Cast) -> str:
    """Plain words find and make; they delete nothing."""
    lou, t = cast.lou, cast.t
    find, make, delete = {
        "en": ("the photos from Lyon", "a collage of Lyon", "delete everything"),
        "fr": ("les photos de Lyon", "un collage de Lyon", "efface tout"),
    }[t.language]
    await welcomed(lou, t)
    await lou.send_album([file("a.jpg", dated("cat")), file("b.jpg", dated("coffee"))])
    first = await collage_of(lou, t)
    await lou.say(find)
    await lou.wait_for(lambda m: t("assistant-button-show") in m.buttons)
    await lou.say(make)
    await lou.wait_for(
        lambda m: bool(m.photo) and t("collage-button-layout") in m.buttons and m.id > first.id,
        SLOW_S,
    )
    await lou.say(delete)
    await lou.wait_for(t("assistant-screen-privacy"))
    assert await count(cast.app, "media") == 2
    return "“the photos from Lyon”, “a collage of Lyon”; “delete everything” deletes nothing"


async def _takes_objections(cast: Cast) -> str:
    """Told after the first share; one press objects, and is always accepted."""
    lou, t = cast.lou, cast.t
    await welcomed(lou, t, "FR")
    await share(lou, cast.sam, t, await an_album(lou, t, ("cat", "coffee")))
    notice = await lou.wait_for(lambda m: is_notice(m, t), SLOW_S)
    await lou.press(notice.buttons[0], notice)
    done = await lou.wait_for(lambda m: t("consent-button-receipt") in m.buttons)
    assert data_of(done, t("consent-button-receipt"))
    assert await count(cast.app, "consents WHERE state = 'objected'") >= 1
    assert await count(cast.app, "choices") == 0
    return "a share in France → the notice → I object → its reference and receipt"


Proof = Callable[[Cast], Awaitable[str]]
ROWS: Final[dict[str, Proof]] = {
    "camera-roll suggestions": _suggests,
    "training clause": _asks_to_train,
    "region roll-out": _rolls_out,
    "Write with Meta AI": _writes,
    "Imagine in the photo tab": _imagines,
    "Meta AI chat": _is_asked,
    "EU objection": _takes_objections,
}


@pytest.mark.parametrize("row", ROWS)
async def test_each_row_of_the_mission_has_a_conversation_that_proves_it(
    row: str, cast: Cast, record_property: Callable[[str, object], None]
) -> None:
    proof = await ROWS[row](cast)
    record_property("mission", (row, cast.t.language, proof))
