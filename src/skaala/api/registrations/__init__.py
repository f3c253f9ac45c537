"""Who has registered."""
