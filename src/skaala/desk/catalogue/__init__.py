"""The editor's pages of the catalogue: actions, what waits to be confirmed, and tables."""
