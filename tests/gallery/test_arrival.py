"""What is known before a picture is opened, and what its camera or scanner adds."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.gallery.answers import Part
from bot.gallery.arrival import facts_on_arrival, said_meanwhile, with_camera
from bot.gallery.facts import Before, Facts, Precision, Source, TakenAt
from bot.gallery.scanners import is_scanner
from storage.gallery import MediaKind

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
BY_CAMERA = TakenAt(date(2020, 1, 2), source=Source.EXIF, time=time(10))
IN_1985 = TakenAt(date(1985, 1, 1), Precision.YEAR, Source.TYPED, is_guess=True)
NAMED = TakenAt(date(2019, 8, 12), source=Source.FILE_NAME)


def arrived(
    *, name: str | None = None, caption: str | None = None, sent_at: datetime | None = None
) -> Facts:
    part = Part(
        1, 2, MediaKind.PHOTO, "file", name=name, caption=caption, forwarded_from_at=sent_at
    )
    return facts_on_arrival(part, NOW, zone="Europe/Paris", country="FR")


def test_a_forwarded_picture_was_taken_about_the_day_it_was_sent() -> None:
    sent_at = NOW - timedelta(days=300)
    taken = arrived(sent_at=sent_at).taken
    assert taken == TakenAt(sent_at.date(), source=Source.FORWARD, is_guess=True)
    late = arrived(sent_at=sent_at.replace(hour=23, minute=30)).taken
    assert late == TakenAt(
        sent_at.date() + timedelta(days=1), source=Source.FORWARD, is_guess=True
    )


def test_a_caption_that_is_a_date_wins_and_another_is_a_note() -> None:
    facts = arrived(name="IMG_20190812_143000.jpg", caption="vers 1985")
    assert (facts.taken, facts.note) == (IN_1985, None)
    assert arrived(caption="Chez Mamie").note == "Chez Mamie"


def test_a_scan_that_was_forwarded_keeps_no_day() -> None:
    facts = arrived(name="scan_0001.jpg", sent_at=NOW - timedelta(days=9))
    assert facts == Facts(is_scan=True)


@pytest.mark.parametrize(
    ("known", "camera", "expected"),
    [
        (None, BY_CAMERA, BY_CAMERA),
        (NAMED, BY_CAMERA, BY_CAMERA),
        (IN_1985, BY_CAMERA, IN_1985),
        (TakenAt(date(2021, 1, 1), source=Source.TAKEOUT), BY_CAMERA, BY_CAMERA),
        (NAMED, TakenAt(date(2022, 1, 1), source=Source.EXIF, is_guess=True), NAMED),
        (NAMED, None, NAMED),
        (NAMED, TakenAt(date(2027, 1, 1), source=Source.EXIF), NAMED),
        (None, TakenAt(date(2027, 1, 1), source=Source.EXIF), None),
    ],
)
def test_who_is_believed(
    known: TakenAt | None, camera: TakenAt | None, expected: TakenAt | None
) -> None:
    assert with_camera(Facts(taken=known), camera, latest=NOW.date()).taken == expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (None, None),
        (NAMED, None),
        (IN_1985, IN_1985),
        (TakenAt(BY_CAMERA.first, source=Source.TAKEOUT), None),
        (TakenAt(BY_CAMERA.first + timedelta(days=1), source=Source.TAKEOUT), None),  # midnight
        (TakenAt(date(1990, 6, 1), source=Source.TAKEOUT),) * 2,
    ],
)
def test_a_scanners_day_is_never_taken_for_the_memorys(
    known: TakenAt | None, expected: TakenAt | None
) -> None:
    facts = with_camera(Facts(taken=known), BY_CAMERA, is_scan=True)
    assert facts == Facts(taken=expected, is_scan=True)


def test_what_was_said_while_it_was_read_is_kept_and_can_be_taken_back() -> None:
    read = Facts(taken=BY_CAMERA)
    noted = Facts(taken=IN_1985, note="chez nous", before=Before(NOW))
    both = said_meanwhile(noted, read)
    assert (both.taken, both.note) == (IN_1985, "chez nous")
    assert both.before == Before(NOW, BY_CAMERA)
    assert said_meanwhile(Facts(taken=NAMED), read) == read


@pytest.mark.parametrize(
    ("make", "model", "software"),
    [
        ("EPSON", "Perfection V600", ""), ("SEIKO EPSON CORP.", "ET-3850 Series", "EPSON Scan 2"),
        ("Canon", "CanoScan LiDE 300", ""), ("Canon", "MG3600 series", "IJ Scan Utility"),
        ("HP", "HP ScanJet Pro 2500", ""), ("Hewlett-Packard", "HP OfficeJet 6950", ""),
        ("Brother", "DCP-L2530DW", ""), ("Plustek", "OpticFilm 8200i", "SilverFast 9"),
        ("", "", "VueScan 9 x64 (9.7.50)"), ("", "", "CamScanner"), ("", "", "Adobe Scan for iOS"),
        ("Google", "", "PhotoScan"), ("", "", "Microsoft Lens"), ("Nikon", "COOLSCAN V ED", ""),
    ],
)  # fmt: skip
def test_scanners_are_known(make: str, model: str, software: str) -> None:
    assert is_scanner(make, model, software)


@pytest.mark.parametrize(
    ("make", "model", "software"),
    [
        ("Apple", "iPhone 12", "14.2"), ("Canon", "Canon EOS 80D", ""),
        ("samsung", "SM-G991B", ""),
        ("NIKON CORPORATION", "NIKON D750", "Ver.1.01"), ("HP", "HP PhotoSmart R707", ""),
        ("SEIKO EPSON CORP.", "R-D1", ""), ("Canon", "Canon PowerShot SX60 HS", "Photoshop"),
        ("Google", "Pixel 6", "HDR+ 1.0"), ("", "", ""), ("FUJIFILM", "X-T3", "Lightroom 6.2"),
    ],
)  # fmt: skip
def test_cameras_are_no_scanners(make: str, model: str, software: str) -> None:
    assert not is_scanner(make, model, software)
