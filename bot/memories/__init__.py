"""The right moment: what to show again, when, and what never to show, chosen by Curator."""
