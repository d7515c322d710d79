"""Pictures without a date of their own: asked about once, answered in any way, or forwarded."""

from datetime import timedelta

from bot.app import App
from bot.sandbox.faults import Fault
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from handlers.gallery.dating import DateAnswer, DateOf
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    collage_of,
    count,
    dated,
    file,
    open_page,
    picture,
)


async def test_a_typed_date_is_understood_and_an_unclear_one_asked_again(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await lou.send_photo(picture("cat"))
    asked = await lou.wait_for(lambda m: t("gallery-button-type-date") in m.buttons)
    album = DateOf.unpack(data_of(asked, t("gallery-button-today"))).album
    typed = {"en": "summer 2019", "fr": "été 2019"}[t.language]

    await lou.press(t("gallery-button-type-date"))
    await lou.wait_for(t("gallery-ask-date"))
    await lou.say("n’importe quoi")
    await lou.wait_for(t("gallery-date-unclear"))
    await lou.say("30 février 2019")
    await lou.wait_for(t("error-no-such-day"))
    await lou.say(typed)
    await lou.wait_for("2019")

    assert await count(app, "media WHERE taken_on = '2019-06-01'") == 1
    today = DateOf(album=album, answer=DateAnswer.TODAY)
    await press_again(lou, today.pack(), asked)
    await lou.settle()
    assert await count(app, "media WHERE taken_on = '2019-06-01'") == 1  # dated is dated


@IN_FRENCH
async def test_pictures_of_today_give_their_collage_its_date(
    lou: Person, t: Texts, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    await lou.send_album([picture("cat"), picture("coffee")])
    collage = await collage_of(lou, t)
    await lou.wait_for(lambda m: t("gallery-button-today") in m.buttons)

    await lou.press(t("gallery-button-today"))
    again = await lou.wait_for(lambda m: m.id == collage.id)

    assert str(sandbox.clock.now().year) in again.words


@IN_ENGLISH
async def test_a_word_that_may_be_lost_on_the_way_costs_no_collage(
    lou: Person, t: Texts, sandbox: Sandbox
) -> None:
    """The question about dates breaks off after it left: nobody knows whether it arrived."""
    await welcomed(lou, t)
    await lou.send_album([picture("cat"), picture("coffee"), picture("palace")])
    await lou.wait_for(lambda m: m.words.startswith(t("gallery-reading", done=0, total=3)[:9]))

    sandbox.faults.add(Fault("sendMessage", kind="drop_after"))
    await collage_of(lou, t)
    await lou.settle()

    asked = [m for m in lou.from_bot if t("gallery-button-today") in m.buttons]
    assert len(asked) == 1


@IN_FRENCH
async def test_photos_one_by_one_are_asked_about_once_and_an_answer_closes_it(
    lou: Person, t: Texts, app: App
) -> None:
    """Whether it is pressed, typed, or said right after the photos."""
    await welcomed(lou, t)
    await lou.send_photo(picture("cat"))
    first = await lou.wait_for(t("gallery-undated", count=1))
    await lou.settle()
    await lou.send_photo(picture("coffee"))
    both = await lou.wait_for(t("gallery-undated", count=2))
    await lou.settle()
    assert first.id not in {message.id for message in lou.from_bot}

    await lou.press(t("gallery-button-type-date"), both)
    asked = await lou.wait_for(t("gallery-ask-date"))
    assert asked.buttons == [t("gallery-button-no-date")]
    await lou.say("été 2019")
    await lou.wait_for(t("gallery-date-noted", count=2, when="été 2019"))
    await lou.settle()
    assert asked.id not in {message.id for message in lou.from_bot}
    assert await count(app, "media WHERE taken_on = '2019-06-01'") == 2

    await lou.send_photo(picture("palace"))
    alone = await lou.wait_for(t("gallery-undated", count=1))
    await lou.settle()
    await lou.say("été 2018")
    await lou.wait_for(t("notes-noted", count=1, what="été 2018"))
    await lou.settle()
    assert alone.id not in {message.id for message in lou.from_bot}


@IN_ENGLISH
async def test_a_friends_photo_forwarded_later_joins_the_moment_of_its_day(
    lou: Person, sam: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    """The forward says when it was first sent: about the day that both were there."""
    await welcomed(lou, t)
    noon = sandbox.clock.now().replace(hour=0, minute=5, tzinfo=None)
    own = [file(f"{name}.jpg", dated(name, noon)) for name in ("cat", "coffee")]
    await lou.send_album(own)
    await collage_of(lou, t)
    theirs = await sam.send_photo(picture("cat"))
    await sandbox.move_clock(timedelta(days=2))

    await lou.forward(theirs)
    await lou.wait_for(t("gallery-kept", count=1))
    await lou.settle()

    assert await count(app, "moments") == 1
    assert await count(app, "media WHERE moment IS NOT NULL") == 3
    page = await open_page(lou, t)
    assert "about" in page.words  # a guess says so
