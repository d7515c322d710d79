"""The collage against its peers and the floor in the same run, and every face on random pages."""

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from statistics import median

from bot.bench.collage_child import composed, peak_of_collage
from bot.bench.collage_corpus import corpus, folder_of, near_twin, samples
from bot.bench.collage_faces import Faces, painted, planned
from bot.bench.collage_peers import floor, magick_grid, pillow_grid, vips_grid
from bot.bench.collage_quality import quality
from bot.bench.collage_sets import drawn
from bot.bench.collage_sheets import draw_sheets
from bot.bench.collage_steps import steps
from bot.bench.collage_twice import differing
from bot.bench.order import Order
from bot.bench.table import Figure, Table
from bot.collage.paint import paint
from bot.collage.plan import Plan, PlanPhoto
from bot.vision.look import look_at

ROUNDS, QUICK_ROUNDS = 7, 1
SETS, QUICK_SETS = 500, 12
PAINTED, QUICK_PAINTED = 40, 3
FIRST_PAINTED = 10_000  # sets of their own, a face a photo at most: each has an ink of its own
ORIGINALS = 9  # the rest are crops and mirrors of them, kept on purpose
COUNTS = (ORIGINALS, 20)
TWIN, TWIN_OF = "twin.jpg", 7  # a palace
OURS, FLOOR, VIPS, PILLOW, MAGICK = "ours", "floor", "pyvips", "pillow", "magick"
PEERS = (VIPS, PILLOW, MAGICK)
NOBODY: tuple[Figure, ...] = (None,) * (1 + len(PEERS))  # where neither floor nor peers compare
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


def bench_collage(order: Order) -> Table:
    """Medians of interleaved runs after one to warm up; sights are made beforehand.

    An order with a folder for sheets draws these instead.

    Raises typer.BadParameter for a folder without two photos that can be opened.
    """
    if order.sheets:
        return draw_sheets(order.sheets)
    rounds = QUICK_ROUNDS if order.is_quick else ROUNDS
    rows: list[list[Figure]] = []
    if order.photos:
        rows += _judged(folder_of(order.photos), rounds)
    else:
        for count in COUNTS:
            case = _case(corpus(count))
            rows += [[f"{name} ({count} photos)", *row] for name, *row in _speed(case, rounds)]
            rows += steps(case.photos, case.sources, rounds) if count == ORIGINALS else []
        case = _case(_with_twin(corpus(ORIGINALS)))
        sights = {photo.key: photo.sight for photo in case.photos}
        rows += quality(case.plan(), case.sources, sights)
    sets, pictures = (QUICK_SETS, QUICK_PAINTED) if order.is_quick else (SETS, PAINTED)
    rows += _faces_rows(sets, pictures)
    rows.append([*differing(samples(ORIGINALS)), *NOBODY])
    return Table(
        "Collage: 12-megapixel JPEGs to 2560 × 2560",
        ("measure", "bar", OURS, FLOOR, VIPS, PILLOW, MAGICK),
        rows,
        (
            f"Warm, one process, interleaved, medians of {rounds}.",
            "Floor: the same M/8 decoding in two threads, a centre grid, the same encoder.",
            "Saliency by OpenCV's StaticSaliencyFineGrained; peers show centre crops.",
            "ImageMagick: its montage, where a machine has it, with the JPEG size hint.",
            _whose(order),
            "Random pages: sights with random faces, theme and shape rotating; painted ones bear",
            "an ink a face, looked for in the finished JPEG.",
        ),
    )


def _whose(order: Order) -> str:
    if order.photos:
        return "Photos: those of the folder."
    return "Photos: nine of the sandbox, grown by code; of 20, eleven are crops and mirrors."


def _judged(sources: Mapping[str, bytes], rounds: int) -> list[list[Figure]]:
    """Somebody's own photos: how fast, and how good a page."""
    case = _case(sources)
    sights = {photo.key: photo.sight for photo in case.photos}
    return [*_speed(case, rounds), *quality(case.plan(), case.sources, sights)]


def _faces_rows(sets: int, pictures: int) -> list[list[Figure]]:
    planned_faces, painted_faces = Faces(), Faces()
    for number in range(sets):
        found = drawn(number)
        planned_faces = planned_faces.and_(planned(found.plan, found.sights))
    for number in range(FIRST_PAINTED, FIRST_PAINTED + pictures):
        painted_faces = painted_faces.and_(painted(drawn(number, most_faces=1)))
    return [
        *_faces_of(f"{sets} random plans", planned_faces),
        *_faces_of(f"{pictures} random pictures", painted_faces),
    ]


def _faces_of(where: str, faces: Faces) -> list[list[Figure]]:
    return [
        [f"faces cut, {where}", 0, f"{faces.cut} of {faces.shown}", *NOBODY],
        [f"faces lost, {where}", 0, faces.lost, *NOBODY],
    ]


def _case(sources: Mapping[str, bytes]) -> Case:
    photos = [PlanPhoto(key, look_at(data, faces=True)) for key, data in sources.items()]
    return Case(sources, photos)


def _with_twin(sources: dict[str, bytes]) -> dict[str, bytes]:
    return {**sources, TWIN: near_twin(sources[list(sources)[TWIN_OF]])}


def _speed(case: Case, rounds: int) -> list[list[Figure]]:
    plan = case.plan()
    with magick_grid(case.sources) as magick:
        tools: dict[str, Callable[[], object]] = {
            "plan": case.plan,
            "paint": lambda: paint(plan, case.sources),
            FLOOR: lambda: floor(case.sources),
            VIPS: lambda: vips_grid(case.sources),
            PILLOW: lambda: pillow_grid(case.sources),
        }
        ms = _medians(tools | ({MAGICK: magick} if magick else {}), rounds)
    ours, peers = ms["plan"] + ms["paint"], [ms.get(one) for one in (FLOOR, *PEERS)]
    plan_bar = "≤ 150" if len(case.sources) <= COUNTS[0] else "≤ 300"

    def ratios(first: float, below: str) -> list[Figure]:
        return [one / ms[below] if one is not None else None for one in (first, *peers)]

    return [
        ["plan, ms", plan_bar, ms["plan"], *NOBODY],
        ["paint, ms", None, ms["paint"], *peers],
        ["paint ÷ floor", "≤ 1.20", *ratios(ms["paint"], FLOOR)],
        ["plan and paint ÷ pyvips", "≤ 1.00", *ratios(ours, VIPS)],
        ["peak RSS, MiB", "≤ 260", _peak(case), *NOBODY],
    ]


def _medians(tools: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Milliseconds of each, one round to warm up left out."""
    times: dict[str, list[float]] = {name: [] for name in tools}
    for turn in range(rounds + 1):
        for name, tool in tools.items():
            took = _seconds(tool)
            if turn:
                times[name].append(took)
    return {name: MILLISECONDS * median(taken) for name, taken in times.items()}


def _seconds(tool: Callable[[], object]) -> float:
    start = time.perf_counter()
    tool()
    return time.perf_counter() - start


def _peak(case: Case) -> float:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as child:
        return child.submit(peak_of_collage, case.photos, case.sources, case.varied).result()
