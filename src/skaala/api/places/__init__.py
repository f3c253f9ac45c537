"""Municipalities and networks."""
