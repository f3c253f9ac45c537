"""
Who takes part in which next step of a closing event: public, with a name, and never tied to a vote.

It knows nothing of reports.
"""
