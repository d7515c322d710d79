"""Write the first revision anew from the tables: `python -m storage.migrations.make`.

Only until the first release, and only by hand: databases made before must be thrown away.
"""

import subprocess
import sys
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from storage.migrations import FOLDER

FIRST: Final = FOLDER / "versions" / "0001_first.py"
AFTER_TABLES: Final = """
    for trigger in TRIGGERS:
        op.execute(trigger)
"""


def make() -> None:
    FIRST.unlink(missing_ok=True)
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    with create_engine("sqlite://").begin() as connection:
        config.attributes["connection"] = connection
        command.revision(config, "first", autogenerate=True, rev_id="0001")
    _add_triggers()
    for arguments in (["format", "-q"], ["check", "--fix", "-q"], ["format", "-q"]):
        subprocess.run([sys.executable, "-m", "ruff", *arguments, str(FIRST)], check=True)  # noqa: S603 - ours


def _add_triggers() -> None:
    """Autogenerate does not see triggers: the ledger's go after the last table."""
    text = FIRST.read_text()
    text = text.replace(
        "import storage.database\n",
        "import storage.database\nfrom storage.ledger import TRIGGERS\n",
    )
    FIRST.write_text(text.replace("    # ### end Alembic commands ###\n", AFTER_TABLES, 1))


if __name__ == "__main__":
    make()
