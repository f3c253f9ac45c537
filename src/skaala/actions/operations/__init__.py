"""The deeds of this room, a module each."""

from skaala.actions.operations.load import load_bottlenecks

__all__ = ["load_bottlenecks"]
