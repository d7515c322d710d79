"""Requests that open with what to do and then give the words: "titre : Chez Mamie"."""

import re
import unicodedata
from typing import Final

from bot.assistant.request import Intent, Reading
from bot.assistant.tokens import folded, tokens
from bot.assistant.vocabulary import vocabulary

HEAD: Final = re.compile(r"\s*([^:：\n]{1,60})[:：](.+)", re.DOTALL)
MOST_HEAD_WORDS: Final = 7
QUOTES: Final = " \t\n«»“”\"'\u00a0\u202f"


def opening(text: str) -> Reading | None:
    """A title, a caption, or a text to rewrite; None for anything else."""
    plain = unicodedata.normalize("NFC", text)
    found = HEAD.match(plain)
    if found and found[2].strip(QUOTES):
        return _headed(folded(found[1]), found[2])
    return _called(plain)


def _headed(head: str, rest: str) -> Reading | None:
    known = vocabulary()
    if head in known.says["title"]:
        return Reading(Intent.CHANGE, title=rest.strip(QUOTES))
    if head in known.says["caption"]:
        return Reading(Intent.CHANGE, caption=rest.strip(QUOTES))
    if len(head.split()) > MOST_HEAD_WORDS:
        return None
    wishes = [phrase for phrase in known.rewrites if f" {phrase} " in f" {head} "]
    if not wishes:
        return None
    longest = max(wishes, key=len)
    return Reading(Intent.REWRITE, wish=known.rewrites[longest], text=rest.strip())


def _called(plain: str) -> Reading | None:
    """Call it Chez Mamie."""
    words = tokens(plain)
    for phrase in vocabulary().says["title_open"]:
        count = len(phrase.split())
        if len(words) > count and folded(" ".join(w.raw for w in words[:count])) == phrase:
            title = plain[words[count].start :].strip(QUOTES)
            return Reading(Intent.CHANGE, title=title)
    return None
