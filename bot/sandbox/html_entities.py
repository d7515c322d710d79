"""HTML parse mode: known tags become entities, the rest is an error with its place."""

import html
import re
from dataclasses import dataclass

from bot.sandbox.entity_reader import EntityReader, wrong
from bot.sandbox.state import Json

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
TAG_NAME = re.compile(r"[^\s>]*")
TAG_REST = re.compile(r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
ATTRIBUTE = re.compile(r"\s*([^\s=>/\"']+)(\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([a-zA-Z0-9.-]+))?)?")


@dataclass(slots=True)
class _Open:
    name: str
    offset: int
    extra: Json
    started_at: int


_Reader = EntityReader[_Open]


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain words and their entities; raises ApiError for what Telegram would refuse."""
    reader = _Reader(source)
    while reader.place < len(source):
        if source.startswith("</", reader.place):
            _end_tag(reader)
        elif source[reader.place] == "<":
            _start_tag(reader)
        else:
            _plain(reader)
    if reader.stack:
        raise wrong(f'can\'t find end tag corresponding to start tag "{reader.stack[-1].name}"')
    return "".join(reader.words), reader.entities


def _plain(reader: _Reader) -> None:
    stop = reader.source.find("<", reader.place)
    stop = len(reader.source) if stop < 0 else stop
    piece = reader.source[reader.place : stop]
    reader.write(ENTITY.sub(lambda match: html.unescape(match[0]), piece))
    reader.place = stop


def _start_tag(reader: _Reader) -> None:
    at = reader.place
    offset = reader.byte_offset(at)
    found = TAG_NAME.match(reader.source, at + 1)
    name = (found[0] if found else "").lower()
    after = at + 1 + len(name)
    if after == len(reader.source):
        raise wrong(f"unclosed start tag at byte offset {offset}")
    if name not in TAGS:
        raise wrong(f'unsupported start tag "{name}" at byte offset {offset}')
    rest = TAG_REST.match(reader.source, after)
    if rest is None:
        raise wrong(f"unclosed start tag at byte offset {offset}")
    attributes = _attributes(rest[0][:-1], name, offset)
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise wrong(f'tag "span" must have class "tg-spoiler" at byte offset {offset}')
    reader.stack.append(_Open(name, reader.units, attributes, len("".join(reader.words))))
    reader.place = rest.end()


def _attributes(text: str, name: str, offset: int) -> dict[str, str]:
    found: dict[str, str] = {}
    place = 0
    while text[place:].strip():
        match = ATTRIBUTE.match(text, place)
        if not match:
            raise wrong(f"unexpected end of name token at byte offset {offset}")
        if match[2] is None and match[1] != "expandable":
            raise wrong(
                f'expected equal sign in declaration of an attribute of the tag "{name}"'
                f" at byte offset {offset}"
            )
        found[match[1].lower()] = html.unescape(match[3] or match[4] or match[5] or "")
        place = match.end()
    return found


def _end_tag(reader: _Reader) -> None:
    offset = reader.byte_offset(reader.place)
    end = reader.source.find(">", reader.place)
    if end < 0:
        raise wrong(f"unclosed end tag at byte offset {offset}")
    name = reader.source[reader.place + 2 : end].strip().lower()
    if not reader.stack:
        raise wrong(f"unexpected end tag at byte offset {offset}")
    opened = reader.stack.pop()
    if name not in ("", opened.name):
        raise wrong(
            f'unmatched end tag at byte offset {offset}, expected "</{opened.name}>",'
            f' found "</{name}>"'
        )
    reader.place = end + 1
    if reader.units > opened.offset:
        _add(reader, opened)


def _add(reader: _Reader, opened: _Open) -> None:
    entity: Json = {
        "type": TAGS[opened.name],
        "offset": opened.offset,
        "length": reader.units - opened.offset,
    }
    if opened.name == "a":
        url = opened.extra.get("href") or "".join(reader.words)[opened.started_at :]
        if "." not in url and ":" not in url:
            return
        entity["url"] = url
    if opened.name == "tg-emoji":
        entity["custom_emoji_id"] = opened.extra.get("emoji-id", "")
    if opened.name == "blockquote" and "expandable" in opened.extra:
        entity["type"] = "expandable_blockquote"
    language = opened.extra.get("class", "")
    if opened.name == "code" and language.startswith("language-"):
        entity |= {"type": "pre", "language": language.removeprefix("language-")}
    reader.entities.append(entity)
