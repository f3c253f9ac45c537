"""What of a conversation in files comes on a board."""

from __future__ import annotations

import pytest

from skaala.workshops.formats.conversation import (
    CastVote,
    Conversation,
    ConversationParticipant,
    ConversationPrompt,
    ConversationStatement,
    Fault,
    UnreadableConversation,
)
from skaala.workshops.rules.board_import import as_content, number_statements, prepare_import


@pytest.mark.parametrize(
    ("keys", "numbers"),
    [
        (["3", "7"], [3, 7]),
        (["0", "1"], [1, 2]),
        (["a", "7"], [1, 2]),
        (["07", "7"], [1, 2]),  # two names of one number
        (["999999"], [999_999]),
        (["1000000"], [1]),
        (["9999999999"], [1]),
        (["²"], [1]),
        ([], []),
    ],
)
def test_statements_keep_numbers_that_are_whole(keys, numbers):
    assert number_statements(keys) == dict(zip(keys, numbers, strict=True))


def a_conversation(**statements: ConversationStatement) -> Conversation:
    """Statements by their numbers, and Maija who agrees with the first."""
    found = {key.removeprefix("s"): statement for key, statement in statements.items()}
    maija = ConversationParticipant("receiver", votes=[CastVote(next(iter(found)), 1)])
    return Conversation(statements=found, participants={"maija": maija}, has_words=True)


def test_statements_come_with_their_words_in_the_order_of_their_numbers():
    conversation = a_conversation(
        s9=ConversationStatement("Bussit kulkevat", language="fi", kind="bottleneck", prompt=2, is_pinned=True,
                                 author="maija", state="hidden", translations={"sv": "Bussarna går"}),
        s4=ConversationStatement("  Yhteinen\nhankinta "),
    )  # fmt: skip
    second, first = prepare_import(conversation).statements[::-1]
    assert (first.number, first.text, first.state, first.language) == (
        4,
        "Yhteinen hankinta",
        "pending",
        "fi",
    )
    assert (second.number, second.text, second.language, second.state) == (
        9,
        "Bussit kulkevat",
        "fi",
        "hidden",
    )
    assert (second.kind, second.prompt, second.is_pinned, second.author) == ("bottleneck", 2, True, "maija")
    assert second.translations == {"sv": "Bussarna går"}


def test_what_no_moderator_has_seen_is_shown_where_people_have_voted_on_it():
    conversation = a_conversation(
        s1=ConversationStatement("Bussit kulkevat"),
        s2=ConversationStatement("Junat kulkevat"),
        s3=ConversationStatement("Kuinka vanha olet?", is_metadata=True, state="shown"),
    )
    assert [each.state for each in prepare_import(conversation).statements] == ["shown", "pending", "hidden"]


def test_statements_without_words_are_left_out_with_their_votes_unless_none_has_any():
    conversation = a_conversation(s1=ConversationStatement("Bussit kulkevat"), s2=ConversationStatement())
    conversation.participants["maija"].votes.append(CastVote("2", -1))
    conversation.participants["aino"] = ConversationParticipant(votes=[CastVote("2", 1)])
    board = prepare_import(conversation)
    assert [each.text for each in board.statements] == ["Bussit kulkevat"]
    assert {who: person.votes for who, person in board.participants.items()} == {"maija": [(1, 1)]}
    conversation.has_words = False
    board = prepare_import(conversation)
    assert [each.text for each in board.statements] == ["Bussit kulkevat", "# 2"]
    assert board.vote_count == 3


def test_who_wrote_and_did_not_vote_comes_too_and_an_unknown_perspective_is_everyone():
    conversation = a_conversation(s1=ConversationStatement("Bussit kulkevat", author="aino"))
    conversation.participants["aino"] = ConversationParticipant("mayor")
    conversation.participants["nobody"] = ConversationParticipant("receiver")
    board = prepare_import(conversation)
    assert {who: person.perspective for who, person in board.participants.items()} == {
        "maija": "receiver",
        "aino": "everyone",
    }


def test_without_a_vote_nothing_comes():
    conversation = a_conversation(s1=ConversationStatement("Bussit kulkevat"))
    conversation.participants["maija"].votes = [CastVote("unknown", 1)]
    conversation.rows["votes.csv"] = 1
    with pytest.raises(UnreadableConversation) as refused:
        prepare_import(conversation)
    assert (refused.value.fault, refused.value.file) == (Fault.NO_VOTES, "votes.csv")
    conversation.rows.clear()
    with pytest.raises(UnreadableConversation) as refused:
        prepare_import(conversation)
    assert refused.value.file == "–"


def test_a_long_statement_is_shortened_and_that_is_noted():
    conversation = a_conversation(
        s1=ConversationStatement("a" * 281),
        s2=ConversationStatement("b" * 280),
        s3=ConversationStatement("?!"),
    )
    texts = [each.text for each in prepare_import(conversation).statements]
    assert texts == ["a" * 279 + "…", "b" * 280, "?!"]
    (problem,) = conversation.problems
    assert (problem.fault, problem.line, problem.file) == ("shortened", 1, "")


def test_the_later_of_two_votes_counts_and_samples_are_the_statements_with_most():
    statements = {f"s{number}": ConversationStatement(f"Väittämä {number} tästä") for number in range(1, 6)}
    conversation = a_conversation(**statements)
    maija = conversation.participants["maija"]
    maija.votes += [CastVote("1", -1), CastVote("2", 0), CastVote("4", 1), CastVote("3", 1)]
    conversation.participants["aino"] = ConversationParticipant(votes=[CastVote("4", 1), CastVote("2", -1)])
    board = prepare_import(conversation)
    assert board.vote_count == 6
    assert [(each.text, each.agree, each.disagree, each.passed) for each in board.samples()] == [
        ("Väittämä 2 tästä", 0, 1, 1),
        ("Väittämä 4 tästä", 2, 0, 0),
        ("Väittämä 1 tästä", 0, 1, 0),
    ]


def test_what_is_kept_has_fresh_ids_alone():
    conversation = a_conversation(
        s1=ConversationStatement("Bussit kulkevat", author="maija"),
        s2=ConversationStatement("Junat kulkevat", author="somebody else"),
    )
    conversation.prompts = [ConversationPrompt("next_step", {"fi": "Mitä seuraavaksi?"})]
    conversation.is_simulated = True
    content = as_content(prepare_import(conversation), conversation, {"maija": "fresh"})
    assert content["is_simulated"] is True
    assert content["prompts"] == [{"kind": "next_step", "question": {"fi": "Mitä seuraavaksi?"}}]
    assert [each["author"] for each in content["statements"]] == ["fresh", ""]
    assert [each["text"] for each in content["statements"]] == ["Bussit kulkevat", "Junat kulkevat"]
    assert content["people"] == [{"id": "fresh", "perspective": "receiver", "votes": [(1, 1)]}]
