"""What a collage's message says: its title, its words, and the figures behind it."""

from collections.abc import Sequence
from html import escape
from math import floor

from bot.collage.draft import Details, Draft
from bot.collage.proposing import Why
from bot.gallery.left_out import Reason as Unfit
from bot.texts import Texts


def caption(draft: Draft, t: Texts) -> str:
    """The chosen words; before that the three proposals, numbered as their buttons."""
    title = [f"<b>{escape(draft.shown_title)}</b>"] if draft.shown_title else []
    joined = [f"<i>{said}</i>" for said in _done(draft, t)]
    if draft.caption is not None:
        return "\n".join([*title, escape(draft.caption), *joined])
    proposals = [
        t("collage-proposal", number=number, text=escape(one.text))
        for number, one in enumerate(draft.proposals, start=1)
    ]
    said = " ".join(word for word in (_why(draft, t), t("collage-made-here")) if word)
    lines = [*title, t("collage-choose-words"), *proposals, "", *joined, f"<i>{said}</i>"]
    return "\n".join(lines)


def _done(draft: Draft, t: Texts) -> list[str]:
    """What came with the last step that a person would not look for."""
    said = []
    if draft.joined:
        said.append(t("collage-joined", count=draft.joined))
    if draft.lost_title:
        words = {"title": escape(draft.title or ""), "lost": escape(draft.lost_title)}
        said.append(t("collage-title-instead", **words))
    if draft.is_moved:
        said.append(t("collage-moved"))
    return said


def entitled(draft: Draft, t: Texts) -> str:
    """That the title is there, and what its picture could not take from it."""
    said = t("collage-title-set")
    return f"{said} {t('collage-title-no-emoji')}" if draft.lacks_emoji else said


def themes(draft: Draft, offered: Sequence[str], t: Texts) -> str:
    """Which one it is in, and why another is proposed, or this one was."""
    proposed, name = draft.decision.proposed, t(f"collage-theme-{draft.plan.theme}")
    if proposed is None or proposed.theme not in {*offered, draft.plan.theme}:
        return t("collage-ask-theme", name=name)
    why = t(f"collage-theme-why-{proposed.why}")
    is_this = proposed.theme == draft.plan.theme
    return t(f"collage-ask-theme-{'this' if is_this else 'proposed'}", name=name, why=why)


def _why(draft: Draft, t: Texts) -> str | None:
    """What spoke for the theme that was proposed; a mosaic needs no reason."""
    proposed = draft.decision.proposed
    if proposed is None or proposed.theme != draft.plan.theme or proposed.why is Why.MIXED:
        return None
    return t(f"collage-theme-why-{proposed.why}")


def details(found: Details, t: Texts) -> str:
    """The certificate of this very picture, one fact a line."""
    draft, certificate = found.draft, found.certificate
    lines = [
        f"<b>{t('collage-details-title')}</b>",
        _theme(draft, t),
        t("collage-details-photos", count=len(draft.plan.cells)),
        _faces(found, t),
        t("collage-details-kept", percent=_percent(certificate.kept_mean)),
        t("collage-details-crop", percent=_percent(certificate.crop_loss)),
        *([] if certificate.is_stretched else [t("collage-details-stretch")]),
        t("collage-details-fill", percent=_percent(min(1.0, certificate.fill))),
    ]
    if certificate.title_contrast:
        ratio = floor(10 * certificate.title_contrast) / 10
        lines.append(t("collage-details-contrast", ratio=ratio))
    return "\n".join([*lines, *_left_out(found, t)])


def _theme(draft: Draft, t: Texts) -> str:
    proposed, name = draft.decision.proposed, t(f"collage-theme-{draft.plan.theme}")
    if proposed is None or proposed.theme != draft.plan.theme:
        return t("collage-details-theme", name=name)
    why = t(f"collage-theme-why-{proposed.why}")
    return t("collage-details-theme-proposed", name=name, why=why)


def _left_out(found: Details, t: Texts) -> list[str]:
    """What is not on the page, reason by reason."""
    draft = found.draft
    counts = {
        "twin": draft.twins,
        "dropped": len(draft.decision.dropped),
        "room": len(found.certificate.no_room),
        **{str(reason): count for reason, count in sorted(found.unfit.items())},
    }
    if found.unfit.get(Unfit.TWIN):
        counts["twin"] = draft.twins + found.unfit[Unfit.TWIN]
    return [
        t(f"collage-details-out-{reason}", count=count)
        for reason, count in counts.items()
        if count
    ]


def _percent(share: float) -> int:
    return round(100 * share)


def _faces(found: Details, t: Texts) -> str:
    certificate = found.certificate
    if certificate.faces_cut or certificate.faces_lost:
        return t(
            "collage-details-faces-cut",
            count=certificate.faces,
            cut=certificate.faces_cut,
            lost=certificate.faces_lost,
        )
    if not (certificate.faces or found.are_faces_sought):
        return t("collage-details-no-faces")
    return t("collage-details-faces", count=certificate.faces)
