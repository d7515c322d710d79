"""Ask me: what a person means in plain words, and what of theirs answers it.

The rules read a request into a question about the person's own gallery, or into the name of a
screen. No reading publishes, consents or deletes: the role is not given anything that could.
"""
