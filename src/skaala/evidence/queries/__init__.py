"""Reading bottlenecks, measures and studies, a module per subject."""

from skaala.evidence.queries.bottlenecks import (
    STUDY,
    Row,
    answered,
    bottlenecks,
    bottlenecks_with_use,
    find_bottleneck,
    gaps,
    met_in_studies,
)
from skaala.evidence.queries.measures import (
    Crossing,
    find_measure,
    find_measures,
    kinds_by_place,
    measures,
    measures_answering,
)
from skaala.evidence.queries.ownership import may_edit
from skaala.evidence.queries.studies import find_study, studies, study_findings

__all__ = [
    "STUDY",
    "Crossing",
    "Row",
    "answered",
    "bottlenecks",
    "bottlenecks_with_use",
    "find_bottleneck",
    "find_measure",
    "find_measures",
    "find_study",
    "gaps",
    "kinds_by_place",
    "may_edit",
    "measures",
    "measures_answering",
    "met_in_studies",
    "studies",
    "study_findings",
]
