"""Accounts of those who work here, organisations, and rate limits for anonymous requests.

Participants have no account and are not here.
"""
