"""Every setting, typed and explained: PEPITE_… variables or a .env file beside the bot."""

import os
from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import OperatorError

LOOPBACK: Final = "127.0.0.1"


def configuration_folder() -> Path:
    """Where a person's programs keep their settings (XDG), outside any data folder."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "pepite"


def data_folder() -> Path:
    """Where a person's programs keep their data (XDG)."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "pepite"


class Settings(BaseSettings):
    """Defaults need no server but Telegram's; an empty variable counts as absent."""

    model_config = SettingsConfigDict(
        env_prefix="PEPITE_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    bot_token: SecretStr | None = Field(None, description="from @BotFather")
    telegram_api: str = Field(
        "https://api.telegram.org", description="a Bot API server: Telegram's, or your own"
    )
    telegram_local: bool = Field(
        default=False, description="that server runs with --local on this machine: files to 2 GB"
    )
    home: Path = Field(default_factory=data_folder, description="the data folder")
    key_file: Path = Field(
        default_factory=lambda: configuration_folder() / "key",
        description="what opens the data; never inside the data folder",
    )
    database_url: str | None = Field(None, description="SQLite in the data folder by default")
    files_url: str | None = Field(None, description="a folder in the data folder by default")
    operator: str | None = Field(None, description="named in every notice")
    contact: str | None = Field(None, description="where people can write to the operator")
    public_url: str | None = Field(None, description="https address of the pages for people")
    regions_file: str = Field("open", description="a preset (open, rollout-2025) or a TOML file")
    ai_url: str | None = Field(None, description="an OpenAI-compatible endpoint, up to /v1")
    ai_key: SecretStr | None = Field(None, description="its key, where it wants one")
    ai_model: str = Field("default", description="the model that chats, sees and rewrites")
    ai_image_model: str | None = Field(None, description="the model that paints, if any")
    webhook_url: str | None = Field(None, description="https address; polling without it")
    webhook_secret: SecretStr | None = Field(None, description="required with a webhook")
    web_port: int = Field(8080, ge=0, le=65535, description="where webhook, health, pages are")
    admins: Annotated[frozenset[int], NoDecode] = Field(
        frozenset(),
        description="Telegram ids of the operators, who may use /admin",
    )

    @field_validator("admins", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        return (
            frozenset(filter(None, value.replace(" ", "").split(",")))
            if isinstance(value, str)
            else value
        )

    @field_validator("admins")
    @classmethod
    def _of_people(cls, ids: frozenset[int]) -> frozenset[int]:
        if any(one <= 0 for one in ids):
            raise ValueError("must be ids of people: numbers above 0")
        return ids

    @field_validator("telegram_api", "public_url", "webhook_url")
    @classmethod
    def _bare_address(cls, value: str | None) -> str | None:
        if value and not value.startswith(("http://", "https://")):
            raise ValueError("must start with http:// or https://")
        return value.rstrip("/") if value else value

    @model_validator(mode="after")
    def _webhook_needs_its_secret(self) -> Self:
        if self.webhook_url and not self.webhook_secret:
            raise ValueError("PEPITE_WEBHOOK_URL needs PEPITE_WEBHOOK_SECRET")
        return self

    @property
    def token(self) -> str:
        """The bot's token; raises OperatorError without one."""
        if self.bot_token is None:
            raise OperatorError("PEPITE_BOT_TOKEN is missing: @BotFather gives one, with /newbot.")
        return self.bot_token.get_secret_value()

    @property
    def web_host(self) -> str | None:
        """Where pages and webhook listen: everywhere, unless their address is this machine."""
        return LOOPBACK if LOOPBACK in (self.public_url or "") else None

    @property
    def database(self) -> str:
        """The database's address: SQLite in the data folder unless told otherwise."""
        return self.database_url or f"sqlite:///{self.home.resolve() / 'pepite.sqlite3'}"

    @property
    def files(self) -> str:
        """The files' address: a folder in the data folder unless told otherwise."""
        return self.files_url or (self.home.resolve() / "files").as_uri()


def read_settings(**overrides: object) -> Settings:
    """The settings of this process; raises OperatorError naming what is wrong, never its value."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]  # tests and the demo override a few
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = "PEPITE_" + str(first["loc"][0]).upper() if first["loc"] else ""
        said = first["msg"].removeprefix("Value error, ")
        raise OperatorError(f"{name} {said}".strip()) from None
