"""Who comes: registrations, attendances, personal links and the emails about them.

It does not know how a page looks, and it never asks for an account.
"""
