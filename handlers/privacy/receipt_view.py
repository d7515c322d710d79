"""What receipts say in the chat: what, when, on which text, and how to take it back."""

from collections.abc import Mapping
from datetime import datetime
from html import escape

from bot.consent.receipt import Receipt
from bot.consent.receipts import Latest
from bot.texts import Texts
from handlers.notice import slug
from handlers.privacy import buttons
from handlers.screen import Screen
from handlers.when import day, moment
from storage.people import Person
from storage.personal_data import Purpose


def every(choices: Mapping[Purpose, Latest], person: Person, t: Texts) -> Screen:
    """One line a purpose, and a button for each receipt."""
    if not choices:
        return Screen(t("privacy-receipt-none"), buttons.back(t))
    lines = [
        t(
            "privacy-receipt-line",
            name=t(f"privacy-name-{slug(purpose)}"),
            state=str(latest.state),
            date=day(latest.at, person, t),
            ref=latest.reference,
        )
        for purpose, latest in choices.items()
    ]
    text = "\n".join([t("privacy-receipts"), "", *lines])
    return Screen(text, buttons.receipts(tuple(choices), t))


def summary(receipt: Receipt, purpose: Purpose, person: Person, t: Texts) -> str:
    """Under the document; a caption holds 1,024 characters."""
    event, notice = receipt.latest, receipt.notice
    lines = [
        t("privacy-receipt-title", ref=receipt.receipt_id),
        t(
            "privacy-receipt-what",
            name=t(f"privacy-name-{slug(purpose)}"),
            state=event.state,
            time=moment(datetime.fromisoformat(event.at), person, t),
        ),
    ]
    if notice:
        labels = {"yes": notice.buttons[0], "no": notice.buttons[1]}
        told = {name: escape(label) for name, label in labels.items()}
        lines.append(t("privacy-receipt-text", version=notice.version, **told))
    else:
        lines.append(t("privacy-receipt-no-text"))
    lines.append(t("privacy-receipt-back", key=receipt.key_id))
    return "\n\n".join(lines)
