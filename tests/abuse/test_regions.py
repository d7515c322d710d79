"""Abuse 6, 7, 29 and 43: false operators, forged links, who waits, hopping from law to law."""

import logging
from datetime import timedelta

import pytest

from bot.app import App
from bot.consent.countries import country_name
from bot.consent.gate import may
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import Json
from bot.texts import Texts
from handlers.doors import AnswerNotice
from handlers.operator.buttons import ChangeStage
from storage.consent import ConsentState
from storage.personal_data import Purpose
from tests.abuse.checks import never_at_a_loss
from tests.abuse.forged import bring, handled, press
from tests.abuse.test_updates import CHAT, ENGLISH, FRENCH, PAYLOADS, said_in
from tests.conversations.first_steps import yes
from tests.conversations.given import count, owner_of

LAUNCH, ANALYSE = Purpose.INFORM_LAUNCH, Purpose.SUGGEST_ANALYSE
ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
CHANNEL: Json = {"id": -100778, "type": "channel", "title": "Ada"}
FORGED = ChangeStage(region="rest", feature="gallery", before="waitlist", stage="live").pack()


@pytest.fixture
def ada(sandbox: Sandbox, language: str) -> Person:
    return sandbox.person("Ada", language_code=language)


@pytest.fixture
def changed_settings(ada: Person) -> dict[str, object]:
    return {"regions_file": "rollout-2025", "admins": frozenset({ada.id})}


async def in_brazil(lou: Person, t: Texts) -> None:
    await lou.start()
    await lou.wait_for()
    await lou.say(country_name("BR", t.language))
    await lou.wait_for(lambda m: yes(t, LAUNCH) in m.buttons)


@ENGLISH
async def test_6_only_the_number_of_a_person_opens_admin_and_whoever_else_asks_is_noted(
    lou: Person, ada: Person, t: Texts, app: App, caplog: pytest.LogCaptureFixture
) -> None:
    """Ada's name and username, number 0, an anonymous administrator, a channel: none of them."""
    caplog.set_level(logging.WARNING)
    for person in (lou, ada):
        await person.start()
        await person.wait_for()
    own: Json = {"id": lou.id, "type": "private", "first_name": "Ada"}
    hers: Json = {"id": ada.id, "type": "private", "first_name": "Ada"}
    like_her = {**lou.state.wire(), "first_name": "Ada", "username": "ada"}
    asks = {"text": "/admin region br gallery live"}
    forged = [
        said_in(own, like_her, **asks),
        said_in(own, {**like_her, "id": 0}, **asks),
        said_in(CHAT, ANONYMOUS, sender_chat=CHAT, **asks),
        said_in(CHAT, ada.state.wire(), **asks),
        said_in(hers, ada.state.wire(), sender_chat=CHANNEL, **asks),
    ]

    for message in forged:
        await bring(app, message=message)
    await press(lou, FORGED)
    await handled(app)

    refused = [r for r in caplog.records if "operator's command was refused" in r.getMessage()]
    assert len(refused) == len(forged)
    assert str(lou.id) not in caplog.text
    assert await count(app, "stages") == 0
    said = [m.words for person in (lou, ada) for m in person.from_bot]
    assert not [words for words in said if "waitlist" in words or t("operator-kept") in words]


@FRENCH
async def test_7_a_link_sets_no_consent_country_age_or_place_on_a_list(
    lou: Person, t: Texts, app: App
) -> None:
    await in_brazil(lou, t)
    owner = await owner_of(app, lou)
    before = await _known(app, lou)

    for payload in (*PAYLOADS, "inform.launch_yes", "admin_region_br_gallery_live"):
        await lou.start(payload)
        await lou.wait_for(lambda m: yes(t, LAUNCH) in m.buttons)

    assert await _known(app, lou) == before
    async with app.storage.read() as tx:
        assert (await tx.consent.states(owner))[LAUNCH].state is ConsentState.ASKED
    assert never_at_a_loss(lou, t)


@ENGLISH
async def test_29_the_list_answers_the_same_to_who_is_on_it_and_who_is_not(
    lou: Person, sam: Person, t: Texts
) -> None:
    for person in (lou, sam):
        await in_brazil(person, t)
    await lou.press(yes(t, LAUNCH))
    await lou.wait_for(t("consent-given-inform-launch"))
    answer = AnswerNotice(purpose=LAUNCH, version="1.0", yes=True).pack()

    heard = []
    for data in (answer, "wn", "wn"):
        for person in (lou, sam):
            told = await press(person, data)
            await person.settle()
            heard.append((told.text, person.last_message.words))

    assert heard[0::2] == heard[1::2]


@FRENCH
async def test_43_hopping_from_law_to_law_switches_nothing_on(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    """Waiting in the EU, everything agreed to in the US, and back: asked anew each time."""
    await in_brazil(lou, t)
    await lou.press(yes(t, LAUNCH))
    await lou.wait_for(t("consent-given-inform-launch"))
    owner, registrar = await owner_of(app, lou), app.roles.registrar

    await registrar.declare_country(owner, "FR")
    assert await _allowed(app, lou) == set()
    assert await count(app, "waiting") == 0
    await registrar.declare_country(owner, "US")
    await registrar.declare_birth_year(owner, 1980)
    assert await _allowed(app, lou) == set()
    await registrar.given(owner, ANALYSE, version="2.0", language="fr")
    assert ANALYSE in await _allowed(app, lou)
    await registrar.declare_country(owner, "FR")
    assert await _allowed(app, lou) == {Purpose.SHARE_PUBLISH}  # each time by a tap
    back = await registrar.declare_country(owner, "US")
    assert not back.is_at_once
    await sandbox.move_clock(timedelta(days=8))

    assert await _allowed(app, lou) == {Purpose.CORE_SERVICE, Purpose.SHARE_PUBLISH}
    assert await count(app, "waiting") == 0


async def _known(app: App, lou: Person) -> object:
    """What is kept of a person, without the moments of their last act and of messages."""
    async with app.storage.read() as tx:
        person = await tx.people.by_telegram_id(lou.id)
        assert person
        states = await tx.consent.states(person.id)
        waiting = await tx.regions.waiting(person.id)
    facts = (person.country, person.next_country, person.age_band, person.language)
    return facts, {purpose: one.state for purpose, one in states.items()}, waiting


async def _allowed(app: App, lou: Person) -> set[Purpose]:
    """Beyond what always may."""
    owner = await owner_of(app, lou)
    async with app.storage.read() as tx:
        standing = await app.roles.registrar.standing(tx, owner)
        always = {Purpose.SAFETY_ABUSE, Purpose.PROOF_LEDGER}
        return {purpose for purpose in Purpose if may(standing, purpose, tx.now)} - always
