"""What a child does that a stranger's picture has taken over; it imports next to nothing."""

import os
import sys
import time


def say(answer: bytes) -> None:
    """Write to the parent what no child of ours would, and stay."""
    os.write(int(sys.argv[1]), answer)
    time.sleep(30)
