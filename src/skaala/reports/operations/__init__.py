"""Deeds on reports: draft, edit, publish, render, and give way where a person must be erased."""

from skaala.reports.operations.ask import ask_for_draft, ask_for_files
from skaala.reports.operations.commit import commit, remove_commitment, withdraw_commitment
from skaala.reports.operations.draft import begin_report, draft_report
from skaala.reports.operations.edit import (
    FindingWords,
    move_finding,
    remove_finding,
    save_finding,
    save_summary,
    set_published,
)
from skaala.reports.operations.erase import erase_person, replace_version
from skaala.reports.operations.publish import (
    NamesFoundError,
    NothingToPublishError,
    Review,
    publish_report,
    review_report,
)
from skaala.reports.operations.remove import HasReportError, remove_series
from skaala.reports.operations.render import render_file
from skaala.reports.operations.take_in_steps import TakenIn, take_in_next_steps
from skaala.reports.operations.tell_outcome import draft_outcome_letter, tell_outcome
from skaala.reports.operations.themes import (
    NoSuchThemeError,
    ask_for_themes,
    erase_from_themes,
    find_series_themes,
    merge_themes,
    move_statements,
    name_theme,
    split_theme,
    take_back,
)

__all__ = [
    "FindingWords",
    "HasReportError",
    "NamesFoundError",
    "NoSuchThemeError",
    "NothingToPublishError",
    "Review",
    "TakenIn",
    "ask_for_draft",
    "ask_for_files",
    "ask_for_themes",
    "begin_report",
    "commit",
    "draft_outcome_letter",
    "draft_report",
    "erase_from_themes",
    "erase_person",
    "find_series_themes",
    "merge_themes",
    "move_finding",
    "move_statements",
    "name_theme",
    "publish_report",
    "remove_commitment",
    "remove_finding",
    "remove_series",
    "render_file",
    "replace_version",
    "review_report",
    "save_finding",
    "save_summary",
    "set_published",
    "split_theme",
    "take_back",
    "take_in_next_steps",
    "tell_outcome",
    "withdraw_commitment",
]
