"""What the assistant says: the question as it was understood, and what answers it."""

from collections.abc import Sequence
from html import escape

from bot.assistant.heard import Changed, Found
from bot.assistant.request import Part, Reading
from bot.collage.edits import Change
from bot.texts import Texts
from handlers.assistant import buttons
from handlers.screen import Screen
from handlers.understood import understood

LONGEST_LABEL = 40


def found(answer: Found, t: Texts, country: str | None) -> Screen:
    """What was understood and how much there is; without any, what would be near."""
    what = escape(understood(answer.reading.query, t, country))
    if answer.count:
        text = t("assistant-found", what=what, count=answer.count)
        return Screen(text, buttons.found_keyboard(answer, t))
    lines = [t("assistant-nothing", what=what)]
    if Part.WORDS in answer.reading.query.parts:
        lines.append(t("assistant-nothing-words"))
    if answer.near:
        lines.append(t("assistant-near"))
    return Screen("\n".join(lines), buttons.near_keyboard(answer, t))


def which(choices: Sequence[Found], t: Texts, country: str | None) -> Screen:
    """Two readings are near: the person says which."""
    labelled = [(one, _label(one, t, country)) for one in choices]
    return Screen(t("assistant-which"), buttons.choices_keyboard(labelled))


def wider(choices: Sequence[Found], t: Texts, country: str | None) -> Screen:
    """Not what was meant: the same with one part less, or said anew."""
    labelled = [(one, _label(one, t, country)) for one in choices]
    return Screen(t("assistant-wrong"), buttons.choices_keyboard(labelled) if choices else None)


def too_few(answer: Found, t: Texts, country: str | None) -> Screen:
    """A collage of one is a photo."""
    what = escape(understood(answer.reading.query, t, country))
    keyboard_of = buttons.found_keyboard if answer.count else buttons.near_keyboard
    keyboard = keyboard_of(answer, t)
    return Screen(t("assistant-too-few", what=what, count=answer.count), keyboard)


def making(answer: Found, t: Texts, country: str | None) -> str:
    what = escape(understood(answer.reading.query, t, country))
    return t("assistant-making", what=what, count=answer.for_collage)


def filming(answer: Found, count: int, t: Texts, country: str | None) -> str:
    """count: of what it is cut from; the film itself says what is in it."""
    if answer.reading.query.is_latest:
        return t("film-begun")
    what = escape(understood(answer.reading.query, t, country))
    return t("assistant-filming", what=what, count=count)


def changed(reading: Reading, done: Changed, t: Texts) -> str:
    """What was done, in the person's own words where they gave some; and what came with it."""
    is_proposed = reading.change is Change.TITLE_SUGGESTED
    said = [_proposed(done, t) if is_proposed else _changed(reading, done, t)]
    if done.joined:
        said.append(t("collage-joined", count=done.joined))
    if done.is_moved:
        said.append(t("collage-moved"))
    return " ".join(said)


def _proposed(done: Changed, t: Texts) -> str:
    """Its title, and that the person's own can be had back."""
    title, lost = escape(done.title or ""), escape(done.lost_title or "")
    said = "collage-title-instead" if lost else "collage-title-proposed"
    return t(said, title=title, lost=lost)


def _changed(reading: Reading, done: Changed, t: Texts) -> str:
    if reading.title is not None:
        said = t("assistant-changed-own-title", title=escape(" ".join(reading.title.split())))
        return f"{said} {t('collage-title-no-emoji')}" if done.lacks_emoji else said
    if reading.caption is not None:
        return t("assistant-changed-caption")
    if reading.change is Change.THEME:
        return t("assistant-changed-theme", name=t(f"collage-theme-{done.theme}"))
    if reading.look is not None:
        return t("assistant-changed-look", name=t(f"looks-name-{reading.look}"))
    return t(f"assistant-changed-{reading.change}", count=len(reading.photos))


def _label(answer: Found, t: Texts, country: str | None) -> str:
    """A button says what it means and how much it finds, as far as it fits."""
    count = f" · {answer.count}"
    words = understood(answer.reading.query, t, country)
    room = LONGEST_LABEL - len(count)
    return (words if len(words) <= room else f"{words[: room - 1].rstrip()}…") + count
