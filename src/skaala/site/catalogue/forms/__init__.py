"""Forms, a module per page."""
