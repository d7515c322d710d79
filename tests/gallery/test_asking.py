"""One question about dates at a time: what came shortly before joins it, the rest goes."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from bot.gallery.asking import question_of
from bot.gallery.meant import A_WHILE
from storage.gallery import AlbumId
from storage.talk import OpenQuestion

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ALBUM, FIRST, SECOND = (AlbumId(UUID(int=number)) for number in (1, 2, 3))


def before(album: AlbumId, message: int, ago: timedelta, undated: int = 1) -> OpenQuestion:
    return OpenQuestion(album, message, NOW - ago, undated)


def test_what_was_asked_shortly_before_is_asked_with_it() -> None:
    asked = [before(FIRST, 70, A_WHILE, 2), before(SECOND, 70, timedelta())]
    question = question_of(ALBUM, 1, asked, NOW)

    assert (question.count, question.albums) == (4, (ALBUM, FIRST, SECOND))
    assert question.replaces == (70,)


def test_what_was_asked_long_ago_or_needs_no_answer_is_only_taken_away() -> None:
    asked = [
        before(FIRST, 70, A_WHILE + timedelta(seconds=1)),
        before(SECOND, 71, timedelta(), undated=0),
        before(ALBUM, 72, timedelta()),
    ]
    question = question_of(ALBUM, 1, asked, NOW)

    assert (question.count, question.albums) == (1, (ALBUM,))
    assert question.replaces == (70, 71, 72)
