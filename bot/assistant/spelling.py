"""Words that Americans and the British write differently: who looks for one finds the other."""

from typing import Final

ALIKE: Final = (
    ("aeroplane", "airplane"), ("armour", "armor"), ("centre", "center"), ("colour", "color"),
    ("cosy", "cozy"), ("doughnut", "donut"), ("favour", "favor"), ("flavour", "flavor"),
    ("grey", "gray"), ("harbour", "harbor"), ("jewellery", "jewelry"), ("neighbour", "neighbor"),
    ("pyjama", "pajama"), ("theatre", "theater"), ("traveller", "traveler"),
)  # fmt: skip


def spellings(word: str) -> frozenset[str]:
    """A folded word as both write it: "colours" and "colors"."""
    found = {word}
    for british, american in ALIKE:
        for one, other in ((british, american), (american, british)):
            if word.startswith(one):
                found.add(other + word.removeprefix(one))
    return frozenset(found)
