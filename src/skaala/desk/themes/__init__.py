"""The themes of a series: finding, naming, merging, splitting and moving."""
