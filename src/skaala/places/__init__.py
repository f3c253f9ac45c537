"""Municipalities, regions, networks and venues, with the years in which they hold.

It holds facts about places only, never about the people in them.
"""
