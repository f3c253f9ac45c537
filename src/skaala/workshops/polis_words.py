"""The words of the public Polis export format: columns about a participant, and how a vote is written."""

from __future__ import annotations

ABOUT_THE_PARTICIPANT = ("participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree")
VOTES = {"1": 1, "0": 0, "-1": -1, "1.0": 1, "0.0": 0, "-1.0": -1, "-0.0": 0, "+1": 1, "−1": -1}
