"""Proofreading: how many known errors it mends, and that what is right stays as it is."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.texts import LANGUAGES, Language
from bot.writing import proofread as module
from bot.writing.proofread import proofread
from bot.writing.rewrite import rewrite
from bot.writing.wishes import Note, Wish

CORPUS = Path(__file__).parent / "corpus"
MENDED_AT_LEAST = 0.9  # of sentences that the rules were written beside; what is new fares worse
LEAST_SENTENCES = 100

KEPT = ["https://a.org/b?c", "@lou", "#été", "`x y`", "« tes photo »", "SNCF", "12:30"]
TYPED = (
    "Lou les photo est belle a la plage je tu mange its dont c'est ils on to ? ! : ... un grand"
)
typed = st.lists(st.sampled_from([*TYPED.split(), *KEPT, "3,5", "\n", "🏖️"]), max_size=20).map(
    " ".join
)


def wrong(language: Language) -> list[list[str]]:
    rows = (CORPUS / f"wrong.{language}.tsv").read_text(encoding="utf-8").splitlines()
    return [row.split("\t") for row in rows]


def right(language: Language) -> list[str]:
    return (CORPUS / f"clean.{language}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_known_errors_are_mended(language: Language) -> None:
    rows = wrong(language)
    assert len(rows) >= LEAST_SENTENCES
    mended = [proofread(found, language).text == wanted for found, wanted in rows]
    assert sum(mended) >= MENDED_AT_LEAST * len(rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_right_is_never_touched(language: Language) -> None:
    """Names, slang, numbers, links, quotations and anglicisms among them."""
    sentences = right(language) + [wanted for _, wanted in wrong(language)]
    assert len(right(language)) >= LEAST_SENTENCES
    alarms = {text: proofread(text, language).text for text in sentences}
    assert {text: put for text, put in alarms.items() if text != put} == {}


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_whatever_is_typed_is_answered(text: str, language: Language) -> None:
    assert proofread(text, language).changed == (proofread(text, language).text != text)


@settings(max_examples=60)
@given(typed, st.sampled_from(LANGUAGES))
def test_doing_it_twice_changes_nothing_more(text: str, language: Language) -> None:
    once = proofread(text, language).text
    assert proofread(once, language).text == once


@settings(max_examples=60)
@given(typed, st.sampled_from(LANGUAGES))
def test_addresses_names_tags_code_and_quotations_stay(text: str, language: Language) -> None:
    put = proofread(text, language).text
    for kept in KEPT:
        assert put.count(kept) == text.count(kept)


def test_french_says_that_its_grammar_is_checked_in_part() -> None:
    assert Note.GRAMMAR_IN_PART in proofread("Il fait beau.", "fr").notes
    assert Note.GRAMMAR_IN_PART not in proofread("The sun shines.", "en").notes


def test_without_the_word_lists_it_says_so_and_still_mends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever installs without the extra `write`."""
    monkeypatch.setattr(module, "is_available", lambda: False)
    monkeypatch.setattr("bot.writing.spelling.is_available", lambda: False)
    monkeypatch.setattr("bot.writing.french.is_available", lambda: False)
    said = proofread("Les photo sont belles, voila.", "fr")
    assert said.text == "Les photos sont belles, voilà."
    assert Note.SPELLING_NOT_CHECKED in said.notes


def test_a_fault_that_is_not_there_is_not_found() -> None:
    said = rewrite("The sun shines.", Wish.PROOFREAD, "en", random.Random(1))
    assert not said.changed
    assert said.notes == (Note.NO_FAULT_FOUND,)


OFFLINE = """
import socket
def refused(*_, **__): raise OSError("no network here")
socket.socket.connect = refused
socket.create_connection = socket.getaddrinfo = refused
from bot.writing.proofread import proofread
assert proofread("Its been fun, Lou.", "en").text == "It's been fun, Lou."
assert proofread("Les photo sont belles.", "fr").text == "Les photos sont belles."
import sys
assert not {"huggingface_hub", "onnxruntime", "tokenizers"} & sys.modules.keys()
"""


def test_checking_never_needs_the_network() -> None:
    subprocess.run([sys.executable, "-c", OFFLINE], check=True, cwd=Path(__file__).parents[2])
