"""French verbs where they are sure: after their pronouns, after auxiliaries, after modals."""

import re
from collections.abc import Callable
from typing import Final

from bot.writing.lexicon import lexicon

IsWord = Callable[[str], bool]
WORD: Final = r"[a-zà-ÿœæ]+"
SPACE: Final = r"[ \u00a0]"
CLITICS: Final = r"((?:(?:ne|me|te|se|le|la|les|lui|leur|y|en) |[nmtsl]['’](?:y |en )?)*)"
NOT_AN_OBJECT: Final = r"(?<![\w’'-])(?<!avec )(?<!pour )(?<!chez )(?<!sans )(?<!de )(?<!par )"
PERSONS: Final = {"je": 0, "j": 0, "tu": 1, "il": 2, "elle": 2, "on": 2, "ils": 5, "elles": 5}
SUBJECT: Final = re.compile(
    rf"{NOT_AN_OBJECT}((?i:je|tu|il|elle|on|ils|elles)){SPACE}{CLITICS}({WORD})(?![\w’'-])"
)
ADVERBS: Final = (
    r"((?: (?:pas|bien|déjà|tout|trop|toujours|jamais|beaucoup|encore|enfin|juste|même|presque"
    r"|vraiment))*)"
)
HAVING: Final = re.compile(
    r"(?<![\w’'-])((?i:j['’](?:ai|avais)|je n['’]ai|tu (?:as|avais)|tu n['’]as"
    r"|(?:il|elle|on|ça|qui) (?:n['’])?(?:a|avait)|nous (?:avons|avions)|vous (?:avez|aviez)"
    r"|(?:ils|elles) (?:n['’])?(?:ont|avaient)|(?:je me suis|tu t['’]es|(?:il|elle|on) s['’]est))"
    rf"){ADVERBS} ({WORD}er)(?![\w’'-])"
)
BEING: Final = re.compile(
    r"(?<![\w’'-])((?i:je) suis|(?i:tu) es|(?i:il|elle|on) est|(?i:nous) sommes"
    rf"|(?i:vous) êtes|(?i:ils|elles) sont){ADVERBS}"
    r" (all|arriv|rest|rentr|tomb|mont|pass|entr|retourn)(er|é)(?![\w’'-])"
)
MODALS: Final = (
    r"peux|peut|pouvez|pouvons|peuvent|veux|veut|voulez|voulons|veulent|dois|doit|devez|devons"
    r"|doivent|vais|vas|va|allons|allez|vont|faut|aller|pouvoir|vouloir|devoir|viens|voudrais"
    r"|voudrait|pourrais|pourrait|sais|sait|préfère|préfères|adore|aimerais|aimerait|pour|sans"
)
AFTER_MODAL: Final = re.compile(
    rf"(?<![\w’'-])((?i:{MODALS}))((?: (?:pas|y|en|me|te|se|le|la|les|nous|vous|tout|bien))*)"
    rf" ({WORD}[ée]z?)(?![\w’'-])"
)
AFTER_OF: Final = re.compile(
    r"(?<![\w’'-])((?:envie|besoin|essaie|essaye|arrête|oublie|oublié|fini|peur|train|moyen"
    rf"|plaisir|décidé|proposé) (?:de |d['’]))({WORD}é)(?![\w’'-])"
)
YOU: Final = re.compile(rf"(?:^|(?<=[.!?…] ))((?i:vous)) ({WORD}er)(?![\w’'-])")
ACTING: Final = re.compile(
    rf"(?<![\w’'-])((?i:les|mes|tes|ses|nos|vos|leurs|des)) ({WORD}s) ({WORD}e)(?![\w’'-])"
)
TOGETHER: Final = re.compile(
    r"(?<![\w’'-])((?i:mon|ma|ton|ta|son|sa|notre) \w+ et (?:mon|ma|ton|ta|son|sa|notre|moi|toi)"
    rf" \w+) ({WORD}e)(?![\w’'-])"
)


def conjugated(text: str, is_word: IsWord) -> str:
    """Each rule only where nothing else can be meant."""
    text = SUBJECT.sub(lambda found: _present(found, is_word), text)
    text = BEING.sub(_being, text)
    text = HAVING.sub(lambda found: _participle(found, is_word), text)
    text = AFTER_MODAL.sub(lambda found: _infinitive(found, is_word), text)
    text = AFTER_OF.sub(lambda found: _after_of(found, is_word), text)
    text = YOU.sub(lambda found: _you(found, is_word), text)
    return TOGETHER.sub(_acting, ACTING.sub(_acting_group, text))


def _present(found: re.Match[str], is_word: IsWord) -> str:
    person, verb = PERSONS[found[1].lower()], found[3]
    forms = lexicon().persons.get(verb)
    if forms:
        put = verb if forms[person] == verb else forms[person]
    else:
        put = _regular(verb, person, is_word)
    return found[0][: -len(verb)] + put


def _regular(verb: str, person: int, is_word: IsWord) -> str:
    """A verb in -er; what is no such verb stays."""
    stem = re.sub(r"(?:es?|ent)$", "", verb)
    if stem == verb or not _is_verb(stem, is_word):
        return verb
    if person in {0, 2}:
        return stem + "e" if verb.endswith("es") else verb
    if person == 1:
        return stem + "es" if verb.endswith("e") else verb
    return verb if verb.endswith("ent") else stem + "ent"


def _is_verb(stem: str, is_word: IsWord) -> bool:
    infinitive = stem + "er"
    return (
        len(stem) > 1
        and infinitive not in lexicon().not_verbs
        and is_word(infinitive)
        and is_word(stem + "é")
    )


def _participle(found: re.Match[str], is_word: IsWord) -> str:
    stem = found[3][:-2]
    return found[0][:-2] + "é" if _is_verb(stem, is_word) else found[0]


def _being(found: re.Match[str]) -> str:
    pronoun = found[1].split()[0].lower()
    feminine = "e" if pronoun.startswith("elle") else ""
    plural = "s" if pronoun in {"nous", "ils", "elles"} else ""
    if found[4] == "é" and pronoun in {"je", "tu", "on", "vous"}:
        return found[0]
    return found[0][: -len(found[4])] + f"é{feminine}{plural}"


def _infinitive(found: re.Match[str], is_word: IsWord) -> str:
    """After a modal: "allé", "mangez" for "aller", "manger"."""
    word = found[3]
    stem = re.sub(r"(?:é|ez)$", "", word)
    if stem == word or word in lexicon().nouns_in_e or not _is_verb(stem, is_word):
        return found[0]
    return found[0][: -len(word)] + stem + "er"


def _after_of(found: re.Match[str], is_word: IsWord) -> str:
    word = found[2]
    if word in lexicon().nouns_in_e or not _is_verb(word[:-1], is_word):
        return found[0]
    return found[0][:-1] + "er"


def _you(found: re.Match[str], is_word: IsWord) -> str:
    return found[0][:-2] + "ez" if _is_verb(found[2][:-2], is_word) else found[0]


def _acting_group(found: re.Match[str]) -> str:
    """After "les enfants": only for nouns and verbs that are nothing else."""
    known = lexicon()
    is_sure = found[2] in known.people and found[3] in known.acting
    return found[0] + "nt" if is_sure else found[0]


def _acting(found: re.Match[str]) -> str:
    return found[0] + "nt" if found[2] in lexicon().acting else found[0]
