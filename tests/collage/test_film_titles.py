"""What a film's title loses is said: an emoji that no font here draws, letters no face has."""

from pathlib import Path
from uuid import uuid4

import pytest

from bot.app import read_texts
from bot.cli.film_work import Made
from bot.collage.draft import lacks_emoji
from bot.collage.film import STORY
from bot.collage.film_compose import FilmAsked, FilmMedia, compose_film
from bot.collage.film_draft import FilmDraft
from bot.collage.plan import PlanPhoto
from bot.pixels.fonts import emoji_font
from bot.texts import LANGUAGES, Language
from handlers.film import view
from storage.film import FilmId
from tests.collage.sights import sight


def entitled(title: str, *, has_title: bool = True) -> FilmDraft:
    media = [FilmMedia(PlanPhoto(str(number), sight(grain=number))) for number in range(2)]
    film = compose_film(media, FilmAsked(STORY, title if has_title else None))
    return FilmDraft(
        FilmId(uuid4()), 1, 7, 8, STORY.id, 1, title, has_title=has_title, film=film,
        telegram_video=None, is_shown=False,
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_film_says_which_part_of_its_title_it_does_without(language: Language) -> None:
    t = read_texts()[language]
    lost, whole = t("film-title-no-emoji"), entitled("Été à la mer")
    waves = entitled("Été à la mer 🌊")
    assert waves.lacks_emoji is (emoji_font() is None)
    assert (lost in view.caption(waves, t, is_video=True)) is waves.lacks_emoji
    assert lost not in view.caption(whole, t, is_video=True)
    assert lost not in view.caption(entitled("Mer 🌊", has_title=False), t, is_video=True)
    summer = view.caption(entitled("夏の思い出"), t, is_video=True)
    assert "<b>夏の思い出</b>" in summer


def test_the_verb_says_it_too() -> None:
    film = entitled("Mer 🌊").film
    assert film is not None
    assert film.card is not None
    lacks = lacks_emoji("Mer 🌊", film.card.letters)
    made = Made(Path("out.mp4"), film, 1, is_instead=False, lacks_emoji=lacks)
    assert ("without its emoji" in made.as_text()) is (emoji_font() is None)
