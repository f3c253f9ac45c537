"""The audit trail of an organisation: reading and exporting it."""
