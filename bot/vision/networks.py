"""The four small networks: opened when first needed, once a process, checked by SHA-256."""

import hashlib
import importlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from threading import Lock
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

WEIGHTS = Path(__file__).parent / "weights"
ALONE: Final = 1  # thread: networks of 5 to 30 ms cost more CPU on several, and gain little


@dataclass(frozen=True, slots=True)
class Vendored:
    """A file of weights and the hash that it must have."""

    file: str
    sha256: str


class Network(Enum):
    """MediaPipe's networks, converted once to ONNX; NOTICE credits them.

    Those of int8 were fitted to CPUs without VNNI, whose sums of two products hold 16 bits: their
    activations count from 0 and no two neighbouring weights of a channel exceed 128 together. So
    every CPU adds up the same, none overflows, and no convolution falls back to floats.
    """

    FACES = Vendored(
        "faces_blazeface_full_range.onnx",
        "1553aa7474a7e498d75f1570c1f18ec2c5310ba1d0bd4cbf97a429522db7ee55",
    )
    OBJECTS = Vendored(
        "objects_efficientdet_lite0_int8.onnx",
        "40089f4224f9d7ac2d3e07165e67d506b8eb99c0884f5ca856d5a7f72245925d",
    )
    TAGS = Vendored(
        "tags_efficientnet_lite0_int8_emb.onnx",
        "e6cbd0685dab4e7420dbefab53b4126febd252d699ff51950563ef342d730e58",
    )
    PERSON_MASK = Vendored(
        "person_mask_selfie.onnx",
        "b9ff6b0b52273ea442293ec3efb306dc24373e9c92bb1ea330a3588650bafdbd",
    )


class NetworkProblem(Exception):
    """A network cannot be used; the message says why, for whoever runs the bot."""


class Networks:
    """Sessions over one folder of weights; a broken or missing one answers None, for good."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self._folder = folder
        self._sessions: dict[Network, Any] = {}
        self._opening = Lock()

    def ask(self, network: Network, tensor: NDArray[Any]) -> Sequence[NDArray[Any]] | None:
        """Its outputs for a batch of one, or None where the network cannot be used."""
        with self._opening:
            if network not in self._sessions:
                self._sessions[network] = self._open_or_none(network)
        session = self._sessions[network]
        if session is None:
            return None
        name = session.get_inputs()[0].name
        outputs: Sequence[NDArray[Any]] = session.run(None, {name: np.ascontiguousarray(tensor)})
        return outputs

    def problems(self) -> list[str]:
        """One line for each network that cannot be used; empty when all is well."""
        found = []
        for network in Network:
            try:
                self._open(network)
            except NetworkProblem as problem:
                found.append(str(problem))
        return found

    def _open_or_none(self, network: Network) -> Any:
        try:
            return self._open(network)
        except NetworkProblem:
            return None

    def _open(self, network: Network) -> Any:
        return open_session(self._folder, network.value, threads=ALONE)


def open_session(
    folder: Path, vendored: Vendored, *, threads: int | None = None, in_floats: bool = False
) -> Any:
    """One network for this process; raises NetworkProblem for a file that is not the vendored.

    threads: as many as there are cores, where it is not said. in_floats: int8 weights are
    reckoned with as floats, which no CPU overflows.
    """
    file = vendored.file
    try:
        weights = (folder / file).read_bytes()
    except OSError as missing:
        raise NetworkProblem(f"{file} cannot be read: {missing.strerror}") from missing
    if hashlib.sha256(weights).hexdigest() != vendored.sha256:
        raise NetworkProblem(f"{file} is not the file that was vendored (SHA-256)")
    return _session(file, weights, threads or os.cpu_count() or 1, in_floats=in_floats)


def _session(file: str, weights: bytes, threads: int, *, in_floats: bool) -> Any:
    """Import onnxruntime (60 MB) only in a process that looks at pictures."""
    try:
        runtime = importlib.import_module("onnxruntime")
    except ImportError as missing:
        raise NetworkProblem(f"{file} needs onnxruntime: {missing}") from missing
    options = runtime.SessionOptions()
    options.enable_cpu_mem_arena = False  # peak 635 MB at 1080 px against 1.07 GB
    options.enable_mem_pattern = False
    options.intra_op_num_threads = threads
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # shared cores
    if in_floats:
        options.add_session_config_entry("session.disable_quant_qdq", "1")
    options.log_severity_level = 3  # the conversion's leftovers are no news
    try:
        return runtime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    except (RuntimeError, ValueError) as broken:
        raise NetworkProblem(f"{file} cannot be opened by onnxruntime") from broken


OURS = Networks()


def check() -> list[str]:
    """What keeps the vendored networks from being used, one line each, for `pepite doctor`."""
    return Networks().problems()
