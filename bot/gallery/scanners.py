"""Machines and applications that take pictures of pictures: their day is not the memory's."""

import re
from typing import Final

# Makers of nothing but scanners, and the families of those who make cameras too.
MAKERS: Final = re.compile(
    r"brother|plustek|reflecta|microtek|umax|mustek|visioneer|pacific image|fujitsu|pfu|avision"
    r"|epson(?!.*(?:r-d1|photopc))|seiko epson(?!.*(?:r-d1|photopc))"
    r"|scanjet|officejet|deskjet|laserjet|pagewide|\benvy\b|hp psc|canoscan|\blide ?\d"
    r"|pixma|imagerunner|imageclass|i-sensys|maxify|coolscan|super coolscan|\bls-\d{2,4}\b"
    r"|flextight|scansnap|scanner|opticfilm|dimage scan"
)
APPLICATIONS: Final = re.compile(
    r"vuescan|silverfast|camscanner|adobe scan|photoscan|(?:office|microsoft) lens|genius ?scan"
    r"|scanner pro|scannable|photomyne|naps2|xsane|simple scan|turboscan|swiftscan|epson scan"
    r"|epson fastfoto|mp navigator|ij scan|hp scan|nikon ?scan|scansnap|digital ice|tiny scanner"
    r"|photo scan|scan utility|film ?scan|dropbox scan|notebloc|readdle|clear scan"
)


def is_scanner(make: str, model: str, software: str) -> bool:
    """Whether what EXIF says of the machine names a scanner; each may be empty."""
    machine = f"{make} {model}".casefold()
    return bool(MAKERS.search(machine) or APPLICATIONS.search(software.casefold()))
