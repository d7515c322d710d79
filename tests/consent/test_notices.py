"""The notices: published once, the same in both languages, short, and even-handed."""

import re
import shutil
from pathlib import Path

import pytest

from bot.consent.notices import BY_OK, BY_SILENCE, FOLDER, Notices, Operator
from bot.consent.regions import Regime
from bot.errors import OperatorError
from bot.texts import LANGUAGES, Language
from storage.personal_data import Purpose

SAMPLE: dict[str, str | int] = {"most": 2, "quiet": "21 h et 9 h"}
TEXT_LIMIT = 500
HOLE = re.compile(r"\{(\w+)\}")
ASKED = [
    Purpose.SUGGEST_ANALYSE, Purpose.SUGGEST_EXTERNAL_AI, Purpose.INFORM_LAUNCH,
    Purpose.NUDGE_MEMORIES, Purpose.IMPROVE_CHOICES,
]  # fmt: skip


INFORMING = {True: BY_OK, False: BY_SILENCE}
EUROPE = Regime.EU_LI
CHOICES = Purpose.IMPROVE_CHOICES


@pytest.fixture(scope="module")
def notices() -> Notices:
    return Notices.read(Operator(None, "lou@example.org"), recipient="ai.example.org")


@pytest.fixture(params=[True, False], ids=["by OK", "by silence"])
def informing(request: pytest.FixtureRequest) -> Notices:
    """Both texts of who is told rather than asked."""
    return Notices.read(Operator(None, "lou@example.org"), needs_ok=request.param)


