"""Learning, if allowed: a person's own taste, and what the choices of fifty have in common.

No text and no picture is ever here: a choice is a few words of a closed list
(`storage.traits.Trait`). Taste is part of the analysis and for its person alone. A choice teaches
the ranker only with a yes of its own, and what was learnt is made anew without whoever leaves.
"""
