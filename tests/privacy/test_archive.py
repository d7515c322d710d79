import hashlib
import io
import json
import zipfile
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.privacy.archive import Archive, Part
from bot.privacy.certificate import Certificate
from bot.privacy.in_words import Answered, answers, settings, you
from bot.privacy.layout import Records, documents, media_of, suffix_of
from bot.privacy.viewer import Shown, page
from bot.texts import LANGUAGES

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def files_in(part: Part) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(part.content)) as opened:
        assert opened.testzip() is None
        return {entry.filename: opened.read(entry) for entry in opened.infolist()}


def build(contents: list[bytes], part_bytes: int) -> list[Part]:
    archive = Archive("pepite-copy", NOON, part_bytes)
    parts = [archive.add(f"media/{i}.jpg", content) for i, content in enumerate(contents)]
    return [*(part for part in parts if part), archive.finish({"media": len(contents)})]


@given(st.lists(st.binary(max_size=400), max_size=12), st.integers(200, 2000))
def test_every_file_lies_in_exactly_the_part_that_the_manifest_names(
    contents: list[bytes], part_bytes: int
) -> None:
    parts = build(contents, part_bytes)
    inside = {part.number: files_in(part) for part in parts}

    manifest = json.loads(inside[parts[-1].number]["pepite-copy/manifest.json"])

    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
    assert [part.is_last for part in parts] == [False] * (len(parts) - 1) + [True]
    assert len(manifest["files"]) == len(contents)
    for listed in manifest["files"]:
        content = inside[listed["part"]][f"pepite-copy/{listed['path']}"]
        assert hashlib.sha256(content).hexdigest() == listed["sha256"]
        assert len(content) == listed["bytes"]


def test_the_same_things_make_the_same_bytes() -> None:
    assert build([b"one", b"two"], 10_000) == build([b"one", b"two"], 10_000)


def test_a_part_stays_under_its_limit_unless_one_file_alone_is_larger() -> None:
    parts = build([bytes(3000)] * 7, 10_000)

    assert len(parts) > 1
    assert all(len(part.content) < 11_500 for part in parts)


def test_what_could_not_be_put_in_is_named_with_its_reason() -> None:
    archive = Archive("pepite-copy", NOON)
    archive.miss("media/2024/a", "gone")

    manifest = json.loads(files_in(archive.finish({}))["pepite-copy/manifest.json"])

    assert manifest["missing"] == {"media/2024/a": "gone"}


def test_a_media_carries_all_that_was_found_in_it_and_a_path_of_ids_only() -> None:
    records: Records = {
        "media": [
            {"id": "b", "taken_on": "2019-06-12", "arrived_at": "2026-01-01", "file": "f1"},
            {"id": "a", "taken_on": None, "arrived_at": "2026-01-01T00:00", "file": None},
        ],
        "places": [{"media": "b", "place": {"name": "../../Lyon"}}],
    }

    found = media_of(records)

    assert [one.stem for one in found] == ["media/2019/b", "media/2026/a"]
    assert found[0].sidecar["places"] == {"place": {"name": "../../Lyon"}}
    assert "file" not in found[0].sidecar
    assert found[1].file is None


def test_no_table_is_ever_left_out_of_the_copy_but_the_keys() -> None:
    records: Records = {
        "people": [{"country": "FR"}],
        "tomorrow": [{"x": 1}],
        "keys": [{}],
        "jobs": [],
    }

    found = documents(records)

    data = {"profile.json", "other/tomorrow.json", "settings/jobs.json", "inferences.json"}
    assert set(found) == data
    assert json.loads(found["profile.json"]) == {"country": "FR"}


def test_a_file_is_named_after_what_it_is() -> None:
    heads = [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n", b"RIFF\0\0\0\0WEBPVP8 ", b"GIF89a"]
    heads += [b"\0\0\0\x18ftypheic", b"\0\0\0\x18ftypisom", b"hello"]

    assert [suffix_of(head) for head in heads] == [
        "jpg",
        "png",
        "webp",
        "gif",
        "heic",
        "mp4",
        "bin",
    ]


def test_the_page_escapes_every_word_and_loads_nothing_from_elsewhere() -> None:
    nasty = "<script>alert(1)</script>"
    shown = Shown("media/a.json", "media/a.jpg", "", (("viewer-place", nasty),))
    for language in LANGUAGES:
        html = page(
            language,
            at=NOON,
            you=[("viewer-you-country", {"country": nasty})],
            answers=[Answered(nasty, "given", "2026", "", None)],
            settings=[("viewer-set-host", {"host": nasty, "count": 1})],
            media=[shown, Shown("media/b.json", None, "viewer-missing-gone")],
            documents=["profile.json"],
        ).decode()

        assert "<script" not in html
        assert html.count("&lt;script&gt;") == 5
        assert "http://" not in html
        assert "https://" not in html
        assert f'<html lang="{language}">' in html


def test_a_certificate_counts_by_table_and_says_what_stays() -> None:
    certificate = Certificate(NOON, {"media": 3, "people": 1, "keys": 1})

    document = json.loads(certificate.document())

    assert document["rows"] == 5
    assert document["rows_by_table"]["media"] == 3
    assert document["stays"][0]["until"] == "2029-11-20"
    assert certificate.count("media", "collages") == 3


def test_the_page_says_in_words_what_the_data_hold_in_codes() -> None:
    records: Records = {
        "people": [{"telegram_id": 7, "country": "FR", "age_band": "16-17", "language": "fr"}],
        "consents": [{"purpose": "places", "state": "withdrawn", "at": "2026-11-21T12:00:00"}],
        "cadences": [{"hour": 9, "times_a_week": 1, "quiet_until": None}],
    }
    told = {
        language: page(
            language,
            at=NOON,
            you=you(records, language),
            answers=answers(records, (), language),
            settings=settings(records, language),
            media=[],
            documents=[],
        ).decode()
        for language in LANGUAGES
    }

    for word in ("France", "16 or 17", "Names of places", "taken back, 21 November 2026", "9:00"):
        assert word in told["en"]
    for word in ("France", "16 ou 17 ans", "Noms des lieux", "retiré, le 21 novembre 2026", "9 h"):
        assert word in told["fr"]
    assert "2026-11-21" not in "".join(told.values())