def test_47_every_notice_that_is_published_is_judged_here(notices: Notices) -> None:
    """Abuse case 47 holds for all of them, the two that only inform included."""
    published = {path.parent.parent.name for path in FOLDER.glob("*/*/en.md")}
    assert published == {str(purpose) for purpose in ASKED} | set(INFORMING.values())
    assert all(notices.current(purpose) for purpose in ASKED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_47_the_european_notice_is_short_and_even_handed(
    informing: Notices, language: Language
) -> None:
    shown = informing.show(CHOICES, language, EUROPE, date="30 septembre 2026")
    assert len(shown.text) <= TEXT_LIMIT
    assert not HOLE.search(shown.text + shown.details)
    assert "/object" in shown.text
    assert "30 septembre 2026" in shown.text
    assert 0.5 <= len(shown.yes) / len(shown.no) <= 2
    assert re.fullmatch(r"[\w ,’.-]+", shown.yes + shown.no)


def test_47_the_european_notice_says_the_same_in_both_languages(informing: Notices) -> None:
    notice = informing.current(CHOICES, EUROPE)
    assert notice
    english, french = (notice.wordings[language] for language in LANGUAGES)
    for part in ("text", "details"):
        holes = [sorted(HOLE.findall(getattr(one, part))) for one in (english, french)]
        assert holes[0] == holes[1]
    assert english.details.count("•") == french.details.count("•")


def test_only_the_text_that_is_true_here_is_current() -> None:
    for needs_ok, name in INFORMING.items():
        notice = Notices.read(Operator(None), needs_ok=needs_ok).current(CHOICES, EUROPE)
        assert notice
        assert notice.name == name
    by_ok = Notices.read(Operator(None)).show(CHOICES, "en", EUROPE, date="1 May").text
    assert "with no answer, nothing is used" in by_ok


def test_a_yes_to_a_question_is_no_ok_to_a_notice(notices: Notices) -> None:
    assert not notices.is_outdated(CHOICES, "improve.choices/1.0")
    assert notices.is_outdated(CHOICES, "improve.choices/1.0", EUROPE)
    assert notices.is_outdated(CHOICES, f"{BY_SILENCE}/1.0", EUROPE)
    assert not notices.is_outdated(CHOICES, f"{BY_OK}/1.0", EUROPE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("purpose", ASKED)
def test_a_notice_is_short_and_leaves_no_hole(
    notices: Notices, purpose: Purpose, language: Language
) -> None:
    shown = notices.show(purpose, language, None, **SAMPLE)
    assert len(shown.text) <= TEXT_LIMIT
    assert not HOLE.search(shown.text + shown.details)
    begins = {Purpose.NUDGE_MEMORIES, Purpose.IMPROVE_CHOICES}  # with the question
    assert shown.text.endswith("?") or (purpose in begins and "?" in shown.text)


@pytest.mark.parametrize("purpose", ASKED)
def test_both_languages_have_the_same_facts(notices: Notices, purpose: Purpose) -> None:
    notice = notices.current(purpose)
    assert notice
    english, french = (notice.wordings[language] for language in LANGUAGES)
    assert sorted(HOLE.findall(english.text)) == sorted(HOLE.findall(french.text))
    assert sorted(HOLE.findall(english.details)) == sorted(HOLE.findall(french.details))
    assert english.details.count("•") == french.details.count("•")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("purpose", ASKED)
def test_yes_and_no_weigh_the_same(notices: Notices, purpose: Purpose, language: Language) -> None:
    """Abuse case 47: label lengths within a factor of two, no sign on one of them only."""
    shown = notices.show(purpose, language, None, **SAMPLE)
    assert 0.5 <= len(shown.yes) / len(shown.no) <= 2
    assert re.fullmatch(r"[\w ,’.-]+", shown.yes + shown.no)
    assert not re.search(r"later|plus tard", shown.no, re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_names_the_command_where_everything_else_is_said(language: Language) -> None:
    shown = Notices.read(Operator("Lou")).show(Purpose.SUGGEST_ANALYSE, language)
    assert "http" not in shown.text + shown.details
    assert "/privacy" in shown.details


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "notices"))


def test_a_published_text_that_changed_stops_the_start(folder: Path) -> None:
    file = folder / "suggest.analyse" / "1.0" / "fr.md"
    file.write_text(file.read_text() + " ")
    with pytest.raises(OperatorError, match=r"suggest\.analyse/1\.0/fr\.md changed"):
        Notices.read(Operator("Lou"), folder)


def test_a_text_that_is_missing_or_was_never_published_stops_the_start(folder: Path) -> None:
    (folder / "suggest.analyse" / "3.0").mkdir()
    (folder / "suggest.analyse" / "3.0" / "en.md").write_text("More\n---\nYes\nNo\n---\nAll")
    with pytest.raises(OperatorError, match="disagree"):
        Notices.read(Operator("Lou"), folder)
    shutil.rmtree(folder / "suggest.analyse" / "3.0")
    (folder / "nudge.memories" / "1.0" / "en.md").unlink()
    with pytest.raises(OperatorError, match="disagree"):
        Notices.read(Operator("Lou"), folder)


@pytest.mark.parametrize(
    ("agreed_to", "outdated"),
    [
        ("suggest.analyse/2.0", False),
        ("suggest.analyse/2.7", False),
        ("suggest.analyse/1.0", True),
    ],
)
def test_only_another_major_version_ends_what_was_agreed(
    notices: Notices, agreed_to: str, *, outdated: bool
) -> None:
    assert notices.is_outdated(Purpose.SUGGEST_ANALYSE, agreed_to) is outdated


EXTERNAL = Purpose.SUGGEST_EXTERNAL_AI


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_question_about_an_endpoint_names_its_host(
    notices: Notices, language: Language
) -> None:
    shown = notices.show(EXTERNAL, language)
    assert "ai.example.org" in shown.text
    assert "ai.example.org" in shown.details


def test_a_yes_to_one_host_is_none_to_another(notices: Notices) -> None:
    agreed = notices.current(EXTERNAL)
    moved = Notices.read(Operator("Lou"), recipient="other.example.org")
    assert agreed
    assert not notices.is_outdated(EXTERNAL, agreed.id)
    assert moved.is_outdated(EXTERNAL, agreed.id)
    assert moved.of(agreed.id)  # its receipt can still show the text


def test_without_an_endpoint_there_is_nothing_to_ask() -> None:
    without = Notices.read(Operator("Lou"))
    assert without.current(EXTERNAL) is None
    assert without.unavailable == {EXTERNAL}
