"""The deeds of this room, a module each."""

from skaala.actions.operations.load import load_bottlenecks
from skaala.actions.operations.remove import (
    StillUsed,
    remove_bottleneck,
    remove_measure,
    remove_study,
    remove_study_finding,
    set_retired,
)
from skaala.actions.operations.save import (
    NameTaken,
    save_bottleneck,
    save_measure,
    save_study,
    save_study_finding,
)
from skaala.actions.operations.take_in import take_in_findings, take_in_measures

__all__ = [
    "NameTaken",
    "StillUsed",
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
    "take_in_findings",
    "take_in_measures",
]
