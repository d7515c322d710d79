"""/privacy: one tap each, what is known, my copy, a pause, another country."""

import io
import json
import zipfile

from sqlalchemy import text

from bot.app import App
from bot.consent.countries import country_name
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from handlers.privacy import buttons
from storage.personal_data import Purpose
from tests.conversations.first_steps import data_of, press_again, welcomed, yes
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, give_two
from tests.conversations.privacy_steps import (
    everything_kept_about,
    give_a_photo,
    privacy,
)

ANALYSE_OFF = "privacy-button-off-suggest-analyse"


def switched(t: Texts) -> list[str]:
    """The buttons under what was just switched."""
    return [t("consent-button-receipt"), t("privacy-button-back")]


async def test_copy_and_erasure_stand_on_the_first_level(lou: Person, t: Texts) -> None:
    await welcomed(lou, t)

    home = await privacy(lou, t)

    assert {t("privacy-button-export"), t("privacy-button-erase")} <= set(home.buttons)
    assert t(ANALYSE_OFF) in home.buttons


@IN_ENGLISH
async def test_one_tap_withdraws_cancels_the_jobs_and_says_so(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await give_a_photo(lou, app)
    home = await privacy(lou, t)
    off = data_of(home, t(ANALYSE_OFF))

    await lou.press(t(ANALYSE_OFF))
    done = await lou.wait_for(lambda m: m.buttons == switched(t))

    assert "/gallery" in done.words
    async with app.storage.read() as tx:
        queued = "SELECT count(*) FROM jobs WHERE state = 'queued' AND name = 'memories.nudge'"
        assert (await tx.execute(text(queued))).scalar_one() == 0
    assert (await everything_kept_about(lou, app))["media"] == 1
    await press_again(lou, off, home)
    await lou.wait_for(t("privacy-stale"))


@IN_FRENCH
async def test_what_was_off_comes_back_through_its_question_or_one_tap(
    lou: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    await privacy(lou, t)
    await lou.press(t("privacy-button-off-places"))
    await lou.wait_for(lambda m: m.buttons == switched(t))
    await lou.press(t("privacy-button-back"))
    await lou.wait_for(lambda m: t("privacy-button-on-places") in m.buttons)
    await lou.press(t("privacy-button-on-places"))
    await lou.wait_for(t("privacy-on", name=t("privacy-name-places")))
    await lou.press(t("privacy-button-back"))
    await lou.wait_for(lambda m: t(ANALYSE_OFF) in m.buttons)
    await lou.press(t(ANALYSE_OFF))
    await lou.wait_for(lambda m: m.buttons == switched(t))
    await lou.press(t("privacy-button-back"))
    await lou.wait_for(lambda m: t("privacy-button-on-suggest-analyse") in m.buttons)

    await lou.press(t("privacy-button-on-suggest-analyse"))

    await lou.wait_for(lambda m: yes(t) in m.buttons)


@IN_ENGLISH
async def test_in_the_united_states_faces_are_off_and_nobody_can_switch_them_on(
    lou: Person, t: Texts
) -> None:
    said = await welcomed(lou, t, "US")
    home = await privacy(lou, t)

    assert t("privacy-button-off-face-boxes") not in home.buttons
    assert t("privacy-button-on-face-boxes") not in home.buttons
    await press_again(lou, buttons.SwitchOn(purpose=Purpose.FACE_BOXES).pack(), said)
    await lou.wait_for(t("privacy-stale"))


@IN_FRENCH
async def test_a_pause_keeps_everything_and_lets_nothing_happen(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await privacy(lou, t)
    await lou.press(t("privacy-button-pause"))
    await lou.wait_for(t("privacy-pause-done"))
    before = await everything_kept_about(lou, app)

    await lou.press(t("privacy-button-back"))
    await lou.wait_for(t("privacy-paused"))
    await lou.press(t("privacy-button-resume"))

    await lou.wait_for(t("privacy-resume-done"))
    assert await everything_kept_about(lou, app) == before


@IN_ENGLISH
async def test_what_is_known_and_where_it_went_are_told(lou: Person, t: Texts) -> None:
    await welcomed(lou, t)
    await privacy(lou, t)
    await lou.press(t("privacy-button-known"))

    known = await lou.wait_for(country_name("FR", t.language))
    assert known.buttons == [t("privacy-button-back")]
    await lou.press(t("privacy-button-back"))
    await lou.wait_for(lambda m: t("privacy-button-outbound") in m.buttons)
    await lou.press(t("privacy-button-outbound"))

    await lou.wait_for(lambda m: m.buttons == [t("privacy-button-back")])


@IN_ENGLISH
async def test_what_was_seen_is_told_in_words_to_its_owner_alone(
    lou: Person, sam: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    await welcomed(sam, t)
    await give_two(lou, t)

    said = {}
    for person in (lou, sam):
        await privacy(person, t)
        await person.press(t("privacy-button-known"))
        known = await person.wait_for(t("privacy-known-rest"))
        said[person] = {line.partition(":")[0].strip() for line in known.words.splitlines()}
    seen = t("privacy-known-things", count=2, things="x").partition(":")[0].strip()
    assert seen in said[lou]
    assert seen not in said[sam]


@IN_FRENCH
async def test_my_copy_comes_as_a_file_that_opens_and_once_a_day(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    person = await give_a_photo(lou, app)
    await _ask_for_the_copy(lou, t)

    sent = await lou.wait_for(lambda m: m.document is not None)

    with zipfile.ZipFile(io.BytesIO(sandbox.download(sent))) as opened:
        names = {name.split("/", 1)[1]: name for name in opened.namelist()}
        manifest = json.loads(opened.read(names["manifest.json"]))
    assert {"README.html", "LISEZMOI.html", "profile.json"} <= set(names)
    assert manifest["counts"]["media"] == 1
    assert str(person) not in "".join(names)
    await privacy(lou, t)
    await lou.press(t("privacy-button-export"))
    await lou.wait_for(t("privacy-export-ask"))
    await lou.press(t("privacy-button-export-make"))
    again = await lou.wait_for()
    assert again.words.startswith(t("privacy-export-too-soon", time="").split(":")[0][:12])


@IN_ENGLISH
async def test_the_country_changes_from_here_and_what_it_forbids_goes(
    lou: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    await privacy(lou, t)
    await lou.press(t("privacy-button-country"))
    await lou.wait_for(t("welcome-country"))
    await lou.press(country_name("US", t.language))
    await lou.wait_for(t("welcome-country-kept", country=country_name("US", t.language)))

    home = await privacy(lou, t)

    assert t("privacy-button-off-face-boxes") not in home.buttons
    assert t("privacy-button-off-suggest-analyse") in home.buttons


@IN_ENGLISH
async def test_a_pause_before_the_welcome_is_over_can_be_ended(lou: Person, t: Texts) -> None:
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-pause") in m.buttons)
    await lou.press(t("privacy-button-pause"))
    await lou.wait_for(t("privacy-pause-done"))
    await lou.start()
    await lou.wait_for(t("welcome-frozen"))
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-resume") in m.buttons)
    await lou.press(t("privacy-button-resume"))
    await lou.wait_for(t("privacy-resume-done"))

    await lou.start()

    await lou.wait_for(t("welcome-hello", bot="Pépite"))


async def _ask_for_the_copy(lou: Person, t: Texts) -> None:
    await privacy(lou, t)
    await lou.press(t("privacy-button-export"))
    await lou.wait_for(t("privacy-export-ask"))
    await lou.press(t("privacy-button-export-make"))
