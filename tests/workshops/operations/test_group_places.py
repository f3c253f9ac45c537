"""Where a small group meets, how long it has, who is moved by the number on their phone, and notes that the group corrects."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skaala.desk.board.presenters import screens
from skaala.workshops import operations, queries
from skaala.workshops.models import Board, Member, Note
from skaala.workshops.operations.shuffle import shuffle_board_days
from skaala.workshops.rules import Refusal
from skaala.workshops.rules.small_groups import free_marks, place_link
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def split() -> Board:
    board = a_board()
    ends = NOW + timedelta(minutes=20)
    operations.split_room(
        board=board, count=2, way="chosen", places=["https://call.example/a  ", " Room  213 "], until=ends
    )
    board.refresh_from_db()
    assert board.timer_ends_at == ends
    return board


def test_each_group_has_its_place_and_only_a_call_is_a_link(split):
    first, second = queries.small_groups(split)
    assert (first.place, first.link) == ("https://call.example/a", "https://call.example/a")
    assert (second.place, second.link) == ("Room 213", "")
    operations.rename_group(board=split, group_id=second.pk, name="Talous", place="javascript:alert(1)")
    assert queries.small_groups(split)[1].link == ""
    assert place_link("https://call.example/ and more") == ""


def test_a_person_is_moved_by_their_number_until_all_are_together(split):
    first, second = queries.small_groups(split)
    people = [a_participant(split.event.series) for _ in range(5)]
    for who in people:
        operations.choose_group(board=split, participant=who, group_id=first.pk)
    marks = {member.participant: member.mark for member in Member.objects.all()}
    assert len(set(marks.values())) == 5 and all(10 <= mark <= 99 for mark in marks.values())
    operations.move_member(board=split, mark=marks[people[2]], group_id=second.pk)
    assert [queries.group_of(split, who) for who in people] == [first, first, second, first, first]
    operations.choose_group(board=split, participant=people[0], group_id=second.pk)  # keeps the number
    assert queries.membership_of(split, people[0]).mark == marks[people[0]]
    with refused(Refusal.NO_SUCH_NUMBER):
        operations.move_member(board=split, mark=9, group_id=second.pk)
    with refused(Refusal.NO_SUCH_GROUP):
        operations.move_member(board=split, mark=marks[people[1]], group_id=people[0].pk)
    operations.bring_together(board=split)
    assert set(Member.objects.values_list("mark", flat=True)) == {None}
    split.refresh_from_db()
    assert split.timer_ends_at is None
    with refused(Refusal.NOT_SPLIT):
        operations.move_member(board=split, mark=marks[people[1]], group_id=second.pk)


def test_numbers_of_a_forgotten_split_go_at_night(split):
    (first, _second) = queries.small_groups(split)
    who = a_participant(split.event.series)
    operations.choose_group(board=split, participant=who, group_id=first.pk)
    shuffle_board_days(now=NOW + timedelta(days=30))  # nobody has voted for a month
    assert queries.membership_of(split, who).mark is None


def test_numbers_are_short_and_enough_for_the_largest_room():
    assert free_marks(90, (), seed=1) == free_marks(90, (), seed=1)
    found = free_marks(1200, range(10, 60), seed=2)
    assert len(set(found)) == 1200 and not set(found) & set(range(10, 60))
    assert sorted(found)[:40] == list(range(60, 100))


def test_a_group_corrects_its_notes_and_loses_none(split):
    first, second = queries.small_groups(split)
    one, two, other = (a_participant(split.event.series) for _ in range(3))
    for who, group in ((one, first), (two, first), (other, second)):
        operations.choose_group(board=split, participant=who, group_id=group.pk)
    note = operations.write_note(board=split, participant=one, text="Sovimem")

    def changes(who, before, text):
        operations.change_note(board=split, participant=who, note_id=note.pk, before=before, text=text)
        return list(first.notes.values_list("text", flat=True))

    assert changes(two, "Sovimem", "Sovimme") == ["Sovimme"]
    # Who has seen the older words overwrites nothing, and what they wrote is kept.
    assert changes(one, "Sovimem", "Sovimme näin") == ["Sovimme", "Sovimme näin"]
    assert changes(one, "Sovimem", " ") == ["Sovimme", "Sovimme näin"]
    assert changes(one, "Sovimme", " ") == ["Sovimme näin"]
    operations.change_note(
        board=split, participant=other, note_id=first.notes.get().pk, before="Sovimme näin", text=""
    )
    assert Note.objects.count() == 1  # another group's note is not theirs


def test_what_groups_said_is_on_screens_once_all_are_together(split):
    (first, _second) = queries.small_groups(split)
    who = a_participant(split.event.series)
    operations.choose_group(board=split, participant=who, group_id=first.pk)
    statement = a_statement(split, "Rahoitus puuttuu pieniltä", who)
    for number in range(5):
        operations.write_note(board=split, participant=who, text=f"Asia {number}")
    operations.write_note(board=split, participant=who, text="x" * 900)
    assert next(one.kind for one in screens(split)) == "groups"
    assert not [one for one in screens(split) if one.kind == "group_said"]
    operations.bring_together(board=split)
    split.refresh_from_db()
    pages = [one.content()["said"] for one in screens(split) if one.kind == "group_said"]
    assert [len(page) for page in pages] == [4, 1, 1, 1]
    assert [each for page in pages for each in page] == [*Note.objects.all(), statement]
    (shown, empty) = queries.small_groups(split)
    assert shown.written == [statement] and empty.written == []
