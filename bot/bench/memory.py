"""How much memory a process holds, and the most that it ever held."""

import resource
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")


def peak_mebibytes() -> float:
    """VmHWM on Linux: ru_maxrss there survives exec and would tell of the parent."""
    if STATUS.exists():
        return _told(STATUS, "VmHWM:")
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def resident_mebibytes() -> float:
    """What this process holds now; the most it ever held where nothing says it."""
    if not STATUS.exists():
        return peak_mebibytes()
    return _told(STATUS, "VmRSS:")


def peak_of(process: int | None) -> float | None:
    """Of another process, in mebibytes; None where no system tells."""
    status = Path(f"/proc/{process}/status")
    return _told(status, "VmHWM:") if status.exists() else None


def _told(status: Path, name: str) -> float:
    lines = status.read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1]) / 1024
