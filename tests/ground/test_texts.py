"""Sentences: strict about holes, doubles and files that do not parse."""

from pathlib import Path

import pytest

from bot.texts import BrokenText, language_of, load_texts


def folder(tmp_path: Path, english: str, french: str) -> Path:
    (tmp_path / "en.ftl").write_text(english, encoding="utf-8")
    (tmp_path / "fr.ftl").write_text(french, encoding="utf-8")
    return tmp_path


def test_a_sentence_is_filled_without_marks_around_its_facts(tmp_path: Path) -> None:
    texts = load_texts([folder(tmp_path, "hi = Hello { $name }!", "hi = Bonjour { $name } !")])
    assert texts["en"]("hi", name="Lou") == "Hello Lou!"
    assert texts["fr"]("hi", name="Lou") == "Bonjour Lou !"


def test_a_missing_sentence_or_fact_is_a_bug_and_never_shown(tmp_path: Path) -> None:
    texts = load_texts([folder(tmp_path, "hi = { $name }", "hi = { $name }")])
    with pytest.raises(BrokenText):
        texts["en"]("bye")
    with pytest.raises(BrokenText):
        texts["fr"]("hi")


@pytest.mark.parametrize("broken", ["hi = one\nhi = two", "hi = { $open", "= nothing"])
def test_a_file_that_says_it_twice_or_does_not_parse_is_refused(
    tmp_path: Path, broken: str
) -> None:
    with pytest.raises(BrokenText):
        load_texts([folder(tmp_path, broken, "hi = un")])


@pytest.mark.parametrize(
    ("code", "spoken"),
    [("fr", "fr"), ("fr-CA", "fr"), ("FR", "fr"), ("en-US", "en"), ("de", "en"), (None, "en")],
)
def test_whoever_does_not_speak_french_is_spoken_to_in_english(
    code: str | None, spoken: str
) -> None:
    assert language_of(code) == spoken
