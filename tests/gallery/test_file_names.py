"""What cameras, phones, messengers and scanners write into the names of their files."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.facts import Source, TakenAt
from bot.gallery.file_names import from_file_name, is_scan_name

TODAY = date(2026, 11, 21)
HALF_PAST_TWO = time(14, 30)


@pytest.mark.parametrize(
    ("name", "hour"),
    [
        ("IMG_20190812_143000.jpg", HALF_PAST_TWO),
        ("VID_20190812_143000.mp4", HALF_PAST_TWO),
        ("20190812_143000.jpg", HALF_PAST_TWO),
        ("20190812_143000(0).jpg", HALF_PAST_TWO),
        ("IMG_20190812_143000_123.jpg", HALF_PAST_TWO),
        ("WP_20190812_14_30_00_Pro.jpg", HALF_PAST_TWO),
        ("2019-08-12 14.30.00.jpg", HALF_PAST_TWO),
        ("Screenshot_2019-08-12-14-30-00-123_com.android.jpg", HALF_PAST_TWO),
        ("Screenshot_20190812-143000_Chrome.jpg", HALF_PAST_TWO),
        ("Screenshot 2019-08-12 at 14.30.00.png", HALF_PAST_TWO),
        ("Screen Shot 2019-08-12 at 2.30.00 PM.png", HALF_PAST_TWO),
        ("Screen Shot 2019-08-12 at 2.30.00\u202fPM.png", HALF_PAST_TWO),
        ("Capture d’écran 2019-08-12 à 14.30.00.png", HALF_PAST_TWO),
        ("Capture d'e\u0301cran 2019-08-12 a\u0300 14.30.00.png", HALF_PAST_TWO),
        ("Capture d'écran 2019-08-12 143000.png", HALF_PAST_TWO),
        ("PXL_20190812_143000123.jpg", None),
        ("20190812.jpg", None),
        ("IMG_20190812_999999.jpg", None),
    ],
)
def test_what_a_camera_or_a_phone_wrote_is_the_day(name: str, hour: time | None) -> None:
    expected = TakenAt(date(2019, 8, 12), source=Source.FILE_NAME, time=hour)
    assert from_file_name(name, today=TODAY) == expected


@pytest.mark.parametrize(
    "name",
    [
        "IMG-20190812-WA0001.jpg",
        "VID-20190812-WA0023.mp4",
        "WhatsApp Image 2019-08-12 at 12.30.00.jpeg",
        "WhatsApp Image 2019-08-12 at 12.30.00 (1).jpeg",
        "Image WhatsApp 2019-08-12 à 12.30.00.jpg",
        "signal-2019-08-12-143000.jpg",
        "signal-2019-08-12-14-30-00-123.jpg",
        "photo_2019-08-12_14-30-00.jpg",
        "video_2019-08-12_14-30-00.mp4",
        "photo_5@12-08-2019_14-30-00.jpg",
        "FB_IMG_1565613000000.jpg",
        "1565613000000.jpg",
    ],
)
def test_the_day_it_was_received_or_saved_is_a_guess_without_an_hour(name: str) -> None:
    expected = TakenAt(date(2019, 8, 12), source=Source.FILE_NAME, is_guess=True)
    assert from_file_name(name, today=TODAY) == expected


@pytest.mark.parametrize(
    "name",
    [
        "DSC_0001.JPG", "IMG_1234.jpg", "DSC01234.jpg", "P1010001.JPG", "IMG_20991212.jpg",
        "20191399.jpg", "123456789012.jpg", "2000000000000.jpg", "1999999999999.jpg", "a.jpg", "",
        "plage.jpg", "_MG_2031.CR2", "received_10157123456789012.jpeg", "photo_12@99-99-2019.jpg",
    ],
)  # fmt: skip
def test_a_name_without_a_past_day_tells_nothing(name: str) -> None:
    assert from_file_name(name, today=TODAY) is None


@pytest.mark.parametrize(
    "name",
    [
        "scan_0001.jpg", "Scan 2020-01-02.jpg", "scan20200102.jpg", "Scanned_12.tif", "SCAN.JPG",
        "Numérisation_20200102.jpg", "nume\u0301risation.pdf.jpg", "photo numérisée 3.jpg",
        "CamScanner 01-02-2020 12.30.jpg", "Office Lens 20200102-103000.jpg", "EPSON001.JPG",
        "PhotoScan.jpg", "CCF20200102_0001.jpg", "vieux album scans (12).jpg",
    ],
)  # fmt: skip
def test_a_scan_gives_no_day(name: str) -> None:
    assert is_scan_name(name)
    assert from_file_name(name, today=TODAY) is None


@pytest.mark.parametrize("name", ["Scandinavie_20190812.jpg", "Toscana.jpg", "tuscany scanty.jpg"])
def test_words_that_only_begin_alike_are_no_scans(name: str) -> None:
    assert not is_scan_name(name)


@given(st.text(max_size=60), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_any_name_gives_a_past_day_or_none(name: str, today: date) -> None:
    taken = from_file_name(name, today=today)
    assert taken is None or date(1900, 1, 1) <= taken.first <= today


@given(st.datetimes(datetime(1990, 1, 1), datetime(2025, 1, 1)))  # noqa: DTZ001 - a wall clock
def test_the_moment_that_a_phone_writes_is_read_back_to_the_second(when: datetime) -> None:
    when = when.replace(microsecond=0)
    taken = from_file_name(f"IMG_{when:%Y%m%d_%H%M%S}.jpg", today=TODAY)
    assert taken
    assert taken.local == when
