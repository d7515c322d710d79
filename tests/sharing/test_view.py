"""What is said of a post: its label whatever its words, its address, nothing that was injected."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import read_texts
from bot.sharing.shareable import Channel, Label, Post, Ref, Shareable
from bot.telegram.places import Place
from handlers.sharing import buttons, view
from storage.sharing import Destination, DraftKind, PostId

TEXTS = read_texts()
REF = Ref(DraftKind.IMAGINED, UUID(int=2**128 - 1), 2**31 - 1)
MOST_BYTES = 64


@pytest.mark.parametrize("label", Label)
@pytest.mark.parametrize("language", ["en", "fr"])
@given(title=st.none() | st.text(max_size=80), caption=st.none() | st.text(max_size=700))
def test_the_label_ends_every_caption_and_no_markup_gets_in(
    language: str, label: Label, title: str | None, caption: str | None
) -> None:
    t = TEXTS["fr" if language == "fr" else "en"]
    said = view.caption(Shareable(REF, (), title, caption, label), t)
    assert said.endswith(f"<i>{t(f'sharing-label-{label}')}</i>")
    for own in ("<b>", "</b>", "<i>", "</i>"):
        assert said.count(own) == (1 if own in {"<i>", "</i>"} or title else 0)


def test_a_post_has_the_address_that_telegram_gives_it() -> None:
    post = Post(PostId(UUID(int=1)), REF, Destination.CHANNEL, datetime(2026, 11, 21, tzinfo=UTC))
    assert view.link_to(post) is None
    for place, link in (
        (Place(-1001234567890, "Famille"), "https://t.me/c/1234567890/7"),
        (Place(-1001234567890, "Village", "village"), "https://t.me/village/7"),
    ):
        found = Post(post.id, REF, Destination.CHANNEL, post.at, place=place, message_ids=(7, 8))
        assert view.link_to(found) == link


def test_every_button_fits_what_telegram_carries() -> None:
    channel = Channel(1_000_000, Place(-1, "x" * 128), is_lost=False)
    keyboard = buttons.destinations(REF, [channel], TEXTS["fr"]).inline_keyboard
    carried = [one.callback_data for row in keyboard for one in row if one.callback_data]
    assert carried
    assert all(len(data.encode()) <= MOST_BYTES for data in carried)
