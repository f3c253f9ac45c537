"""Which municipalities have not registered, by region and network."""
