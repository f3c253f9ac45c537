"""Requests that no browser sends, at every public address of the running program: `make fuzz`, not part of `make test`."""
