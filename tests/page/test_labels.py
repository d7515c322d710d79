"""Every label of the page exists in both languages, and its colours can be read."""

import json
import re
from pathlib import Path

import pytest

import bot.sandbox

PAGE = Path(bot.sandbox.__file__).parent / "page"
BUILT_FROM_PARTS = re.compile(r"^(fault.+|typing|upload_.+|kind[A-Z].+|theme[A-Z].+)$")
READABLE = 4.5  # WCAG AA for text of normal size

TEXT_ON_GROUND = [
    ("ink", "paper"),
    ("ink", "panel"),
    ("ink", "theirs"),
    ("ink-soft", "panel"),
    ("ink-soft", "paper"),
    ("ink-soft", "theirs"),
    ("accent", "panel"),
    ("accent", "accent-wash"),
    ("accent", "button"),
    ("accent-ink", "accent"),
    ("mine-ink", "mine"),
    ("mine-soft", "mine"),
    ("on-strong", "success"),
    ("on-strong", "danger"),
    ("danger-ink", "theirs"),
]


def strings(language: str) -> dict[str, str]:
    table: dict[str, str] = json.loads((PAGE / f"strings.{language}.json").read_text("utf-8"))
    return table


def sources(pattern: str) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(PAGE.glob(pattern)))


def test_both_languages_have_the_same_labels_with_the_same_gaps() -> None:
    french, english = strings("fr"), strings("en")
    assert french.keys() == english.keys()
    for label, text in english.items():
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", french[label])), (
            label
        )


def test_every_label_that_is_used_exists_and_every_one_is_used() -> None:
    code, html = sources("*.js"), sources("*.html")
    used = set(re.findall(r'\bt\("(\w+)"', code))
    used |= set(re.findall(r'data-(?:t|label|placeholder)="(\w+)"', html))
    assert used <= strings("en").keys()

    for label in strings("en"):
        quoted = f'"{label}"' in code
        assert label in used or quoted or BUILT_FROM_PARTS.match(label), f"{label} is never shown"


def test_french_marks_keep_their_unbreakable_space() -> None:
    for label, text in strings("fr").items():
        assert not re.search(r" [:;!?»]|« ", text), f"{label}: {text}"
        assert "'" not in text, f"{label}: {text}"


def test_nothing_is_written_inside_the_page_that_its_policy_forbids() -> None:
    html = sources("*.html")
    assert not re.search(r"\sstyle=|\son\w+=|<style|https?://", html)
    assert 'setAttribute("style"' not in sources("*.js")
    assert "https://" not in sources("*.css")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_can_be_read_on_its_ground(theme: str) -> None:
    colours = palette(theme)
    for text, ground in TEXT_ON_GROUND:
        ratio = contrast(colours[text], colours[ground])
        assert ratio >= READABLE, f"{text} on {ground}: {ratio:.2f}"


def test_night_is_the_same_by_choice_and_by_the_system() -> None:
    blocks = re.findall(r"color-scheme: dark;(.*?)\}", sources("palette.css"), re.DOTALL)
    chosen, by_system = (re.sub(r"\s+", " ", block) for block in blocks)
    assert chosen == by_system


def palette(theme: str) -> dict[str, str]:
    """The colours by their names; night only says what differs from day."""
    colours: dict[str, str] = {}
    for each in ("light", theme):
        block = re.findall(rf"color-scheme: {each};(.*?)\}}", sources("palette.css"), re.DOTALL)[0]
        colours |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    return colours


def contrast(one: str, other: str) -> float:
    """How far apart two colours are in light, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(level: float) -> float:
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4
