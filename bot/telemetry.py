"""Logs without personal data: ids are pseudonyms that live as long as the process."""

import hashlib
import hmac
import logging
import re
import secrets
import sys
import traceback
from types import TracebackType
from typing import Final, TypeAlias
from uuid import UUID

ExceptionInfo: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)
_PEPPER: Final = secrets.token_bytes(16)
_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}")


def pseudonym(subject: UUID | int | str) -> str:
    """A short name for a person or a chat in the logs; no two runs share it."""
    return hmac.new(_PEPPER, str(subject).encode(), hashlib.sha256).hexdigest()[:10]


class _Formatter(logging.Formatter):
    """An exception is its type and where it came from: its words may quote a person."""

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802  logging's own name
        kind, _, trace = ei
        frames = traceback.format_tb(trace)
        return "".join(frames) + (kind.__name__ if kind else "")


class _NoSecrets(logging.Filter):
    """Bot tokens stand in Telegram's addresses, and so in other libraries' messages."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        clean = _TOKEN.sub("<token>", message)
        if clean != message:
            record.msg, record.args = clean, None
        return True


def start_logging(*, verbose: bool = False) -> None:
    """Log to standard error, one line an event, tokens masked, libraries quiet."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.addFilter(_NoSecrets())
    logging.basicConfig(
        level=logging.INFO if verbose else logging.WARNING, handlers=[handler], force=True
    )
    for noisy in ("aiogram", "aiohttp", "apscheduler", "pgqueuer", "sqlalchemy", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
