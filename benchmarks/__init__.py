"""One module per bench of `skaala bench`; each is loaded only when it is asked for."""
