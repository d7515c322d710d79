"""What every update passes, outermost first: errors, throttle, person, consent."""
