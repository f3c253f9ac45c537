"""Words for people: refusals, labels and what is wrong with files, a module per subject."""
