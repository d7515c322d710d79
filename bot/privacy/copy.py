"""A person's copy as it is put together: media with their sidecars, data, pages, manifest."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from bot.consent.receipts import Dossier
from bot.privacy.archive import VIEWERS, Archive, Part, to_json
from bot.privacy.in_words import answers, settings, you
from bot.privacy.layout import MediaCopy, Records, documents, media_of, suffix_of
from bot.privacy.proof import proof_zip, receipt_files, receipt_path
from bot.privacy.viewer import Shown, facts_of, page
from bot.texts import LANGUAGES, Language

MISSING_GONE: Final = "viewer-missing-gone"
MISSING_LARGE: Final = "viewer-missing-large"
MISSING_WAITING: Final = "viewer-missing-waiting"
MISSING_FORGOTTEN: Final = "viewer-missing-forgotten"


class PersonCopy:
    """Feed it every media in order, then finish; it gives parts back as they fill up."""

    def __init__(self, records: Records, at: datetime, dossier: Dossier | None = None) -> None:
        self._records = records
        self._dossier = dossier
        self._at = at
        self._archive = Archive(f"pepite-copy-{at:%Y%m%d-%H%M%S}", at)
        self._paths: dict[str, tuple[str | None, str]] = {}
        self.media = media_of(records)

    def put(self, media: MediaCopy, content: bytes | str) -> Part | None:
        """Add a media's file, or the reason for which there is none, and its sidecar."""
        sidecar = self._archive.add(f"{media.stem}.json", to_json(media.sidecar))
        if isinstance(content, str):
            self._archive.miss(media.stem, content)
            self._paths[media.id] = (None, content)
            return sidecar
        path = f"{media.stem}.{suffix_of(content)}"
        self._paths[media.id] = (path, "")
        return self._archive.add(path, content) or sidecar

    def put_beside(self, media: MediaCopy, what: str, content: bytes) -> Part | None:
        """Add a further file of a media, as its spoken note."""
        return self._archive.add(f"{media.stem}-{what}.{suffix_of(content)}", content)

    def finish(self) -> Iterator[Part]:
        """What is still open, then the last part with the pages and the manifest."""
        files = documents(self._records) | self._proofs()
        pages = {VIEWERS[language]: self._page(language, files) for language in LANGUAGES}
        for path, content in (files | pages).items():
            if full := self._archive.add(path, content):
                yield full
        yield self._archive.finish({table: len(rows) for table, rows in self._records.items()})

    def _proofs(self) -> dict[str, bytes]:
        """The receipts one by one to read, and all of it in one file to check."""
        if self._dossier is None or not self._dossier.receipts:
            return {}
        found = {**receipt_files(self._dossier), "proof.zip": proof_zip(self._dossier, self._at)}
        return {f"consents/{path}": content for path, content in found.items()}

    def _page(self, language: Language, files: dict[str, bytes]) -> bytes:
        receipts = self._dossier.receipts if self._dossier else ()
        paths = [(f"consents/{receipt_path(made)}", made) for made in receipts]
        return page(
            language,
            at=self._at,
            you=you(self._records, language),
            answers=answers(self._records, paths, language),
            settings=settings(self._records, language),
            media=[self._shown(media, language) for media in self.media],
            documents=sorted(files),
        )

    def _shown(self, media: MediaCopy, language: Language) -> Shown:
        path, missing = self._paths[media.id]
        return Shown(f"{media.stem}.json", path, missing, facts_of(media.sidecar, language))
