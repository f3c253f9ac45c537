"""Pages of an organisation's own words: its usual languages, its lists, its sets of questions."""
