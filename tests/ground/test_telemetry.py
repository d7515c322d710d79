"""What the logs may say: types and places in the code, never a token or a person's words."""

import logging

import pytest

from bot.telemetry import pseudonym, start_logging

TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0"  # noqa: S105  of no bot


def test_a_token_in_an_address_is_masked(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging()
    logging.getLogger("somebody.else").warning("GET /file/bot%s/photos/1.jpg", TOKEN)

    said = capsys.readouterr().err
    assert TOKEN not in said
    assert "<token>" in said


def test_an_exception_is_told_without_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging()
    words = "chez Mamie"
    try:
        int(words)
    except ValueError:
        logging.getLogger("here").exception("it failed")

    said = capsys.readouterr().err
    assert words not in said
    assert "ValueError" in said
    assert "test_telemetry.py" in said


def test_a_pseudonym_is_steady_and_tells_nothing() -> None:
    assert pseudonym(4242) == pseudonym(4242)
    assert pseudonym(4242) != pseudonym(4243)
    assert "4242" not in pseudonym(4242)
