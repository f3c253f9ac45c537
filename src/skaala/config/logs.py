"""Keeps personal links and e-mail addresses out of the logs."""

from __future__ import annotations

import logging
import re

from skaala.config.secret_paths import mask_keys

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
# PostgreSQL tells the values on which a statement failed: a whole row, with names.
_DETAIL = re.compile(r"\bDETAIL:\s.*(?:\n(?!HINT:|CONTEXT:|LINE |Traceback|\s).*)*")


def mask(text: str) -> str:
    """Return ``text`` with the tokens of personal links, e-mail addresses and a database's failed values replaced by `…`."""
    return _ADDRESS.sub("…@…", mask_keys(_DETAIL.sub("DETAIL: …", text)))


class HideTokens(logging.Filter):
    """Masks what a handler is about to write: the message with its arguments, and the traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = mask(record.getMessage()), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = mask(record.exc_text)
        if record.stack_info:
            record.stack_info = mask(record.stack_info)
        return True
