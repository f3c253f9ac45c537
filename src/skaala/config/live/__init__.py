"""The streams' door: a thin ASGI application that authenticates, waits, and passes ready-made frames on. It runs no views."""
