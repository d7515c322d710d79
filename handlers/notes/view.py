"""What was understood of somebody's words, said back in one line."""

from html import escape

from bot.gallery.periods import say_taken
from bot.gallery.said import Noted
from bot.texts import Texts
from bot.writing.grammar import capital, town_name


def noted(found: Noted, t: Texts, country: str | None) -> str:
    """Place, date and note; and what a nickname does besides."""
    words, parts = found.words, []
    if words.place:
        parts.append(capital(town_name(words.place, t.language)))
    if words.when:
        parts.append(say_taken(words.when, t.language, country=country))
    if words.note:
        parts.append(t("notes-quoted", note=words.note))
    said = t("notes-noted", count=found.count, what=escape(" · ".join(parts)))
    return f"{said} {t('notes-for-later')}" if found.is_for_later else said
