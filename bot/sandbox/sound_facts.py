"""How long a voice message is: Telegram tells bots, and an Ogg file says it at its end."""

import struct

PAGE = b"OggS"
POSITION = 6  # of a page's last sample, behind its name, version and kind
SAMPLES_A_SECOND = 48_000  # Opus counts so, whatever was recorded


def sound_seconds(data: bytes) -> int:
    """Whole seconds of an Ogg with Opus in it; 0 where that cannot be read."""
    last = data.rfind(PAGE)
    if not data.startswith(PAGE) or last + POSITION + 8 > len(data):
        return 0
    samples: int = struct.unpack_from("<q", data, last + POSITION)[0]
    return max(0, round(samples / SAMPLES_A_SECOND))
