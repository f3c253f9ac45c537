"""
Attacks on the running program: `make attacks`, not part of `make test`.

An attack is one test function; the first line of its docstring says what is tried. It passes when the attack is refused.
The fixture ``house`` is the running program, ``figure`` takes a number to print beside the line.
"""
