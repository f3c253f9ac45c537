"""The operations of this app, one module per operation."""

from skaala.evidence.operations.import_tables import import_findings, import_measures
from skaala.evidence.operations.load import load_bottlenecks
from skaala.evidence.operations.remove import (
    StillUsed,
    remove_bottleneck,
    remove_measure,
    remove_study,
    remove_study_finding,
    set_retired,
)
from skaala.evidence.operations.save import (
    NameTaken,
    save_bottleneck,
    save_measure,
    save_study,
    save_study_finding,
)

__all__ = [
    "NameTaken",
    "StillUsed",
    "import_findings",
    "import_measures",
    "load_bottlenecks",
    "remove_bottleneck",
    "remove_measure",
    "remove_study",
    "remove_study_finding",
    "save_bottleneck",
    "save_measure",
    "save_study",
    "save_study_finding",
    "set_retired",
]
