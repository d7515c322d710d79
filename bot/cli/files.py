"""Files of this machine that a verb reads and writes: how they are called, and saved."""

from collections.abc import Sequence
from pathlib import Path

from bot.errors import OperatorError


def keys_of(paths: Sequence[Path]) -> list[str]:
    """What each is called in what is said of it: its name, its path where two have the same."""
    names = [path.name for path in paths]
    return names if len(set(names)) == len(names) else [str(path) for path in paths]


def save(path: Path, data: bytes) -> None:
    """Raises OperatorError with one sentence."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise OperatorError(f"{path} cannot be written ({error.strerror})") from error
