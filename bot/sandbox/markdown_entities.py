"""MarkdownV2 parse mode: every reserved character must mean something or be escaped."""

from dataclasses import dataclass

from bot.sandbox.entity_reader import EntityReader, wrong
from bot.sandbox.errors import ApiError
from bot.sandbox.state import Json

RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
MARKS = (
    ("```", "pre"),
    ("__", "underline"),
    ("||", "spoiler"),
    ("![", "custom_emoji"),
    ("_", "italic"),
    ("*", "bold"),
    ("~", "strikethrough"),
    ("[", "text_link"),
    ("`", "code"),
)
CLOSERS = {"custom_emoji": "]", "text_link": "]"}
REAL_NAMES = {
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
    "blockquote": "BlockQuote",
}


@dataclass(slots=True)
class _Open:
    kind: str
    closer: str
    offset: int
    at: int
    started_at: int
    language: str = ""


@dataclass(slots=True)
class _Reader(EntityReader[_Open]):
    def sees(self, mark: str) -> bool:
        return self.source.startswith(mark, self.place)

    @property
    def in_code(self) -> bool:
        return bool(self.stack) and self.stack[-1].kind in ("code", "pre")

    @property
    def in_quote(self) -> bool:
        return any(opened.kind == "blockquote" for opened in self.stack)


def parse_markdown(source: str) -> tuple[str, list[Json]]:
    """Plain words and their entities; raises ApiError for what Telegram would refuse."""
    reader = _Reader(source)
    while reader.place < len(source):
        _step(reader)
    if reader.stack and reader.stack[-1].kind == "blockquote":
        _close(reader)
    if reader.stack:
        raise _unclosed(reader)
    return "".join(reader.words), reader.entities


def _unclosed(reader: _Reader) -> ApiError:
    opened = reader.stack[-1]
    name = REAL_NAMES.get(opened.kind, opened.kind.capitalize())
    offset = reader.byte_offset(opened.at)
    return wrong(f"can't find end of {name} entity at byte offset {offset}")


def _step(reader: _Reader) -> None:
    letter = reader.source[reader.place]
    following = reader.source[reader.place + 1 : reader.place + 2]
    if letter == "\\" and following and following <= "~":
        reader.write(following)
        reader.place += 2
    elif reader.stack and reader.stack[-1].closer and reader.sees(reader.stack[-1].closer):
        _close_mark(reader)
    elif reader.in_code and letter != "`":
        _take(reader)
    elif letter == "\n":
        _new_line(reader)
    elif letter in RESERVED:
        _open(reader, letter)
    else:
        _take(reader)


def _take(reader: _Reader) -> None:
    reader.write(reader.source[reader.place])
    reader.place += 1


def _new_line(reader: _Reader) -> None:
    quoted = reader.source.startswith(">", reader.place + 1)
    if reader.in_quote and not quoted:
        if reader.stack[-1].kind != "blockquote":
            raise _unclosed(reader)
        _take(reader)
        _close(reader)
        return
    _take(reader)
    if quoted:
        if not reader.in_quote:
            _push(reader, "blockquote", "", "")
        reader.place += 1


def _open(reader: _Reader, letter: str) -> None:
    if letter == ">" and reader.place == 0:
        _push(reader, "blockquote", ">", "")
        return
    for mark, kind in MARKS:
        if reader.sees(mark):
            _push(reader, kind, mark, CLOSERS.get(kind, mark))
            if kind == "pre":
                _language(reader)
            return
    raise wrong(f"character '{letter}' is reserved and must be escaped with the preceding '\\'")


def _push(reader: _Reader, kind: str, mark: str, closer: str) -> None:
    opened = _Open(kind, closer, reader.units, reader.place, len(reader.words))
    reader.stack.append(opened)
    reader.place += len(mark)


def _language(reader: _Reader) -> None:
    """```python and one line break belong to the fence, not to the words."""
    line = reader.source[reader.place :].partition("\n")[0]
    if line and not any(letter.isspace() or letter == "`" for letter in line):
        reader.stack[-1].language = line
        reader.place += len(line)
    if reader.sees("\n"):
        reader.place += 1


def _close_mark(reader: _Reader) -> None:
    """A `_` at the end of `__` closes the underline, not the italic."""
    opened = reader.stack[-1]
    if opened.kind == "italic" and reader.sees("__"):
        _open(reader, "_")
        return
    reader.place += len(opened.closer)
    if opened.kind in CLOSERS:
        _close(reader, _address(reader, opened))
    else:
        _close(reader)


def _address(reader: _Reader, opened: _Open) -> str:
    if not reader.sees("("):
        if opened.kind == "custom_emoji":
            raise wrong("custom emoji entity must contain a tg://emoji URL")
        return "".join(reader.words[opened.started_at :])
    start = reader.place = reader.place + 1
    letters = []
    while not reader.sees(")"):
        if reader.place >= len(reader.source):
            what = "a URL" if opened.kind == "text_link" else "a custom emoji URL"
            raise wrong(f"can't find end of {what} at byte offset {reader.byte_offset(start)}")
        if reader.sees("\\"):
            reader.place += 1
        letters.append(reader.source[reader.place : reader.place + 1])
        reader.place += 1
    reader.place += 1
    return "".join(letters)


def _close(reader: _Reader, address: str = "") -> None:
    opened = reader.stack.pop()
    if reader.units == opened.offset:
        return
    entity: Json = {
        "type": opened.kind,
        "offset": opened.offset,
        "length": reader.units - opened.offset,
    }
    if opened.kind == "text_link":
        entity["url"] = address
    elif opened.kind == "custom_emoji":
        entity["custom_emoji_id"] = address.rpartition("=")[2]
    elif opened.language:
        entity["language"] = opened.language
    reader.entities.append(entity)
