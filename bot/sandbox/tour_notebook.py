"""What the tour writes down: who said what, the buttons, the pictures; as Markdown."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from bot.sandbox.state import StoredMessage


class Notebook:
    """One journey's pages; its pictures lie in a folder of its own beside them."""

    def __init__(self, out: Path, folder: str) -> None:
        self.folder = out / folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lines: list[str] = []
        self.files: list[Path] = []
        self._words: dict[tuple[int, int], str] = {}

    def journey(self, title: str) -> None:
        self._lines += [f"## {title}", ""]

    def chapter(self, title: str) -> None:
        self._lines += [f"### {title}", ""]

    def note(self, text: str) -> None:
        """Something that happens outside the conversation."""
        self._lines += [f"*{text}*", ""]

    def says(self, name: str, text: str) -> None:
        self._lines += [f"**{name}**: {escape(text, quote=False)}", ""]

    def presses(self, name: str, label: str) -> None:
        self._lines += [f"**{name}** presses **[{label}]**", ""]

    def receives(self, name: str, message: StoredMessage, *, is_edited: bool = False) -> None:
        """A message and its buttons; in a picture's place stands what `picture` adds."""
        how = " changes the message" if is_edited else ""
        kind = message.media_kind
        shown = f" ({kind}{', behind a spoiler' if message.has_spoiler else ''})" if kind else ""
        self._lines += [f"**{name}**{how}{shown}", ""]
        words = self._new_words(message).replace("<", "&lt;").splitlines()
        self._lines += [f"> {line}  ".rstrip() if not line else f"> {line}  " for line in words]
        rows = [" ".join(f"[{button['text']}]" for button in row) for row in message.rows]
        if rows:
            self._lines += [">" if words else "", *(f"> `{row}`  " for row in rows)]
        self._lines.append("")

    def _new_words(self, message: StoredMessage) -> str:
        """Words that stay the same under a picture that changes are written once."""
        before = self._words.get((message.chat_id, message.id))
        self._words[message.chat_id, message.id] = message.words
        return "" if message.words == before else message.words

    def file(self, name: str, data: bytes) -> Path:
        """Keep a file, and link to it; a picture is shown."""
        path = self.folder / name
        path.write_bytes(data)
        self.files.append(path)
        mark = "!" if path.suffix == ".jpg" else ""
        self._lines += [f"{mark}[{path.stem}]({self.folder.name}/{name})", ""]
        return path

    def listing(self, title: str, entries: Sequence[str]) -> None:
        self._lines += [f"*{title}*", "", *(f"- {entry}" for entry in entries), ""]

    def text(self) -> str:
        return "\n".join(self._lines)
