"""pepite audit: what holds is listed, what does not is one sentence and exit code 1."""

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.cli.audit_dataset import look_again, told
from bot.cli.audit_work import check_ledger, check_proof
from bot.clock import MovableClock
from bot.consent.acts import How
from bot.consent.notices import Notices, Operator
from bot.consent.regions import read_regions
from bot.consent.registrar import Registrar
from bot.errors import OperatorError
from bot.improve.eligibility import Why
from bot.improve.manifest import Audit
from bot.privacy.proof import proof_zip, receipt_files
from bot.settings import Settings, read_settings
from storage import KeyFile, Storage, open_storage
from storage.ledger import row_hash
from storage.people import PersonId
from storage.personal_data import Purpose

ANALYSE, NUDGE = Purpose.SUGGEST_ANALYSE, Purpose.NUDGE_MEMORIES
Bundle = dict[str, bytes]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings(home=tmp_path / "data", key_file=tmp_path / "key")


@pytest.fixture
async def storage(settings: Settings) -> AsyncIterator[Storage]:
    opened = await open_storage(
        settings.database,
        files_url=settings.files,
        keys=KeyFile.open_or_create(settings.key_file, data_folder=settings.home),
        clock=MovableClock(),
    )
    yield opened
    await opened.close()


@pytest.fixture
def registrar(storage: Storage) -> Registrar:
    return Registrar(storage, read_regions(), Notices.read(Operator("Ada")), MovableClock())


async def _somebody(storage: Storage, registrar: Registrar, number: int) -> PersonId:
    async with storage.begin() as tx:
        person = (await tx.people.add(number, "fr")).id
    await registrar.declare_country(person, "FR")
    await registrar.declare_birth_year(person, 1970)
    for purpose in (ANALYSE, NUDGE):
        notice = registrar.notices.current(purpose)
        assert notice
        how = How(message=5)
        await registrar.given(person, purpose, version=notice.version, language="fr", how=how)
    await registrar.withdrawn(person, NUDGE)
    return person


async def _bundle(storage: Storage, registrar: Registrar, person: PersonId) -> bytes:
    async with storage.begin() as tx:
        return proof_zip(await registrar.clerk.dossier(tx, person), tx.now)


def _unpacked(content: bytes) -> Bundle:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {name.split("/", 1)[1]: opened.read(name) for name in opened.namelist()}


@pytest.fixture
async def lou(storage: Storage, registrar: Registrar) -> PersonId:
    return await _somebody(storage, registrar, 4242)


@pytest.fixture
async def proof(storage: Storage, registrar: Registrar, lou: PersonId) -> Bundle:
    return _unpacked(await _bundle(storage, registrar, lou))


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Bundle], Path]:
    def put(files: Bundle) -> Path:
        folder = tmp_path / "proof"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return folder

    return put


Write = Callable[[Bundle], Path]


async def test_a_whole_proof_holds_zipped_and_unpacked(
    storage: Storage, registrar: Registrar, lou: PersonId, tmp_path: Path, write: Write
) -> None:
    content = await _bundle(storage, registrar, lou)
    zipped = tmp_path / "proof.zip"
    zipped.write_bytes(content)
    files = _unpacked(content)

    assert check_proof(zipped, None) == check_proof(write(files), None)
    assert {"README.md", "LISEZMOI.md", "verify.py", "public_key.pem"} <= set(files)
    # analysis with its two flags given, reminders given and taken back
    assert len([name for name in files if name.startswith("receipts/")]) == 5


def test_a_newcomer_checks_it_without_the_bot(proof: Bundle, write: Write) -> None:
    """In a directory of its own, isolated from this project's folder."""
    folder = write(proof)
    command = [sys.executable, "-I", "-W", "error", str(folder / "verify.py")]

    held = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    name = next(name for name in proof if name.startswith("receipts/"))
    changed = proof[name].replace(b'"state": "given"', b'"state": "refused"')
    (folder / name).write_bytes(changed)
    broken = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    assert (held.returncode, held.stderr) == (0, "")
    assert "receipts" in held.stdout
    assert "bot" not in {line.split()[0] for line in proof["verify.py"].decode().split("import ")}
    assert broken.returncode == 1
    assert broken.stderr.strip() == f"{name} was changed after it was signed: events."


