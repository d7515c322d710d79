"""The schema's history: Alembic over the same tables, run when storage opens."""

import asyncio
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, create_engine, event

FOLDER: Final = Path(__file__).parent


def migrate(connection: Connection, revision: str = "head") -> None:
    """Walk the schema up to a revision, or down: to "base", or by "-1"."""
    from alembic import command  # noqa: PLC0415 - 0.2 s that no import of `storage` should cost
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    if revision == "base" or revision.startswith("-"):
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)


def upgrade_file(file: Path) -> None:
    """Bring a SQLite file to the newest revision, or leave it as it was.

    Only the owner of the process may read the file; SQLite's journals inherit that.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600, exist_ok=True)
    engine = create_engine(URL.create("sqlite", database=str(file)), isolation_level="AUTOCOMMIT")
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            migrate(connection)
    finally:
        engine.dispose()


def _begin(connection: Connection) -> None:
    """Python's driver would commit before every table: one transaction, one fsync instead."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


async def upgrade(file: Path) -> None:
    """The same, in a thread: the loop goes on."""
    await asyncio.get_running_loop().run_in_executor(None, upgrade_file, file)
