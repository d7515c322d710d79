"""A bench's table reads the same for people and machines."""

import json

from bot.bench.table import Table

TABLE = Table(
    "Speed", ("tool", "ms", "ratio"), [("ours", 120.4, 1.0), ("peer", None, 2.345)], ["Warm."]
)


def test_people_read_rounded_figures_and_dashes() -> None:
    text = TABLE.text()

    assert all(part in text for part in ("Speed", "ours", "120", "–", "2.35", "Warm."))


def test_machines_read_every_digit() -> None:
    told = json.loads(TABLE.json())

    assert told["rows"][1] == {"tool": "peer", "ms": None, "ratio": 2.345}
    assert told["notes"] == ["Warm."]
