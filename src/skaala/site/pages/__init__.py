"""Pages of plain text: about the service, privacy, accessibility."""
