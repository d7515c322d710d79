"""What may be in a row: enums, bits, moments and ids, and no column for anything else."""

import pytest
from sqlalchemy import BigInteger, Boolean, Enum, Float, Table, Uuid

from storage.database import UtcDateTime
from storage.improve import CHOICES, RANKED, TASTES, Ground
from storage.personal_data import Purpose, kept_tables
from storage.traits import About, Trait

CLOSED = (Uuid, UtcDateTime, BigInteger, Boolean)


@pytest.mark.parametrize("table", [CHOICES, TASTES, RANKED], ids=lambda table: table.name)
def test_there_is_no_column_for_a_text_or_a_picture(table: Table) -> None:
    """`improve.media` and `improve.ai_chat` have no rows at all, see below."""
    for column in table.columns:
        kind = column.type
        if isinstance(kind, Enum):
            assert kind.enum_class in {About, Ground, Trait}
            assert kind.create_constraint
        elif table is TASTES and column.name == "balance":
            assert isinstance(kind, Float)
        elif table is RANKED and column.name == "version":
            assert kind.python_type is int
        else:
            assert isinstance(kind, CLOSED), column


def test_nothing_is_kept_to_train_on_media_or_on_chats() -> None:
    purposes = {kept.purpose for _, kept in kept_tables()}
    assert Purpose.IMPROVE_CHOICES in purposes
    assert not purposes & {Purpose.IMPROVE_MEDIA, Purpose.IMPROVE_AI_CHAT}


def test_bits_fit_a_column() -> None:
    assert len(Trait) < 63
