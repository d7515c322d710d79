"""What people say of their photos: right after them, or in reply to one; taken back."""

from bot.sandbox.person import Person
from bot.texts import Texts
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    dated,
    file,
    give_two,
    open_page,
    picture,
    told,
)

HOME = {"en": "it was at Grandma’s", "fr": "c’était chez Mamie"}
NAME = {"en": "Grandma’s", "fr": "chez Mamie"}


@IN_ENGLISH
async def test_a_place_said_after_photos_names_their_square_now_and_later(
    lou: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    await give_two(lou, t)
    await lou.say(HOME[t.language])
    noted = await lou.wait_for(t("notes-noted", count=2, what=NAME[t.language]))
    assert t("notes-for-later") in noted.words

    await lou.send_album([file("c.jpg", dated("palace"))])
    await lou.settle()
    page = await open_page(lou, t)
    assert NAME[t.language].casefold() in page.words.casefold()
    assert "Lyon" not in page.words

    taking_back = data_of(noted, t("notes-button-not-a-note"))
    await lou.press(t("notes-button-not-a-note"), noted)
    await lou.wait_for(t("notes-taken-back"))
    assert "Lyon" in (await open_page(lou, t)).words
    await press_again(lou, taking_back, noted)
    await lou.wait_for(t("notes-too-late"))


@IN_FRENCH
async def test_dates_and_words_after_photos_are_noted_and_requests_are_not(
    lou: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    first = await lou.send_photo(picture("cat"))
    await lou.wait_for(t("gallery-one-more"))

    await lou.say("été 2019")
    await lou.wait_for(t("notes-noted", count=1, what="été 2019"))
    await lou.say("montre-moi les photos de 2019")
    await lou.wait_for(told(t("assistant-found", what="2019", count=1)))
    await lou.say("c’était à pleurer")
    await lou.wait_for(told(t("assistant-not-understood")))
    await lou.reply(first, "Léa et son chat")
    quoted = t("notes-quoted", note="Léa et son chat")
    await lou.wait_for(t("notes-noted", count=1, what=quoted))

    await lou.reply(first, "Londres")
    await lou.wait_for(t("notes-noted", count=1, what="Londres"))

    page = await open_page(lou, t)
    assert "été 2019" in page.words
    assert "Léa et son chat" in page.words
    assert t("gallery-page-place", place="Londres") in page.words
