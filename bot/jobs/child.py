"""What runs inside a child process: read a function and its arguments, answer, never outlive."""

import ctypes
import gc
import os
import pickle
import signal
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from bot.errors import FriendlyError
from bot.jobs.answers import LENGTH, name_of, pack

PR_SET_PDEATHSIG = 1
PARENT_WATCH_S = 1.0
NICENESS = 5  # the chat answers first


def main(arguments: list[str]) -> None:
    """Arguments: the socket's number, the parent's process id, two limits in bytes or 0.

    The limits: of the address space, and of the child's own writable memory.
    """
    descriptor, parent, address_space, own = (int(argument) for argument in arguments)
    _die_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    os.nice(NICENESS)
    _limit(address_space, own)
    with socket.socket(fileno=descriptor) as connection:
        while (question := _receive(connection)) is not None:
            answer = _answered(question)
            connection.sendall(LENGTH.pack(sum(len(part) for part in answer)))
            for part in answer:
                connection.sendall(part)
            del question, answer
            gc.collect(1)


def _answered(question: bytes) -> list[bytes]:
    """A verdict and what belongs to it, packed; an error goes as its class and its words."""
    try:
        function: Callable[..., object]
        function, args = pickle.loads(question)  # noqa: S301  from our own parent
        return pack(("done", function(*args)))
    except FriendlyError as error:
        return pack(("friendly", name_of(type(error)), dict(error.facts)))
    except MemoryError:
        return pack(("memory",))
    except Exception as error:  # noqa: BLE001  it is the caller's, who reads it again
        return pack(("error", type(error).__name__, _where(error)))


def _where(error: Exception) -> str:
    """The file and line it came from: its own words may quote what a person gave."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


def _receive(connection: socket.socket) -> bytes | None:
    """The next question, or None when the parent closed."""
    header = _exactly(connection, LENGTH.size)
    return None if header is None else _exactly(connection, LENGTH.unpack(header)[0])


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    received = bytearray(size)
    view, filled = memoryview(received), 0
    while filled < size:
        count = connection.recv_into(view[filled:])
        if count == 0:
            return None
        filled += count
    return bytes(received)


def _limit(address_space: int, own: int) -> None:
    import resource  # noqa: PLC0415  not on every system

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core on the disk shows what was in it
    if sys.platform != "linux":  # macOS accepts the limits and ignores them
        return
    for limit, most in ((resource.RLIMIT_AS, address_space), (resource.RLIMIT_DATA, own)):
        if most:
            resource.setrlimit(limit, (most, most))


def _die_with(parent: int) -> None:
    """Ask the kernel, where it can be asked; elsewhere look every second."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    else:
        threading.Thread(target=_watch_parent, args=(parent,), daemon=True).start()
    if os.getppid() != parent:  # it died before we asked
        os._exit(1)


def _watch_parent(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(PARENT_WATCH_S)
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
