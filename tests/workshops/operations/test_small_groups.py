"""Small groups: drawn by lot, or chosen; what they write stays theirs until all are together again."""

from __future__ import annotations

import itertools
import json
import threading
from collections import Counter

import pytest
from django.db import connection

from skaala.desk.board.presenters import screens
from skaala.workshops import operations, queries
from skaala.workshops.links.live import Audience
from skaala.workshops.models import Member, Note
from skaala.workshops.presenters.frames import compose
from skaala.workshops.rules import Refusal
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, at, refused, votes


@pytest.fixture
def room(db):
    """A board with twelve people who have taken a stand, and one guest at the door who has been let in."""
    board = a_board()
    statement = a_statement(board)
    people = [a_participant(board.event.series, size_class=size) for size in ("small", "medium", "large") * 4]
    for who in people:
        votes(board, who, statement, 1)
    guest, _ = operations.enter_as_guest(
        board=board, chosen=operations.Chosen("network"), now=board.event.start
    )
    return board, people, guest


def test_the_room_is_split_by_lot_guests_too_and_late_comers_find_a_place(room):
    board, people, guest = room
    operations.split_room(board=board, count=3, way="drawn", seed=5)
    board.refresh_from_db()
    groups = {member.participant_id: member.group_id for member in Member.objects.all()}
    author = board.statements.get().author_id
    assert set(groups) == {who.pk for who in people} | {guest.pk, author}
    assert sorted(Counter(groups.values()).values()) == [4, 5, 5]
    sizes = Counter(Member.objects.values_list("group", "participant__size_class"))
    assert all(
        sizes[group, size] in {1, 2}
        for group in set(groups.values())
        for size in ("small", "medium", "large")
    )
    late = a_participant(board.event.series)
    place = operations.find_place(board=board, participant=late)
    assert place == queries.group_of(board, late) == operations.find_place(board=board, participant=late)
    assert sorted(Counter(Member.objects.values_list("group", flat=True)).values()) == [5, 5, 5]


def test_what_a_group_writes_is_its_own_until_all_are_together(room):
    board, people, _guest = room
    operations.split_room(board=board, count=2, way="chosen", names=["Talous ", "", "too many"])
    board.refresh_from_db()
    money, other = queries.small_groups(board)
    assert (str(money), str(other)) == ("Talous", "2")
    inside, outside, undecided = people[:3]
    assert operations.find_place(board=board, participant=inside) is None
    operations.choose_group(board=board, participant=inside, group_id=money.pk)
    operations.choose_group(board=board, participant=outside, group_id=money.pk)
    operations.choose_group(board=board, participant=outside, group_id=other.pk)  # told to go elsewhere
    assert Member.objects.count() == 2
    statement = a_statement(board, "Rahoitus puuttuu pieniltä", inside)
    assert statement.small_group == money

    def sees(who) -> bool:
        return statement in [line.statement for line in queries.lines(board, who)]

    assert [sees(who) for who in (inside, outside, undecided)] == [True, False, False]
    operations.write_note(board=board, participant=inside, text="Sovimme:\nkolme asiaa")
    operations.write_note(board=board, participant=inside, text="Sovimme:\r\nkolme asiaa")  # pressed twice
    with refused(Refusal.NOT_SPLIT):
        operations.write_note(board=board, participant=undecided, text="Ei ryhmää")
    with refused(Refusal.EMPTY):
        operations.write_note(board=board, participant=inside, text="\u202e \n")
    with refused(Refusal.NOTE_TOO_LONG):
        operations.write_note(board=board, participant=inside, text="x" * 1001)
    assert [(n.group, n.number, n.text) for n in Note.objects.all()] == [(money, 1, "Sovimme:\nkolme asiaa")]
    assert {field.name for field in Note._meta.concrete_fields} == {
        "id",
        "group",
        "number",
        "text",
    }  # and nobody's name

    operations.bring_together(board=board)
    board.refresh_from_db()
    assert [sees(who) for who in (inside, outside, undecided)] == [True, True, True]
    assert a_statement(board, "Kaikkien kesken kirjoitettu", inside).small_group is None
    assert [list(group.notes.values_list("text", flat=True)) for group in queries.small_groups(board)] == [
        ["Sovimme:\nkolme asiaa"],
        [],
    ]
    with refused(Refusal.NOT_SPLIT):
        operations.bring_together(board=board)
    # In a second round what the first one wrote stays seen by all.
    operations.split_room(board=board, count=2, way="drawn", seed=1)
    board.refresh_from_db()
    assert all(sees(who) for who in people)


def test_splits_that_make_no_sense_are_refused(room):
    board, people, _guest = room
    for count, way in ((1, "drawn"), (31, "drawn"), (3, "by mood"), (3, "")):
        with refused(Refusal.NUMBER_OF_GROUPS):
            operations.split_room(board=board, count=count, way=way)
    with refused(Refusal.NOT_SPLIT):
        operations.choose_group(board=board, participant=people[0], group_id=people[0].pk)
    board = at(board, "look")
    with refused(Refusal.WEIGHING_OVER):
        operations.split_room(board=board, count=3, way="drawn")


