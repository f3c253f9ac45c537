"""Calendar files as RFC 5545 wants them, whatever is written in the announcement."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from skaala.mail.renderers.calendar import Entry, calendar_file

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)


def test_a_file_is_folded_escaped_and_without_control_characters():
    entry = Entry(
        uid="x@skaala",
        sequence=3,
        stamp=datetime(2030, 1, 1, tzinfo=UTC),
        start=datetime(2030, 3, 31, 0, 30, tzinfo=UTC),  # the clocks go forward at 1
        end=datetime(2030, 3, 31, 2, tzinfo=UTC),
        summary="Skaalaus; osa 1,\x0bäänet \x07" + "å" * 90 + "👩‍👩‍👧" * 9,
        description="Kaksi\nriviä \\ ja \u2028kolmas",
        organiser=('Maija "Masa" Mäyrä; x:y', "maija@example.org"),
    )
    content = calendar_file([entry], feed_name="Kevät,\x0bsarja", language="fi")
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 and line.decode() == line.decode("utf-8", "replace") for line in lines)
    assert not any(byte < 32 for line in lines for byte in line)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["summary"]) == entry.summary.replace("\x0b", " ").replace("\x07", " ")
    assert str(event["description"]) == entry.description
    assert event["organizer"].params["CN"] == 'Maija "Masa" Mäyrä; x:y'
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (entry.start, entry.end)


def test_only_a_feed_has_a_name_and_says_how_often_to_look():
    entry = Entry("x@skaala", 0, NOON, NOON, NOON, "A")
    plain, feed = (calendar_file([entry], language="fi", feed_name=name) for name in ("", "Kevät, syksy"))
    for key in (b"X-WR-CALNAME", b"\r\nNAME", b"REFRESH-INTERVAL", b"X-PUBLISHED-TTL"):
        assert key in feed and key not in plain
    assert "\r\nNAME;LANGUAGE=fi:Kevät\\, syksy\r\n".encode() in feed
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n" in feed and b"X-PUBLISHED-TTL:PT6H\r\n" in feed


# Quotation marks, carets and backslashes in names are the library's own matter.
NAMES = st.text(st.characters(categories=["L", "Nd", "Zs"], include_characters="\n.,;:'-()"), max_size=100)
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=200)


@settings(max_examples=300, deadline=None)
@given(summary=WORDS, description=WORDS, name=NAMES)
def test_an_independent_program_reads_what_was_written(summary: str, description: str, name: str):
    entry = Entry(
        "x@skaala",
        7,
        NOON,
        NOON,
        NOON,
        summary,
        description,
        organiser=(name, "o@example.org"),
        attendee="a@example.org",
    )
    content = calendar_file([entry], language="fi", method="REQUEST")
    lines = content.split(b"\r\n")
    assert all(len(one) <= 75 for one in lines) and all(one.decode("utf-8") is not None for one in lines)
    (event,) = Calendar.from_ical(content).walk("VEVENT")

    def written(words: str) -> str:
        return "".join(
            " " if (ord(sign) < 32 or sign == "\x7f") and sign not in "\n\t" else sign for sign in words
        )

    assert str(event["summary"]) == written(summary)
    assert str(event.get("description", "")) == written(description)
    assert event["organizer"].params.get("CN", "") == written(name).replace("\n", " ")
    assert (event["attendee"], event["sequence"]) == ("mailto:a@example.org", 7)


def test_no_words_of_a_stranger_begin_a_line_of_their_own():
    entry = Entry(
        "x@skaala", 0, NOON, NOON, NOON, "A\rATTACH:b", "A\r\nATTACH:b", "A\nATTACH:b",
        url="https://example.org/\r\nATTACH:b", organiser=("A\r\nATTACH:b", "o@example.org"),
    )  # fmt: skip
    assert b"\r\nATTACH" not in calendar_file([entry], language="fi")
