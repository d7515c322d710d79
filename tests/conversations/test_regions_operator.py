"""What an operator may change, and what the country changes."""

import re

import pytest

from bot.app import App
from bot.consent.countries import country_name
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from handlers.doors import AskConsent
from storage.personal_data import Purpose
from tests.conversations.first_steps import (
    NOTICES,
    data_of,
    press_again,
    welcomed,
    yes,
)
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    count,
    give_two,
    open_gallery,
    open_page,
    owner_of,
    picture,
)
from tests.conversations.waiting_steps import LAUNCH, ada, change, changed_settings, in_brazil

__all__ = ["ada", "changed_settings"]

TAGS = re.compile(r"<[^>]+>")


@pytest.mark.parametrize(
    ("language", "country", "has_faces", "may_learn"),
    [
        ("en", "US", False, True),
        ("fr", "CA", True, True),
        ("fr", "FR", True, False),
        ("en", "JP", True, False),
    ],
)
async def test_the_country_changes_what_is_asked(
    lou: Person, ada: Person, t: Texts, country: str, *, has_faces: bool, may_learn: bool
) -> None:
    if country in {"FR", "JP"}:
        await change(ada, t, f"{country} gallery live")
    said = await welcomed(lou, t, country)

    await lou.say("/privacy")
    home = await lou.wait_for(lambda m: t("privacy-button-erase") in m.buttons)
    faces = {"name": t("privacy-name-face-boxes"), "why": t("privacy-why-face-boxes")}
    closed_line = TAGS.sub("", t("privacy-line-closed", **faces))
    assert (closed_line in home.words) is not has_faces
    await press_again(lou, AskConsent(purpose=Purpose.IMPROVE_CHOICES).pack(), said)
    answer = await lou.wait_for()
    is_asked = may_learn and NOTICES.current(Purpose.IMPROVE_CHOICES) is not None
    assert (answer.words == t("consent-closed")) is not is_asked


@IN_FRENCH
async def test_a_pause_keeps_what_was_given_and_says_so(
    lou: Person, ada: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await change(ada, t, "europe gallery live")
    await welcomed(lou, t)
    await give_two(lou, t)
    await change(ada, t, "europe gallery paused")
    before, calls = await count(app, "media"), len(sandbox.calls)

    paused = t("welcome-paused", bot="Pépite", country=country_name("FR", t.language))
    await open_page(lou, t)  # what is one's own may be seen and forgotten all the same
    await lou.press(t("gallery-button-forget"))
    await lou.wait_for(lambda m: t("gallery-button-undo") in m.buttons)
    await lou.press(t("gallery-button-undo"))
    await lou.wait_for(t("gallery-undone", count=1))
    await lou.say("hello")
    await lou.wait_for(paused)
    await lou.send_photo(picture("cat"))
    await lou.wait_for(paused)
    await app.clock_moved()
    assert await count(app, "media") == before
    assert "getFile" not in {call.method for call in sandbox.calls[calls:]}

    await change(ada, t, "europe gallery live")
    await open_gallery(lou, t)


@IN_ENGLISH
async def test_admin_shows_numbers_and_regions_and_changes_nothing_by_itself(
    lou: Person, ada: Person, t: Texts, app: App
) -> None:
    await in_brazil(lou, t)
    await lou.press(yes(t, LAUNCH))
    await lou.wait_for(t("consent-given-inform-launch"))

    await ada.say("/admin")
    house = await ada.wait_for(t("operator-waiting-elsewhere", count=1))
    assert "Lou" not in house.words
    assert str(lou.id) not in house.words
    assert country_name("BR", t.language) not in house.words  # one person: no country is named
    await ada.say("/admin region")
    listed = await ada.wait_for(t("operator-everywhere-else"))
    assert all(name in listed.words for name in ("us", "ca", "europe", "rest"))
    await ada.say("/admin region br gallery")
    await ada.wait_for("/admin region fr gallery live")
    await ada.say("/admin region br gallery live")
    asked = await ada.wait_for(t("operator-change-tells", count=1))
    data = data_of(asked, t("operator-button-change"))
    await ada.press(t("operator-button-keep"))
    await ada.wait_for(t("operator-kept"))
    assert await count(app, "stages") == 0

    await press_again(ada, data, asked)
    await ada.wait_for(lambda m: not m.buttons)
    await press_again(ada, data, asked)
    await ada.wait_for(t("operator-refused-changed-meanwhile"))
    assert await count(app, "stages") == 1


REFUSED = {
    "fr improve live": "not-assessed",
    "br improve live": "no-learning",
    "us improve_media live": "not-built",
    "us gallery live": "same",
    "us gallery notice": "no-notice",
    "fr improve waitlist": "no-list",
    "atlantis gallery live": "no-region",
}


@IN_FRENCH
async def test_what_may_not_be_is_refused_with_a_sentence(ada: Person, t: Texts, app: App) -> None:
    for words, why in REFUSED.items():
        where = words.split()[0]
        region = {"fr": "europe", "br": "rest"}.get(where, where)
        await ada.say(f"/admin region {words}")
        await ada.wait_for(t(f"operator-refused-{why}", region=region))
    assert await count(app, "stages") == 0


@IN_ENGLISH
async def test_whoever_gave_something_elsewhere_is_not_told_that_nothing_is_kept(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t, "US")
    await app.roles.registrar.declare_country(await owner_of(app, lou), "BR")

    await lou.start()
    said = await lou.wait_for(lambda m: yes(t, LAUNCH) in m.buttons)

    brazil = country_name("BR", t.language)
    assert said.words.startswith(t("welcome-not-open-now", bot="Pépite", country=brazil))
