"""A warmer or a funnier text: words of the same meaning, and a line that adds no fact."""

import random
import re
from typing import Final

from bot.texts import Language
from bot.writing.clauses import COMMON_FIRST
from bot.writing.sentences import sentences
from bot.writing.shield import SIGN
from bot.writing.substitute import straight_like, substituted
from bot.writing.tables import Tables
from bot.writing.wishes import Note, Wish

MOST_OPENED: Final = 2  # "Breaking news:" before a letter is no joke
BEFORE_A_COLON: Final = {"en": ":", "fr": "\u00a0:"}
BEFORE_A_MARK: Final = {"en": "", "fr": "\u202f"}


def warmer(
    text: str, known: Tables, language: Language, dice: random.Random
) -> tuple[str, Note | None]:
    """Kinder words, then a greeting or a farewell where the text speaks to somebody."""
    table = known.wishes[Wish.WARMER]
    is_grave = known.grave.search(text) is not None
    warm = text if is_grave else substituted(text, table, language, dice, share=0.9)
    speaks = known.addressed.search(text) is not None
    tells = known.persons.search(text) is not None
    said = "_familiar" if known.familiar.search(text) else ""
    if is_grave:
        closing = dice.choice(table.lists["grave_closings"])
        return (_with_line(warm, closing), None) if speaks else (text, Note.TOO_SERIOUS)
    if speaks or tells:
        if not known.greetings.search(text) and speaks and dice.random() < 0.5:  # noqa: PLR2004 - a coin
            openings = table.lists.get("openings" + said, table.lists["openings"])
            warm = f"{dice.choice(openings)} {warm}"
        elif not _is_closed(warm, known):
            closings = table.lists.get("closings" + said, table.lists["closings"])
            warm = _with_line(warm, dice.choice(closings))
    elif warm == text and not _is_closed(text, known):
        warm = _with_line(text, dice.choice(table.lists["captions"]))
    typeset = straight_like(text, _spaced(warm, language))
    return typeset, None if typeset != text else Note.NOT_WARMED


def funnier(
    text: str, known: Tables, language: Language, dice: random.Random
) -> tuple[str, Note | None]:
    """A playful word, opening or last line; nothing where the matter is grave."""
    if known.grave.search(text):
        return text, Note.TOO_SERIOUS
    table = known.wishes[Wish.FUNNIER]
    played = substituted(text, table, language, dice, share=0.8)
    parts = sentences(text)
    is_question = bool(parts) and "?" in parts[-1].stop
    if is_question:
        played = _with_line(played, dice.choice(table.lists["questions"]))
    elif played == text or dice.random() < 0.5:  # noqa: PLR2004 - a coin
        can_open = len(parts) <= MOST_OPENED and not known.greetings.search(text)
        if can_open and dice.random() < 0.4:  # noqa: PLR2004 - last lines are funnier
            small = language == "fr" and COMMON_FIRST.match(played)
            said = played[0].lower() + played[1:] if small else played
            played = f"{dice.choice(table.lists['openings'])} {said}"
        else:
            played = _with_line(played, dice.choice(table.lists["codas"]))
    typeset = straight_like(text, _spaced(played, language))
    return typeset, None if typeset != text else Note.NO_JOKE


def _is_closed(text: str, known: Tables) -> bool:
    """Whether its last words already say goodbye."""
    last = sentences(text)[-1:]
    return bool(last) and known.closed.search(last[0].text) is not None


def _with_line(text: str, line: str) -> str:
    """The line after the text, which ends its sentence first."""
    body = text.rstrip()
    ended = re.search(rf"(?:[.!?…:,;)»”\"]|{SIGN})\Z", body) is not None
    if "\n" in body:
        return f"{body}\n{line}"
    return f"{body}{'' if ended else '.'} {line}"


def _spaced(text: str, language: Language) -> str:
    """Our own lines in the language's typography: "Coucou !" keeps its mark."""
    if language != "fr":
        return text
    thin = re.sub(r"(?<=\w) (?=[!?;](?:\s|\Z))", BEFORE_A_MARK[language], text)
    return re.sub(r"(?<=\w) :(?= )", BEFORE_A_COLON[language], thin)
