"""The collage against a centre grid by pyvips, one by Pillow, and the floor, in the same run."""

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from statistics import median

from bot.bench.collage_child import composed, peak_of_collage
from bot.bench.collage_corpus import corpus, near_twin
from bot.bench.collage_peers import floor, pillow_grid, vips_grid
from bot.bench.collage_quality import quality
from bot.bench.table import Figure, Table
from bot.collage.paint import paint
from bot.collage.plan import Plan, PlanPhoto
from bot.vision.look import look_at

ROUNDS = 7
ORIGINALS = 9  # the rest are crops and mirrors of them, kept on purpose
COUNTS = (ORIGINALS, 20)
TWIN, TWIN_OF = "twin.jpg", 7  # a palace
OURS, FLOOR, VIPS, PILLOW = "ours", "floor", "pyvips", "pillow"
MILLISECONDS = 1000


@dataclass(frozen=True, slots=True)
class Case:
    """Photos, what was seen in them once, and the plan."""

    sources: Mapping[str, bytes]
    photos: Sequence[PlanPhoto]

    @property
    def varied(self) -> frozenset[str]:
        """Crops and mirrors, which are twins by any rule and shown all the same."""
        return frozenset(list(self.sources)[ORIGINALS:]) - {TWIN}

    def plan(self) -> Plan:
        return composed(self.photos, self.varied)


def bench_collage(rounds: int = ROUNDS) -> Table:
    """Medians of `rounds` interleaved runs after one to warm up; sights are made beforehand."""
    rows: list[list[Figure]] = []
    for count in COUNTS:
        case = _case(corpus(count))
        rows += [[f"{name} ({count} photos)", *row] for name, *row in _speed(case, rounds)]
    case = _case(_with_twin(corpus(ORIGINALS)))
    sights = {photo.key: photo.sight for photo in case.photos}
    rows += quality(case.plan(), case.sources, sights)
    return Table(
        "Collage: 12-megapixel JPEGs to 2560 × 2560",
        ("measure", "bar", OURS, FLOOR, VIPS, PILLOW),
        rows,
        (
            f"Warm, one process, interleaved, medians of {rounds}.",
            "Floor: the same M/8 decoding in two threads, a centre grid, the same encoder.",
            "Saliency by our own profiles, so it favours us; peers show centre crops.",
            "Photos: nine of the sandbox, grown by code; of 20, eleven are crops and mirrors.",
        ),
    )


def _case(sources: Mapping[str, bytes]) -> Case:
    photos = [PlanPhoto(key, look_at(data, faces=True)) for key, data in sources.items()]
    return Case(sources, photos)


def _with_twin(sources: dict[str, bytes]) -> dict[str, bytes]:
    return {**sources, TWIN: near_twin(sources[list(sources)[TWIN_OF]])}


def _speed(case: Case, rounds: int) -> list[list[Figure]]:
    plan = case.plan()
    tools: dict[str, Callable[[], object]] = {
        "plan": case.plan,
        "paint": lambda: paint(plan, case.sources),
        FLOOR: lambda: floor(case.sources),
        VIPS: lambda: vips_grid(case.sources),
        PILLOW: lambda: pillow_grid(case.sources),
    }
    times: dict[str, list[float]] = {name: [] for name in tools}
    for turn in range(rounds + 1):
        for name, tool in tools.items():
            took = _seconds(tool)
            if turn:
                times[name].append(took)
    ms = {name: MILLISECONDS * median(taken) for name, taken in times.items()}
    ours, peers = ms["plan"] + ms["paint"], (ms[FLOOR], ms[VIPS], ms[PILLOW])
    plan_bar = "≤ 150" if len(case.sources) == COUNTS[0] else "≤ 300"
    return [
        ["plan, ms", plan_bar, ms["plan"], None, None, None],
        ["paint, ms", None, ms["paint"], *peers],
        ["paint ÷ floor", "≤ 1.20", *(one / ms[FLOOR] for one in (ms["paint"], *peers))],
        ["plan and paint ÷ pyvips", "≤ 1.00", *(one / ms[VIPS] for one in (ours, *peers))],
        ["peak RSS, MiB", "≤ 260", _peak(case), None, None, None],
    ]


def _seconds(tool: Callable[[], object]) -> float:
    start = time.perf_counter()
    tool()
    return time.perf_counter() - start


def _peak(case: Case) -> float:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as child:
        return child.submit(peak_of_collage, case.photos, case.sources, case.varied).result()
