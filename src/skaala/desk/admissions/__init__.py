"""Registering people other than by the public form: one by hand, many from a table, by invitation links."""
