"""What a model is told about a wish; a person's own words are the last turn and stand alone."""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from bot.remote.turns import Turn
from bot.texts import Language
from bot.writing.wishes import Wish

JSON_STRING: Final = re.compile(r'"((?:[^"\\]|\\.)*)"?', re.DOTALL)
PROMPTS: Final = Path(__file__).with_name("prompts.toml")
CAPTIONS_SCHEMA: Final[Mapping[str, Any]] = {
    "type": "object",
    "properties": {
        "captions": {
            "type": "array", "items": {"type": "string"}, "minItems": 3, "maxItems": 3,
        }
    },
    "required": ["captions"],
    "additionalProperties": False,
}  # fmt: skip


def to_rewrite(text: str, wish: Wish, language: Language, again: int) -> tuple[Turn, ...]:
    """The rules, then the person's words and nothing else."""
    known = _prompts()
    rules = [_task(wish.value, language), known["rules"], known["wishes"][wish.value]]
    if again:
        rules.append(known["again"].format(times=again))
    return Turn("system", "\n".join(rules)), Turn("user", text)


def to_caption(facts: Sequence[str], language: Language) -> tuple[Turn, ...]:
    """The rules, then what is known, a line a fact."""
    known = _prompts()["captions"]
    said = "\n".join(facts) or known["nothing_known"]
    return Turn("system", f"{_task('captions', language)}\n{known['rules']}"), Turn("user", said)


def captions_in(answer: str) -> list[str]:
    """The captions of a model's JSON, fenced or not; none where it is something else."""
    try:
        said = json.loads(answer[answer.find("{") : answer.rfind("}") + 1])
    except ValueError:
        return []
    rows = said.get("captions") if isinstance(said, dict) else None
    return [row for row in rows if isinstance(row, str)] if isinstance(rows, list) else []


def captions_so_far(answer: str) -> list[str]:
    """The captions of JSON that still grows, the last one perhaps in the middle of a word."""
    _, _, rows = answer.partition("[")
    return [said for piece in JSON_STRING.findall(rows) if (said := _unescaped(piece))]


def _unescaped(piece: str) -> str:
    """Without the half of an escape, or of an emoji, at its end."""
    try:
        said = str(json.loads(f'"{piece}"', strict=False))
    except ValueError:
        return _unescaped(piece.rpartition("\\")[0])
    return said.encode("utf-8", "ignore").decode()


def _task(name: str, language: Language) -> str:
    return f"Task: {name}; language: {language}"


@cache
def _prompts() -> Mapping[str, Any]:
    return tomllib.loads(PROMPTS.read_text(encoding="utf-8"))
