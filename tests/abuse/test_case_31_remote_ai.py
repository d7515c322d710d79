"""Abuse case 31: nothing leaves for the endpoint without its own consent, and nothing but words.

TLS is case 38's, where the connection is.
"""

import io
from collections.abc import Awaitable, Callable

import pytest
from PIL import Image

from bot.app import App
from bot.consent.registrar import Answered, Registrar
from bot.gallery.facts import Facts
from bot.remote.errors import Reason
from bot.sandbox.endpoint import StandIn, Trouble
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Language, Texts
from bot.writing.rewriting import Engine
from bot.writing.wishes import Wish
from storage.people import PersonId
from storage.personal_data import Purpose
from tests.collage.sights import sight
from tests.conversations.chatting import app, stand_in
from tests.conversations.first_steps import until_the_question, welcomed, yes
from tests.conversations.given import count, dated, owner_of
from tests.conversations.test_imagine import agreed, imagining, met

__all__ = ["app", "imagining", "stand_in"]

EXTERNAL = Purpose.SUGGEST_EXTERNAL_AI
TEXT = "See you at nine, by the sea."
ENGLISH = pytest.mark.parametrize("language", ["en"])
Act = Callable[[App, PersonId], Awaitable[object]]


async def rewrites(app: App, owner: PersonId) -> object:
    return await app.roles.writer.rewrite(owner, TEXT, Wish.WARMER)


async def captions(app: App, owner: PersonId) -> object:
    return await app.roles.writer.propose_seeing(owner, [(Facts(), sight())], dated("cat"))


async def agree(registrar: Registrar, owner: PersonId) -> Answered:
    notice = registrar.notices.current(EXTERNAL)
    assert notice
    return await registrar.given(owner, EXTERNAL, version=notice.version, language="en")


@ENGLISH
@pytest.mark.parametrize("act", [rewrites, captions])
async def test_31_without_a_yes_nothing_leaves_and_the_built_in_engine_answers(
    lou: Person, t: Texts, app: App, stand_in: StandIn, act: Act
) -> None:
    await welcomed(lou, t)
    owner = await owner_of(app, lou)
    await act(app, owner)
    assert await agree(app.roles.registrar, owner) is Answered.RECORDED
    await app.roles.registrar.withdrawn(owner, EXTERNAL)
    await act(app, owner)
    assert not stand_in.seen
    async with app.storage.read() as tx:
        assert await tx.outbound.of(owner) == []


@ENGLISH
async def test_31_imagine_sends_no_word_before_a_yes_nor_after_it_is_taken_back(
    sandbox: Sandbox, imagining: App, stand_in: StandIn, language: Language
) -> None:
    lou, t = met(sandbox, imagining, language)
    await agreed(lou, t, imagining)  # its first /imagine comes before the yes
    await imagining.roles.registrar.withdrawn(await owner_of(imagining, lou), EXTERNAL)
    lou.mark()
    await lou.say("/imagine a lighthouse in the fog")
    await lou.wait_for(lambda m: t("looks-button-card") in m.buttons)
    await imagining.queue.idle()
    assert not stand_in.seen
    assert await count(imagining, "outbound") == 0


@ENGLISH
async def test_31_a_yes_needs_the_analysis_to_go_on(
    lou: Person, t: Texts, app: App, stand_in: StandIn
) -> None:
    await welcomed(lou, t)
    owner = await owner_of(app, lou)
    await agree(app.roles.registrar, owner)
    await app.roles.registrar.withdrawn(owner, Purpose.SUGGEST_ANALYSE)
    await rewrites(app, owner)
    await captions(app, owner)
    assert not stand_in.seen


@ENGLISH
async def test_31_before_the_first_answer_nothing_can_be_agreed_to(
    lou: Person, t: Texts, app: App
) -> None:
    await until_the_question(lou, t)
    assert await agree(app.roles.registrar, await owner_of(app, lou)) is Answered.CLOSED


@ENGLISH
async def test_31_what_leaves_is_bare_and_names_nobody(
    sandbox: Sandbox, t: Texts, app: App, stand_in: StandIn
) -> None:
    lou = sandbox.person("Lounesse")
    await welcomed(lou, t)
    owner = await owner_of(app, lou)
    await agree(app.roles.registrar, owner)
    await rewrites(app, owner)
    await captions(app, owner)
    assert len(stand_in.seen) == 2
    [picture] = stand_in.seen[-1].pictures
    opened = Image.open(io.BytesIO(picture))  # noqa: TID251 - as the server would
    assert max(opened.size) <= 1024
    assert not opened.getexif()
    assert not opened.info.keys() & {"xmp", "comment", "icc_profile", "photoshop"}
    said = "".join(seen.words + str(dict(seen.headers)) for seen in stand_in.seen)
    for told in (str(lou.id), str(owner), "Lounesse", app.settings.token):
        assert told not in said


@ENGLISH
async def test_31_when_it_fails_the_answer_is_made_here_and_says_why(
    lou: Person, t: Texts, app: App, stand_in: StandIn
) -> None:
    await welcomed(lou, t)
    owner = await owner_of(app, lou)
    await agree(app.roles.registrar, owner)
    stand_in.trouble = Trouble.DIES_MIDWAY
    answer = await app.roles.writer.rewrite(owner, TEXT, Wish.WARMER)
    assert answer
    assert answer.engine is Engine.EMBEDDED
    assert answer.why_embedded is Reason.BROKEN


async def test_31_the_question_names_the_recipient_and_privacy_has_its_switch(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-on-suggest-external-ai") in m.buttons)
    await lou.press(t("privacy-button-on-suggest-external-ai"))
    asked = await lou.wait_for(lambda m: yes_label(app, t) in m.buttons)
    assert asked.words.count(str(app.roles.remote.host)) >= 1
    await lou.press(yes_label(app, t))
    await lou.wait_for(lambda m: m.words.startswith(t("consent-given")[:10]))
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-off-suggest-external-ai") in m.buttons)


def yes_label(app: App, t: Texts) -> str:
    shown = app.roles.registrar.notices.show(EXTERNAL, t.language, most=1, quiet="")
    assert shown.yes != yes(t)
    return shown.yes
