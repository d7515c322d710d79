"""Three captions that say only what is known: one plain, one warm, one playful."""

import random
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from bot.texts import Language
from bot.writing.facts import CaptionFacts
from bot.writing.phrases import Phrase, Scope, Spirit, phrases, texts
from bot.writing.slots import slots

LONGEST_CHARACTERS: Final = 200
SAYS_WHERE: Final = frozenset({"place", "in-place", "of-place", "places", "in-places", "route"})
SAYS_WHEN: Final = frozenset({"date", "when", "weekday", "days"})
SAYS_WHAT: Final = frozenset({"seen", "things", "a-thing", "the-thing"})
SAYS_WHO: Final = frozenset({"people", "group", "together"})
NEWS: Final = (SAYS_WHERE, SAYS_WHEN, SAYS_WHAT, SAYS_WHO, frozenset({"note"}))


@dataclass(frozen=True, slots=True)
class Caption:
    """A proposal. template_id: which phrase it came from, to avoid it the next time."""

    text: str
    template_id: str
    spirit: Spirit


def captions(
    facts: CaptionFacts,
    language: Language,
    dice: random.Random,
    avoid: AbstractSet[str] = frozenset(),
) -> list[Caption]:
    """One caption of each spirit, at most 200 characters each.

    avoid: phrases that the person saw last; they return only if a spirit has no other.
    """
    words = slots(facts, language, texts()[language])
    fitting = [phrase for phrase in phrases(language) if _fits(phrase, facts, words)]
    return [
        _pick(
            [phrase for phrase in fitting if phrase.spirit is spirit], words, language, dice, avoid
        )
        for spirit in Spirit
    ]


def _fits(phrase: Phrase, facts: CaptionFacts, words: Mapping[str, str]) -> bool:
    """Whether the phrase is about so many media and says nothing that is not known of all."""
    scope = Scope.ONE if facts.count == 1 else Scope.MANY
    if phrase.scope not in {scope, Scope.ANY} or not phrase.needs <= words.keys():
        return False
    said = _lower(phrase.needs)
    if "photos" not in said:
        return True
    return (facts.is_all_placed or not said & SAYS_WHERE) and (
        facts.is_all_dated or not said & SAYS_WHEN
    )


def _pick(
    phrases_of_spirit: Sequence[Phrase],
    words: Mapping[str, str],
    language: Language,
    dice: random.Random,
    avoid: AbstractSet[str],
) -> Caption:
    """One of those that say nearly as much as the one that says the most."""
    short = [
        (phrase, text)
        for phrase in phrases_of_spirit
        if len(text := texts()[language](phrase.id, **words)) <= LONGEST_CHARACTERS
    ]
    fresh = [one for one in short if one[0].id not in avoid] or short
    most = max(_richness(phrase) for phrase, _ in fresh)
    phrase, text = dice.choice(
        [one for one in fresh if _richness(one[0]) >= max(most - 1, 1)] or fresh
    )
    return Caption(text, phrase.id, phrase.spirit)


def _richness(phrase: Phrase) -> int:
    """How many different things a phrase tells."""
    said = _lower(phrase.needs)
    return sum(bool(said & news) for news in NEWS)


def _lower(names: AbstractSet[str]) -> frozenset[str]:
    return frozenset(name[0].lower() + name[1:] for name in names)
