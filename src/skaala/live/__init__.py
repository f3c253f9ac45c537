"""The live streams: a thin ASGI application that checks a token, waits, and passes ready-made frames on.

It runs no views and holds no rules; what a frame says is made in `workshops`.
"""
