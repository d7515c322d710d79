"""The Annotator: words go where they were said, squares keep their names, and all can go back."""

from datetime import date, timedelta

import pytest

from bot.gallery.facts import Facts, Place, Precision, TakenAt
from bot.gallery.keeper import Keeper
from bot.gallery.said import Said
from storage.gallery import MediaId
from storage.personal_data import Purpose
from tests.conversations.given import dated, picture
from tests.gallery.test_library import Scene, country, pool, scene

__all__ = ["country", "pool", "scene"]  # fixtures
pytestmark = pytest.mark.asyncio(loop_scope="module")
SUMMER = TakenAt(date(2019, 6, 1), Precision.SEASON)
AT_MAMIES = Said(where="chez Mamie", is_sure=True)


async def facts(scene: Scene) -> list[Facts]:
    ids = await scene.kept()
    known = await scene.library.facts(scene.lou, ids)
    return [known[media] for media in ids]


async def given_two(scene: Scene) -> tuple[MediaId, MediaId]:
    """One with coordinates of Lyon, one that says nothing of itself."""
    await scene.read(await scene.send(dated("cat"), picture("coffee")))
    with_place, without = await scene.kept()
    return with_place, without


async def test_a_nickname_is_the_squares_where_there_is_one_and_goes_with_places(
    scene: Scene,
) -> None:
    both = await given_two(scene)
    noted = await scene.annotator.say(scene.lou, both, AT_MAMIES)
    assert noted
    assert noted.is_for_later
    lyon, said = (one.place for one in await facts(scene))
    assert lyon
    assert (lyon.name, lyon.nickname) == ("Lyon", "chez Mamie")
    assert said == Place("chez Mamie", "", nickname="chez Mamie")

    async with scene.storage.begin() as tx:
        await tx.withdraw(scene.lou, Purpose.PLACES)
    assert [one.place for one in await facts(scene)] == [None, said]
    assert await scene.count("nicknames") == 0


async def test_a_date_corrected_since_is_not_taken_back_with_earlier_words(scene: Scene) -> None:
    both = await given_two(scene)
    role = scene.annotator
    said = await role.say(scene.lou, both, Said(when=SUMMER))
    assert said
    corrected = TakenAt(date(2020, 7, 14))
    assert await role.say(scene.lou, both[1:], Said(when=corrected))

    assert await role.take_back(scene.lou, both[1], said.at) == 0
    assert (await facts(scene))[1].taken == corrected


async def test_what_was_said_is_taken_back_once_and_only_while_it_was_the_last(
    scene: Scene,
) -> None:
    both = await given_two(scene)
    before = await facts(scene)
    role = scene.annotator
    first = await role.say(scene.lou, both, AT_MAMIES)
    last = await role.say(scene.lou, both[1:], Said(when=SUMMER, note="l’été"))
    assert first
    assert last
    assert await role.take_back(scene.lou, both[1], first.at) == 0
    assert await role.take_back(scene.lou, both[1], last.at) == 1
    assert await role.take_back(scene.lou, both[0], first.at) == 1
    assert await role.take_back(scene.lou, both[0], first.at) == 0
    assert (await facts(scene))[0] == before[0]
    assert (await facts(scene))[1].taken is None


async def test_a_town_is_looked_up_and_what_names_none_is_a_note(scene: Scene) -> None:
    both = await given_two(scene)
    role = scene.annotator
    await role.say(scene.lou, both, Said(where="Cologne", otherwise="À Cologne"))
    await role.say(scene.lou, both[:1], Said(where="Zzyzxville", otherwise="À Zzyzxville"))
    first, second = await facts(scene)
    assert (first.note, second.note) == ("À Zzyzxville", None)
    assert second.place == Place("Köln", "DE")
    assert await role.say(scene.lou, both, Said(where="pleurer")) is None


async def test_words_find_what_they_are_about_and_anothers_media_is_none(scene: Scene) -> None:
    await given_two(scene)
    role, chat = scene.annotator, scene.lou.int % 1000
    album = await role.about(scene.lou, chat, None)
    one = await role.about(scene.lou, chat, 1)
    assert album
    assert one
    assert (len(album.media), album.is_reply, album.is_undated) == (2, False, True)
    assert (len(one.media), one.is_reply, one.is_undated) == (1, True, False)
    assert await role.about(scene.lou, chat, 99) is None

    sam = await scene.another()
    assert await role.about(sam.lou, chat, 1) is None
    assert await role.say(sam.lou, one.media, Said(note="mine")) is None
    assert [found.note for found in await facts(scene)] == [None, None]


async def test_one_question_asks_for_what_came_shortly_after_one_another(scene: Scene) -> None:
    """And is closed once nothing is left to ask, whoever said it where."""
    role = scene.annotator
    first = await scene.send(picture("coffee"), group="a")
    await scene.read(first)
    await role.asked(scene.lou, await role.question(scene.lou, first, 1), 70)
    scene.clock.move(timedelta(seconds=30))
    second = await scene.send(picture("cat"), picture("palace"), group="b")
    await scene.read(second)

    question = await role.question(scene.lou, second, 2)
    assert (question.count, question.albums, question.replaces) == (3, (second, first), (70,))
    await role.asked(scene.lou, question, 71)
    one, *others = await scene.kept()
    said = await role.say(scene.lou, [one], Said(when=SUMMER))
    assert said
    assert said.closes == ()
    noted = await role.date(scene.lou, first, SUMMER)
    assert noted
    assert (noted.count, noted.closes) == (len(others), (71,))
    assert await role.date(scene.lou, second, SUMMER) is None


async def test_what_was_asked_is_closed_by_forgetting_and_left_when_nobody_knows(
    scene: Scene,
) -> None:
    role, keeper = scene.annotator, Keeper(scene.storage)
    album = await scene.send(picture("coffee"))
    await scene.read(album)
    await role.asked(scene.lou, await role.question(scene.lou, album, 1), 70)
    farewell = await keeper.forget(scene.lou, await scene.kept())
    assert farewell
    assert farewell.messages == (70,)

    await keeper.undo(scene.lou, farewell.id)
    await role.asked(scene.lou, await role.question(scene.lou, album, 1), 72)
    await role.leave(scene.lou, album)
    other = await scene.send(picture("cat"), group="c")
    assert (await role.question(scene.lou, other, 1)).replaces == ()
