"""python -m bot: the command pepite."""

import sys

from bot.errors import OperatorError


def main() -> None:
    """Run one verb; 0 done, 1 failed with one sentence on standard error, 2 wrong usage."""
    from bot.cli.root import pepite  # noqa: PLC0415  # a wrong Python should fail before imports

    try:
        pepite()
    except OperatorError as error:
        print(f"pepite: {error}", file=sys.stderr)  # noqa: T201  # the one sentence
        sys.exit(1)


if __name__ == "__main__":
    main()
