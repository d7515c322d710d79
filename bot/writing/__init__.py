"""The words: captions and titles that say only what is known, written by Writer."""
