"""A page asks for its date, its place or a note, and comes back in place with the way back."""

from bot.sandbox.person import Person
from bot.texts import Texts
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, open_page, picture

NO_DATES = {
    "n’importe quoi": "gallery-date-unclear",
    "31/02/2019": "error-no-such-day",
    "2107": "error-day-to-come",
    "1500": "error-day-too-old",
}


async def page_of_one(lou: Person, t: Texts, country: str) -> int:
    """The page of an only picture that says nothing of itself."""
    await welcomed(lou, t, country=country)
    await lou.send_photo(picture("cat"))
    await lou.wait_for(t("gallery-one-more"))
    return (await open_page(lou, t)).id


@IN_FRENCH
async def test_a_date_is_corrected_on_its_page_left_or_taken_back(lou: Person, t: Texts) -> None:
    page = await page_of_one(lou, t, "FR")

    await lou.press(t("gallery-button-date"))
    await lou.wait_for(t("gallery-ask-date"))
    for words, why in NO_DATES.items():
        await lou.say(words)
        await lou.wait_for(t(why, year="1826"))
    await lou.say("été 2019")
    noted = await lou.wait_for(t("notes-noted", count=1, what="été 2019"))
    assert noted.id == page
    assert t("gallery-page-date", when="été 2019") in noted.words
    assert noted.buttons[0] == t("gallery-button-undo")

    undo = data_of(noted, t("gallery-button-undo"))
    await lou.press(t("gallery-button-undo"), noted)
    undone = await lou.wait_for(t("gallery-correction-undone"))
    assert undone.id == page
    assert "2019" not in undone.words
    await press_again(lou, undo, undone)
    await lou.wait_for(t("notes-too-late"))

    await lou.press(t("gallery-button-date"))
    await lou.wait_for(t("gallery-ask-date"))
    await lou.press(t("gallery-button-no-date"))
    await lou.wait_for(lambda m: m.id == page and t("gallery-button-date") in m.buttons)
    before = len(lou.from_bot)
    await lou.say("été 2019")  # a word about the photo, no answer any more
    await lou.wait_for(t("notes-noted", count=1, what="été 2019"))
    assert len(lou.from_bot) == before + 1


@IN_ENGLISH
async def test_a_place_and_a_note_come_back_on_the_page_too(lou: Person, t: Texts) -> None:
    page = await page_of_one(lou, t, "US")

    await lou.press(t("gallery-button-place"))
    await lou.wait_for(t("gallery-ask-place"))
    await lou.say("9" * 50)
    await lou.wait_for(t("gallery-place-unclear"))
    await lou.say("koln")
    noted = await lou.wait_for(t("notes-noted", count=1, what="Cologne"))
    assert noted.id == page
    assert t("gallery-page-place", place="Cologne") in noted.words
    await lou.press(t("gallery-button-note"))
    await lou.wait_for(t("gallery-ask-note"))
    await lou.say("The day it rained cats and dogs.")
    said = t("notes-quoted", note="The day it rained cats and dogs.")
    noted = await lou.wait_for(t("notes-noted", count=1, what=said))
    await lou.press(t("gallery-button-undo"), noted)
    undone = await lou.wait_for(t("gallery-correction-undone"))

    assert undone.id == page
    assert t("gallery-page-place", place="Cologne") in undone.words
    assert "rained" not in undone.words
