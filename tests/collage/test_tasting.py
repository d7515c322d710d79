"""Taste at work on a page: it chooses among layouts as good; its choice can be laid again."""

from dataclasses import replace
from random import Random

import pytest

from bot.collage.compose import compose
from bot.collage.draft import FIRST, Proposal
from bot.collage.edits import Change, Edit, decide
from bot.collage.page_plan import PageAsked, page_plan
from bot.collage.plan import Plan, PlanPhoto
from bot.collage.recipe import from_json, to_json
from bot.collage.tasting import in_order, layout_taste, learnt_theme, of_edit, of_proposal
from bot.collage.themes import MOSAIC_LIGHT, SQUARE
from bot.collage.traits import LAYOUT_TRAITS, THEME_TRAITS, layout_traits, traits_of
from bot.improve.choices import picked, turned_away
from bot.improve.taste import BUILT_IN, PLAIN, Taste
from storage.traits import Trait
from tests.collage.sights import photos, sight

SIDES = [(4000, 3000), (3000, 4000), (4000, 2250)]
SAID = tuple(
    Proposal(f"{spirit} words", f"{spirit}-many-1") for spirit in ("plain", "warm", "playful")
)


@pytest.fixture(scope="module")
def album() -> list[PlanPhoto]:
    """Several kinds of page suit these about as well."""
    dice = Random(3)
    return photos(*(sight(*dice.choice(SIDES), grain=n + 1) for n in range(8)))


def laid(album: list[PlanPhoto], **how: object) -> Plan:
    return compose(album, SQUARE, theme=MOSAIC_LIGHT, title=None, seed=1, **how)  # type: ignore[arg-type]  # pick or taste


def test_without_a_taste_it_is_the_page_it_always_was(album: list[PlanPhoto]) -> None:
    plain = laid(album)
    assert layout_taste(PLAIN) is None
    assert laid(album, taste=dict.fromkeys(LAYOUT_TRAITS, 0.0)) == plain
    assert plain.pick == 0
    assert '"pick"' not in to_json(plain)


def test_a_taste_turns_to_another_page_that_is_as_good(album: list[PlanPhoto]) -> None:
    plain = laid(album)
    disliked = dict.fromkeys(layout_traits(plain.cells), -1.0)
    other = laid(album, taste=disliked)
    assert other.pick > 0
    assert layout_traits(other.cells) != layout_traits(plain.cells)
    assert {cell.key for cell in other.cells} == {cell.key for cell in plain.cells}


def test_what_a_taste_chose_stays_when_only_the_theme_changes(album: list[PlanPhoto]) -> None:
    """The taste may have moved on meanwhile: the page under the person's finger must not."""
    disliked = dict.fromkeys(layout_traits(laid(album).cells), -1.0)
    chosen = page_plan(PageAsked(album, FIRST, disliked))
    decided = replace(FIRST, seed=chosen.seed, pick=chosen.pick)
    dark = page_plan(PageAsked(album, decide(decided, Edit(Change.DARK))))
    assert dark.cells == chosen.cells
    assert dark.theme != chosen.theme
    assert from_json(to_json(dark)) == dark


def test_a_tap_says_what_it_says_and_no_more(album: list[PlanPhoto]) -> None:
    plan = laid(album)
    themes = ("mosaic-light", "mosaic-dark", "polaroids")
    dark = picked(Trait.THEME_DARK, Trait.THEME_LIGHT, Trait.THEME_POLAROIDS)
    polaroids = picked(Trait.THEME_POLAROIDS, Trait.THEME_LIGHT, Trait.THEME_DARK)
    assert of_edit(plan, Edit(Change.DARK), themes) == dark
    assert of_edit(plan, Edit(Change.THEME, theme="polaroids"), themes) == polaroids
    assert of_edit(plan, Edit(Change.LIGHT), themes) is None
    assert of_edit(plan, Edit(Change.LAYOUT), themes) == turned_away(layout_traits(plan.cells))
    story = picked(Trait.SHAPE_STORY, Trait.SHAPE_SQUARE)
    assert of_edit(plan, Edit(Change.STORY), themes) == story
    assert of_edit(plan, Edit(Change.TITLE_OFF), themes) is None
    assert of_edit(plan, Edit(Change.SWAP, photos=(1, 2)), themes) is None


def test_every_page_has_its_traits(album: list[PlanPhoto]) -> None:
    traits = traits_of(laid(album))
    assert {Trait.THEME_LIGHT, Trait.SHAPE_SQUARE} < traits
    assert len(traits & set(LAYOUT_TRAITS)) == len(["balance", "rows", "cropping"])


def test_a_taste_begins_and_orders() -> None:
    taste = Taste(BUILT_IN, {Trait.THEME_DARK: 2.0, Trait.SPIRIT_PLAYFUL: 3.0})
    themes = list(THEME_TRAITS)
    assert learnt_theme(PLAIN, themes) is None
    assert learnt_theme(Taste(BUILT_IN, {Trait.THEME_LIGHT: 0.7}), themes) == "mosaic-light"
    assert learnt_theme(taste, themes) == "mosaic-dark"
    assert learnt_theme(taste, ["mosaic-light", "polaroids"]) is None
    assert in_order(SAID, PLAIN) == SAID
    assert in_order(SAID, taste)[0].text == "playful words"


def test_a_caption_taken_is_a_spirit_taken_and_foreign_words_are_none() -> None:
    assert of_proposal(SAID, 2) == picked(
        Trait.SPIRIT_WARM, Trait.SPIRIT_PLAIN, Trait.SPIRIT_PLAYFUL
    )
    assert of_proposal([Proposal("seen by a model", "remote")], 1) is None
