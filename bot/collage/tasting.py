"""Where taste meets the collage: what a draft begins with, and what each tap says of a taste."""

from collections.abc import Sequence
from typing import Final

from bot.collage.draft import Proposal
from bot.collage.edits import SHAPE_OF, THEME_OF, Change, Edit
from bot.collage.plan import Plan
from bot.collage.traits import LAYOUT_TRAITS, SHAPE_TRAITS, THEME_TRAITS, layout_traits
from bot.improve.choices import NOTHING, Choice, Option, picked, turned_away
from bot.improve.taste import PLAIN, Taste
from bot.writing.phrases import Spirit
from storage.traits import Trait

SPIRIT_TRAITS: Final = {spirit.value: Trait(f"spirit.{spirit}") for spirit in Spirit}


def learnt_theme(taste: Taste, themes: Sequence[str]) -> str | None:
    """Which of these a new page begins with; None where nothing was learnt that says so."""
    traits = {THEME_TRAITS[theme]: theme for theme in themes}
    first = taste.first(*traits)
    is_learnt = taste.own.get(first, 0.0) > 0 or first is not PLAIN.first(*traits)
    return traits[first] if is_learnt else None


def layout_taste(taste: Taste) -> dict[Trait, float] | None:
    """What a child needs to choose between layouts that are as good; None where all are equal."""
    weights = taste.of(LAYOUT_TRAITS)
    return weights if any(weights.values()) else None


def in_order(proposals: Sequence[Proposal], taste: Taste) -> tuple[Proposal, ...]:
    """The captions, the spirit that is liked most first."""
    return tuple(taste.ordered([(_spirit(one), one) for one in proposals]))


def of_edit(plan: Plan, edit: Edit, themes: Sequence[str]) -> Choice | None:
    """What a step says of the page as it was; None where it is not about taste.

    themes: those that were in sight.
    """
    if edit.change is Change.LAYOUT:
        return turned_away(layout_traits(plan.cells))
    theme, shape = edit.theme or THEME_OF.get(edit.change), SHAPE_OF.get(edit.change)
    if theme and theme != plan.theme:
        return picked(THEME_TRAITS[theme], *(THEME_TRAITS[one] for one in themes))
    if shape and shape != plan.shape and plan.shape in SHAPE_TRAITS:
        return picked(SHAPE_TRAITS[shape], SHAPE_TRAITS[plan.shape])
    return None


def of_proposal(proposals: Sequence[Proposal], number: int) -> Choice | None:
    """A caption taken, of those in sight; None for words of no known spirit."""
    taken = _spirit(proposals[number - 1])
    others = [_spirit(one) for one in proposals]
    if taken is NOTHING:
        return None
    (trait,) = taken
    return picked(trait, *(other for option in others for other in option))


def _spirit(proposal: Proposal) -> Option:
    trait = SPIRIT_TRAITS.get(proposal.phrase.partition("-")[0])
    return frozenset({trait}) if trait else NOTHING
