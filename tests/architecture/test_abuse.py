"""Every abuse case that the product promises to withstand has a test that bears its number."""

import re

import pytest

from tests.architecture.house import ROOT

PROMISED = (1, 2, 3, 4, 5, 7, 12, 13, 16, 17, 18, 20, 31, 32, 33, 40, 41, 42)
NUMBERED = re.compile(r"^(?:async )?def test_(\d+)(?:_and_(\d+))?_", re.MULTILINE)


@pytest.mark.parametrize("case", PROMISED)
def test_a_case_of_abuse_has_its_number_in_a_test(case: int) -> None:
    tests = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert str(case) in {number for found in NUMBERED.findall(tests) for number in found}
