"""What is taken of a pasted chat, and what is left out."""

import pytest

from skaala.workshops.rules.chat import messages_of

TEAMS = """Maija Meikäläinen 13.05
Käynti naapurikunnassa vakuuttaa enemmän kuin esite
👍 3
Matti af Ursin, 27.3.2023 13:06
Rahoitus loppuu kesken
Muokattu
"""
TEAMS_COPIED = """[27.3.2023 13.05] Meikäläinen Maija: Käynti naapurikunnassa vakuuttaa enemmän kuin esite
[27.3.2023 13.06] Matti af Ursin: Rahoitus loppuu kesken
1 tykkäys
"""
ZOOM = """13:05:22\t From  Maija Meikäläinen  to  Everyone :
\tKäynti naapurikunnassa vakuuttaa enemmän kuin esite
13:06:01 From Matti af Ursin to Everyone: Rahoitus loppuu kesken
13:06:30\t From  Liisa  to  Everyone :
\tReacted to "Rahoitus loppuu kesken" with 👍
"""
SLIDO = """Anonymous
5 min ago
Käynti naapurikunnassa vakuuttaa enemmän kuin esite
12 upvotes
Maija Meikäläinen
13.06
Rahoitus loppuu kesken
3 ääntä
"""


@pytest.mark.parametrize("chat", [TEAMS, TEAMS_COPIED, ZOOM, SLIDO], ids=["teams", "copied", "zoom", "slido"])
def test_names_times_and_reactions_are_left_out(chat):
    found = messages_of(chat)
    assert [line for line in found if line != "5 min ago"] == [
        "Käynti naapurikunnassa vakuuttaa enemmän kuin esite",
        "Rahoitus loppuu kesken",
    ]
    assert "Maija" not in str(found)


def test_a_plain_list_stays_as_it_is():
    lines = ["Suomen Kuntaliitto auttaa", "Vuosi 2030 on liian kaukana", "Toimii hyvin"]
    assert messages_of("\n".join(lines)) == lines


@pytest.mark.parametrize("mark", ["Edited", "EDITED", "muokattu", "Redigerad 13.06", "Deleted", "poistettu"])
def test_a_mark_that_a_message_was_edited_is_no_message(mark):
    assert messages_of(f"Maija Meikäläinen 13.05\nRahoitus loppuu kesken\n{mark}") == [
        "Rahoitus loppuu kesken"
    ]
