"""How many conclusions there are on a board, and how long they are."""

from __future__ import annotations

MOST_CONCLUSIONS = 40
LONGEST_CONCLUSION = 400
LONGEST_UNIT = 200
