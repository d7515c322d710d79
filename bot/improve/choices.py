"""A choice: traits of what was taken and of what was passed over, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass

from storage.traits import About, Trait

Option = frozenset[Trait]
NOTHING: Option = frozenset()


@dataclass(frozen=True, slots=True)
class Choice:
    """One act of a person.

    chosen: empty where something was only turned away.
    over: the other options that were in sight; empty where something was only kept.

    Raises ValueError for anything that is not a trait of what was chosen among.
    """

    about: About
    chosen: Option = NOTHING
    over: tuple[Option, ...] = ()

    def __post_init__(self) -> None:
        if not self.chosen and not any(self.over):
            raise ValueError("a choice takes something or turns something away")
        for trait in frozenset().union(self.chosen, *self.over):
            if not isinstance(trait, Trait):
                raise ValueError("a choice speaks in traits only")  # noqa: TRY004 - a value is not kept
            if self.about not in {trait.about, About.DRAFT}:
                raise ValueError("a trait of something else")

    def pairs(self) -> Iterator[tuple[Option, Option]]:
        """What was chosen, against each other option; against nothing where there was none."""
        for other in self.over or (NOTHING,):
            yield self.chosen, other


def picked(chosen: Trait, *over: Trait) -> Choice:
    """One of several that differ in one trait: a theme, a shape, a spirit, a look, a wish."""
    others = tuple(frozenset({trait}) for trait in over if trait is not chosen)
    return Choice(chosen.about, frozenset({chosen}), others)


def turned_away(traits: Option) -> Choice:
    """A layout that its person asked to see another for."""
    return Choice(About.LAYOUT, over=(traits,))


def kept(traits: Option) -> Choice:
    """A draft as its person published it."""
    return Choice(About.DRAFT, traits)
