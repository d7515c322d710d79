"""Lengths as Telegram counts them, in UTF-16 units: an emoji is two."""

LAST_SINGLE = "\uffff"  # letters beyond it take a pair of units


def utf16_length(text: str) -> int:
    return len(text) + sum(1 for letter in text if letter > LAST_SINGLE)
