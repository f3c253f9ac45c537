"""Background tasks, and what this app forgets at night; each starts an operation."""

from skaala.workshops.jobs import forgetting
from skaala.workshops.jobs.boards import analyse_board, import_board

__all__ = ["analyse_board", "forgetting", "import_board"]
