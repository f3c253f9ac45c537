"""What the pages of a series show, prepared: templates get it and query nothing further."""
