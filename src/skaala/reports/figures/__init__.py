"""
Every figure of a report, and what may be published of it: made of a snapshot of the votes and of counts.

Pure: it reads no database and has no words for people.
"""
