"""What every update passes, outermost first: errors, person, consent, throttle."""
