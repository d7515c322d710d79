"""What every test shares: Hypothesis without a deadline, so that a busy machine breaks no law."""

from hypothesis import settings

settings.register_profile("pepite", deadline=None)
settings.load_profile("pepite")
