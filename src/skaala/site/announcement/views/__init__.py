"""The public pages of series and events, one module per page or file."""
