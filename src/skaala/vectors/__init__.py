"""
Sentence vectors: what texts mean as numbers, made by an encoder in a child process and kept by the texts' hashes.

It knows texts only, never where they come from. Without the encoder's package, on a processor it does not fit, or
switched off, there are no vectors, and the rooms above do without.
"""
