"""The HTTP API: a face for programs, over the same queries and operations as the pages."""
