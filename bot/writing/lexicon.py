"""What our rules know of French words: genders, numbers, and the persons of verbs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.writing.corrections import known_of

Forms = tuple[str, str, str, str]  # masculine, feminine, their plurals
VOWELS = "aàâeéèêiîoôuûhœæ"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """nouns: form → (is feminine, is plural); plurals: of each singular.

    adjectives: any form → all four. before: the same for those before a noun, with the form
    before a vowel. persons: a present form → by person, six forms.
    """

    nouns: Mapping[str, tuple[bool, bool]]
    plurals: Mapping[str, str]
    adjectives: Mapping[str, Forms]
    before: Mapping[str, tuple[str, ...]]
    persons: Mapping[str, tuple[str, ...]]
    people: frozenset[str]
    acting: frozenset[str]
    not_verbs: frozenset[str]
    nouns_in_e: frozenset[str]


@cache
def lexicon() -> Lexicon:
    known = known_of("fr")
    lonely = frozenset(known["no_singular"].split())
    nouns: dict[str, tuple[bool, bool]] = {}
    plurals: dict[str, str] = {}
    for words, is_feminine in ((known["masculine"], False), (known["feminine"], True)):
        for word in words.split():
            plural = word if word in lonely else plural_of(word)
            nouns[plural] = (is_feminine, True)
            nouns.setdefault(word, (is_feminine, False))
            plurals[word] = plural
    rows = [line.split() for line in known["after"]["forms"].splitlines() if line]
    present = [tuple(forms) for forms in known["present"].values()]
    return Lexicon(
        nouns,
        plurals,
        {form: (row[0], row[1], row[2], row[3]) for row in rows for form in row},
        {form: tuple(forms) for forms in known["before"].values() for form in forms},
        {form: forms for forms in present for form in forms},
        *(
            frozenset(known["verbs"][name].split())
            for name in ("people", "acting", "not_verbs", "nouns_in_e")
        ),
    )


def plural_of(noun: str) -> str:
    """The regular plural; what already ends as one stays."""
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith(("eau", "eu", "au")):
        return noun + "x"
    if noun.endswith("al") and noun not in {"festival", "bal", "carnaval"}:
        return noun[:-2] + "aux"
    if noun == "travail":
        return "travaux"
    return "yeux" if noun == "œil" else noun + "s"


def begins_with_vowel(word: str) -> bool:
    return word[:1].lower() in VOWELS