def test_one_receipt_alone_holds_also_as_the_command_says_it(
    proof: Bundle, tmp_path: Path
) -> None:
    name = next(name for name in proof if name.startswith("receipts/"))
    (alone := tmp_path / "receipt.json").write_bytes(proof[name])
    (key := tmp_path / "public_key.pem").write_bytes(proof["public_key.pem"])
    command = [sys.executable, "-m", "bot", "audit", "proof", str(alone), "--key", str(key)]

    held = subprocess.run([*command, "--json"], capture_output=True, text=True, check=False)
    alone.write_bytes(proof[name].replace(b'"FR"', b'"US"'))
    broken = subprocess.run(command, capture_output=True, text=True, check=False)

    assert json.loads(held.stdout)["holds"]
    assert broken.returncode == 1
    assert broken.stderr.count("\n") == 1
    assert "events" in broken.stderr


def _lines(proof: Bundle) -> list[dict[str, object]]:
    return [json.loads(line) for line in proof["ledger_excerpt.jsonl"].decode().splitlines()]


def _as_lines(rows: list[dict[str, object]]) -> bytes:
    return "".join(f"{json.dumps(row)}\n" for row in rows).encode()


def test_48_a_changed_removed_or_reordered_row_is_named(proof: Bundle, write: Write) -> None:
    rows = _lines(proof)
    changed = [*rows[:3], {**rows[3], "kind": "refused"}, *rows[4:]]
    removed = [row for row in rows if row["kind"] != "withdrawn"]
    for forged, said in (
        (changed, f"row {rows[3]['seq']} was changed"),
        (removed, "is in none of the rows"),
        (rows[::-1], "is out of order"),
    ):
        with pytest.raises(OperatorError, match=said):
            check_proof(write({**proof, "ledger_excerpt.jsonl": _as_lines(forged)}), None)


def test_48_a_row_written_anew_with_its_own_hash_is_in_no_receipt(
    proof: Bundle, write: Write
) -> None:
    rows = _lines(proof)
    given = next(row for row in rows if row["kind"] == "given")
    given["kind"] = "refused"
    body = {name: value for name, value in given.items() if name != "hash"}
    spelled = json.dumps(body, sort_keys=True, separators=(",", ":"))
    given["hash"] = hashlib.sha256(spelled.encode()).hexdigest()

    with pytest.raises(OperatorError, match=r"in none of the rows|does not follow"):
        check_proof(write({**proof, "ledger_excerpt.jsonl": _as_lines(rows)}), None)


def test_48_a_replaced_head_a_changed_text_and_another_key_are_named(
    proof: Bundle, write: Write
) -> None:
    heads = json.loads(proof["heads.json"])
    heads[0]["hash"] = "0" * 64
    notice = next(name for name in proof if name.startswith("notices/"))
    other = {**proof, "heads.json": json.dumps(heads).encode()}
    with pytest.raises(OperatorError, match=r"heads\.json: head"):
        check_proof(write(other), None)
    with pytest.raises(OperatorError, match="is none of the signed heads"):
        check_proof(write({**proof, "heads.json": b"[]"}), None)
    with pytest.raises(OperatorError, match="is not the text"):
        check_proof(write({**proof, notice: b"something kinder"}), None)


async def test_48_a_receipt_in_anothers_proof_is_not_theirs(
    storage: Storage, registrar: Registrar, proof: Bundle, write: Write
) -> None:
    """Replayed to another person: signed well, and in none of their rows."""
    sam = await _somebody(storage, registrar, 777)
    theirs = _unpacked(await _bundle(storage, registrar, sam))
    name = next(name for name in proof if name.startswith("receipts/"))

    with pytest.raises(OperatorError, match="is in none of the rows"):
        check_proof(write({**theirs, name: proof[name]}), None)


async def test_the_ledger_of_a_server_holds_with_the_heads_that_people_bring(
    settings: Settings, storage: Storage, proof: Bundle, write: Write
) -> None:
    lines, public = await check_ledger(settings, [write(proof)])

    assert ("5 heads brought", "every one is in the ledger") in lines
    async with storage.read() as tx:
        assert public == await tx.proofs.public_key()


