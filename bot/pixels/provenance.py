"""Where a picture comes from, written into it: an XMP packet that names no person.

DigitalSourceType is the IPTC vocabulary of 2024-10-23 (AI Act art. 50(2)). Never in it: an
author, an id, a file name, a place or a time.
"""

from enum import StrEnum
from xml.sax.saxutils import escape, quoteattr

from bot.pixels.strip_jpeg import APP1, segment

VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"
NO_TRAINING = "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING"
XMP_NAME = b"http://ns.adobe.com/xap/1.0/\0"
MAX_SEGMENT = 65_533


class SourceType(StrEnum):
    """How a picture was made; the value is the vocabulary's own word."""

    COLLAGE_OF_PHOTOS = "compositeCapture"
    COLLAGE_WITH_LETTERING = "composite"
    PAINTED_BY_A_NETWORK = "compositeWithTrainedAlgorithmicMedia"
    FILTERED = "algorithmicallyEnhanced"
    MADE_FROM_WORDS = "trainedAlgorithmicMedia"
    DRAWN_BY_RULES = "algorithmicMedia"


PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 Iptc4xmpExt:DigitalSourceType={source}
 xmp:CreatorTool={tool}
 plus:DataMining={mining}{credit}>{alt_text}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
ALT_TEXT = """
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>\
</Iptc4xmpCore:AltTextAccessibility>"""


def xmp_packet(
    source: SourceType, *, tool: str, alt_text: str | None = None, credit: str | None = None
) -> bytes:
    """tool: the bot's public name, with the model's where one made it.

    alt_text: what is said of the picture. credit: the locked label of what a network made.
    """
    return PACKET.format(
        source=quoteattr(VOCABULARY + source),
        tool=quoteattr(tool),
        mining=quoteattr(NO_TRAINING),
        credit=f"\n photoshop:Credit={quoteattr(credit)}" if credit else "",
        alt_text=ALT_TEXT.format(escape(alt_text)) if alt_text else "",
    ).encode()


def with_xmp(jpeg: bytes, packet: bytes) -> bytes:
    """The same JPEG with `packet` after its JFIF header. Raises ValueError for anything else."""
    payload = XMP_NAME + packet
    if not jpeg.startswith(b"\xff\xd8\xff") or len(payload) > MAX_SEGMENT:
        raise ValueError("not a JPEG, or a packet that does not fit into one segment")
    has_jfif = jpeg[3] == 0xE0  # noqa: PLR2004 - APP0
    at = 4 + int.from_bytes(jpeg[4:6]) if has_jfif else 2
    return jpeg[:at] + segment(APP1, payload) + jpeg[at:]
