"""Who has a role in a single series, and which links open a part of it without an account."""
