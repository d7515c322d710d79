"""The film message: what it says, its buttons, how it comes."""
