"""Abuse 18, 40, 41 and 44: no consent, no processing; also when the answer changes meanwhile."""

import pytest

from bot.app import App
from bot.consent.countries import country_name
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from handlers.privacy.buttons import SwitchOff
from storage.personal_data import Purpose
from tests.abuse.checks import rows_of
from tests.abuse.forged import handled, press
from tests.conversations.first_steps import until_the_question, welcomed
from tests.conversations.given import collage_of, dated, file, kept, owner_of, picture

ENGLISH = pytest.mark.parametrize("language", ["en"])
FRENCH = pytest.mark.parametrize("language", ["fr"])


@ENGLISH
async def test_18_a_draft_can_be_neither_forwarded_nor_saved_and_no_link_previews(
    lou: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    await lou.send_album([picture("cat"), picture("coffee")])
    collage = await collage_of(lou, t)

    assert collage.wire["has_protected_content"]
    assert not [m for m in lou.from_bot if m.wire.get("link_preview_options", {}).get("url")]


@FRENCH
async def test_40_what_comes_before_the_answer_is_neither_fetched_nor_kept(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await until_the_question(lou, t)
    calls = len(sandbox.calls)

    await lou.send_album([file("a.jpg", dated("cat")), file("b.jpg", b"<html>")])
    await lou.send_photo(picture("coffee"))
    await lou.send_file("c.pdf", b"%PDF-1.7")
    await lou.settle()
    await handled(app)
    await app.queue.idle()

    assert "getFile" not in {call.method for call in sandbox.calls[calls:]}
    assert await kept(app, await owner_of(app, lou)) == 0
    assert not await app.storage.files.written()


@ENGLISH
async def test_41_an_analysis_withdrawn_before_its_job_ran_never_runs(
    lou: Person, t: Texts, app: App
) -> None:
    said = await welcomed(lou, t)

    await lou.send_album([picture("cat"), picture("coffee")])
    await press(lou, SwitchOff(purpose=Purpose.SUGGEST_ANALYSE).pack(), said.wire)
    await handled(app)
    await lou.wait_for(t("gallery-kept-without-looking"))
    await app.queue.idle()

    rows = await rows_of(app, lou)
    assert rows["media"] == len(["cat", "coffee"])
    assert not {"sights", "face_boxes", "places", "collages"} & {
        table for table, count in rows.items() if count
    }
    assert not [m for m in lou.from_bot if m.photo]


@FRENCH
async def test_44_a_second_birth_year_within_a_day_is_not_believed(
    lou: Person, t: Texts, app: App
) -> None:
    for first, year in ((2010, 2014), (1980, 1985)):
        await lou.start()
        await lou.wait_for()
        await lou.press(country_name("FR", t.language))
        await lou.wait_for(t("welcome-year"))
        await lou.press(f"{first}–{first + 9}")
        await lou.wait_for(t("welcome-year-exact"))
        await lou.press(str(year))
        await lou.wait_for(t("welcome-under-age"))

    async with app.storage.read() as tx:
        assert await tx.people.by_telegram_id(lou.id) is None
