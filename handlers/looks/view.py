"""What stands under a look, an imagined picture, a card: its name, its label, the next step."""

from html import escape

from bot.looks.catalogue import Look, Recipe
from bot.looks.drafts import ImaginedDraft
from bot.looks.shareable import Label
from bot.texts import Texts


def names(t: Texts) -> dict[Look, str]:
    return {look: t(f"looks-name-{look}") for look in Look}


def sheet(looks: tuple[Look, ...], t: Texts) -> str:
    """How to choose; and why one look is missing where nobody is seen."""
    lines = [f"<b>{t('looks-sheet-title')}</b>", t("looks-sheet-how")]
    if Look.POP not in looks:
        lines.append(t("looks-sheet-nobody"))
    return "\n".join([*lines, "", f"<i>{t('looks-private')}</i>"])


def styles(t: Texts, *, is_any: bool) -> str:
    """Which picture's style; is_any: whether the page shows some of the gallery's."""
    how = t("looks-style-how") if is_any else t("looks-style-send")
    return f"<b>{t('looks-style-title')}</b>\n{how}"


def look(recipe: Recipe, t: Texts) -> str:
    """The label is part of it: nothing takes it away from a painting."""
    label = label_of(recipe, t)
    name = t(f"looks-name-{recipe.look}")
    return f"<b>{name}</b> · {label}\n\n<i>{t('looks-private')}</i>"


def label_of(recipe: Recipe, t: Texts) -> str:
    return t(f"looks-label-{Label.EDITED if recipe.is_painted else Label.FILTER}")


def imagined(draft: ImaginedDraft, t: Texts) -> str:
    words = escape(draft.prompt)
    label = t(f"looks-label-{Label.AI_IMAGE}")
    return f"{label} · <i>{words}</i>\n\n<i>{t('looks-private')}</i>"


def meanwhile(draft: ImaginedDraft, said: str, t: Texts) -> str:
    """Other words for a while; where a picture is shown, its label stays."""
    if draft.telegram_photo is None:
        return said
    return f"{t(f'looks-label-{Label.AI_IMAGE}')}\n\n{said}"


def card(t: Texts) -> str:
    return f"{t('looks-card-made')}\n\n<i>{t('looks-private')}</i>"
