"""A warmer or a funnier text: words of the same meaning, and a line that adds no fact."""

import random
import re
from typing import Final

from bot.texts import Language
from bot.writing.clauses import COMMON_FIRST
from bot.writing.sentences import sentences
from bot.writing.shield import SIGN
from bot.writing.substitute import asked_once, straight_like, substituted
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
    if known.grave.search(text):
        closing = dice.choice(table.lists["grave_closings"])
        speaks = known.addressed.search(text) is not None
        return (_with_line(text, closing), None) if speaks else (text, Note.TOO_SERIOUS)
    warm = asked_once(substituted(text, table, language, dice, share=0.9))
    if not known.sour.search(text):  # "Take care!" under a complaint is a mockery
        warm = _with_a_kind_line(warm, text, known, dice)
    if warm == text:
        return text, Note.NOT_WARMED
    return straight_like(text, _spaced(warm, language)), None


def _with_a_kind_line(warm: str, text: str, known: Tables, dice: random.Random) -> str:
    """A greeting or a farewell to somebody, a word under a glad memory; nothing elsewhere."""
    lists = known.wishes[Wish.WARMER].lists
    said = "_familiar" if known.familiar.search(text) else ""
    opened = f"{dice.choice(lists.get('openings' + said, lists['openings']))} {warm}"
    speaks = known.addressed.search(text) is not None
    is_closed = _is_closed(warm, known) or warm.rstrip().endswith("?")
    if not known.greetings.search(text) and speaks and (is_closed or dice.random() < 0.5):  # noqa: PLR2004 - a coin
        return opened
    if speaks:
        closings = lists.get("closings" + said, lists["closings"])
        return warm if is_closed else _with_line(warm, dice.choice(closings))
    if is_closed or warm != text:
        return warm
    if known.glad.search(text):
        return _with_line(warm, dice.choice(lists["captions"]))
    return opened if known.persons.search(text) else warm


def funnier(
    text: str, known: Tables, language: Language, dice: random.Random
) -> tuple[str, Note | None]:
    """A playful word, opening or last line; nothing where the matter is grave."""
    if known.grave.search(text) or known.sour.search(text):
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
    if played == text:
        return text, Note.NO_JOKE
    return straight_like(text, _spaced(played, language)), None


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
