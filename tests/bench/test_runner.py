"""Benches by name: what is printed, and what a wrong name costs."""

import json
from importlib import import_module

import pytest
import typer
from typer.testing import CliRunner

from bot.bench.runner import ROOMS, print_tables
from bot.bench.table import Table
from bot.cli.bench import bench

pepite = typer.Typer()
pepite.command()(bench)

BENCHES = {
    "sea": lambda: Table("Waves", ("sea", "m"), [("north", 1.5)]),
    "land": lambda: Table("Hills", ("land", "m"), [("south", None)], ["Dry."]),
}


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_its_bench(room: str) -> None:
    module, function = ROOMS[room]
    assert callable(getattr(import_module(module), function))


def test_people_read_one_table_a_room(capsys: pytest.CaptureFixture[str]) -> None:
    print_tables(BENCHES, as_json=False)
    out = capsys.readouterr().out
    assert out.index("Waves") < out.index("Hills") < out.index("Dry.")


def test_programs_read_json_alone(capsys: pytest.CaptureFixture[str]) -> None:
    print_tables(BENCHES, as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert told["sea"]["rows"] == [{"sea": "north", "m": 1.5}]
    assert told["land"]["notes"] == ["Dry."]


def test_a_room_without_a_bench_is_wrong_usage() -> None:
    result = CliRunner().invoke(pepite, ["eyes", "ears"])
    assert result.exit_code == 2
    assert "no bench 'ears'" in result.stderr
