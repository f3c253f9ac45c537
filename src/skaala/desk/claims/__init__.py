"""The claims of a series: candidates to tick, wording, splitting, merging and undoing."""
