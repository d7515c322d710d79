"""Write the newest revision anew from the tables: `python -m storage.migrations.make`.

Only while it is being built, and only by hand: databases made with it must be thrown away. Those
of the revisions before it are walked up to it, with what they hold.
"""

import re
import subprocess
import sys
import textwrap
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine, text

from storage.database import Stored
from storage.migrations import FOLDER, migrate

VERSIONS: Final = FOLDER / "versions"
NEWEST: Final = VERSIONS / "0004_studio.py"
CHECK: Final = re.compile(r"CONSTRAINT (\w+) CHECK \(((?:[^()]|\([^()]*\))*)\)")
DOWN: Final = "def downgrade() -> None:\n"
HELPERS: Final = "from storage.migrations.checks import drop_check, rewrite_check\n"
END: Final = "    # ### end Alembic commands ###\n"
Checks = dict[tuple[str, str], str]


def make() -> None:
    NEWEST.unlink(missing_ok=True)
    with create_engine("sqlite://").begin() as connection:
        migrate(connection)
        before = checks_of(connection)
        _autogenerate(connection)
    with create_engine("sqlite://").begin() as connection:
        migrate(connection)
        _add_checks(before, checks_of(connection))
    for arguments in (["format", "-q"], ["check", "--fix", "-q"], ["format", "-q"]):
        subprocess.run([sys.executable, "-m", "ruff", *arguments, str(NEWEST)], check=True)  # noqa: S603 - ours


def checks_of(connection: Connection) -> Checks:
    """What each CHECK says, by table and name."""
    made = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    return {
        (table, name): " ".join(says.split())
        for table, sql in made
        for name, says in CHECK.findall(sql)
    }


def _autogenerate(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    rev_id, _, message = NEWEST.stem.partition("_")
    command.revision(config, message.replace("_", " "), autogenerate=True, rev_id=rev_id)


def _add_checks(before: Checks, walked: Checks) -> None:
    """Autogenerate does not see a CHECK: those that differ from the tables' are rewritten."""
    with create_engine("sqlite://").begin() as connection:
        Stored.metadata.create_all(connection)
        wanted = checks_of(connection)
    up = [_step(*key, says) for key, says in wanted.items() if walked.get(key) != says]
    down = [_step(*key, says) for key, says in before.items() if wanted.get(key) != says]
    old = {table for table, _ in before}
    new = [key for key in wanted if key[0] in old and key not in before]
    first = [f"    drop_check({table!r}, {name!r})\n" for table, name in new]
    source = NEWEST.read_text()
    going_up, _, going_down = source.partition(DOWN)
    whole = _ending(going_up, up) + DOWN + "".join(first) + _ending(going_down, down)
    if up or down or first:
        imports = "import storage.database\n"
        if imports not in whole:
            whole = whole.replace("from alembic import op\n", "from alembic import op\n\n", 1)
        whole = whole.replace(
            "from alembic import op\n",
            f"from alembic import op\n\n{HELPERS}",
            1,
        )
    NEWEST.write_text(whole)


def _step(table: str, name: str, says: str) -> str:
    lines = textwrap.wrap(says, 80, drop_whitespace=False, break_long_words=False)
    return f"    rewrite_check({table!r}, {name!r}, {' '.join(map(repr, lines))})\n"


def _ending(function: str, steps: list[str]) -> str:
    return function.replace(END, "".join(steps), 1)


if __name__ == "__main__":
    make()
