"""What a collage's message says: its title, its words, and the figures behind it."""

from html import escape

from bot.collage.certificate import Certificate
from bot.collage.draft import Details, Draft
from bot.texts import Texts


def caption(draft: Draft, t: Texts) -> str:
    """The chosen words; before that the three proposals, numbered as their buttons."""
    title = [f"<b>{escape(draft.shown_title)}</b>"] if draft.shown_title else []
    if draft.caption is not None:
        return "\n".join([*title, escape(draft.caption)])
    proposals = [
        t("collage-proposal", number=number, text=escape(one.text))
        for number, one in enumerate(draft.proposals, start=1)
    ]
    lines = [*title, t("collage-choose-words"), *proposals, "", f"<i>{t('collage-made-here')}</i>"]
    return "\n".join(lines)


def details(found: Details, t: Texts) -> str:
    """The certificate of this very picture, one fact a line."""
    draft, certificate = found.draft, found.certificate
    lines = [
        f"<b>{t('collage-details-title')}</b>",
        t("collage-details-photos", count=len(draft.plan.cells)),
        _faces(certificate, t),
        t("collage-details-kept", percent=round(100 * certificate.kept_mean)),
        t("collage-details-stretch"),
    ]
    if draft.twins:
        lines.append(t("collage-details-twins", count=draft.twins))
    if draft.screenshots:
        lines.append(t("collage-details-screenshots", count=draft.screenshots))
    if certificate.no_room:
        lines.append(t("collage-details-room", count=len(certificate.no_room)))
    return "\n".join(lines)


def _faces(certificate: Certificate, t: Texts) -> str:
    if certificate.faces_cut or certificate.faces_lost:
        return t(
            "collage-details-faces-cut",
            count=certificate.faces,
            cut=certificate.faces_cut,
            lost=certificate.faces_lost,
        )
    return t("collage-details-faces", count=certificate.faces)
