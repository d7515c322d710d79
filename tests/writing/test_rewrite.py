"""Rewriting by rules: what it does, what it leaves alone, and what it says it cannot do."""

import random
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.texts import LANGUAGES, Language
from bot.writing.guard import keeps_meaning
from bot.writing.languages import language_of_text
from bot.writing.rewrite import rewrite, rewrite_again
from bot.writing.tables import tables
from bot.writing.wishes import LONGEST_CHARACTERS, Note, Wish

WORDS = (
    "hello hi hey thanks can you send me the photos very really I don't think it's late because if"
    " it rains we'll stay home in order to a lot of good nice beach dog sorry OK salut tu peux"
    " j'ai pas ouais merci parce que les vacances à la plage nous avons une belle journée du coup"
    " très afin de je voulais te dire que n’oublie pas de stp mdr, . ! ? …"
)
OWN = ["https://a.org/b?c=1", "@lou", "#été", "`x y`", "“stay here”", "8:30", "2 400", "Lou"]
typed = st.lists(st.sampled_from([*WORDS.split(), *OWN, "\n"]), max_size=25).map(" ".join)
wishes = st.sampled_from([wish for wish in Wish if wish is not Wish.PROOFREAD])
languages = st.sampled_from(LANGUAGES)

SAID: list[tuple[Wish, Language, str, str]] = [
    (
        Wish.SHORTER, "en",
        "I just wanted to let you know that we had a really great time in order to rest.",
        "We had a great time to rest.",
    ),
    (
        Wish.SHORTER, "fr",
        "Je voulais te dire que nous avons passé une très belle journée afin de nous reposer.",
        "Nous avons passé une belle journée pour nous reposer.",
    ),
    (
        Wish.PROFESSIONAL, "en",
        "hey guys, can u send me the photos asap? I'm gonna be late lol :)",
        ("Hello everyone, could you please send me the photos as soon as possible?"
        " I am going to be late."),
    ),
    (
        Wish.PROFESSIONAL, "fr",
        "Salut, tu peux m’envoyer les photos stp ? J’ai pas reçu le mail de Paul mdr",
        ("Bonjour, pourrais-tu m’envoyer les photos s’il te plaît ? Je n’ai pas reçu le mail de"
        " Paul."),
    ),
    (Wish.REPHRASE, "en", "If it rains, we stay.", "We stay if it rains."),
    (Wish.REPHRASE, "fr", "Si tu veux, on part demain.", "On part demain si tu veux."),
]  # fmt: skip


@pytest.mark.parametrize(("wish", "language", "text", "wanted"), SAID)
def test_a_wish_is_granted(wish: Wish, language: Language, text: str, wanted: str) -> None:
    assert rewrite_again(text, wish, language, 0).text == wanted


@settings(max_examples=300)
@given(typed, wishes, languages, st.integers(0, 50))
def test_the_meaning_is_kept_whatever_is_wished(
    text: str, wish: Wish, language: Language, seed: int
) -> None:
    way = rewrite(text, wish, language, random.Random(seed))
    assert way.changed == (way.text != text)
    assert not way.changed or keeps_meaning(text, way.text)
    for own in OWN:
        assert (own in text) == (own in way.text)


@given(typed, wishes, languages, st.integers(0, 50))
def test_the_same_dice_write_the_same(
    text: str, wish: Wish, language: Language, seed: int
) -> None:
    first = rewrite(text, wish, language, random.Random(seed))
    assert first == rewrite(text, wish, language, random.Random(seed))


@settings(max_examples=200)
@given(typed | st.text(max_size=80), wishes, languages)
@example("", Wish.WARMER, "en")
@example("🏖️ 12", Wish.FUNNIER, "fr")
def test_nothing_changes_without_a_word_why(text: str, wish: Wish, language: Language) -> None:
    way = rewrite_again(text, wish, language, 0)
    assert way.changed or way.notes


@given(typed, st.sampled_from([Wish.SHORTER]), languages)
def test_shorter_is_shorter(text: str, wish: Wish, language: Language) -> None:
    way = rewrite_again(text, wish, language, 0)
    assert not way.changed or len(way.text) < len(text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wish", [Wish.WARMER, Wish.FUNNIER])
def test_again_is_another_way_each_time(wish: Wish, language: Language) -> None:
    text = {"en": "We had a great day with you.", "fr": "On a passé une belle journée avec toi."}
    ways = [rewrite_again(text[language], wish, language, again).text for again in range(3)]
    assert len(set(ways)) == 3


def test_when_ways_run_out_it_says_so() -> None:
    way = rewrite_again("We are really late.", Wish.SHORTER, "en", 2)
    assert way.text == "We are late."
    assert Note.ONLY_THIS_WAY in way.notes


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "My grandmother died yesterday."), ("fr", "Ma grand-mère est morte hier.")],
)
@pytest.mark.parametrize("wish", [Wish.FUNNIER, Wish.EMOJIFY])
def test_nobody_jokes_about_a_death(wish: Wish, language: Language, text: str) -> None:
    way = rewrite_again(text, wish, language, 0)
    assert (way.text, way.notes) == (text, (Note.TOO_SERIOUS,))


