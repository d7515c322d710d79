"""The certificate of an erasure: what went, when, what stays and until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.privacy.archive import to_json

PROOF_KEPT: Final = timedelta(days=3 * 365)  # the ledger's retention: three years after the end
PROOF: Final = "ledger"


@dataclass(frozen=True, slots=True)
class Certificate:
    """rows: how many went, by table; the key is one of them."""

    at: datetime
    rows: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.rows.values())

    @property
    def proof_until(self) -> datetime:
        return self.at + PROOF_KEPT

    def count(self, *tables: str) -> int:
        return sum(self.rows.get(table, 0) for table in tables)

    def document(self) -> bytes:
        """What the person keeps: names no one, proves what this program did."""
        return to_json(
            {
                "certificate": "erasure",
                "erased_at": self.at.isoformat(),
                "rows_by_table": dict(sorted(self.rows.items())),
                "rows": self.total,
                "key_destroyed": True,
                "write_ahead_log": "truncated",
                "stays": [
                    {
                        "what": PROOF,
                        "content": "coded rows: kind, purpose, time; their payload needs the key",
                        "until": self.proof_until.date().isoformat(),
                    }
                ],
                "beyond_reach": [
                    "Telegram's own copies of the chat",
                    "what others saved",
                    "backups that the operator makes, until they rotate",
                ],
            }
        )
