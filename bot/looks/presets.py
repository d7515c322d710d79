"""In what manner words are imagined: a few presets, said to the endpoint in plain words."""

from typing import Final

# The names that people read are Fluent's `looks-button-preset-…`.
PRESETS: Final = {
    "postcard": "as a vintage travel postcard, warm printed colours",
    "watercolour": "as a loose watercolour on white paper",
    "papercut": "as a layered paper cut, soft shadows",
    "nightsky": "at night under a wide sky full of stars",
}
SAFE: Final = "A picture for all ages, without any text in it, showing no real, named person."


def prompt_for(words: str, preset: str | None) -> str:
    """The person's own words, the manner, and what every picture here keeps to."""
    manner = f", {PRESETS[preset]}" if preset in PRESETS else ""
    return f"{words.strip().rstrip('.')}{manner}. {SAFE}"
