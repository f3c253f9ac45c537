"""Operations of this room, one module per operation; those of themes and commitments are in their packages."""

from skaala.reports.operations.assist import (
    NamesPeople,
    UnableToAssist,
    approve_assistance,
    is_offered,
    obtain_assistance,
    request_assistance,
)
from skaala.reports.operations.draft import begin_report, draft_report, renew_concluded
from skaala.reports.operations.edit import (
    FindingWords,
    move_finding,
    remove_finding,
    save_finding,
    save_summary,
    set_published,
)
from skaala.reports.operations.erase import erase_masked, erase_person, replace_version
from skaala.reports.operations.identical import is_published_already
from skaala.reports.operations.import_next_steps import ImportedSteps, import_next_steps
from skaala.reports.operations.publish import (
    DraftedUnderEarlierRule,
    NamesFound,
    NothingToPublish,
    PublishedAlready,
    QuotationsUntranslated,
    UnableToPublish,
    publish_report,
)
from skaala.reports.operations.remove import HasReport, remove_series
from skaala.reports.operations.render import render_file
from skaala.reports.operations.request import request_draft, request_files
from skaala.reports.operations.review import Review, review_report
from skaala.reports.operations.send_outcome import draft_outcome_email, send_outcome_email
from skaala.reports.operations.unpublish import UnableToUnpublish, may_be_unpublished, unpublish

__all__ = [
    "DraftedUnderEarlierRule",
    "FindingWords",
    "HasReport",
    "ImportedSteps",
    "NamesFound",
    "NamesPeople",
    "NothingToPublish",
    "PublishedAlready",
    "QuotationsUntranslated",
    "Review",
    "UnableToAssist",
    "UnableToPublish",
    "UnableToUnpublish",
    "approve_assistance",
    "begin_report",
    "draft_outcome_email",
    "draft_report",
    "erase_masked",
    "erase_person",
    "import_next_steps",
    "is_offered",
    "is_published_already",
    "may_be_unpublished",
    "move_finding",
    "obtain_assistance",
    "publish_report",
    "remove_finding",
    "remove_series",
    "render_file",
    "renew_concluded",
    "replace_version",
    "request_assistance",
    "request_draft",
    "request_files",
    "review_report",
    "save_finding",
    "save_summary",
    "send_outcome_email",
    "set_published",
    "unpublish",
]
