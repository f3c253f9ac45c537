"""Whether a municipality is ready for an action, in words."""

from __future__ import annotations

from collections.abc import Mapping

from skaala.catalogue.messages.profile import ANSWERS
from skaala.catalogue.messages.readiness import NEXT_STEPS, QUESTIONS
from skaala.catalogue.models import Action
from skaala.catalogue.presenters.actions import ANSWER_MARKS, ProfileLine
from skaala.catalogue.queries.suggestions import conditions_of, lacking
from skaala.catalogue.rules.documentation import ANSWERS as KNOWN
from skaala.catalogue.rules.readiness import COMPUTED, READINESS, conditions_answer
from skaala.places.models import Municipality


def readiness_lines(action: Action, place: Municipality, given: Mapping[str, str]) -> list[ProfileLine]:
    """
    Return all questions with their answers, and the next step for each no.

    :param given: answers by question; where the figures of the municipality answer it, they do
    """
    answers = {question: given.get(question) or "unknown" for question in READINESS}
    computed = conditions_answer(action.needs, conditions_of(place))
    reason = ""
    if computed != "unknown":
        answers[COMPUTED] = computed
        needs = lacking(action, place) or action.needs
        reason = ", ".join(str(Action.Need(need).label) for need in needs if need in Action.Need.values)
    return [
        ProfileLine(
            QUESTIONS[question],
            ANSWERS[answer],
            ANSWER_MARKS[answer],
            reason if question == COMPUTED else "",
            "",
            NEXT_STEPS[question] if answer == "no" else "",
        )
        for question, answer in answers.items()
        if answer in KNOWN
    ]
