"""What `pepite audit` does: proofs by the check that people run, the ledger row by row."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot.clock import WallClock
from bot.consent.ledger import Broken, Head, verify
from bot.consent.receipt import Receipt, parse
from bot.consent.verify import DoesNotHold, Lines, check, check_heads, key_id, raw_key, read
from bot.errors import OperatorError
from bot.privacy.proof import as_pem
from bot.settings import Settings
from storage.key_file import KeyFile
from storage.open import Storage, open_storage


def check_proof(file: Path, key: Path | None) -> Lines:
    """Raises OperatorError with the file, the field or the row that does not hold."""
    try:
        files = read(file)
        trusted = raw_key(read(key)["receipt.json"]) if key else None
        lines = check(files, trusted)
        _receipts(files)
    except DoesNotHold as error:
        raise OperatorError(str(error).replace("receipt.json", file.name, 1)) from None
    return lines


def _receipts(files: Mapping[str, bytes]) -> list[Receipt]:
    """Raises DoesNotHold for a field that no receipt has, or one that is missing."""
    named = [name for name in sorted(files) if name.startswith(("receipt.json", "receipts/"))]
    return [parse(name, files[name]) for name in named]


def audit_ledger(settings: Settings, witnesses: Sequence[Path], key_out: Path | None) -> Lines:
    """Raises OperatorError naming the row; writes the public key where that is asked for."""
    lines, public = asyncio.run(check_ledger(settings, witnesses))
    if key_out and public:
        key_out.write_bytes(as_pem(public))
    return lines


async def check_ledger(
    settings: Settings, witnesses: Sequence[Path]
) -> tuple[Lines, bytes | None]:
    """What holds, and the key that signs.

    Raises OperatorError naming the row, or the receipt that another key signed.
    """
    async with storage_here(settings) as storage:
        try:
            return await _walk(storage, witnesses)
        except DoesNotHold as error:
            raise OperatorError(str(error)) from None


@asynccontextmanager
async def storage_here(settings: Settings) -> AsyncIterator[Storage]:
    """What this server keeps. Raises OperatorError where it keeps nothing yet."""
    if not settings.key_file.is_file():
        raise OperatorError(f"There is no key file {settings.key_file}: nothing to audit here.")
    storage = await open_storage(
        settings.database,
        files_url=settings.files,
        keys=KeyFile.open_or_create(settings.key_file, data_folder=settings.home),
        clock=WallClock(),
    )
    try:
        yield storage
    finally:
        await storage.close()


async def _walk(storage: Storage, witnesses: Sequence[Path]) -> tuple[Lines, bytes | None]:
    async with storage.read() as tx:
        public = await tx.proofs.public_key()
        signed = await tx.proofs.heads()
        brought = [head for path in witnesses for head in _heads_in(path, public)]
        if public:
            check_heads([head.as_json() for head in signed], {}, public)
        known = [*brought, *(Head(head.seq, head.hash) for head in signed)]
        found = await verify(tx.ledger.all(), known)
    if isinstance(found, Broken):
        raise OperatorError(f"Row {found.seq} of the ledger: {found.why}.")
    lines = [
        (f"{found.seq} rows", f"each follows from the one before; the head is {found.hash[:16]}"),
        (f"{len(signed)} signed heads", "every one is in the ledger"),
        (f"{len(brought)} heads brought", "every one is in the ledger"),
        ("public key", key_id(public) if public else "none yet: no receipt was ever made"),
    ]
    return lines, public


def _heads_in(path: Path, public: bytes | None) -> list[Head]:
    """The heads that somebody's receipts bear: they were there when those were made."""
    files = read(path)
    check(files, public)
    return [Head(one.ledger_seq, one.ledger_head) for one in _receipts(files)]


def as_text(lines: Lines) -> str:
    return "\n".join(f"✓ {what:<18} {how}" for what, how in lines)


def as_json(lines: Lines) -> str:
    told = {"holds": True, "checks": [{"what": what, "how": how} for what, how in lines]}
    return json.dumps(told, ensure_ascii=False, indent=2)
