"""French agreement where it is sure: articles, adjectives, pronouns and their verbs."""

import re
from collections.abc import Callable
from typing import Final

from bot.writing.grammar import capital
from bot.writing.lexicon import begins_with_vowel, lexicon, plural_of

IsWord = Callable[[str], bool]
WORD: Final = r"[a-zà-ÿœæ]+"
NOT_AFTER: Final = (  # where "le" and "la" are pronouns, or a hyphen ties them
    r"(?<![\w’'-])(?<!je )(?<!tu )(?<!il )(?<!elle )(?<!on )(?<!nous )(?<!vous )(?<!ils )"
    r"(?<!elles )(?<!ne )(?<!me )(?<!te )(?<!se )(?<!Je )(?<!Tu )(?<!Il )(?<!Elle )(?<!On )"
)
# Singular articles: masculine, before a vowel, feminine, feminine before a vowel.
ARTICLES: Final = (
    ("un", "un", "une", "une"), ("le", "l’", "la", "l’"), ("ce", "cet", "cette", "cette"),
    ("mon", "mon", "ma", "mon"), ("ton", "ton", "ta", "ton"), ("son", "son", "sa", "son"),
    ("quel", "quel", "quelle", "quelle"), ("tout le", "tout l’", "toute la", "toute l’"),
)  # fmt: skip
SINGULAR: Final = {form: row for row in ARTICLES for form in row if not form.endswith("’")}
PLURAL: Final = (
    r"des|mes|nos|plusieurs|quelques|les|ces|ses|tes|vos|leurs|deux|trois|quatre|cinq|six|huit|dix"
    r"|[2-9]|[1-9]\d"
)
# After these, any word is a noun or its adjective; the others may be a pronoun misspelt.
SURE_PLURALS: Final = frozenset({"mes", "nos", "plusieurs", "quelques", "des"})
NEVER_PLURAL: Final = re.compile(
    r"très|tout|bien|trop|si|plus|moins|super|non|mini|demi|sur|pour|dans|avec|par|comme|que|qui"
    r"|bonne|grand|autre|peu"
)
SPACE: Final = r"[ \u00a0]"
COLOUR_SHADES: Final = r"(?! (?:clair|foncé|marine|vif|pâle|ciel)\b)"

NOUN_GROUP: Final = re.compile(
    rf"{NOT_AFTER}((?i:tout le|toute la|{'|'.join(SINGULAR)}|{PLURAL})){SPACE}"
    rf"({WORD}{SPACE})?({WORD})(?:{SPACE}({WORD}){COLOUR_SHADES})?(?![\w’'-])"
)
PREDICATE: Final = re.compile(
    rf"(?<![\w’'-])(?<!avec )(?<!pour )(?<!chez )((?i:il|elle|ils|elles)){SPACE}"
    r"((?:n['’])?(?:est|était|sera|sont|étaient|seront))"
    rf"((?:{SPACE}(?:très|trop|si|vraiment|bien|pas|plus|déjà|toujours|tellement))*){SPACE}"
    rf"({WORD})(?![\w’'-])"
)


def agreed(text: str, is_word: IsWord) -> str:
    """Articles, nouns and adjectives that stand together; then "elle est" and what she is."""
    text = _repeated(NOUN_GROUP, lambda found: _group(found, is_word), text)
    return PREDICATE.sub(_predicate, text)


def _repeated(pattern: re.Pattern[str], fix: Callable[[re.Match[str]], str], text: str) -> str:
    """Overlapping groups too: a word that ends one may open the next."""
    begin = 0
    while found := pattern.search(text, begin):
        put = fix(found)
        text = text[: found.start()] + put + text[found.end() :]
        begin = found.start() + max(1, len(found[1]))
    return text


def _group(found: re.Match[str], is_word: IsWord) -> str:
    """One group put right, or as it was."""
    known = lexicon()
    article, middle, noun, after = found[1], (found[2] or "").strip(), found[3], found[4]
    rest = ""
    if middle and middle not in known.before:  # the second word is what follows the noun
        noun, after, middle = middle, noun, ""
        rest = found[0][found.end(3) - found.start() :]
    is_plural = article.lower() not in SINGULAR
    said = (
        _plural(article, middle, noun, is_word) if is_plural else _singular(article, middle, noun)
    )
    if said is None:
        return found[0]
    kept = f" {_after(after, is_feminine=said[1], plural=is_plural)}" if after else ""
    return said[0] + kept + rest


Said = tuple[str, bool | None]  # the words, and whether the noun is feminine where it is known


def _plural(article: str, middle: str, noun: str, is_word: IsWord) -> Said | None:
    known = lexicon()
    if noun in known.before and not middle:  # "les petit": its noun was not in reach
        return f"{article} {_before(noun, is_feminine=None, plural=True)}", None
    gender = known.nouns.get(noun)
    heir = noun
    if gender and not gender[1]:
        heir = known.plurals[noun]
    elif noun + "s" in known.people:
        heir = noun + "s"
    elif gender is None and (article.lower() in SURE_PLURALS or middle):
        heir = _guessed(noun, is_word)
    elif gender is None:
        return None
    is_feminine = known.nouns[heir][0] if heir in known.nouns else None
    if middle:
        middle = _before(middle, is_feminine=is_feminine, plural=True)
    return " ".join(one for one in (article, middle, heir) if one), is_feminine


def _guessed(noun: str, is_word: IsWord) -> str:
    """A plural that is a word, for a word that has one."""
    if NEVER_PLURAL.fullmatch(noun) or len(noun) < 4 or noun.endswith(("s", "x", "z")):  # noqa: PLR2004
        return noun
    return plural_of(noun) if is_word(noun) and is_word(plural_of(noun)) else noun


def _singular(article: str, middle: str, noun: str) -> Said | None:
    known = lexicon()
    gender = known.nouns.get(noun)
    if gender is None or (gender[1] and known.plurals.get(noun) != noun):
        return None
    is_feminine = gender[0]
    if middle:
        forms = known.before[middle]
        middle = forms[2] if is_feminine else forms[1 if begins_with_vowel(noun) else 0]
    follower = middle or noun
    row = SINGULAR[article.lower()]
    put = row[2 * is_feminine + begins_with_vowel(follower)]
    put = capital(put) if article[0].isupper() else put
    words = " ".join(one for one in (middle, noun) if one)
    return (put + words if put.endswith("’") else f"{put} {words}"), is_feminine


def _before(word: str, *, is_feminine: bool | None, plural: bool) -> str:
    forms = lexicon().before[word]
    feminine = word in forms[2::2] if is_feminine is None else is_feminine
    return forms[3 + feminine] if plural else forms[2 * feminine]


def _after(word: str, *, is_feminine: bool | None, plural: bool) -> str:
    forms = lexicon().adjectives.get(word)
    if forms is None or is_feminine is None or word in {"parti", "partie", "né", "venu"}:
        return word
    return forms[is_feminine + 2 * plural]


def _predicate(found: re.Match[str]) -> str:
    """After "elle est", what she is agrees with her."""
    forms = lexicon().adjectives.get(found[4])
    if forms is None:
        return found[0]
    pronoun = found[1].lower()
    put = forms[pronoun.startswith("elle") + 2 * pronoun.endswith("s")]
    return found[0][: -len(found[4])] + put
