"""The wire: what arrives is kept first, what leaves leaves once."""
