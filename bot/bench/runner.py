"""The benches by room: which there are, in which order, and how their tables are printed."""

import json
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Final

import typer

from bot.bench.order import Order
from bot.bench.table import Table

# Each room's module and function: what one room needs, such as pyvips, no other imports.
ROOMS: Final = {
    "wire": ("bot.bench.wire", "bench_wire"),
    "eyes": ("bot.bench.eyes", "bench_eyes"),
    "collage": ("bot.bench.collage", "bench_collage"),
    "writing": ("bot.bench.writing", "bench_writing"),
    "looks": ("bot.bench.looks", "bench_looks"),
    "film": ("bot.bench.film", "bench_film"),
    "remote": ("bot.bench.remote", "bench_remote"),
    "hostile": ("bot.bench.hostile.bench", "bench_hostile"),
}
HEEDING: Final = frozenset({"eyes", "collage", "hostile"})  # rooms whose bench takes an order
Bench = Callable[[], Table]


def run_benches(rooms: Sequence[str], *, as_json: bool, order: Order | None = None) -> None:
    """Measure these rooms, or all without a name, one after the other; print table or JSON.

    Raises typer.BadParameter for a room that has no bench: the command exits with 2.
    """
    unknown = [room for room in rooms if room not in ROOMS]
    if unknown:
        raise typer.BadParameter(f"no bench {unknown[0]!r}: there are {', '.join(ROOMS)}")
    benches = {room: _bench(room, order or Order()) for room in rooms or ROOMS}
    print_tables(benches, as_json=as_json)


def print_tables(benches: Mapping[str, Bench], *, as_json: bool) -> None:
    """Text as each room ends; JSON, an object of rooms, at the end and alone."""
    tables = {}
    for room, bench in benches.items():
        tables[room] = bench()
        if not as_json:
            print(tables[room].text(), end="\n\n", flush=True)
    if as_json:
        told = {room: json.loads(table.json()) for room, table in tables.items()}
        print(json.dumps(told, ensure_ascii=False, indent=2))


def _bench(room: str, order: Order) -> Bench:
    module, function = ROOMS[room]

    def bench() -> Table:
        measure = getattr(import_module(module), function)
        table: Table = measure(order) if room in HEEDING else measure()
        return table

    return bench
