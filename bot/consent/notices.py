"""The notices: texts shown before a choice, versioned, hashed, never changed once published.

`notices/<name>/<major.minor>/{en,fr}.md` holds three parts between `---` lines: the text, the
two labels (yes, then no), the details. The name is the purpose; a regime's own text about a
purpose has a name of its own. `SHA256SUMS` beside them lists what is published: to
publish a version, add its folder and, inside `notices/`, run `sha256sum */*/*.md > SHA256SUMS`.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from bot.consent.regions import Regime
from bot.errors import OperatorError
from bot.texts import LANGUAGES, Language
from storage.personal_data import Purpose

FOLDER: Final = Path(__file__).with_name("notices")
SUMS: Final = "SHA256SUMS"
PART: Final = "\n---\n"
NAMES_RECIPIENT: Final = Purpose.SUGGEST_EXTERNAL_AI
COMMAND: Final = "/privacy"  # where everything else is said
PAGES: Final = "/notices/"  # the exact texts, under the public address

# Under a legitimate interest it is no question: a notice, open to objection at any time.
BY_OK: Final = "improve.choices.eu"  # no answer, no use
BY_SILENCE: Final = "improve.choices.eu.silence"  # only where the platform needs no OK
INFORMING: Final[Mapping[str, Purpose]] = {
    BY_OK: Purpose.IMPROVE_CHOICES,
    BY_SILENCE: Purpose.IMPROVE_CHOICES,
}

UNNAMED: Final[Mapping[Language, str]] = {
    "en": "the person who runs this bot",
    "fr": "la personne qui gère ce robot",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """One language of one notice, as published; `{names}` wait for their facts."""

    text: str
    yes: str
    no: str
    details: str
    sha256: str
    published: bytes


@dataclass(frozen=True, slots=True)
class Notice:
    """A question about one purpose; a new major version asks everybody again.

    name: the purpose's own, or that of a regime's text about it.
    recipient: the host that it names; the version then carries a hash of it, so that a yes to
    one host is none to another.
    """

    name: str
    purpose: Purpose
    version: str
    wordings: Mapping[Language, Wording]
    recipient: str | None = None

    @property
    def id(self) -> str:
        return f"{self.name}/{self.version}"

    @property
    def informs(self) -> bool:
        """It puts no question: it says what is planned, and can be objected to."""
        return self.name in INFORMING

    @property
    def stamp(self) -> str:
        """What a button under it carries, so that a yes to one text is none to another."""
        own = self.name.removeprefix(self.purpose).strip(".")
        return f"{own}-{self.version}" if own else self.version

    def naming(self, recipient: str) -> "Notice":
        """The same, about one host: "1.0-3fa9c2d1"."""
        tag = hashlib.sha256(recipient.encode()).hexdigest()[:8]
        return replace(self, version=f"{self.version}-{tag}", recipient=recipient)


@dataclass(frozen=True, slots=True)
class Shown:
    """A notice filled in for one person, in their language."""

    notice: Notice
    language: Language
    text: str
    yes: str
    no: str
    details: str


@dataclass(frozen=True, slots=True)
class Operator:
    """Who answers for this bot: what every notice must name."""

    name: str | None
    contact: str | None = None
    public_url: str | None = None

    def named(self, language: Language) -> str:
        return self.name or UNNAMED[language]

    def facts(self, language: Language) -> Mapping[str, str]:
        contact = self.contact or COMMAND
        return {"operator": self.named(language), "contact": contact, "where": COMMAND}


class Notices:
    """The current notice of each purpose, and every one that was published before it."""

    def __init__(
        self, notices: Mapping[str, Notice], operator: Operator, every: Mapping[str, Notice]
    ) -> None:
        self._notices = notices
        self._every = every
        self.operator = operator

    @classmethod
    def read(
        cls,
        operator: Operator,
        folder: Path = FOLDER,
        *,
        recipient: str | None = None,
        needs_ok: bool = True,
    ) -> "Notices":
        """Raises OperatorError when a published text changed, is missing, or is not listed.

        recipient: the endpoint's host; without one its question is never put.
        needs_ok: whether the platform wants an OK where a legitimate interest would do.
        """
        sums = _published(folder)
        found: dict[str, Notice] = {}
        every: dict[str, Notice] = {}
        for name in sorted({line.rsplit("/", 1)[0] for line in sums}, key=_order):
            about, version = name.split("/")
            wordings = {lang: _wording(folder / name / f"{lang}.md") for lang in LANGUAGES}
            purpose = INFORMING.get(about) or Purpose(about)
            found[about] = every[name] = Notice(about, purpose, version, wordings)
        found.pop(BY_SILENCE if needs_ok else BY_OK, None)
        about_host = found.pop(NAMES_RECIPIENT, None)
        if about_host is not None and recipient is not None:
            named = about_host.naming(recipient)
            found[NAMES_RECIPIENT] = every[named.id] = named
        return cls(found, operator, every)

    @property
    def unavailable(self) -> frozenset[Purpose]:
        """What nobody can be asked here, because nobody would receive anything."""
        return frozenset({NAMES_RECIPIENT} - self._notices.keys())

    def current(self, purpose: Purpose, regime: Regime | None = None) -> Notice | None:
        """The text about a purpose where this regime holds."""
        if regime is Regime.EU_LI and purpose is Purpose.IMPROVE_CHOICES:
            return self._notices.get(BY_OK) or self._notices.get(BY_SILENCE)
        return self._notices.get(purpose)

    def of(self, notice_id: str | None) -> Notice | None:
        """A notice by its id, whether or not it is still the current one."""
        asked = notice_id or ""
        return self._every.get(asked) or self._every.get(asked.split("-")[0])

    def show(
        self,
        purpose: Purpose,
        language: Language,
        regime: Regime | None = None,
        **facts: str | int,
    ) -> Shown:
        """The current notice filled in; `facts` are what it names beyond the operator.

        Raises KeyError where there is none.
        """
        notice = self.current(purpose, regime)
        if notice is None:
            raise KeyError(purpose)
        wording = notice.wordings[language]
        known = {**self.operator.facts(language), "host": notice.recipient or "", **facts}
        text, details = wording.text.format_map(known), wording.details.format_map(known)
        return Shown(notice, language, text, wording.yes, wording.no, details)

    def is_outdated(
        self, purpose: Purpose, notice_id: str | None, regime: Regime | None = None
    ) -> bool:
        """Whether what was agreed to is another thing now: a major version, a host, a regime."""
        current = self.current(purpose, regime)
        if current is None or notice_id is None:
            return False
        return _substance(notice_id) != _substance(current.id)


def _published(folder: Path) -> Mapping[str, str]:
    lines = [line.split() for line in (folder / SUMS).read_text().splitlines() if line]
    sums = {name: digest for digest, name in lines}
    there = {path.relative_to(folder).as_posix() for path in folder.glob("*/*/*.md")}
    if there != set(sums):
        odd = ", ".join(sorted(there ^ set(sums)))
        raise OperatorError(f"Notices and their list of hashes disagree about {odd}.")
    for name, digest in sums.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise OperatorError(f"The published notice {name} changed: write a new version.")
    return sums


def _wording(path: Path) -> Wording:
    content = path.read_bytes()
    text, labels, details = (part.strip() for part in content.decode().split(PART))
    yes, no = labels.splitlines()
    return Wording(text, yes, no, details, hashlib.sha256(content).hexdigest(), content)


def _order(name: str) -> tuple[str, list[int]]:
    purpose, version = name.split("/")
    return purpose, [int(part) for part in version.split(".")]


def _substance(notice_id: str) -> tuple[str, str, str]:
    """The name, the major version, and the hash of the host that it names, if it names one."""
    name, _, whole = notice_id.rpartition("/")
    version, _, host = whole.partition("-")
    return name, version.split(".", maxsplit=1)[0], host
