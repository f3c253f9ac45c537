"""The operations of this app, one module per operation."""

from skaala.series.operations.api_keys import NotOfTheOrganisation, end_api_key, make_api_key, use_api_key
from skaala.series.operations.api_requests import RequestDiffers, do_once
from skaala.series.operations.cancel_event import UnableToCancelEvent, cancel_event, resume_event
from skaala.series.operations.change_event import InvalidEvent, change_join_link, save_event, save_programme
from skaala.series.operations.copy_series import (
    CopyPlan,
    HolidayWarning,
    PlannedEvent,
    copy_series,
    plan_copy,
    warn_of_holidays,
)
from skaala.series.operations.forget import Forgotten, NightlyForgetting, forget_due, forget_series
from skaala.series.operations.news import remove_material, remove_update, save_material, save_update
from skaala.series.operations.note_public_change import note_public_change
from skaala.series.operations.partners import (
    InNotice,
    SharingEnded,
    UnableToShare,
    accept_series,
    end_sharing,
    offer_series,
    tell_removed,
)
from skaala.series.operations.previews import end_preview, share_preview
from skaala.series.operations.publish import (
    UnableToChangeStatus,
    archive,
    publish,
    publish_due,
    schedule,
    take_back_to_draft,
)
from skaala.series.operations.remove_tenant import TenantInUse, remove_tenant
from skaala.series.operations.role_invitations import (
    HasRole,
    accept_series_invitation,
    accept_series_with_new_account,
    invite_to_series,
    withdraw_series_invitation,
)
from skaala.series.operations.roles import (
    RoleHasEnded,
    change_series_role,
    end_series_role,
    give_role,
    note_use,
)
from skaala.series.operations.save_draft import UnableToSaveDraft, save_draft
from skaala.series.operations.save_series import AddressTaken, NewOrganisation, Part, save_series

__all__ = [
    "AddressTaken",
    "CopyPlan",
    "Forgotten",
    "HasRole",
    "HolidayWarning",
    "InNotice",
    "InvalidEvent",
    "NewOrganisation",
    "NightlyForgetting",
    "NotOfTheOrganisation",
    "Part",
    "PlannedEvent",
    "RequestDiffers",
    "RoleHasEnded",
    "SharingEnded",
    "TenantInUse",
    "UnableToCancelEvent",
    "UnableToChangeStatus",
    "UnableToSaveDraft",
    "UnableToShare",
    "accept_series",
    "accept_series_invitation",
    "accept_series_with_new_account",
    "archive",
    "cancel_event",
    "change_join_link",
    "change_series_role",
    "copy_series",
    "do_once",
    "end_api_key",
    "end_preview",
    "end_series_role",
    "end_sharing",
    "forget_due",
    "forget_series",
    "give_role",
    "invite_to_series",
    "make_api_key",
    "note_public_change",
    "note_use",
    "offer_series",
    "plan_copy",
    "publish",
    "publish_due",
    "remove_material",
    "remove_tenant",
    "remove_update",
    "resume_event",
    "save_draft",
    "save_event",
    "save_material",
    "save_programme",
    "save_series",
    "save_update",
    "schedule",
    "share_preview",
    "take_back_to_draft",
    "tell_removed",
    "use_api_key",
    "warn_of_holidays",
    "withdraw_series_invitation",
]
