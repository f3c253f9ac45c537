"""
The document and the answers agree: whatever is asked, nothing is answered with a fault or against its schema.

Bounded here; `make fuzz` asks more (tests/fuzz/test_api.py).
"""

from __future__ import annotations

import pytest

from skaala.api.document import document, operations
from skaala.api.messages import OPERATIONS, SUBJECTS
from tests.api.contract import ask_everything, the_house

pytestmark = [pytest.mark.django_db]


def test_the_document_names_each_operation_and_has_examples():
    listed = {operation["operationId"]: operation for _path, _method, operation in operations(document())}
    assert document()["openapi"].startswith("3.1") and set(listed) == set(OPERATIONS)
    for name, operation in listed.items():
        assert operation["tags"][0] in SUBJECTS, name
        assert operation["summary"], name


def test_no_answer_is_a_fault_or_breaks_its_schema(make_key, settings):
    settings.API_REQUESTS_A_MINUTE = 1_000_000
    the_house()
    assert ask_everything("", examples=12) == []
    assert ask_everything(make_key(), examples=12) == []
