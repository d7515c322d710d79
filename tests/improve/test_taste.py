"""Taste: one choice changes nothing, a habit does, and it fades."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.improve.choices import Choice, Option, kept, picked, turned_away
from bot.improve.taste import BUILT_IN, HALF_LIFE, MOST, PLAIN, Taste, moved, own_weights
from storage.improve import Leaning
from storage.traits import About, Trait, bits_of, traits_in

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
THEMES = (Trait.THEME_LIGHT, Trait.THEME_DARK)
SPIRITS = (Trait.SPIRIT_PLAIN, Trait.SPIRIT_WARM, Trait.SPIRIT_PLAYFUL)
LAYOUT: Option = frozenset({Trait.LAYOUT_HERO, Trait.LAYOUT_FEW_ROWS, Trait.LAYOUT_WHOLE})
options = st.frozensets(st.sampled_from(Trait), min_size=1)
abouts = st.sampled_from([About.THEME, About.SHAPE, About.SPIRIT, About.LOOK, About.WISH])


def after(*choices: Choice, every: timedelta = timedelta(days=1)) -> Taste:
    """The taste of somebody who chose all this, one after the other, until now."""
    leanings: dict[Trait, Leaning] = {}
    at = NOW - every * (len(choices) - 1)
    for choice in choices:
        leanings |= {t: Leaning(b, at) for t, b in moved(leanings, choice, at).items()}
        at += every
    return Taste(BUILT_IN, own_weights(leanings, NOW))


@st.composite
def single_choices(draw: st.DrawFn) -> Choice:
    about = draw(abouts)
    known = [trait for trait in Trait if trait.about is about]
    return picked(draw(st.sampled_from(known)), *known)


@given(single_choices())
def test_a_single_choice_changes_nothing(choice: Choice) -> None:
    taste = after(choice)
    for traits in (THEMES, SPIRITS):
        for some in permutations(traits):
            assert taste.first(*some) is PLAIN.first(*some)
    assert not taste.own


@given(options)
def test_a_single_layout_turned_away_or_published_changes_nothing(option: Option) -> None:
    assert not after(kept(option)).own


def test_dark_three_times_begins_dark() -> None:
    dark = picked(Trait.THEME_DARK, *THEMES)
    assert after(dark, dark).first(*THEMES) is Trait.THEME_LIGHT
    assert after(dark, dark, dark).first(*THEMES) is Trait.THEME_DARK


@pytest.mark.parametrize("spirit", [Trait.SPIRIT_WARM, Trait.SPIRIT_PLAYFUL])
def test_a_spirit_taken_again_and_again_comes_first(spirit: Trait) -> None:
    taken = picked(spirit, *SPIRITS)
    assert after(taken).first(*SPIRITS) is Trait.SPIRIT_PLAIN
    assert after(taken, taken, taken).first(*SPIRITS) is spirit


def test_a_taste_fades_to_what_everybody_sees() -> None:
    dark = picked(Trait.THEME_DARK, *THEMES)
    liked = {t: Leaning(b, NOW) for t, b in moved({}, dark, NOW).items()}
    for _ in range(4):
        liked |= {t: Leaning(b, NOW) for t, b in moved(liked, dark, NOW).items()}
    later = NOW + 3 * HALF_LIFE
    assert Taste(BUILT_IN, own_weights(liked, NOW)).first(*THEMES) is Trait.THEME_DARK
    assert Taste(BUILT_IN, own_weights(liked, later)).first(*THEMES) is Trait.THEME_LIGHT


def test_a_mind_may_be_changed_within_few_choices() -> None:
    dark, light = picked(Trait.THEME_DARK, *THEMES), picked(Trait.THEME_LIGHT, *THEMES)
    lover = after(*[dark] * 40)
    assert max(lover.own.values()) < MOST
    assert after(*[dark] * 40, *[light] * 5).first(*THEMES) is Trait.THEME_LIGHT


def test_a_layout_turned_away_again_and_again_comes_last() -> None:
    other: Option = frozenset({Trait.LAYOUT_EVEN, Trait.LAYOUT_MANY_ROWS, Trait.LAYOUT_WHOLE})
    taste = after(turned_away(LAYOUT), turned_away(LAYOUT))
    assert taste.ordered([(LAYOUT, "it"), (other, "another")]) == ["another", "it"]
    assert PLAIN.ordered([(LAYOUT, "it"), (other, "another")]) == ["it", "another"]


@given(options)
def test_bits_hold_traits(option: Option) -> None:
    assert traits_in(bits_of(option)) == option


@pytest.mark.parametrize("said", ["Chez Mamie", "theme.purple", b"\x89PNG", 7, None])
def test_21_a_choice_says_nothing_but_traits(said: object) -> None:
    """Abuse case 21: no text, no pixel and no free number can be in a choice."""
    with pytest.raises(ValueError, match="traits only"):
        Choice(About.THEME, frozenset({said}))  # type: ignore[arg-type]  # what a bug would do


def test_a_choice_is_about_one_thing() -> None:
    with pytest.raises(ValueError, match="something else"):
        Choice(About.THEME, frozenset({Trait.SPIRIT_WARM}))
    with pytest.raises(ValueError, match="takes something"):
        Choice(About.THEME)
