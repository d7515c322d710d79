"""A film of what was given: it counts, becomes the film, is cut anew; and what is not there."""

import io
from uuid import uuid4

import av

from bot.app import App
from bot.collage.film_draft import FilmChange
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from handlers.doors import FilmOfCollage
from handlers.film.buttons import ChangeFilm
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, count, forgotten, give_two, open_page


@IN_ENGLISH
async def test_a_collage_becomes_a_film_that_is_private_and_goes_with_its_photos(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    collage = await give_two(lou, t)
    await lou.settle()
    shown = data_of(collage, t("collage-button-share")).split(":")
    door = FilmOfCollage(collage=uuid4(), version=int(shown[-1]))
    await press_again(lou, door.pack(), collage)  # another's is answered like none
    await lou.wait_for(t("error-collage-gone"))

    await lou.say("/film")
    film = await lou.wait_for(lambda m: "video" in m.wire, seconds=60)
    assert t("film-private") in film.words
    assert film.wire["has_protected_content"]
    assert (film.wire["video"]["width"], film.wire["video"]["height"]) == (720, 1280)
    with av.open(io.BytesIO(sandbox.download(film))) as opened:
        assert [stream.codec_context.name for stream in opened.streams] == ["h264"]
    assert t("film-button-share") in film.buttons

    await open_page(lou, t)
    await lou.press(t("gallery-button-forget"))
    await lou.wait_for(forgotten(t, 1))
    assert await count(app, "films") == 0
    assert film.id not in {message.id for message in lou.from_bot}
    old = ChangeFilm(film=uuid4(), version=1, change=FilmChange.CUT)
    await press_again(lou, old.pack(), lou.from_bot[-1])
    await lou.wait_for(t("error-film-gone"))


@IN_FRENCH
async def test_without_two_photos_there_is_no_film_and_a_reason(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await lou.say("/film")
    await lou.wait_for(t("film-nothing"))
    assert await count(app, "films") == 0
