"""What the stand-in says: little rewritings and captions that follow from what it was given.

It reads the first line of the system's turn, "Task: warmer; language: fr". It knows nothing of
the world: captions come from the picture's main colour, rewritings from the text itself.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

_TASK: Final = re.compile(r"task:\s*([\w-]+)", re.IGNORECASE)
_LANGUAGE: Final = re.compile(r"language:\s*(\w+)", re.IGNORECASE)
_FRENCH: Final = re.compile(r"[éèêàçùœ]|\b(?:le|la|les|des|une|est|pour|avec)\b", re.IGNORECASE)
_FILLERS: Final = re.compile(
    r"\b(?:really|very|just|quite|actually|vraiment|très|juste|un peu|en fait)\s+", re.IGNORECASE
)
_THREE: Final = 3
Change = Callable[[str, str], str]


def _warmer(text: str, language: str) -> str:
    return f"{text} Je vous embrasse !" if language == "fr" else f"{text} Warmest wishes!"


def _funnier(text: str, language: str) -> str:
    return f"{text} (Si, si, pour de vrai.)" if language == "fr" else f"{text} (Yes, for real.)"


def _professional(text: str, language: str) -> str:
    return f"Bonjour, {_lower(text)}" if language == "fr" else f"Hello, {_lower(text)}"


def _shorter(text: str, _language: str) -> str:
    return _FILLERS.sub("", text)


def _rephrased(text: str, language: str) -> str:
    return (
        f"Autrement dit : {_lower(text)}"
        if language == "fr"
        else f"In other words: {_lower(text)}"
    )


def _proofread(text: str, _language: str) -> str:
    ended = text if text[-1:] in {".", "!", "?", "…"} else f"{text}."
    return ended[:1].upper() + ended[1:]


def _with_emoji(text: str, _language: str) -> str:
    return f"{text} ✨"


_CHANGES: Final[Mapping[str, Change]] = {
    "rephrase": _rephrased,
    "shorter": _shorter,
    "warmer": _warmer,
    "funnier": _funnier,
    "professional": _professional,
    "proofread": _proofread,
    "emojify": _with_emoji,
}
_CAPTIONS: Final = {
    "en": ("A moment in {colour}.", "All in {colour}, just as it was.", "To keep, in {colour}."),
    "fr": (
        "Un instant en {colour}.",
        "Tout en {colour}, comme c’était.",
        "À garder, en {colour}.",
    ),
}
_OWNS_UP: Final = {
    "en": "I stand in for a real model while you try things: I know nothing more.",
    "fr": "Je remplace un vrai modèle, le temps de l’essai : je ne sais rien de plus.",
}
_PLAIN: Final[Mapping[str, object]] = {"boolean": False, "integer": 0, "number": 0}
_COLOURS: Final = {
    "red": "rouge", "orange": "orange", "gold": "doré", "green": "vert", "blue": "bleu",
    "violet": "violet", "pink": "rose", "grey": "gris", "white": "blanc", "black": "noir",
}  # fmt: skip


def answer(body: Mapping[str, Any], colours: Sequence[str]) -> str:
    """The whole answer to a chat request. colours: of the pictures that came with it."""
    system = " ".join(_text(turn) for turn in body["messages"] if turn["role"] == "system")
    told = _text(body["messages"][-1]).strip()
    language = _language(system, told)
    captions = _captions(colours, language)
    schema = body.get("response_format", {}).get("json_schema", {}).get("schema")
    if schema is not None:
        return json.dumps(_fitting(schema, captions), ensure_ascii=False)
    named = _TASK.search(system)
    task = named.group(1).lower() if named else ""
    if task in _CHANGES:
        return _CHANGES[task](told, language)
    return "\n".join(captions) if colours or task == "captions" else _OWNS_UP[language]


def _captions(colours: Sequence[str], language: str) -> list[str]:
    colour = colours[0] if colours else "gold"
    named = _COLOURS[colour] if language == "fr" else colour
    return [caption.format(colour=named) for caption in _CAPTIONS[language]]


def _fitting(schema: Mapping[str, Any], captions: Sequence[str], place: int = 0) -> object:
    """The simplest value that the schema allows, its texts from `captions`."""
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "object":
        inner = schema.get("properties", {}).items()
        return {name: _fitting(told, captions, place) for name, told in inner}
    if kind == "array":
        count = schema.get("minItems", schema.get("maxItems", _THREE))
        return [_fitting(schema["items"], captions, number) for number in range(count)]
    if kind == "string":
        return captions[place % len(captions)]
    return _PLAIN.get(str(kind))


def _language(system: str, told: str) -> str:
    if named := _LANGUAGE.search(system):
        return "fr" if named.group(1).lower().startswith("fr") else "en"
    return "fr" if _FRENCH.search(told) else "en"


def _text(turn: Mapping[str, Any]) -> str:
    content = turn["content"]
    if isinstance(content, str):
        return content
    return " ".join(part["text"] for part in content if part["type"] == "text")


def _lower(text: str) -> str:
    """The first letter small, unless a sign, an I or an acronym begins it."""
    first, _, _ = text.partition(" ")
    is_word = len(first) > 1 and first[1:] == first[1:].lower()
    return text[:1].lower() + text[1:] if is_word else text
