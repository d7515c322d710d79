"""The proof of a person's choices: receipts, ledger rows, notices, and a check to run oneself."""

import inspect
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bot.consent import verify
from bot.consent.receipt import Receipt
from bot.consent.receipts import Dossier
from bot.privacy.archive import to_json
from bot.texts import Language, Texts, load_texts, say_day

HERE: Final = Path(__file__).parent
READMES: Final[Mapping[str, Language]] = {"README.md": "en", "LISEZMOI.md": "fr"}


def proof_zip(dossier: Dossier, at: datetime) -> bytes:
    """Everything in one file; empty where nothing was ever chosen."""
    if dossier.public is None or not dossier.receipts:
        return b""
    folder = f"proof-{dossier.receipts[-1].receipt_id}"
    date = (at.year, at.month, at.day, at.hour, at.minute, at.second)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for path, content in _files(dossier, dossier.public, at).items():
            entry = zipfile.ZipInfo(f"{folder}/{path}", date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            opened.writestr(entry, content)
    return buffer.getvalue()


def receipt_files(dossier: Dossier) -> dict[str, bytes]:
    """One file a choice."""
    return {receipt_path(made): made.json_bytes() for made in dossier.receipts}


def receipt_path(made: Receipt) -> str:
    """Named after its purpose and its reference."""
    return f"receipts/{made.processing[0].purpose_id}-{made.receipt_id}.json"


def _files(dossier: Dossier, public: bytes, at: datetime) -> dict[str, bytes]:
    rows = (json.dumps(row, sort_keys=True, separators=(",", ":")) for row in dossier.rows)
    key = verify.key_id(public)
    readmes = {
        name: _texts()[language]("proof-readme", date=say_day(at, language), key=key).encode()
        for name, language in READMES.items()
    }
    return {
        **readmes,
        **receipt_files(dossier),
        "ledger_excerpt.jsonl": "".join(f"{row}\n" for row in rows).encode(),
        "heads.json": to_json([head.as_json() for head in dossier.heads]),
        **{f"notices/{path}": text for path, text in sorted(dossier.notices.items())},
        "public_key.pem": as_pem(public),
        "verify.py": inspect.getsource(verify).encode(),
    }


def as_pem(public: bytes) -> bytes:
    """The key as every other program reads it."""
    key = Ed25519PublicKey.from_public_bytes(public)
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


@cache
def _texts() -> Mapping[Language, Texts]:
    return load_texts([HERE], stem="proof.")
