"""What organisers see: series, registrations and emails behind a sign-in.

It asks the rooms below, acts once and answers; it holds no rules and no tables of its own.
"""
