"""A film of what was given: it counts, becomes the film, is cut anew; and what is not there."""

import io
from functools import partial
from uuid import uuid4

import av

from bot.app import App
from bot.collage.film_draft import FileAsked, FilmChange
from bot.jobs.catalogue import Job, JobName
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from handlers.doors import FilmOfCollage
from handlers.film.buttons import ChangeFilm
from handlers.film.deliver import deliver_film, give_up_film
from storage.film import FilmId, FilmRow
from storage.gallery import MediaId
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    count,
    dated,
    file,
    forgotten,
    give_two,
    open_page,
    owner_of,
)

SLOW_S = 180  # six seconds of film are drawn and encoded, by however slow a machine


@IN_ENGLISH
async def test_a_film_in_words_is_private_is_its_persons_alone_and_goes_with_its_photos(
    lou: Person, sam: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    await welcomed(lou, t)
    await give_two(lou, t)
    await lou.settle()
    await lou.say("a film of Lyon")
    film = await lou.wait_for(lambda m: "video" in m.wire, seconds=SLOW_S)
    assert t("film-private") in film.words
    assert film.wire["has_protected_content"]
    assert (film.wire["video"]["width"], film.wire["video"]["height"]) == (720, 1280)
    with av.open(io.BytesIO(sandbox.download(film))) as opened:
        assert [stream.codec_context.name for stream in opened.streams] == ["h264"]
    assert t("film-button-share") in film.buttons
    await kept_as_a_file(lou, t, sandbox, film)

    await welcomed(sam, t)
    await press_again(sam, data_of(film, t("film-button-cut")), sam.last_message)
    await sam.wait_for(t("error-film-gone"))
    assert await count(app, "films WHERE version = 1") == 1

    await open_page(lou, t)
    await lou.press(t("gallery-button-forget"))
    await lou.wait_for(forgotten(t, 1))
    assert await count(app, "films") == 0
    assert film.id not in {message.id for message in lou.from_bot}
    old = ChangeFilm(film=uuid4(), version=1, change=FilmChange.CUT)
    await press_again(lou, old.pack(), lou.from_bot[-1])
    await lou.wait_for(t("error-film-gone"))


async def kept_as_a_file(lou: Person, t: Texts, sandbox: Sandbox, film: StoredMessage) -> None:
    """Answered at once; a job shoots the same film again, and the answer becomes it."""
    await lou.press(t("film-button-file"), film)
    begun = await lou.wait_for(t("film-file-begun"))
    file = await lou.wait_for(lambda m: m.document is not None, seconds=SLOW_S)
    assert file.id == begun.id
    assert not file.wire.get("has_protected_content")
    assert sandbox.download(file) == sandbox.download(film)


@IN_FRENCH
async def test_a_film_that_is_gone_before_its_file_is_there_says_so_in_its_message(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    said, roles, owner = lou.last_message, app.roles, await owner_of(app, lou)
    asked = FileAsked(FilmId(uuid4()), 1, said.id)
    assert FileAsked.of(asked.key) == asked
    await roles.director.order_file(owner, asked)
    await lou.wait_for(t("error-film-gone"))
    assert said.words == t("error-film-gone")


@IN_FRENCH
async def test_where_there_is_nothing_to_film_a_reason_is_given(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await lou.say("/film")
    await lou.wait_for(t("film-nothing"))
    await lou.send_album([file("a.jpg", dated("cat"))])
    await lou.wait_for(t("gallery-one-more"))
    await lou.say("un petit film")
    said = await lou.wait_for(t("error-film-too-few"))
    door = FilmOfCollage(collage=uuid4(), version=1)
    await press_again(lou, door.pack(), said)  # another's is answered like none
    await lou.wait_for(t("error-collage-gone"))
    assert await count(app, "films") == 0


@IN_ENGLISH
async def test_a_film_that_cannot_be_made_says_so_and_one_that_was_forgotten_says_nothing(
    lou: Person, t: Texts, app: App
) -> None:
    """One photo is left, the child dies each time, or the photos went meanwhile."""
    await welcomed(lou, t)
    await lou.send_album([file("a.jpg", dated("cat"))])
    await lou.wait_for(t("gallery-one-more"))
    owner = await owner_of(app, lou)
    async with app.storage.read() as tx:
        [media] = await tx.gallery.kept(owner)
    job, roles = await _posted(app, lou, media.id), app.roles
    shoot = partial(
        deliver_film, bot=app.bot, director=roles.director, registrar=roles.registrar,
        texts=app.texts,
    )  # fmt: skip
    give_up = partial(
        give_up_film, bot=app.bot, director=roles.director, registrar=roles.registrar,
        texts=app.texts,
    )  # fmt: skip

    await shoot(job)
    await lou.wait_for(t("error-film-too-few"))
    await give_up(job, TimeoutError())
    await lou.wait_for(t("film-given-up"))
    before = len(lou.from_bot)
    async with app.storage.begin() as tx:
        await tx.film.forget_films_with(owner, [media.id])
    await shoot(job)
    await give_up(job, TimeoutError())
    assert len(lou.from_bot) == before  # its owner knows


async def _posted(app: App, lou: Person, media: MediaId) -> Job:
    """A film's job that no queue runs; nobody knows whether its message arrived."""
    owner, now = await owner_of(app, lou), app.clock.now()
    row = FilmRow(
        id=FilmId(uuid4()), owner=owner, chat_id=lou.id, shape="story", made_at=now, changed_at=now
    )
    async with app.storage.begin() as tx:
        await tx.film.add(row, [media])
    return Job(uuid4(), JobName.FILM_SHOOT, owner, str(row.id), 5, now)
