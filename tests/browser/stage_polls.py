"""Quick questions of the stage, one of each kind, with answers as long as people write them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from skaala.ui.texts import Texts


def quick_questions(board: Any, who: Any, now: datetime) -> dict[str, str]:
    """A closed choice with numbers, a scale, a word cloud and free answers that are open, and a question not asked yet."""
    from skaala.workshops import operations
    from skaala.workshops.models import Poll
    from tests.browser.stage_boards import LONG_WORD
    from tests.workshops.boards import participants

    def ask(kind: str, question: str, *options: str) -> Poll:
        poll = Poll(board=board, kind=kind, question=Texts(fi=question), hides_until_closed=False)
        poll.low, poll.high = Texts(fi="ei ollenkaan"), Texts(fi="erittäin paljon")
        return operations.save_poll(poll=poll, options=[Texts(fi=one) for one in options])

    people = participants(board.event.series, 12)
    choice = ask(
        "choice", f"Mihin {LONG_WORD} tarvitsee eniten apua?", "Rahoitukseen", LONG_WORD, "En osaa sanoa"
    )
    operations.open_poll(board=board, poll_id=choice.pk)
    options = [str(one.pk) for one in choice.options.all()]
    for place, person in enumerate(people):
        operations.choose_answer(
            board=board, participant=person, poll_id=choice.pk, chosen=options[min(place // 5, 2)]
        )
    operations.close_poll(board=board, poll_id=choice.pk, now=now)
    words = ask("words", "Mikä sana kuvaa kuntien yhteistyötä tänään?")
    free = ask("open", "Mitä haluat kysyä rahoittajalta?")
    scale = ask("scale", "Kuinka paljon toimenpiteen levittäminen kiinnostaa kunnassasi?")
    for poll in (words, free, scale):
        operations.open_poll(board=board, poll_id=poll.pk)
    for place, person in enumerate(people):
        said = ("luottamus", "aika", LONG_WORD[:40])[place % 3 if place < 9 else 0]
        operations.write_poll_text(board=board, participant=person, poll_id=words.pk, text=said)
    sent = operations.write_poll_text(
        board=board, participant=people[0], poll_id=free.pk, text=f"Kuka maksaa, kun {LONG_WORD} on valmis?"
    )
    for person in people[1:8]:
        operations.upvote(board=board, participant=person, text_id=sent.pk, is_wanted=True)
    held = "Soita numeroon 040 123 4567"
    operations.write_poll_text(board=board, participant=who, poll_id=free.pk, text=held)
    draft = ask("choice", "Kysymme tämän myöhemmin?", "Kyllä", "Ei")
    order, ordered = _orders(board, people, ask, now)
    operations.show_screen(board=board, name=f"poll-{words.pk}")
    return {
        "poll_choice": str(choice.pk),
        "poll_words": str(words.pk),
        "poll_draft": str(draft.pk),
        "poll_order": order,
        "poll_ordered": ordered,
    }


def _orders(board: Any, people: list[Any], ask: Any, now: datetime) -> tuple[str, str]:
    """An order of next steps that is open, and one that is closed and that twelve people have made."""
    from skaala.workshops import operations
    from skaala.workshops.queries.polls import next_set
    from tests.browser.stage_boards import LONG_WORD

    prompt = board.prompts.filter(kind="next_step").first() or board.prompts.latest("order")
    prompt.kind = "next_step"
    prompt.save()
    text = "\n".join(
        f"{what} {LONG_WORD} yhdessä"
        for what in ("Sovitaan", "Kokeillaan", "Rahoitetaan", "Opetetaan", "Arvioidaan")
    )
    operations.seed_statements(board=board, prompt_id=prompt.pk, text=text, now=now)
    asked = [ask("order", question) for question in ("Mikä ensin?", "Mikä seuraavista askelista on tärkein?")]
    for poll in asked:
        operations.open_poll(board=board, poll_id=poll.pk)
    for person in people:
        while (one := next_set(asked[1], person)) is not None:
            ordered = sorted(one.options, key=lambda option: option.number)
            operations.choose_best_and_worst(
                board=board,
                participant=person,
                poll_id=asked[1].pk,
                number=one.number,
                best=str(ordered[0].pk),
                worst=str(ordered[-1].pk),
            )
    operations.close_poll(board=board, poll_id=asked[1].pk, now=now)
    return str(asked[0].pk), str(asked[1].pk)
