"""What Alembic runs: the tables of every storage module over the connection it is given."""

from alembic import context

from storage.database import Stored
from storage.personal_data import declarations

declarations()  # imports every table
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Stored.metadata,
    render_as_batch=True,
    compare_type=True,
    transactional_ddl=True,  # SQLite can; Alembic assumes it cannot
)
with context.begin_transaction():
    context.run_migrations()
