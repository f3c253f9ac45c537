"""What texts that name somebody are called."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from skaala.workshops.queries.mentions import Kind

KINDS = {
    Kind.STATEMENT: _("Statement"),
    Kind.TRANSLATION: _("Translation of a statement"),
    Kind.NOTE: _("Note of a small group"),
    Kind.ANSWER: _("Answer to a quick question"),
    Kind.CONCLUSION: _("Conclusion of a workshop"),
    Kind.NEWS: _("News"),
}
