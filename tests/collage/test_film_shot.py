"""Films shot and read back: small pages, real codecs, bytes that repeat, and no PyAV at all."""

import io
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import av
import pytest
from PIL import Image

from bot.cli.film_work import Made
from bot.collage.film import Film, Shot, to_json
from bot.collage.film_boxes import XMP, boxes
from bot.collage.film_clip import calmest, clip_frames
from bot.collage.film_encode import shoot, splice
from bot.collage.film_webp import shoot_webp, splice_webp
from bot.collage.plan import PixelBox
from bot.pixels.film import can_open_films
from bot.pixels.geometry import Box, Size
from tests.collage.pictures import quarters, written
from tests.conversations.given import clip

PAGE = Size(96, 160)
WHOLE = PixelBox(0, 0, 96, 160)
SOURCE = b"http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture"


def film(*keys: str, frames: int = 20, clip_ms: int | None = None) -> Film:
    shots = [
        Shot(key, frames, Size(300, 500), Box(0, 0, 1, 1), Box(0.05, 0.05, 0.95, 0.95), WHOLE)
        for key in keys
    ]
    if clip_ms is not None:
        shots[-1] = replace(
            shots[-1], source=Size(640, 360), begin=Box(0.3, 0, 0.6375, 1),
            end=Box(0.3, 0, 0.6375, 1), clip_ms=clip_ms,
        )  # fmt: skip
    return Film(
        "story", PAGE, 1, (250, 240, 230), (20, 20, 20), None,
        is_title_in_message=False, shots=tuple(shots), left_out=(), versions={},
    )  # fmt: skip


def sources() -> dict[str, bytes]:
    turned = quarters(300, 500).rotate(180)
    return {"a": written(quarters(300, 500)), "b": written(turned)}


def shot(made: Film, given: dict[str, bytes]) -> bytes:
    parts = [
        shoot(made, part, {key: given[key] for key in made.needed(part)})
        for part in range(len(made.starts))
    ]
    return splice(made, parts, "Pépite")


def test_an_mp4_plays_everywhere_begins_at_once_and_says_where_it_is_from() -> None:
    made = film("a", "b", "c", clip_ms=100)
    data = shot(made, {**sources(), "c": clip()})
    assert [kind for kind, _ in boxes(data)] == [b"ftyp", b"moov", b"uuid", b"mdat"]
    assert XMP in data
    assert SOURCE in data
    with av.open(io.BytesIO(data), "r") as opened:
        [stream] = opened.streams.video
        assert (stream.codec_context.name, stream.pix_fmt) == ("h264", "yuv420p")
        assert (stream.width, stream.height) == (PAGE.width, PAGE.height)
        assert len(opened.streams) == 1
        assert stream.average_rate == 30
        times = [frame.time for frame in opened.decode(stream)]
    assert len(times) == made.frames == 3 * 20 - 2 * 12
    assert times == [pytest.approx(k / 30) for k in range(made.frames)]


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    made, given = film("a", "b"), sources()
    for key, data in given.items():
        (tmp_path / key).write_bytes(data)
    (tmp_path / "film.json").write_text(to_json(made), encoding="utf-8")
    script = (
        "import sys, pathlib; from bot.collage.film import from_json;"
        "from bot.collage.film_encode import shoot, splice;"
        "p = pathlib.Path(sys.argv[1]); f = from_json((p / 'film.json').read_text('utf-8'));"
        "parts = [shoot(f, k, {n: (p / n).read_bytes() for n in f.needed(k)}) for k in (0, 1)];"
        "(p / 'out').write_bytes(splice(f, parts, 'Pépite'))"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=True)
    assert (tmp_path / "out").read_bytes() == shot(made, given)


def test_neighbouring_frames_never_jump() -> None:
    """Neither a flash nor a jerk: a step of a slow move is a small one."""
    data = shot(film("a", "b"), sources())
    with av.open(io.BytesIO(data), "r") as opened:
        frames = opened.decode(opened.streams.video[0])
        pictures = [frame.to_ndarray(format="gray").astype(int) for frame in frames]
    steps = [abs(a - b).mean() for a, b in pairwise(pictures)]
    assert max(steps) < 16


def test_without_pyav_a_film_is_an_animated_webp() -> None:
    made, given = film("a", "b"), sources()
    parts = [shoot_webp(made, part, given) for part in (0, 1)]
    data = splice_webp(made, parts, "Pépite")
    with Image.open(io.BytesIO(data)) as opened:  # noqa: TID251 - the bot's own
        assert getattr(opened, "n_frames", 1) == 10
        assert opened.size == (72, 120)
        assert opened.info["loop"] == 0
    assert SOURCE in data


def test_the_verb_says_what_it_made_instead_without_pyav(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    assert not can_open_films()
    assert calmest(clip()) is None
    made = Made(Path("out.webp"), film("a", "b"), 1, is_instead=True)
    assert "extra `video`" in made.as_text()


def test_a_second_of_film_is_too_short_for_a_clip_and_broken_ones_stand_still() -> None:
    assert calmest(clip()) is not None  # three seconds, whatever its name says
    assert calmest(clip()[:2000]) is None
    assert calmest(b"GIF89a") is None
    shown = list(clip_frames(clip(), 2000, 90))
    assert len(shown) == 90  # the last one stays
    with pytest.raises(ValueError, match="nothing"):
        list(clip_frames(clip()[:2000], 0, 3))
