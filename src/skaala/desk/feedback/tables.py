"""Results of feedback as a table to download."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.desk.frame.downloads import Table
from skaala.registration.queries.feedback import Result


def feedback_table(label: str, slug: str, results: Iterable[Result]) -> Table:
    """Return the results of a survey: a row an option or a free answer; what too few have answered is left out."""

    def rows() -> Iterable[Sequence[str]]:
        for result in results:
            question = str(result.question.text)
            if not result.is_shown:
                yield [question, "", _("not shown: too few answers")]
            for option, people_ in result.rows:
                yield [question, option, str(people_)]
            for words in result.question.words if result.is_shown else ():
                yield [question, words, ""]

    heads = [pgettext("feedback", "Question"), _("Answer"), _("People")]
    name = f"{slug}-{pgettext('file name', 'feedback')}"
    return Table(name, f"{_('Feedback')} {label}", heads, rows())
