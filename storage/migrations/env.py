"""What Alembic runs: the tables of every storage module over the connection it is given."""

from typing import Any, Literal

from alembic import context
from sqlmodel import AutoString

from storage.database import Stored
from storage.personal_data import declarations


def _plain_strings(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """SQLModel's string is a string: a revision should not need SQLModel."""
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


declarations()  # imports every table
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Stored.metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=_plain_strings,
    transactional_ddl=True,  # SQLite can; Alembic assumes it cannot
)
with context.begin_transaction():
    context.run_migrations()
