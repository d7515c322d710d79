"""Check a receipt or a folder of proofs without the bot: Python and cryptography alone."""

import base64
import hashlib
import json
import sys
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

Json = dict[str, Any]
Lines = list[tuple[str, str]]
KEY_ID_LETTERS: Final = 16
DIGEST_LETTERS: Final = 8


class DoesNotHold(Exception):
    """One sentence: which file, which field or which row."""


def canonical(value: object) -> bytes:
    """The one spelling that is signed."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()


def key_id(public: bytes) -> str:
    return hashlib.sha256(public).hexdigest()[:KEY_ID_LETTERS]


def digests(receipt: Json) -> dict[str, str]:
    """A short digest of each field: they name the one that was changed, the signature proves."""
    return {
        name: hashlib.sha256(canonical(value)).hexdigest()[:DIGEST_LETTERS]
        for name, value in receipt.items()
        if name != "proof"
    }


def signed(document: Json) -> bytes:
    """What the signature is over: all of a receipt, or of a head, but the signature."""
    if "proof" not in document:
        return canonical({name: value for name, value in document.items() if name != "sig"})
    proof = {name: value for name, value in document["proof"].items() if name != "sig"}
    return canonical({**document, "proof": proof})


def check(files: Mapping[str, bytes], key: bytes | None = None) -> Lines:
    """What holds, a line each; raises DoesNotHold.

    files: by their names, a receipt alone or all that lies in proof.zip.
    key: the public key that must have signed; without it the one inside is used.
    """
    try:
        return _check(files, key)
    except (AttributeError, KeyError, TypeError) as error:
        raise DoesNotHold(f"It is not made as this bot makes it: {error}.") from None


def _check(files: Mapping[str, bytes], key: bytes | None) -> Lines:
    pem = files.get("public_key.pem")
    key = key or (raw_key(pem) if pem else None)
    receipts = {name: _json(name, data) for name, data in files.items() if _is_receipt(name)}
    for name, receipt in receipts.items():
        key = _check_receipt(name, receipt, key)
    if not receipts or key is None:
        raise DoesNotHold("There is no receipt in it.")
    lines = [(_count(len(receipts), "receipt"), f"signed by the key {key_id(key)}, unchanged")]
    if "ledger_excerpt.jsonl" in files:
        lines += _check_bundle(files, receipts, key)
    return lines


def read(path: Path) -> Mapping[str, bytes]:
    """A receipt, a zip or a folder, as files by their names. Raises DoesNotHold."""
    if path.is_dir():
        found = [one for one in path.rglob("*") if one.is_file()]
        return {one.relative_to(path).as_posix(): one.read_bytes() for one in found}
    if not path.is_file():
        raise DoesNotHold(f"There is no file {path.name}.")
    if not zipfile.is_zipfile(path):
        return {"receipt.json": path.read_bytes()}
    with zipfile.ZipFile(path) as opened:
        return {name.split("/", 1)[-1]: opened.read(name) for name in _inner(opened)}


def _inner(opened: zipfile.ZipFile) -> list[str]:
    """Names with the zip's own folder in front, so that it can be dropped."""
    return [name for name in opened.namelist() if "/" in name and not name.endswith("/")]


def _is_receipt(name: str) -> bool:
    return name == "receipt.json" or (name.startswith("receipts/") and name.endswith(".json"))


def _check_receipt(name: str, receipt: Json, key: bytes | None) -> bytes:
    """Returns the key that signed it."""
    proof = receipt.get("proof")
    if not isinstance(proof, dict) or not isinstance(proof.get("fields"), dict):
        raise DoesNotHold(f"{name} has no proof in it: it is no receipt of this bot.")
    inside = _decoded(name, proof.get("public_key"))
    if key is not None and inside != key:
        raise DoesNotHold(f"{name} was signed by another key, {key_id(inside)}.")
    if receipt.get("key_id") != key_id(inside):
        raise DoesNotHold(f"{name}: key_id is not that of the key in it.")
    try:
        _verify(inside, _decoded(name, proof.get("sig")), signed(receipt))
    except InvalidSignature:
        raise DoesNotHold(_what_changed(name, receipt)) from None
    return inside


def _what_changed(name: str, receipt: Json) -> str:
    now, then = digests(receipt), receipt["proof"]["fields"]
    changed = sorted(field for field in {*now, *then} if now.get(field) != then.get(field))
    if not changed:
        return f"{name}: the signature is not one over this receipt."
    return f"{name} was changed after it was signed: {', '.join(changed)}."


def _check_bundle(files: Mapping[str, bytes], receipts: Mapping[str, Json], key: bytes) -> Lines:
    rows = _check_rows(files["ledger_excerpt.jsonl"])
    heads = _json("heads.json", files.get("heads.json", b"[]"))
    check_heads(heads, rows, key)
    for name, receipt in receipts.items():
        _check_told(name, receipt, rows, heads)
        _check_notice(name, receipt, files)
    notices = [name for name in files if name.startswith("notices/")]
    return [
        (_count(len(rows), "ledger row"), "each is what its seal says, none out of order"),
        (_count(len(heads), "head"), "signed, and no row contradicts them"),
        (_count(len(notices), "notice text"), "word for word what was shown"),
    ]


