"""What the tour writes down: who said what, the buttons, the pictures; as Markdown."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final

from bot.sandbox.state import StoredMessage
from bot.sandbox.tour_markdown import as_markdown
from bot.texts import Language, Texts, load_texts

NARRATORS: Final = load_texts([Path(__file__).parent], "tour.")


class Notebook:
    """The pages of one language; their pictures lie in a folder of its own beside them."""

    def __init__(self, out: Path, language: Language) -> None:
        self.language = language
        self.folder = out / language
        self.folder.mkdir(parents=True, exist_ok=True)
        self.page = out / f"{language}.md"
        self.tell: Texts = NARRATORS[language]
        self.files: list[Path] = []
        self._lines = [self.tell("tour-title"), "", self.tell("tour-intro"), ""]
        self._points: dict[int, list[str]] = {0: self._lines}
        self._words: dict[tuple[int, int], str] = {}

    def turn_to(self, point: int) -> None:
        """Write there from now on: they are played as it comes, and read in their order."""
        self._lines = self._points.setdefault(point, [])

    def meet_anew(self) -> None:
        """Another bot, which numbers its messages like the one before."""
        self._words.clear()

    def journey(self, title: str) -> None:
        self._lines += [f"## {title}", ""]

    def chapter(self, title: str) -> None:
        self._lines += [f"### {title}", ""]

    def note(self, text: str) -> None:
        """Something that happens outside the conversation."""
        self._lines += [f"*{text}*", ""]

    def says(self, name: str, text: str) -> None:
        said = escape(text, quote=False).replace("\n", "  \n")
        self._lines += [f"**{name}**: {said}", ""]

    def presses(self, name: str, label: str) -> None:
        self._lines += [self.tell("tour-presses", name=name, label=label), ""]

    def receives(self, name: str, message: StoredMessage, *, is_edited: bool = False) -> None:
        """A message and its buttons; in a picture's place stands what `picture` adds."""
        who = self.tell("tour-changes", name=name) if is_edited else f"**{name}**"
        self._shows(who, message)

    def has_now(self, name: str, message: StoredMessage) -> None:
        """What arrived in somebody else's chat."""
        self._shows(self.tell("tour-has-now", name=name), message)

    def _shows(self, who: str, message: StoredMessage) -> None:
        self._lines += [f"{who} {self._kind(message)}".strip(), ""]
        words = self._new_words(message).splitlines()
        self._lines += [f"> {line}  ".rstrip() if not line else f"> {line}  " for line in words]
        rows = [" ".join(f"[{button['text']}]" for button in row) for row in message.rows]
        if rows:
            self._lines += [">" if words else "", *(f"> `{row}`  " for row in rows)]
        self._lines.append("")

    def _kind(self, message: StoredMessage) -> str:
        if message.media_kind == "document":
            return self.tell("tour-document", name=(message.document or {}).get("file_name"))
        if message.media_kind == "photo":
            return self.tell("tour-hidden-photo" if message.has_spoiler else "tour-photo")
        return self.tell("tour-video") if message.media_kind else ""

    def _new_words(self, message: StoredMessage) -> str:
        """Words that stay the same under a picture that changes are written once."""
        words = as_markdown(message.words.replace("<", "‹"), message.entities)
        before = self._words.get((message.chat_id, message.id))
        self._words[message.chat_id, message.id] = words
        return "" if words == before else words

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

    def write(self) -> Path:
        lines = [line for point in sorted(self._points) for line in self._points[point]]
        self.page.write_text("\n".join(lines), "utf-8")
        return self.page
