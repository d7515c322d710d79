"""What changed is shown word by word, and nothing of either text is lost."""

import itertools
import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from bot.writing.diff import Kind, Piece, as_html, diff, units

words = st.sampled_from(["Lou", "est", "là", "l’été", "<b>", "&", "🏖️", " ", " ", "\n", "!", "🙂"])
texts = st.lists(words, max_size=40).map("".join) | st.text(max_size=60)


@given(texts, texts)
def test_both_texts_can_be_read_in_the_pieces(before: str, after: str) -> None:
    pieces = diff(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.NEW) == before
    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.GONE) == after


@given(texts, texts)
def test_neighbours_differ_and_none_is_empty(before: str, after: str) -> None:
    pieces = diff(before, after)
    assert all(piece.text for piece in pieces)
    assert all(left.kind is not right.kind for left, right in itertools.pairwise(pieces))


@given(texts)
def test_the_same_text_is_kept_whole(text: str) -> None:
    assert all(piece.kind is Kind.KEPT for piece in diff(text, text))


@given(texts, texts, st.integers(8, 200))
def test_the_markup_is_escaped_closed_and_fits(before: str, after: str, limit: int) -> None:
    html = as_html(diff(before, after), limit)
    assert units(html) <= limit
    bare = re.sub(r"</?[sb]>", "", html)
    assert not re.search(r"[<>]|&(?!amp;|lt;|gt;)", bare)
    for tag in "sb":
        assert html.count(f"<{tag}>") == html.count(f"</{tag}>")


@given(texts, texts)
def test_a_message_that_fits_is_shown_whole(before: str, after: str) -> None:
    pieces = diff(before, after)
    shown = unescape(re.sub(r"</?[sb]>", "", as_html(pieces)))
    assert shown == "".join(piece.text for piece in pieces)


def test_a_changed_word_is_struck_and_its_heir_is_bold() -> None:
    html = as_html(diff("Je suis vraiment content", "Je suis très content"))
    assert html == "Je suis <s>vraiment</s><b>très</b> content"


def test_a_cut_never_splits_a_word_or_a_mark() -> None:
    pieces = (Piece(Kind.KEPT, "un deux & trois quatre"),)
    assert as_html(pieces, 12) == "un deux …"
