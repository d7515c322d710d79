"""The screenshot of the sample album: a chat on a phone, drawn, never photographed."""

from datetime import datetime
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

FACE = files("fontpkg_inter") / "files" / "Inter[opsz,wght].ttf"
SIZE_PX = (1080, 2160)
PAPER, INK, QUIET = "#f2f4f7", "#16202c", "#8a94a3"
THEIRS, MINE, MINE_INK = "#ffffff", "#2f6fed", "#ffffff"
MARGIN_PX = 44
PADDING_PX = 34
LINE_PX = 56

SAID = (  # who is right-hand, and the lines of one bubble
    (False, ("Ton train est à quelle heure ?",)),
    (True, ("18 h 12, quai 7",)),
    (True, ("J’ai les billets sur moi.",)),
    (
        False,
        (
            "Parfait, je passe prendre",
            "du pain avant.",
        ),
    ),
    (False, ("Code de la porte : 24B7",)),
    (True, ("Noté. À tout à l’heure !",)),
)


def screenshot(seen_at: datetime) -> bytes:
    """A PNG as a phone saves it: no EXIF, only its name tells when."""
    page = Image.new("RGB", SIZE_PX, PAPER)
    pen = ImageDraw.Draw(page)
    _head(pen, seen_at)
    top = 330
    for is_mine, lines in SAID:
        top = _bubble(pen, top, lines, is_mine=is_mine)
    _composer(pen)
    out = BytesIO()
    page.save(out, "PNG")
    return out.getvalue()


def _font(size_px: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FACE), size_px)


def _head(pen: ImageDraw.ImageDraw, seen_at: datetime) -> None:
    across = SIZE_PX[0]
    pen.rectangle((0, 0, across, 250), fill="#ffffff")
    pen.text((MARGIN_PX, 26), f"{seen_at:%H:%M}", font=_font(38), fill=INK)
    pen.rounded_rectangle((across - 120, 34, across - 50, 66), 8, outline=INK, width=4)
    pen.rectangle((across - 113, 41, across - 78, 59), fill=INK)
    pen.ellipse((MARGIN_PX, 116, MARGIN_PX + 100, 216), fill="#f0b35a")
    pen.text((MARGIN_PX + 32, 136), "C", font=_font(52), fill="#ffffff")
    pen.text((MARGIN_PX + 130, 118), "Camille", font=_font(48), fill=INK)
    pen.text((MARGIN_PX + 130, 178), "en ligne", font=_font(34), fill=QUIET)


def _bubble(pen: ImageDraw.ImageDraw, top: int, lines: tuple[str, ...], *, is_mine: bool) -> int:
    """Draw one bubble and return where the next begins."""
    face = _font(44)
    width = round(max(pen.textlength(line, font=face) for line in lines)) + 2 * PADDING_PX
    height = len(lines) * LINE_PX + 2 * PADDING_PX - 10
    left = SIZE_PX[0] - MARGIN_PX - width if is_mine else MARGIN_PX
    fill, ink = (MINE, MINE_INK) if is_mine else (THEIRS, INK)
    pen.rounded_rectangle((left, top, left + width, top + height), 40, fill=fill)
    for row, line in enumerate(lines):
        pen.text(
            (left + PADDING_PX, top + PADDING_PX - 6 + row * LINE_PX), line, font=face, fill=ink
        )
    return top + height + 28


def _composer(pen: ImageDraw.ImageDraw) -> None:
    across, down = SIZE_PX
    pen.rectangle((0, down - 190, across, down), fill="#ffffff")
    box = (MARGIN_PX, down - 150, across - 190, down - 50)
    pen.rounded_rectangle(box, 50, fill=PAPER)
    pen.text((MARGIN_PX + 40, down - 126), "Message", font=_font(42), fill=QUIET)
    pen.ellipse((across - 150, down - 150, across - 50, down - 50), fill=MINE)
