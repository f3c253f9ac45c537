"""A quick question as pages and screens show it: its answers with what may be said of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skaala.ui.texts import Texts
from skaala.workshops.models import Participant, Poll, PollAnswer, PollText, PollUpvote
from skaala.workshops.presenters.frames import answered_words
from skaala.workshops.queries.polls import (
    NextSet,
    next_set,
    people_who_answered,
    shown_texts,
    steps_to_order,
)
from skaala.workshops.rules.polls import STEPS, CloudWord, PollResult, cloud, order_of, result_of


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
class StepInOrder:
    """
    A next step in the order by best–worst choices.

    :ivar words: its place, and between which places it is in 95 of 100 draws of the people
    :ivar left: where the interval of its score begins, in per cent of the line from least to most important
    :ivar width: how wide the interval is
    """

    label: Texts
    words: str
    score: int
    low: int
    high: int
    first_place: int
    last_place: int

    @property
    def left(self) -> float:
        return min((self.low + 100) / 2, 100 - self.width)

    @property
    def width(self) -> float:
        return max(1.0, (self.high - self.low) / 2)


@dataclass(frozen=True)
class PollShown:
    """
    A question with all that its page or screen says.

    :ivar has_answered: whether the reader has answered
    :ivar conclusion: in a sentence what the answers say, or why nothing is said
    :ivar order: of next steps the order, most important first, where it may be shown
    :ivar asked: the set of next steps that the reader is asked about next
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
    order: list[StepInOrder] = field(default_factory=list)
    asked: NextSet | None = None


def show_poll(poll: Poll, reader: Participant | None = None) -> PollShown:
    """Return what ``reader`` sees of a question; the room, where there is none."""
    people = people_who_answered(poll)
    answered = answered_words(people)
    if poll.has_texts:
        return _in_words(poll, reader, answered)
    if poll.kind == Poll.Kind.ORDER:
        return _in_order(poll, reader, answered)
    chosen = PollAnswer.objects.filter(poll=poll, participant=reader).first() if reader else None
    own = str(chosen.option_id or chosen.step) if chosen else ""
    result = result_of(poll.counts) if poll.results_are_shown else PollResult()
    answers = [_answer(key, label, own, result) for key, label in possible_answers(poll)]
    return PollShown(
        poll, answers, has_answered=bool(own), conclusion=_conclusion(poll, answers, result), people=answered
    )


def _in_order(poll: Poll, reader: Participant | None, answered: str) -> PollShown:
    order = order_of(poll.counts) if poll.results_are_shown else order_of({})
    labels = {str(one.pk): one.label for one in steps_to_order(poll)}
    shown = [
        StepInOrder(
            labels[one.item],
            _place(one.first_rank, one.last_rank),
            one.score,
            one.low,
            one.high,
            one.first_rank,
            one.last_rank,
        )
        for one in order.items
        if one.item in labels
    ]
    if shown:
        said = ngettext(
            "A relative order by the choices of %(people)s person. Where lines overlap, the order is uncertain. It does not say how many support a step.",
            "A relative order by the choices of %(people)s people. Where lines overlap, the order is uncertain. It does not say how many support a step.",
            order.people,
        ) % {"people": order.people}
    elif poll.results_are_shown:
        said = _("Fewer than ten people have compared the next steps, so there is no order.")
    else:
        said = _("The order is shown once the question is closed.")
    is_open = reader is not None and poll.state == Poll.State.OPEN
    asked = next_set(poll, reader) if is_open and reader is not None else None
    has_answered = reader is not None and poll.choices.filter(participant=reader).exists()
    return PollShown(
        poll, [], has_answered=has_answered, conclusion=said, people=answered, order=shown, asked=asked
    )


def _place(first: int, last: int) -> str:
    if first == last:
        return _("place %(place)s") % {"place": first}
    return _("somewhere from place %(first)s to %(last)s") % {"first": first, "last": last}


def possible_answers(poll: Poll) -> list[tuple[str, Any]]:
    """Return what can be chosen, each with its label; nothing for questions that are answered in words."""
    if poll.kind == Poll.Kind.SCALE:
        return [(str(step), str(step)) for step in range(1, STEPS + 1)]
    return [(str(option.pk), option.label) for option in poll.options.all()]


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
