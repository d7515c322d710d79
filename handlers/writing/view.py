"""What a rewriting's message says: the words, what changed in them, who did it and what not."""

from html import escape

from bot.remote.errors import Reason
from bot.texts import Texts
from bot.writing.desk import Sheet
from bot.writing.diff import MOST_UNITS, Kind, Piece, as_html, units
from bot.writing.rewriting import Engine, Proposed, Rewriting
from bot.writing.wishes import Note, Wish
from handlers.screen import Screen
from handlers.writing import buttons

SHORTENED = "…"


def words(sheet: Sheet, t: Texts) -> Screen:
    """The text as it is, and what may be done with it."""
    title = "writing-title-collage" if sheet.collage else "writing-title"
    text = _around(t(title), (Piece(Kind.KEPT, sheet.original),), t("writing-how"))
    return Screen(text, buttons.wishes_keyboard(sheet, t))


def working(sheet: Sheet, wish: Wish, t: Texts) -> Screen:
    """While it is done there is nothing to press."""
    title = t(f"writing-wish-{wish}")
    pieces = (Piece(Kind.KEPT, sheet.original),)
    return Screen(_around(title, pieces, t("writing-working")))


def result(
    sheet: Sheet, way: Rewriting, host: str | None, ask_host: str | None, t: Texts
) -> Screen:
    """The change, struck and bold, and under it what the person should know."""
    title = t(f"writing-wish-{sheet.wish or Wish.REPHRASE}")
    below = "\n".join(said_of(way, host, t))
    pieces = _apart(way.pieces)
    text = _around(title, pieces, below)
    if text.count(SHORTENED) > sum(piece.text.count(SHORTENED) for piece in way.pieces):
        text = _around(title, pieces, f"{below}\n{t('writing-shortened')}")
    keyboard = buttons.result_keyboard(sheet, ask_host, t, is_stopped=way.is_stopped)
    return Screen(text, keyboard)


def said_of(way: Rewriting, host: str | None, t: Texts) -> list[str]:
    """Who wrote it, why not the endpoint, and what could not be done."""
    if way.is_stopped:
        return [t("writing-stopped")]
    lines = [t(note.text_id) for note in way.notes]
    if way.why_embedded is not None:
        lines.append(_why(way.why_embedded, host, t))
    elif way.engine is Engine.REMOTE:
        lines.append(t("writing-by-host", host=escape(host or "")))
    elif way.changed and Note.MODEL_STRAYED not in way.notes:  # then they did leave
        lines.append(t("writing-by-rules"))
    return lines


def kept(sheet: Sheet, t: Texts) -> Screen:
    """The words stay, and are there to read; those under a collage may be the bot's."""
    pieces = (Piece(Kind.KEPT, sheet.original),)
    title = "writing-kept-collage" if sheet.collage else "writing-kept"
    return Screen(_around(t(title), pieces, t("writing-kept-below")))


def others(proposed: Proposed | None, host: str | None, t: Texts) -> str:
    """Three others stand under the collage; or none, and why."""
    if proposed is None:
        return t("writing-others-none")
    if proposed.is_stopped:
        return t("writing-stopped")
    lines = [t("writing-others")]
    if proposed.why_embedded is not None:
        lines.append(_why(proposed.why_embedded, host, t))
    elif proposed.engine is Engine.REMOTE:
        lines.append(t("writing-by-host", host=escape(host or "")))
    return "\n".join(lines)


def plain_parts(text: str) -> list[str]:
    """The words alone, escaped; in two messages where one cannot hold them."""
    parts = [text]
    while units(parts[-1]) > MOST_UNITS:
        last = parts.pop()
        end = last.rfind(" ", 0, MOST_UNITS // 2) + 1 or MOST_UNITS // 2
        parts += [last[:end].rstrip(), last[end:]]
    return [escape(part, quote=False) for part in parts]


def _apart(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A space, to the eye, between a word that went and the one in its place."""
    seen: list[Piece] = []
    for piece in pieces:
        follows = seen and (seen[-1].kind, piece.kind) == (Kind.GONE, Kind.NEW)
        if follows and not (seen[-1].text[-1:] + piece.text[:1]).count(" "):
            seen.append(Piece(Kind.KEPT, " "))
        seen.append(piece)
    return tuple(seen)


def _why(reason: Reason, host: str | None, t: Texts) -> str:
    return t(reason.text_id, host=escape(host or ""))


def _around(title: str, pieces: tuple[Piece, ...], below: str) -> str:
    """A title, the words, and what is said of them, within one message."""
    head = f"<b>{title}</b>\n\n"
    foot = f"\n\n<i>{below}</i>" if below else ""
    return head + as_html(pieces, MOST_UNITS - units(head) - units(foot)) + foot
