"""Checks of the house that no ready-made tool does; Run them with `python -m checks.structure`. Not part of the installed package."""
