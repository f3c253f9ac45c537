"""The draft of each event: times, title, number, place, mode, registration and audience, each with its evidence.

It writes what the text says and nothing else; what is left open gets the reason why.
"""
