"""Words for people about emails."""

import pytest
from django.utils import translation

from skaala.mail.messages import DELIVERY_PROBLEMS, delivery_problem
from skaala.mail.rules.delivery import Code


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("code", list(Code))
def test_each_problem_of_delivery_has_words_in_the_reader_s_language(language, code):
    with translation.override("en"):
        english = delivery_problem(code, "554")
    with translation.override(language):
        assert delivery_problem(code, "554") != english
        assert ("554" in delivery_problem(code, "554")) == ("%s" in str(DELIVERY_PROBLEMS[code]))


def test_no_problem_has_no_words():
    assert delivery_problem("", "") == ""