async def test_48_a_tail_that_was_cut_with_its_heads_is_found_by_a_receipt(
    settings: Settings, storage: Storage, registrar: Registrar, lou: PersonId, tmp_path: Path
) -> None:
    made = await registrar.receipt(lou, NUDGE)
    assert made is not None
    (witness := tmp_path / made.name).write_bytes(made.json_bytes())
    async with storage.begin() as tx:
        for verb in ("update", "delete"):
            await tx.execute(text(f"DROP TRIGGER ledger_no_{verb}"))
        for table in ("ledger", "heads"):
            cut = f"DELETE FROM {table} WHERE seq >= {made.ledger_seq}"  # noqa: S608 - the attacker
            await tx.execute(text(cut))

    await check_ledger(settings, [])
    with pytest.raises(OperatorError, match=f"Row {made.ledger_seq} of the ledger: gone since"):
        await check_ledger(settings, [witness])


async def test_48_a_chain_written_anew_is_found_by_a_signed_head(
    settings: Settings, storage: Storage, registrar: Registrar, lou: PersonId
) -> None:
    """The operator themselves: every row after the change sealed again, the heads forgotten."""
    await registrar.receipt(lou, NUDGE)
    async with storage.begin() as tx:
        for verb in ("update", "delete"):
            await tx.execute(text(f"DROP TRIGGER ledger_no_{verb}"))
        rows = [dict(row) async for row in tx.ledger.all()]
        rows[-1]["kind"] = "given"
        rows[-1]["hash"] = row_hash(rows[-1])
        await tx.execute(
            text("UPDATE ledger SET kind = 'given', hash = :hash WHERE seq = :seq"), rows[-1]
        )

    with pytest.raises(OperatorError, match="rewritten since a head that was seen"):
        await check_ledger(settings, [])


async def test_after_an_erasure_the_proof_given_before_holds_and_so_does_the_ledger(
    settings: Settings, storage: Storage, lou: PersonId, proof: Bundle, write: Write
) -> None:
    async with storage.begin() as tx:
        await tx.privacy.erase_person(lou)

    assert check_proof(write(proof), None)
    assert (await check_ledger(settings, [write(proof)]))[0]


async def test_whoever_chose_nothing_has_nothing_to_prove(
    storage: Storage, registrar: Registrar
) -> None:
    async with storage.begin() as tx:
        person = (await tx.people.add(1, "en")).id
        dossier = await registrar.clerk.dossier(tx, person)
        assert proof_zip(dossier, tx.now) == b""
    assert receipt_files(dossier) == {}


def test_a_server_without_a_key_has_nothing_to_audit(tmp_path: Path) -> None:
    elsewhere = {"PEPITE_HOME": str(tmp_path / "a"), "PEPITE_KEY_FILE": str(tmp_path / "b")}
    command = [sys.executable, "-m", "bot", "audit", "ledger"]
    done = subprocess.run(command, env=elsewhere, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "key file" in done.stderr
    assert not (tmp_path / "b").exists()


BUILT = Audit(
    version=3,
    built_at=datetime(2026, 11, 21, 3, tzinfo=UTC),
    manifest={"by_basis": {"consent": 60}, "excluded": {"frozen": 2}},
    rows=60,
    gone=0,
    at_build={},
    now={},
    is_serving=True,
)


def test_a_dataset_without_a_violation_is_told_with_its_counts() -> None:
    lines = told(BUILT)
    assert lines[0] == ("dataset v3", "built 2026-11-21 03:00 UTC")
    assert ("60 rows", "0 violations at the build; consent: 60") in lines
    assert ("left out", "frozen: 2") in lines


@pytest.mark.parametrize(
    "wrong",
    [{"at_build": {next(iter(Why)): 1}}, {"now": {next(iter(Why)): 1}}, {"gone": 1}],
)
def test_a_row_that_may_not_teach_fails_the_audit(wrong: dict[str, Any]) -> None:
    with pytest.raises(OperatorError, match="Dataset v3: 1 violation"):
        told(replace(BUILT, **wrong))


@pytest.mark.usefixtures("storage")
async def test_a_dataset_that_was_never_built_is_not_there(settings: Settings) -> None:
    assert await look_again(settings, None) is None
    assert await look_again(settings, 3) is None
