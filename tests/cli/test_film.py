"""pepite film: what cannot be made a film is told in one sentence."""

from pathlib import Path

import pytest

from bot.cli.film_work import Order, make
from bot.errors import OperatorError


@pytest.mark.parametrize("count", [1, 2])
def test_a_file_that_is_not_there_is_told_before_anything_else(count: int, tmp_path: Path) -> None:
    media = tuple(tmp_path / f"{name}.mp4" for name in range(count))
    order = Order(media, tmp_path / "out.mp4", "story", None, None, 1)
    with pytest.raises(OperatorError, match=r"0\.mp4 cannot be read \(No such file or directory"):
        make(order, shows_progress=False)