def test_a_group_is_added_renamed_and_removed_while_the_room_is_split(room):
    board, people, _guest = room
    with refused(Refusal.NOT_SPLIT):
        operations.add_group(board=board)
    operations.split_room(board=board, count=2, way="drawn", seed=5)
    board.refresh_from_db()
    first, second = queries.small_groups(board)
    with refused(Refusal.NUMBER_OF_GROUPS):  # one alone is no small group
        operations.remove_group(board=board, group_id=second.pk)
    third = operations.add_group(board=board, name="  Lisää  tilaa ")
    assert (third.number, third.name) == (3, "Lisää tilaa")
    assert operations.rename_group(board=board, group_id=first.pk, name="Talous").name == "Talous"
    late = [a_participant(board.event.series) for _ in range(3)]
    assert {operations.find_place(board=board, participant=who) for who in late} == {third}
    operations.choose_group(board=board, participant=people[0], group_id=third.pk)
    # Those of a group that goes are spread over the others; nobody is lost, and what is written keeps its group.
    operations.remove_group(board=board, group_id=second.pk)
    left = Counter(Member.objects.values_list("group", flat=True))
    assert (
        set(left) == {first.pk, third.pk} and left.total() == 17 and abs(left[first.pk] - left[third.pk]) <= 1
    )
    fourth = operations.add_group(board=board)
    assert fourth.number == 4
    operations.write_note(board=board, participant=people[0], text="Tämä jää")
    with refused(Refusal.GROUP_IN_USE):
        operations.remove_group(board=board, group_id=third.pk)
    with refused(Refusal.NO_SUCH_GROUP):
        operations.rename_group(board=board, group_id=second.pk, name="Poissa")


def frame(board) -> dict:
    board.refresh_from_db()
    return json.loads(compose(board, Audience.PARTICIPANT)[0].body)


def test_open_pages_hear_of_every_change_of_the_groups_and_an_older_page_moves_nothing(room):
    board, _people, _guest = room
    seen = board.version

    def group():
        board.refresh_from_db()
        return queries.small_groups(board).last().pk

    actions = [
        lambda: operations.split_room(board=board, count=2, way="drawn"),
        lambda: operations.rename_group(board=board, group_id=group(), name="Talous"),
        lambda: operations.add_group(board=board, name="Kolmas"),
        lambda: operations.remove_group(board=board, group_id=group()),
        lambda: operations.split_room(board=board, count=2, way="chosen"),
        lambda: operations.bring_together(board=board),
    ]
    frames = [frame(board)]
    for action in actions:
        action()
        frames.append(frame(board))
    assert [each["version"] for each in frames] == list(range(seen, seen + len(frames)))
    said = [each["groups"] for each in frames]
    assert all(before != after for before, after in itertools.pairwise(said))
    assert (said[0], said[-1]) == ("", "")
    with refused(Refusal.MOVED_MEANWHILE):
        operations.move_phase(board=board, to="weigh", version=seen, now=NOW)


@pytest.mark.django_db(transaction=True)
def test_many_late_comers_at_once_are_spread_evenly_and_each_has_one_place():
    board = a_board()
    operations.split_room(board=board, count=3, way="drawn")
    board.refresh_from_db()
    crowd = [a_participant(board.event.series) for _ in range(6)]
    problems: list[Exception] = []

    def come(who) -> None:
        try:
            operations.find_place(board=board, participant=who)
        except Exception as problem:
            problems.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=come, args=[who]) for who in crowd * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert sorted(Counter(Member.objects.values_list("group", flat=True)).values()) == [2, 2, 2]


def test_the_room_is_shown_nothing_that_a_small_group_wrote_until_all_are_together(room):
    board, people, _guest = room
    earlier = board.statements.get()
    operations.split_room(board=board, count=2, way="drawn", seed=5)
    board.refresh_from_db()
    own = a_statement(board, "Ryhmän oma ajatus", people[0])
    (wall,) = [screen for screen in screens(board) if screen.name == "wall"]
    assert wall.content()["pages"] == [[earlier]]
    with refused(Refusal.UNKNOWN_STATEMENT):
        operations.present(board=board, statement_id=own.pk)
    assert [operations.present_next(board=board, step=1) for _ in range(2)] == [earlier, earlier]
    board.refresh_from_db()
    assert queries.place_of(board, earlier) == (1, 1)
    operations.bring_together(board=board)
    board.refresh_from_db()
    operations.present(board=board, statement_id=own.pk)
    board.refresh_from_db()
    assert queries.presented(board) == own
    # Split once more, what was written before belongs to all.
    operations.split_room(board=board, count=2, way="drawn", seed=6)
    board.refresh_from_db()
    assert queries.presented(board) == own
