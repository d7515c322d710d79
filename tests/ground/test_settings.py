"""Settings: defaults need no server, and what is wrong is named without its value."""

from pathlib import Path

import pytest

from bot.errors import OperatorError
from bot.settings import configuration_folder, read_settings


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of whoever runs the tests."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)


def test_the_key_never_lies_in_the_data_folder_by_default() -> None:
    settings = read_settings()
    assert not settings.key_file.is_relative_to(settings.home)
    assert settings.key_file == configuration_folder() / "key"


def test_an_empty_variable_counts_as_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEPITE_BOT_TOKEN", "")
    monkeypatch.setenv("PEPITE_WEB_PORT", "")
    assert read_settings().bot_token is None
    assert read_settings().web_port == 8080


def test_admins_are_numbers_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEPITE_ADMINS", "12, 34,")
    assert read_settings().admins == {12, 34}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PEPITE_WEB_PORT", "a secret"),
        ("PEPITE_TELEGRAM_API", "ftp://a-secret"),
        ("PEPITE_ADMINS", "a-secret"),
    ],
)
def test_a_wrong_setting_is_named_and_its_value_is_not_repeated(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(OperatorError, match=name) as refused:
        read_settings()
    assert value not in str(refused.value)


def test_a_webhook_without_its_secret_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEPITE_WEBHOOK_URL", "https://example.org")
    with pytest.raises(OperatorError, match=r"^PEPITE_WEBHOOK_URL needs PEPITE_WEBHOOK_SECRET$"):
        read_settings()
