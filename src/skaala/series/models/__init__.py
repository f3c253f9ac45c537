"""What is announced, a module per subject."""

from skaala.series.models.api_keys import ApiKey, ApiRequest
from skaala.series.models.events import Event, ProgrammeItem
from skaala.series.models.news import Material, Update
from skaala.series.models.own_words import OwnWord
from skaala.series.models.partners import RemovedSharing, SeriesPartner
from skaala.series.models.previews import SharedPreview
from skaala.series.models.public_version import PublicVersion
from skaala.series.models.retention import RetentionReport
from skaala.series.models.roles import SeriesInvitation, SeriesRole
from skaala.series.models.series import Involvement, Series
from skaala.series.models.word_lists import EventKind, Perspective, WordList

__all__ = [
    "ApiKey",
    "ApiRequest",
    "Event",
    "EventKind",
    "Involvement",
    "Material",
    "OwnWord",
    "Perspective",
    "ProgrammeItem",
    "PublicVersion",
    "RemovedSharing",
    "RetentionReport",
    "Series",
    "SeriesInvitation",
    "SeriesPartner",
    "SeriesRole",
    "SharedPreview",
    "Update",
    "WordList",
]
