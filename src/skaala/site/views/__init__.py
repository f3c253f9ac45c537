"""One module a subject; each view asks the rooms below, acts once and answers."""
