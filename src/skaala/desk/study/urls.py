"""Addresses of study."""

from __future__ import annotations

from django.urls import path

from skaala.desk.study.views import bottlenecks, findings, measures, studies, tables

STUDY = "series/<slug:slug>/study/"
urlpatterns = [
    path(STUDY, studies.studies, name="study"),
    path(STUDY + "new/", studies.new_study, name="new-study"),
    path(STUDY + "<int:study_id>/", studies.edit_study, name="study-record"),
    path(STUDY + "<int:study_id>/remove/", studies.remove, name="remove-study"),
    path(STUDY + "<int:study_id>/findings/new/", findings.new_finding, name="new-study-finding"),
    path(STUDY + "<int:study_id>/findings/table/", tables.findings, name="take-in-findings"),
    path(STUDY + "<int:study_id>/findings/file/", tables.findings_file, name="findings-file"),
    path(STUDY + "<int:study_id>/findings/<int:finding_id>/", findings.edit_finding, name="study-finding"),
    path(
        STUDY + "<int:study_id>/findings/<int:finding_id>/remove/",
        findings.remove,
        name="remove-study-finding",
    ),
    path(STUDY + "measures/", measures.measures, name="measures"),
    path(STUDY + "measures/new/", measures.new_measure, name="new-measure"),
    path(STUDY + "measures/table/", tables.measures, name="take-in-measures"),
    path(STUDY + "measures/file/", tables.measures_file, name="measures-file"),
    path(STUDY + "measures/<int:measure_id>/", measures.edit_measure, name="measure"),
    path(STUDY + "measures/<int:measure_id>/remove/", measures.remove, name="remove-measure"),
    path(STUDY + "bottlenecks/", bottlenecks.bottlenecks, name="bottlenecks"),
    path(STUDY + "bottlenecks/new/", bottlenecks.new_bottleneck, name="new-bottleneck"),
    path(STUDY + "bottlenecks/<slug:name>/", bottlenecks.edit_bottleneck, name="bottleneck"),
    path(STUDY + "bottlenecks/<slug:name>/retire/", bottlenecks.retire, name="retire-bottleneck"),
]
