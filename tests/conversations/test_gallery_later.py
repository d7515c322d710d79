"""No AI at first, then a yes: what was kept before it is looked at, as long as that may be."""

import pytest

from bot.app import App
from bot.sandbox.person import Person
from bot.texts import Texts
from bot.vision.eye import Eye
from storage.personal_data import Purpose
from tests.conversations.first_steps import no, until_the_question, yes
from tests.conversations.given import IN_FRENCH, collage_of, count, dated, file, owner_of

ANALYSE_ON, ANALYSE_OFF = (f"privacy-button-{way}-suggest-analyse" for way in ("on", "off"))


def album() -> list[tuple[str, str, bytes]]:
    return [file(f"{name}.jpg", dated(name)) for name in ("cat", "coffee", "palace")]


async def gives_without_ai(lou: Person, t: Texts) -> None:
    await until_the_question(lou, t)
    await lou.press(no(t))
    await lou.wait_for(t("consent-refused-suggest-analyse"))
    await lou.send_album(album())
    await lou.wait_for(t("gallery-kept", count=3))


async def agrees(lou: Person, t: Texts) -> None:
    """In /privacy, where looking is off."""
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t(ANALYSE_ON) in m.buttons)
    await lou.press(t(ANALYSE_ON))
    await lou.wait_for(lambda m: yes(t) in m.buttons)
    await lou.press(yes(t))
    await lou.wait_for(t("consent-given-suggest-analyse"))


@IN_FRENCH
async def test_what_was_kept_before_a_yes_is_found_after_it(
    lou: Person, t: Texts, app: App
) -> None:
    await gives_without_ai(lou, t)
    assert await count(app, "sights") == 0

    await agrees(lou, t)
    await app.queue.idle()

    assert await count(app, "sights") == 3
    assert await count(app, "moments") == 1
    await lou.say("les photos de chat" if t.language == "fr" else "the cat photos")
    found = await lou.wait_for(lambda m: t("assistant-button-show-one") in m.buttons)
    await lou.press(t("assistant-button-show-one"), found)
    await lou.wait_for(lambda m: bool(m.photo) and m.id > found.id)

    await lou.send_album(album())
    await collage_of(lou, t)
    assert await count(app, "media") == 3


@IN_FRENCH
async def test_a_yes_taken_back_in_the_middle_leaves_nothing_seen(
    lou: Person, t: Texts, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    await gives_without_ai(lou, t)
    owner, look = await owner_of(app, lou), Eye.look_apart
    looks: list[bytes] = []

    async def look_and_be_told_no(eye: Eye, data: bytes, *, faces: bool) -> object:
        looks.append(data)
        seen = await look(eye, data, faces=faces)
        await app.roles.registrar.withdrawn(owner, Purpose.SUGGEST_ANALYSE)
        return seen

    monkeypatch.setattr(Eye, "look_apart", look_and_be_told_no)
    await agrees(lou, t)
    await app.queue.idle()

    assert len(looks) == 1
    for table in ("sights", "face_boxes", "moments", "jobs WHERE state = 'queued'"):
        assert await count(app, table) == 0
