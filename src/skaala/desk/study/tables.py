"""Support measures and findings as tables that can be taken in again, column by column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.desk.frame.downloads import Table
from skaala.desk.study.presenters import country_name
from skaala.evidence.messages import columns
from skaala.evidence.models import Bottleneck, StudyFinding, SupportMeasure
from skaala.ui.languages import LANGUAGES
from skaala.ui.offered import offered
from skaala.ui.texts import Texts


def measures_table(listed: Iterable[SupportMeasure]) -> Table:
    """Return support measures, one a row."""

    def rows() -> Iterable[list[str]]:
        for one in listed:
            yield [
                str(one.get_kind_display()),
                *_each(one.name),
                *_each(one.description),
                country_name(one.country) if one.country else "",
                one.offered_by,
                one.url,
                " | ".join(_name(bottleneck) for bottleneck in one.answers.all()),
                one.source,
                one.source_url,
                _("yes") if one.is_illustrative else "",
            ]

    heads = _heads(columns.MEASURES)
    return Table(pgettext("file name", "support-measures"), _("Support measures"), heads, rows())


def findings_table(listed: Iterable[StudyFinding]) -> Table:
    """Return what a study found, one a row."""

    def rows() -> Iterable[list[str]]:
        for one in listed:
            yield [
                str(one.get_kind_display()),
                *_each(one.text),
                _name(one.bottleneck) if one.bottleneck else "",
                one.passage,
            ]

    return Table(pgettext("file name", "findings"), _("Findings"), _heads(columns.FINDINGS), rows())


def _heads(known: Iterable[columns.Column]) -> list[Any]:
    """Return the heads of columns; those of languages that are not offered are left out."""
    left_out = {code for code in LANGUAGES if code not in offered()}
    return [str(column.head) for column in known if column.key.rpartition("_")[2] not in left_out]


def _each(texts: Texts) -> list[str]:
    return [texts.get(code) for code in offered()]


def _name(bottleneck: Bottleneck) -> str:
    return str(bottleneck.name)
