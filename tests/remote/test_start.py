"""A start without an endpoint pays nothing for those that have one."""

import subprocess
import sys


def test_the_endpoints_client_is_not_imported_until_one_is_set() -> None:
    heavy = "{'openai', 'httpx2', 'bot.remote.wire'} & sys.modules.keys()"
    code = f"import sys, bot.app, bot.remote.remote; sys.exit(', '.join({heavy}) or 0)"
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
