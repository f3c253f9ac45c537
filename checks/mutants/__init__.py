"""
Mutation testing of the pure code: small changes to the program, each tried against the fast tests of its room.

`making` makes the changes and draws a sample, `planting` puts one into a running process, `trying` is a pytest
plugin that forks a process for each and runs the tests that reach it. `python -m checks.mutants --help`.
"""
