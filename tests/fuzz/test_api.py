"""Whatever programs ask, also what the document does not allow: no fault, and no answer against its schema."""

from __future__ import annotations

import os

import pytest

from tests.api.conftest import make_key  # noqa: F401  a fixture
from tests.api.contract import ask_everything, the_house

EXAMPLES = int(os.environ.get("FUZZ_API_EXAMPLES", "200"))


@pytest.mark.django_db
def test_no_answer_of_the_api_is_a_fault_or_breaks_its_schema(make_key, settings):  # noqa: F811
    settings.API_REQUESTS_A_MINUTE = 1_000_000
    the_house()
    wrong = [*ask_everything("", examples=EXAMPLES), *ask_everything(make_key(), examples=EXAMPLES)]
    for each in wrong:
        print(each)
    assert not wrong
