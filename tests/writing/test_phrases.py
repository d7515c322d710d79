"""Every phrase of both languages, proofread over every combination of the facts it speaks of."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import product

import pytest
from fluent.syntax import FluentParser, ast, visitor

from bot.gallery.calendar_words import month_numbers, plain, weekday_numbers
from bot.gallery.facts import Place, Precision
from bot.gallery.periods import Period
from bot.texts import LANGUAGES, Language
from bot.vision.concepts import CONCEPTS
from bot.writing.captions import LONGEST_CHARACTERS, NEWS
from bot.writing.facts import CaptionFacts
from bot.writing.phrases import FOLDER, Phrase, Scope, Spirit, phrases, texts
from bot.writing.slots import slots

Words = Mapping[str, str]

TOWNS = [
    Place(name, country, "1.1")
    for name, country in [
        ("Lyon", "FR"),
        ("Le Havre", "FR"),
        ("La Rochelle", "FR"),
        ("L’Isle-Adam", "FR"),
        ("Les Sables-d’Olonne", "FR"),
        ("Évian-les-Bains", "FR"),
        ("Hyères", "FR"),
        ("Cairo", "EG"),
        ("Le Mars", "US"),
        ("Los Angeles", "US"),
    ]
]
JOURNEYS = [(town,) for town in TOWNS] + [
    (TOWNS[1], TOWNS[7]),
    (TOWNS[6], TOWNS[0]),
    (TOWNS[5], TOWNS[4], TOWNS[2]),
    (TOWNS[0], TOWNS[1], TOWNS[2], TOWNS[3], TOWNS[4]),
]
PERIODS = [
    Period(date(2024, 10, 1), date(2024, 10, 1)),
    Period(date(2024, 5, 12), date(2024, 5, 12)),
    Period(date(2024, 10, 12), date(2024, 10, 14)),
    Period(date(2024, 9, 30), date(2024, 10, 2)),
    Period(date(2024, 12, 30), date(2025, 1, 2)),
    Period(date(2024, 4, 1), date(2024, 10, 2)),
    Period(date(2019, 4, 1), date(2024, 10, 2)),
    Period(date(2024, 8, 1), date(2024, 8, 31), Precision.MONTH),
    *(
        Period(date(2019, month, 1), date(2019, month + 1, 28), Precision.SEASON)
        for month in (3, 6, 9)
    ),
    Period(date(2018, 12, 1), date(2019, 2, 28), Precision.SEASON),
    Period(date(1985, 1, 1), date(1985, 12, 31), Precision.YEAR),
    Period(date(1980, 1, 1), date(1989, 12, 31), Precision.DECADE),
    Period(date(2024, 10, 1), date(2024, 10, 1), is_guess=True),
    Period(date(2019, 6, 1), date(2019, 8, 31), Precision.SEASON, is_guess=True),
    Period(date(1985, 1, 1), date(1985, 12, 31), Precision.YEAR, is_guess=True),
    Period(date(1980, 1, 1), date(1989, 12, 31), Precision.DECADE, is_guess=True),
]
SIGHTS = [
    ("cat",),
    ("flower",),
    ("bird",),
    ("church",),
    ("wine",),
    ("bread", "umbrella"),
    ("ice_cream", "elephant", "skis"),
]
NOTES = ["Papa et le gâteau !", "l’anniversaire de Lou.", "She said “yes”"]
COUNTS = list(product((1, 2, 8, 1200), (0, 1, 2, 12)))
FAMILIES: list[list[CaptionFacts]] = [
    [CaptionFacts(8, places=towns, is_in_order=True) for towns in JOURNEYS],
    [CaptionFacts(8, period=period) for period in PERIODS],
    [CaptionFacts(1, concepts=seen) for seen in SIGHTS],
    [CaptionFacts(count, people=people) for count, people in COUNTS],
    [CaptionFacts(8, note=note) for note in NOTES],
]
SAYS = dict(zip(("where", "when", "what", "who", "note"), NEWS, strict=True))


@cache
def family_words(language: Language) -> list[list[Words]]:
    t = texts()[language]
    return [[slots(facts, language, t) for facts in family] for family in FAMILIES]


def lower(phrase: Phrase) -> set[str]:
    return {name.lower() for name in phrase.needs}


def fillings(phrase: Phrase, language: Language) -> Iterator[dict[str, str]]:
    """Every way to fill the phrase: all values of what it names, all combined."""
    choices = [
        {
            tuple((name, words[name]) for name in sorted(phrase.needs & words.keys())): None
            for words in family
            if phrase.needs & words.keys()
        }
        for family in family_words(language)
    ]
    for parts in product(*(choice for choice in choices if choice)):
        filling = dict(pair for part in parts for pair in part)
        if phrase.needs <= filling.keys():
            yield filling


def written(language: Language) -> Iterator[tuple[Phrase, str, str]]:
    """Every phrase in every way: the phrase, its text, and the note within it."""
    t = texts()[language]
    for phrase in phrases(language):
        for filling in fillings(phrase, language):
            yield phrase, t(phrase.id, **filling), filling.get("note", "")


BOTH = {
    "two spaces": r"  |\u00a0 | \u00a0",
    "a space before a comma or a full stop": r"[ \u00a0][,.…]",
    "a straight quotation mark": r"['\"]",
    "two marks in a row": r"[,.;:…]{2}",
    "a hole": r"[{}]",
    "praise or a shout": r"(?i)!|magi[cq]|amazing|incroyable|unforgettable|inoubliable|wonderful",
}
FRENCH = {
    **BOTH,
    "an article not contracted": r"\b([Dd]e|[Àà]) (Le|Les|le|les) (?!Mars)",
    "an elision missed": r"(?i)\b(d|l|qu|jusqu)[ea] [aàâeéèêëiîïoôuûœ]",
    "an elision before a consonant": r"(?i)\b[dl]’[bcdfgjkmnpqrstvwxz]",
    "a colon or quotation mark without its space": r"[^\u00a0]:|«[^\u00a0]|[^\u00a0]»",
    "an ordinary space before a mark": r" [:;?»]",
    "one without a number": r"\b1 (photo|personne|jour)s?\b",
}
ENGLISH = {
    **BOTH,
    "a before a vowel": r"\b[Aa] [aeio]",
    "an before a consonant": r"\b[Aa]n [^aeiou]",
    "a space before a colon": r"\s:",
    "one with a plural": r"\b([Oo]ne|1) (photos|people|days)\b",
}
WRONG: Mapping[Language, Mapping[str, str]] = {"fr": FRENCH, "en": ENGLISH}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_correct_whatever_it_holds(language: Language) -> None:
    wrong = {name: re.compile(pattern) for name, pattern in WRONG[language].items()}
    checked = 0
    for phrase, text, note in written(language):
        ours = text.replace(note, "note") if note else text
        found = [name for name, pattern in wrong.items() if pattern.search(ours)]
        assert not found, f"{phrase.id}: {text!r} has {found}"
        checked += 1
    assert checked > 5_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_begins_and_ends_as_a_sentence_and_fits(language: Language) -> None:
    for phrase, text, _ in written(language):
        assert text[0] in "«“" or not text[0].islower(), f"{phrase.id}: {text}"
        assert text.endswith((".", "…", "»", "”")), f"{phrase.id}: {text}"
        assert len(text) <= LONGEST_CHARACTERS, f"{phrase.id}: {text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_in_the_photos_is_never_counted_beside_them(language: Language) -> None:
    """No "eleven photos and a coffee": the coffee is in one of them."""
    beside = re.compile(r"<photos>(?:,| and| et)* <(?!photos)|>(?:,| and| et)* <photos>")
    about = [phrase for phrase in phrases(language) if "photos" in lower(phrase)]
    about = [phrase for phrase in about if not SAYS["what"].isdisjoint(lower(phrase))]
    said = [
        texts()[language](phrase.id, **{name: f"<{name.lower()}>" for name in phrase.needs})
        for phrase in about
    ]

    assert len(said) > 2
    assert [text for text in said if beside.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_can_be_used(language: Language) -> None:
    unusable = [
        phrase.id for phrase in phrases(language) if next(fillings(phrase, language), None) is None
    ]
    assert not unusable


class Written(visitor.Visitor):
    """The text of a message without what is put in."""

    def __init__(self) -> None:
        self.text = ""

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - Fluent's name
        self.text += f" {node.value} "


def own_words(language: Language) -> Iterator[tuple[str, set[str]]]:
    source = (FOLDER / f"phrases.{language}.ftl").read_text(encoding="utf-8")
    ids = {phrase.id for phrase in phrases(language)}
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Message) and entry.id.name in ids:
            said = Written()
            said.visit(entry)
            yield entry.id.name, set(re.findall(r"[\w-]+", said.text.casefold()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_states_a_fact_of_its_own(language: Language) -> None:
    """No number, month, weekday, season or thing stands in a phrase itself."""
    nouns = {concept.fr if language == "fr" else concept.en for concept in CONCEPTS.values()}
    facts = {noun.singular for noun in nouns} | {noun.plural for noun in nouns}
    facts |= {"deux", "trois", "quatre", "cinq", "two", "three", "four", "five"}
    facts |= {"spring", "summer", "autumn", "winter", "printemps", "été", "automne", "hiver"}
    for phrase_id, words in own_words(language):
        assert not words & facts, phrase_id
        folded = {plain(word) for word in words if len(word) > 3}
        assert not folded & (month_numbers().keys() | weekday_numbers().keys()), phrase_id
        assert not any(word.isdigit() for word in words), phrase_id


def test_both_languages_have_the_same_phrases_and_enough_of_them() -> None:
    french, english = ({phrase.id for phrase in phrases(language)} for language in LANGUAGES)
    assert french == english
    assert len(french) >= 60


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scope", [Scope.ONE, Scope.MANY])
@pytest.mark.parametrize("spirit", Spirit)
def test_there_is_a_choice_even_when_nothing_is_known(
    language: Language, scope: Scope, spirit: Spirit
) -> None:
    free = [
        phrase
        for phrase in phrases(language)
        if phrase.spirit is spirit
        and phrase.scope in {scope, Scope.ANY}
        and {name.lower() for name in phrase.needs}
        <= ({"photos"} if scope is Scope.MANY else set())
    ]
    assert len(free) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_stands_well_in_every_phrase_about_it(language: Language) -> None:
    t = texts()[language]
    wrong = [re.compile(pattern) for pattern in WRONG[language].values()]
    about = [
        phrase
        for phrase in phrases(language)
        if lower(phrase) & SAYS["what"] and "things" not in lower(phrase)
    ]
    for concept in CONCEPTS:
        facts = CaptionFacts(
            1, PERIODS[0], (TOWNS[0],), people=2, concepts=(concept,), is_in_order=True
        )
        words = {**slots(facts, language, t), "photos": "8 photos", "Photos": "8 photos"}
        for phrase in about:
            text = t(phrase.id, **words)
            assert not any(pattern.search(text) for pattern in wrong), text
