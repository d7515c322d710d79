"""What the gallery says in the chat, in English, for reports on a terminal."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from bot.gallery.answers import Refusal
from bot.texts import Texts, load_texts

GALLERY: Final = Path(__file__).parents[2] / "handlers" / "gallery"


def said(refusal: Refusal) -> str:
    return _english()(refusal.text_id, **refusal.facts)


def left_out_words(reasons: Mapping[str, int]) -> list[str]:
    """The most first: "14 screenshots", "2 near-twins"."""
    many = sorted(reasons.items(), key=lambda one: (-one[1], one[0]))
    return [_english()("gallery-left-out-of", reason=reason, count=n) for reason, n in many]


@cache
def _english() -> Texts:
    return load_texts([GALLERY])["en"]
