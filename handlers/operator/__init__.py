"""What the operator has the bot say of itself: its profile and its commands."""
