"""A quick question as pages and screens show it: its answers with what may be said of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skaala.workshops.models import Participant, Poll, PollAnswer, PollText, PollUpvote
from skaala.workshops.queries.polls import people_who_answered, shown_texts
from skaala.workshops.rules.polls import STEPS, CloudWord, PollResult, cloud, result_of


@dataclass(frozen=True)
class AnswerShown:
    """
    One answer that can be chosen.

    :ivar key: what a form sends for it
    :ivar share: per cent, None where that is not shown
    :ivar words: the share with the number of people, or nothing
    """

    key: str
    label: Any
    is_own: bool
    share: int | None
    words: str
    people: int | None = None


@dataclass(frozen=True)
class TextShown:
    """A free answer with its upvotes, as they are shown: from five, in steps of five."""

    text: PollText
    upvotes: int
    is_own: bool
    is_upvoted: bool


@dataclass(frozen=True)
class PollShown:
    """
    A question with all that its page or screen says.

    :ivar has_answered: whether the reader has answered
    :ivar conclusion: in a sentence what the answers say, or why nothing is said
    :ivar own: texts of the reader that are not shown to the room yet, or were hidden
    """

    poll: Poll
    answers: list[AnswerShown]
    texts: list[TextShown] = field(default_factory=list)
    words: list[CloudWord] = field(default_factory=list)
    own: list[PollText] = field(default_factory=list)
    has_answered: bool = False
    conclusion: str = ""
    people: str = ""


def show_poll(poll: Poll, reader: Participant | None = None) -> PollShown:
    """Return what ``reader`` sees of a question; the room, where there is none."""
    people = people_who_answered(poll)
    counted = ngettext("%(number)s person has answered", "%(number)s people have answered", people)
    answered = counted % {"number": people}
    if poll.has_texts:
        return _in_words(poll, reader, answered)
    chosen = PollAnswer.objects.filter(poll=poll, participant=reader).first() if reader else None
    own = str(chosen.option_id or chosen.step) if chosen else ""
    result = result_of(poll.counts) if poll.results_are_shown else PollResult()
    answers = [_answer(key, label, own, result) for key, label in possible_answers(poll)]
    return PollShown(
        poll, answers, has_answered=bool(own), conclusion=_conclusion(poll, answers, result), people=answered
    )


def possible_answers(poll: Poll) -> list[tuple[str, Any]]:
    """Return what can be chosen, each with its label; nothing for questions that are answered in words."""
    if poll.kind == Poll.Kind.SCALE:
        return [(str(step), str(step)) for step in range(1, STEPS + 1)]
    return [(str(option.pk), option.text) for option in poll.options.all()]


def _answer(key: str, label: Any, own: str, result: PollResult) -> AnswerShown:
    if not result.is_exact:
        return AnswerShown(key, label, key == own, None, "")
    number, share = result.counts.get(key, 0), result.share(key)
    people = ngettext("%(number)s person", "%(number)s people", number) % {"number": number}
    return AnswerShown(key, label, key == own, share, f"{share} % ({people})", number)


def _conclusion(poll: Poll, answers: list[AnswerShown], result: PollResult) -> str:
    if not poll.results_are_shown:
        return _("The answers are shown once the question is closed.")
    if result.is_exact:
        if poll.kind == Poll.Kind.SCALE:
            total = sum(int(key) * number for key, number in result.counts.items())
            return _("%(people)s answers, on average %(mean)s") % {
                "people": result.people,
                "mean": number_format(total / result.people, 1),
            }
        return ngettext("%(people)s answer", "%(people)s answers", result.people) % {"people": result.people}
    if not result.people:
        return _("Answers are shown once at least five people have answered.")
    most = next((str(one.label) for one in answers if one.key == result.most), "")
    if most:
        return _("More than half chose: %(answer)s. Numbers are shown from ten answers.") % {"answer": most}
    return _("No answer was chosen by more than half. Numbers are shown from ten answers.")


def _in_words(poll: Poll, reader: Participant | None, answered: str) -> PollShown:
    mine = list(poll.texts.filter(author=reader)) if reader else []
    shown = shown_texts(poll) if poll.results_are_shown else []
    upvoted = set(
        PollUpvote.objects.filter(text__poll=poll, participant=reader).values_list("text", flat=True)
        if reader
        else ()
    )
    conclusion = "" if shown else _("Nothing has been written yet.")
    if not poll.results_are_shown:
        conclusion = _("The answers are shown once the question is closed.")
    is_cloud = poll.kind == Poll.Kind.WORDS
    in_order = sorted(shown, key=lambda text: text.number)
    return PollShown(
        poll,
        [],
        texts=[]
        if is_cloud
        else [
            TextShown(
                text,
                poll.counts.get(str(text.pk), 0),
                reader is not None and text.author_id == reader.pk,
                text.pk in upvoted,
            )
            for text in shown
        ],
        words=cloud((text.text, text.language) for text in in_order) if is_cloud else [],
        own=[text for text in mine if text not in shown],
        has_answered=bool(mine),
        conclusion=conclusion,
        people=answered,
    )
