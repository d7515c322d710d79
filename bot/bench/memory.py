"""The most memory this process ever held, not counting the one it was forked from."""

import resource
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")


def peak_mebibytes() -> float:
    """VmHWM on Linux: ru_maxrss there survives exec and would tell of the parent."""
    if STATUS.exists():
        lines = STATUS.read_text(encoding="ascii").splitlines()
        peak = next(line for line in lines if line.startswith("VmHWM:"))
        return int(peak.split()[1]) / 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def resident_mebibytes() -> float:
    """What this process holds now; the most it ever held where nothing says it."""
    if not STATUS.exists():
        return peak_mebibytes()
    lines = STATUS.read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS:")).split()[1]) / 1024
