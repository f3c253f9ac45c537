"""Views, a module per page."""
