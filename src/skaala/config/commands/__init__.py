"""One module per command of `skaala`; each is loaded only when it is asked for."""