@pytest.mark.parametrize(
    ("wish", "language", "text"),
    [
        (Wish.WARMER, "en", "I hate this product and I want my money back."),
        (Wish.WARMER, "en", "No."),
        (Wish.WARMER, "en", "Nice, July 2024, the old port."),
        (Wish.FUNNIER, "en", "We broke up yesterday."),
        (Wish.PROFESSIONAL, "en", "Sorry for your loss."),
        (Wish.REPHRASE, "en", "I will see you tomorrow."),
        (Wish.REPHRASE, "en", "There is no need to hurry."),
        (Wish.REPHRASE, "en", "You would come even if it rained."),
        (Wish.REPHRASE, "en", "I think of you."),
        (Wish.SHORTER, "en", "She sings as well as you."),
        (Wish.SHORTER, "en", "At the end of the day, we watched the sunset."),
        (Wish.EMOJIFY, "fr", "Bonjour, la facture reste impayée."),
        (Wish.FUNNIER, "fr", "On s’est séparés hier."),
        (Wish.PROFESSIONAL, "fr", "Désolé pour ta perte."),
        (Wish.PROFESSIONAL, "fr", "Dis-moi si tu peux m’envoyer la clé."),
        (Wish.PROFESSIONAL, "fr", "Je veux bien venir."),
        (Wish.REPHRASE, "fr", "C’est parce que je t’aime."),
        (Wish.REPHRASE, "fr", "À ce soir !"),
        (Wish.SHORTER, "fr", "Il en fait trop."),
        (Wish.WARMER, "fr", "Je suis malade, ne viens pas."),
    ],
)
def test_rather_nothing_than_something_silly(wish: Wish, language: Language, text: str) -> None:
    for again in range(3):
        assert rewrite_again(text, wish, language, again).text == text


def test_somebody_who_says_please_says_it_once() -> None:
    said = rewrite_again("hey can you call me pls", Wish.PROFESSIONAL, "en", 0).text
    assert said == "Hello, could you call me please."


def test_a_negation_keeps_its_weight() -> None:
    """What is "not very good" is not "not good"."""
    said = rewrite_again("It is not very good.", Wish.SHORTER, "en", 0).text
    assert said == "It isn’t very good."
    assert not rewrite_again("C’est pas très bon.", Wish.SHORTER, "fr", 0).changed


def test_what_is_too_long_or_wordless_is_left_whole() -> None:
    assert rewrite_again("a " * LONGEST_CHARACTERS, Wish.WARMER, "en", 0).notes == (Note.TOO_LONG,)
    assert rewrite_again("12 🏖️ !", Wish.WARMER, "en", 0).notes == (Note.EMPTY,)


def test_emoji_stand_at_the_ends_of_sentences_and_never_many() -> None:
    text = "We went to the beach. The dog swam. Then pizza! And a sunset. And wine. No cat."
    said = rewrite_again(text, Wish.EMOJIFY, "en", 0).text
    emoji = re.findall(r"(?<=[.!] )[^\w\s.,!?]+", said)
    assert 1 <= len(emoji) <= 4
    assert re.sub(r" [^\w\s.,!?]+", "", said) == text
    assert "🐱" not in said
    assert "😺" not in said


@pytest.mark.parametrize(
    ("text", "otherwise", "language"),
    [
        ("see you there", "fr", "en"),
        ("on part à la plage", "en", "fr"),
        ("Lisbonne", "fr", "fr"),
        ("Hola amigos, que tal el día", "en", None),
        ("Привет, друзья", "fr", None),
        ("https://exemple.fr the photos are here", "fr", "en"),
    ],
)
def test_the_language_is_told_by_little_words(
    text: str, otherwise: Language, language: Language | None
) -> None:
    assert language_of_text(text, otherwise) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_table_offers_the_words_it_found(language: Language) -> None:
    """But for the few that stand there to be left alone."""
    for wish, table in tables(language).wishes.items():
        for words, heirs in table.heirs.items():
            assert heirs, (wish, words)
            assert len(heirs) == 1 or words not in heirs, (wish, words)
