"""Receipts in the chat: under every choice, listed in /privacy, and all of them to check."""

import io
import zipfile
from pathlib import Path

from bot.app import App
from bot.cli.audit_work import check_proof
from bot.consent.receipt import Receipt, read_receipt
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from handlers.doors import ShowReceipt
from handlers.privacy.buttons import SendProof
from storage.outbound import CallKind
from storage.personal_data import Purpose
from tests.conversations.first_steps import no, press_again, until_the_question, welcomed
from tests.conversations.given import IN_ENGLISH, IN_FRENCH, owner_of

BUTTON = "consent-button-receipt"


def _receipt(sandbox: Sandbox, message: StoredMessage) -> Receipt:
    return read_receipt(sandbox.download(message))


async def _document(lou: Person) -> StoredMessage:
    return await lou.wait_for(lambda m: m.document is not None)


@IN_ENGLISH
async def test_a_yes_and_its_withdrawal_have_their_receipts(
    lou: Person, t: Texts, sandbox: Sandbox
) -> None:
    question = await welcomed(lou, t)
    await lou.press(t(BUTTON))
    yes = _receipt(sandbox, document := await _document(lou))

    assert (yes.latest.state, yes.latest.language) == ("given", t.language)
    assert yes.notice is not None
    assert yes.notice.message_ref == question.id
    assert document.wire["document"]["file_name"] == yes.name
    assert yes.receipt_id in document.words
    assert all(label in document.words for label in yes.notice.buttons)

    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-receipts") in m.buttons)
    await lou.press(t("privacy-button-off-suggest-analyse"))
    await lou.wait_for(lambda m: t(BUTTON) in m.buttons)
    await lou.press(t(BUTTON))
    over = _receipt(sandbox, await _document(lou))

    assert [event.state for event in over.events] == ["given", "withdrawn"]
    assert over.latest.previous_event_id == yes.latest.event_id
    assert over.latest.method == "switch"


@IN_FRENCH
async def test_a_no_has_one_too(lou: Person, t: Texts, sandbox: Sandbox) -> None:
    await until_the_question(lou, t)
    await lou.press(no(t))
    await lou.wait_for(lambda m: t(BUTTON) in m.buttons)
    await lou.press(t(BUTTON))

    assert _receipt(sandbox, await _document(lou)).latest.state == "refused"


@IN_ENGLISH
async def test_privacy_lists_them_and_gives_a_proof_that_checks_itself(
    lou: Person, t: Texts, sandbox: Sandbox, tmp_path: Path
) -> None:
    await welcomed(lou, t)
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-receipts") in m.buttons)
    await lou.press(t("privacy-button-receipts"))
    listed = await lou.wait_for(lambda m: t("privacy-button-proof") in m.buttons)
    await lou.press(t("privacy-name-places"))
    places = _receipt(sandbox, await _document(lou))
    await lou.press(t("privacy-button-proof"))
    proof = await _document(lou)

    assert listed.buttons == [
        t("privacy-name-suggest-analyse"),
        t("privacy-name-face-boxes"),
        t("privacy-name-places"),
        t("privacy-button-proof"),
        t("privacy-button-back"),
    ]
    assert places.processing[0].purpose_id == Purpose.PLACES
    assert places.receipt_id in listed.words
    (there := tmp_path / "proof.zip").write_bytes(content := sandbox.download(proof))
    assert check_proof(there, None)
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        assert not [name for name in opened.namelist() if str(lou.id) in name]


@IN_FRENCH
async def test_13_whoever_chose_nothing_gets_nobodys_receipt(
    lou: Person, sam: Person, t: Texts
) -> None:
    """A receipt is named by a purpose alone: a stolen button asks for the thief's own."""
    await welcomed(lou, t)
    await sam.start()
    own = await sam.wait_for()

    for data in (ShowReceipt(purpose=Purpose.SUGGEST_ANALYSE), SendProof()):
        await press_again(sam, data.pack(), own)
        await sam.wait_for(t("privacy-receipt-none"))

    assert not [message for message in sam.from_bot if message.document]


@IN_ENGLISH
async def test_where_data_went_is_told_by_host_and_that_it_went_nowhere_too(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    owner = await owner_of(app, lou)
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-outbound") in m.buttons)
    await lou.press(t("privacy-button-outbound"))
    nowhere = await lou.wait_for(lambda m: m.buttons == [t("privacy-button-back")])
    assert t("privacy-outbound-nowhere", operator="somebody") in nowhere.words
    async with app.storage.begin() as tx:
        for size in (1_200, 900):
            await tx.outbound.note(
                owner, "ai.example", CallKind.REWRITE, bytes_sent=size, most_tokens=9
            )

    await lou.press(t("privacy-button-back"))
    await lou.wait_for(lambda m: t("privacy-button-outbound") in m.buttons)
    await lou.press(t("privacy-button-outbound"))
    told = await lou.wait_for("ai.example")

    assert "2" in told.words
    assert t("privacy-outbound-rest", operator="somebody") in told.words
