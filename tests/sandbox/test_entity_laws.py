import contextlib
import re

from aiogram.utils.text_decorations import html_decoration, markdown_decoration
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.errors import ApiError
from bot.sandbox.html_entities import parse_html
from bot.sandbox.markdown_entities import parse_markdown
from bot.sandbox.safe_html import safe_html
from bot.sandbox.state import Json
from bot.sandbox.utf16 import utf16_length

LETTERS = st.sampled_from("ab é🐚<>&\"'*_~`|[]()!.#\\-=+{}>\n")
WORDS = st.text(LETTERS, max_size=30)
KINDS = st.sampled_from(["bold", "italic", "underline", "strikethrough", "spoiler", "code"])
ALLOWED = re.compile(
    r'</?(?:b|i|u|s|code|pre|blockquote|span)>|<span class="spoiler">|</a>'
    r'|<a href="[^"<>]*" rel="noopener noreferrer" target="_blank">'
)


@given(WORDS)
def test_escaped_words_come_back_as_they_were(words: str) -> None:
    assert parse_html(html_decoration.quote(words)) == (words, [])
    assert parse_markdown(markdown_decoration.quote(words)) == (words, [])


@given(WORDS)
def test_any_words_are_parsed_or_refused(words: str) -> None:
    for parse in (parse_html, parse_markdown):
        with contextlib.suppress(ApiError):
            text, entities = parse(words)
            end = utf16_length(text)
            assert all(0 <= item["offset"] < _end(item) <= end for item in entities)


def _end(entity: Json) -> int:
    end: int = entity["offset"] + entity["length"]
    return end


@given(st.lists(st.tuples(KINDS, st.text("ab é🐚<&*_", min_size=1, max_size=5)), max_size=5))
def test_what_aiogram_marks_is_read_back(parts: list[tuple[str, str]]) -> None:
    text, entities, offset = "", [], 0
    for kind, words in parts:
        entities.append({"type": kind, "offset": offset, "length": utf16_length(words)})
        text += words + "."
        offset = utf16_length(text)
    marked = "".join(_marked(kind, words) + "." for kind, words in parts)
    assert parse_html(marked) == (text, entities)


def _marked(kind: str, words: str) -> str:
    mark = getattr(html_decoration, kind)
    marked: str = mark(html_decoration.quote(words))
    return marked


@given(
    WORDS,
    st.lists(
        st.fixed_dictionaries(
            {
                "type": st.sampled_from(["bold", "text_link", "spoiler", "custom_emoji", "pre"]),
                "offset": st.integers(0, 20),
                "length": st.integers(1, 20),
                "url": st.sampled_from(['https://a.b/"><script>', "javascript:alert(1)", ""]),
            }
        ),
        max_size=4,
    ),
)
def test_what_the_page_shows_can_do_no_harm(words: str, entities: list[Json]) -> None:
    left = ALLOWED.sub("", safe_html(words, entities))
    assert "<" not in left
    assert ">" not in left
    assert "javascript:" not in safe_html(words.replace("j", ""), entities)
