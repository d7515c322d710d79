"""Telegram on loopback: a strict Bot API server, a scripted person, a page; for demo and tests.

`server.Sandbox` is the way in; a bot talks to it over HTTP exactly as it would to Telegram.
"""
