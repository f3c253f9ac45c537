"""Background tasks, and what this room forgets at night; each starts an operation."""

from skaala.reports.jobs import forgetting
from skaala.reports.jobs.background import draft_report, find_candidates, find_themes, render_file

__all__ = ["draft_report", "find_candidates", "find_themes", "forgetting", "render_file"]
