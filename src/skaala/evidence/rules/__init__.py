"""How a study is referred to, what answers a bottleneck, and tables as files; pure."""

from skaala.evidence.rules.answers import Answered, B, M, answered, gaps
from skaala.evidence.rules.references import reference

__all__ = ["Answered", "B", "M", "answered", "gaps", "reference"]
