"""Operations of this app, one module per operation."""

from skaala.catalogue.operations.actions import (
    RESERVED,
    UnableToPublish,
    publish_action,
    remove_action,
    save_action,
    withdraw_action,
)
from skaala.catalogue.operations.adoptions import (
    StageReport,
    confirm_report,
    count_adopters,
    record_history,
    refuse_report,
    report_adoption,
)
from skaala.catalogue.operations.contacts import remove_contact, save_contact
from skaala.catalogue.operations.import_actions import (
    choose_columns,
    decide,
    import_file,
    keep_file,
    start_import,
)
from skaala.catalogue.operations.index import index_action
from skaala.catalogue.operations.make_from import (
    UnableToMakeAction,
    action_from_claim,
    action_from_finding,
    action_from_statement,
)
from skaala.catalogue.operations.readiness import save_readiness
from skaala.catalogue.operations.suggestions import suggest_again
from skaala.catalogue.operations.work_out import work_out

__all__ = [
    "RESERVED",
    "StageReport",
    "UnableToMakeAction",
    "UnableToPublish",
    "action_from_claim",
    "action_from_finding",
    "action_from_statement",
    "choose_columns",
    "confirm_report",
    "count_adopters",
    "decide",
    "import_file",
    "index_action",
    "keep_file",
    "publish_action",
    "record_history",
    "refuse_report",
    "remove_action",
    "remove_contact",
    "report_adoption",
    "save_action",
    "save_contact",
    "save_readiness",
    "start_import",
    "suggest_again",
    "withdraw_action",
    "work_out",
]