def _check_rows(content: bytes) -> dict[str, Json]:
    """The rows by their hashes."""
    rows: dict[str, Json] = {}
    before: Json = {"seq": 0, "hash": ""}
    for line in content.decode().splitlines():
        row = _json("ledger_excerpt.jsonl", line.encode())
        body = {name: value for name, value in row.items() if name != "hash"}
        where = f"ledger_excerpt.jsonl: row {row.get('seq')}"
        text = json.dumps(body, sort_keys=True, separators=(",", ":"))
        if hashlib.sha256(text.encode()).hexdigest() != row.get("hash"):
            raise DoesNotHold(f"{where} was changed.")
        if row["seq"] <= before["seq"]:
            raise DoesNotHold(f"{where} is out of order.")
        if row["seq"] == before["seq"] + 1 and before["hash"] not in {"", row["previous"]}:
            raise DoesNotHold(f"{where} does not follow the row before.")
        rows[row["hash"]] = before = row
    return rows


def check_heads(heads: Iterable[Json], rows: Mapping[str, Json], key: bytes) -> None:
    """Each signed by this key, none against the row of its number. Raises DoesNotHold."""
    by_seq = {row["seq"]: row["hash"] for row in rows.values()}
    for head in heads:
        where = f"heads.json: head {head.get('seq')}"
        try:
            _verify(key, _decoded(where, head.get("sig")), signed(head))
        except InvalidSignature:
            raise DoesNotHold(f"{where} was changed after it was signed.") from None
        if by_seq.get(head["seq"], head["hash"]) != head["hash"]:
            raise DoesNotHold(f"{where} contradicts the row of that number.")


def _check_told(name: str, receipt: Json, rows: Mapping[str, Json], heads: Iterable[Json]) -> None:
    """What a receipt tells is what the ledger holds, of the same person."""
    last: Json = {}
    for event in receipt["events"]:
        row = rows.get(event["event_id"])
        if row is None:
            raise DoesNotHold(f"{name}: its choice of {event['at']} is in none of the rows.")
        if (event["state"], event["at"]) != (row["kind"], row["at"]):
            raise DoesNotHold(f"{name}: its choice of {event['at']} is not what row says.")
        last = row
    if last["subject"] != receipt["pii_principal_id"]:
        raise DoesNotHold(f"{name}: pii_principal_id is another person than in the ledger.")
    known = {head["seq"]: head["hash"] for head in heads}
    if known.get(receipt["ledger_seq"]) != receipt["ledger_head"]:
        raise DoesNotHold(f"{name}: ledger_head is none of the signed heads.")


def _check_notice(name: str, receipt: Json, files: Mapping[str, bytes]) -> None:
    notice = receipt["notice"]
    if notice is None:
        return
    path = f"notices/{notice['notice_id']}/{notice['version']}/{notice['lang']}.md"
    content = files.get(path)
    if content is None:
        raise DoesNotHold(f"{name}: {path} is missing.")
    if hashlib.sha256(content).hexdigest() != notice["sha256"]:
        raise DoesNotHold(f"{path} is not the text that {name} names.")


def _verify(key: bytes, sig: bytes, content: bytes) -> None:
    Ed25519PublicKey.from_public_bytes(key).verify(sig, content)


def raw_key(pem: bytes) -> bytes:
    """Raises DoesNotHold for anything but an Ed25519 public key."""
    try:
        key = load_pem_public_key(pem)
    except ValueError:
        raise DoesNotHold("The public key cannot be read.") from None
    if not isinstance(key, Ed25519PublicKey):
        raise DoesNotHold("The public key is not an Ed25519 key.")
    return key.public_bytes_raw()


def _decoded(name: str, text: object) -> bytes:
    try:
        return base64.b64decode(str(text), validate=True)
    except ValueError:
        raise DoesNotHold(f"{name}: a key or signature in it is unreadable.") from None


def _json(name: str, content: bytes) -> Any:
    try:
        return json.loads(content, object_pairs_hook=_each_once)
    except (ValueError, UnicodeDecodeError) as error:
        raise DoesNotHold(f"{name} cannot be read: {error}.") from None


def _each_once(pairs: list[tuple[str, Any]]) -> Json:
    """A field that stands twice would show a reader one value and the check another."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a field stands in it twice")
    return found


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def main(arguments: list[str]) -> int:
    """0 when all of it holds, 1 with one sentence when not."""
    path = Path(arguments[0]) if arguments else Path(__file__).parent
    try:
        lines = check(read(path))
    except DoesNotHold as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.writelines(f"ok  {what:<16} {how}\n" for what, how in lines)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
