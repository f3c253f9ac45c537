"""What to tell the reader when a child was ended."""

from __future__ import annotations

from django.utils.translation import gettext as _

from skaala.ui.child import Reason, UnableToFinish


def unfinished_message(problem: UnableToFinish) -> str:
    """Return in the reader's language why a file was not read, and what to do."""
    return {
        Reason.TOO_LONG: _("Reading the file took too long. Make it shorter, or save it in another format."),
        Reason.TOO_MUCH_MEMORY: _(
            "The file is too complex to read. Make it shorter, or save it in another format."
        ),
        Reason.FAILED: _(
            "The file could not be read. Check that it opens in its own program, and save it again."
        ),
        Reason.BUSY: _("Other files are being read just now. Wait a moment and send the file again."),
    }[problem.reason]
