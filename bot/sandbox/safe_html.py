"""Words and entities as HTML that cannot do harm, for the page."""

from html import escape
from itertools import pairwise

from bot.sandbox.state import Json

TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote>", "</blockquote>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
}
SAFE_SCHEMES = ("http://", "https://", "tg://", "mailto:")


def safe_html(text: str, entities: list[Json]) -> str:
    """Every letter escaped; entities that cross are closed and opened again."""
    units = text.encode("utf-16-le")
    cuts = {0, len(units) // 2}
    for entity in entities:
        cuts |= {entity["offset"], entity["offset"] + entity["length"]}
    edges = sorted(cuts)
    pieces = []
    for start, stop in pairwise(edges):
        words = escape(units[start * 2 : stop * 2].decode("utf-16-le", "replace"))
        inside = [entity for entity in entities if _covers(entity, start, stop)]
        opened = "".join(_tags(entity)[0] for entity in inside)
        closed = "".join(_tags(entity)[1] for entity in reversed(inside))
        pieces.append(opened + words + closed)
    return "".join(pieces)


def _covers(entity: Json, start: int, stop: int) -> bool:
    offset: int = entity["offset"]
    return offset <= start and stop <= offset + int(entity["length"])


def _tags(entity: Json) -> tuple[str, str]:
    if entity["type"] == "text_link":
        url = entity.get("url", "")
        if url.startswith(SAFE_SCHEMES):
            opening = f'<a href="{escape(url)}" rel="noopener noreferrer" target="_blank">'
            return opening, "</a>"
    return TAGS.get(entity["type"], ("", ""))
