"""The OpenAI-compatible endpoint, if the operator named one: one client, budgets, time limits.

A role asks the gate first, then `Remote`; whatever is wrong out there is one `RemoteUnavailable`
with a `Reason`, and the room's embedded engine answers instead, with a word about it.
"""
