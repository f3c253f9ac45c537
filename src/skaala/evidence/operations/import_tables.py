"""Taking support measures and findings in from a table: the rows that can be used, all of them or none."""

from __future__ import annotations

from django.db import transaction

from skaala.evidence.models import Study, StudyFinding, SupportMeasure
from skaala.evidence.operations.save import next_order, save_measure
from skaala.evidence.queries.reading import Reading, RowAction, read_findings, read_measures
from skaala.evidence.rules.table_file import Sheet
from skaala.people.models import Tenant


@transaction.atomic
def import_measures(*, sheet: Sheet, study: Study | None = None, owner: Tenant | None = None) -> Reading:
    """Save the rows that can be used and return what was read; columns that the table lacks stay as they are."""
    reading = read_measures(sheet, study=study, owner=owner)
    for line in reading.lines:
        if line.action == RowAction.NOTHING:
            continue
        measure = line.record or SupportMeasure(study=study, tenant=owner)
        for key, value in line.says.items():
            if key != "answers":
                setattr(measure, key, value)
        save_measure(measure=measure, answers=line.says.get("answers"))
    return reading


@transaction.atomic
def import_findings(*, sheet: Sheet, study: Study) -> Reading:
    """Save the rows that can be used and return what was read; new findings come after those held."""
    reading = read_findings(sheet, study=study)
    order = next_order(study)
    for line in reading.lines:
        if line.action == RowAction.NOTHING:
            continue
        finding = line.record or StudyFinding(study=study, order=order)
        order += line.record is None
        for key, value in line.says.items():
            setattr(finding, key, value)
        finding.save()
    return reading
