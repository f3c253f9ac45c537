"""
What a workshop gathers. A participant is a pseudonym: no row here leads to a registration, a name or an address,
none has a number that counts up over people, and none says more of a moment than its day.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from skaala.series.models import Event, Series
from skaala.ui.texts import TextsField
from skaala.workshops import rules


class Board(models.Model):
    """The shared space of one event."""

    class Phase(models.TextChoices):
        SET_UP = "set_up", pgettext_lazy("phase", "Set up")
        PREPARATION = "preparation", pgettext_lazy("phase", "Open for preparation")
        GATHER = "gather", pgettext_lazy("phase", "Gather")
        WEIGH = "weigh", pgettext_lazy("phase", "Weigh")
        LOOK = "look", pgettext_lazy("phase", "Look together")
        CONCLUDE = "conclude", pgettext_lazy("phase", "Conclude")
        CLOSED = "closed", pgettext_lazy("phase", "Closed")

    class Split(models.TextChoices):
        TOGETHER = "", _("all together")
        DRAWN = "drawn", _("drawn by lot")
        CHOSEN = "chosen", _("all choose their group")

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="board")
    code = models.CharField(max_length=rules.CODE_LENGTH, unique=True)
    phase = models.CharField(max_length=12, choices=Phase.choices, default=Phase.SET_UP)
    version = models.PositiveIntegerField(default=1)
    timer_ends_at = models.DateTimeField(null=True, blank=True)
    moderates_before = models.BooleanField(default=False)
    hides_results = models.BooleanField(default=True)
    welcomes_guests = models.BooleanField(default=True)
    confirms_guests = models.BooleanField(default=False)
    statement_count = models.PositiveIntegerField(default=0)
    is_simulated = models.BooleanField(default=False)
    # Everything done meanwhile is wiped before the real thing.
    is_rehearsal = models.BooleanField(default=False)
    # Small groups: how often the room has been split, and whether it is split now and how.
    round = models.PositiveSmallIntegerField(default=0)
    split = models.CharField(max_length=8, choices=Split.choices, blank=True)
    presented = models.ForeignKey(
        "Statement", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    results_published_at = models.DateTimeField(null=True, blank=True)
    # Where an imported conversation comes from; empty for our own.
    source = models.CharField(max_length=300, blank=True)
    imported_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(source="", imported_on__isnull=True)
                | (~models.Q(source="") & models.Q(imported_on__isnull=False)),
                name="an_imported_board_says_from_where",
            ),
            models.CheckConstraint(
                condition=models.Q(is_rehearsal=False) | models.Q(results_published_at__isnull=True),
                name="a_rehearsal_publishes_nothing",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Prompt(models.Model):
    """A question that statements answer."""

    class Kind(models.TextChoices):
        GOOD_PRACTICE = "good_practice", _("Good practice")
        BOTTLENECK = "bottleneck", _("Bottleneck")
        NEXT_STEP = "next_step", _("Next step")
        OPEN_QUESTION = "open_question", _("Open question")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="prompts")
    kind = models.CharField(max_length=15, choices=Kind.choices)
    question = TextsField()
    hint = TextsField()
    perspective = models.CharField(
        max_length=10, choices=Event.Perspective.choices, default=Event.Perspective.EVERYONE
    )
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return str(self.question)


class Participant(models.Model):
    """A pseudonym: one a person and series for those who registered, one a device for guests."""

    class SizeClass(models.TextChoices):
        UNKNOWN = "", _("Not known")
        SMALL = "small", _("Fewer than 10,000 residents")
        MEDIUM = "medium", _("10,000–49,999 residents")
        LARGE = "large", _("50,000 residents or more")

    id = models.UUIDField(primary_key=True, editable=False)
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="participants")
    perspective = models.CharField(max_length=10, choices=Event.Perspective.choices)
    size_class = models.CharField(max_length=6, choices=SizeClass.choices, blank=True)
    is_guest = models.BooleanField(default=False)
    is_simulated = models.BooleanField(default=False)
    votes_cast = models.PositiveIntegerField(default=0)
    joined_on = models.DateField()

    def __str__(self) -> str:
        return "participant"


class Admission(models.Model):
    """A guest at the door of one board."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        ADMITTED = "admitted", _("admitted")
        REFUSED = "refused", _("turned away")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="admissions")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="admissions")
    state = models.CharField(max_length=10, choices=State.choices)
    mark = models.CharField(max_length=4)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["board", "participant"], name="one_admission_a_guest_and_board"),
        ]

    def __str__(self) -> str:
        return self.mark


class SmallGroup(models.Model):
    """One of the small groups into which a room is split for a while."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="small_groups")
    round = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["round", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "round", "number"], name="one_small_group_a_round_and_number"
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.number)


class Member(models.Model):
    """In which small group a participant is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="group_members")
    round = models.PositiveSmallIntegerField()
    group = models.ForeignKey(SmallGroup, on_delete=models.CASCADE, related_name="members")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="group_members")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["board", "round", "participant"], name="one_small_group_a_participant_and_round"
            ),
        ]

    def __str__(self) -> str:
        return str(self.group)


class Note(models.Model):
    """Something a small group noted down: the group's words, nobody's in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(SmallGroup, on_delete=models.CASCADE, related_name="notes")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=rules.LONGEST_NOTE)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["group", "number"], name="one_note_a_group_and_number"),
            models.CheckConstraint(condition=~models.Q(text=""), name="a_note_says_something"),
        ]

    def __str__(self) -> str:
        return self.text


class Statement(models.Model):
    """
    One idea in one sentence, as it stands on one board.

    Votes belong to its root: a statement that is carried over keeps its root, and so its votes; a split or newly
    worded one has a root of its own.
    """

    class State(models.TextChoices):
        PENDING = "pending", pgettext_lazy("statement", "waiting to be looked at")
        SHOWN = "shown", pgettext_lazy("statement", "shown")
        HIDDEN = "hidden", pgettext_lazy("statement", "hidden")
        MERGED = "merged", pgettext_lazy("statement", "merged into another")
        SPLIT = "split", pgettext_lazy("statement", "split into several")

    class Source(models.TextChoices):
        PARTICIPANT = "participant", _("a participant")
        SEED = "seed", _("the facilitator")
        ROOM = "room", _("the room")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="statements")
    prompt = models.ForeignKey(Prompt, on_delete=models.PROTECT, related_name="statements")
    root = models.ForeignKey("self", on_delete=models.PROTECT, related_name="standings")
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=rules.LONGEST)
    language = models.CharField(max_length=2)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SHOWN)
    source = models.CharField(max_length=12, choices=Source.choices, default=Source.PARTICIPANT)
    author = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.SET_NULL, related_name="statements"
    )
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="carried_to"
    )
    split_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    small_group = models.ForeignKey(
        SmallGroup, null=True, blank=True, on_delete=models.SET_NULL, related_name="statements"
    )
    is_pinned = models.BooleanField(default=False)
    is_simulated = models.BooleanField(default=False)
    written_on = models.DateField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["board", "number"], name="one_statement_a_number"),
            models.UniqueConstraint(fields=["board", "root"], name="a_root_stands_once_on_a_board"),
            models.CheckConstraint(condition=~models.Q(text=""), name="a_statement_says_something"),
            models.CheckConstraint(
                condition=models.Q(state="merged", merged_into__isnull=False)
                | (~models.Q(state="merged") & models.Q(merged_into__isnull=True)),
                name="a_merged_statement_says_into_which",
            ),
        ]
        indexes = [models.Index(fields=["board", "state"])]

    def __str__(self) -> str:
        return self.text

    @property
    def translation(self) -> Translation | None:
        """These words in the reader's language, if they are in another and somebody has translated them."""
        wanted = (get_language() or "")[:2]
        if wanted == self.language:
            return None
        return next((each for each in self.root.translations.all() if each.language == wanted), None)


class Translation(models.Model):
    """The words of a root statement in another language: carried over, it keeps them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    root = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(max_length=2)
    text = models.CharField(max_length=2 * rules.LONGEST)
    is_by_machine = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["root", "language"], name="one_translation_a_language"),
            models.CheckConstraint(condition=~models.Q(text=""), name="a_translation_says_something"),
        ]

    def __str__(self) -> str:
        return self.text


class Vote(models.Model):
    """
    One stand taken, taken again or taken back (no value): history that only grows.

    ``number`` counts one participant's votes, so that her latest is known without any time of day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="votes")
    number = models.PositiveIntegerField()
    root = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="votes")
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="votes")
    value = models.SmallIntegerField(null=True)
    cast_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "number"], name="a_participant_s_votes_are_counted_once"
            ),
            models.CheckConstraint(
                condition=models.Q(value__isnull=True) | models.Q(value__in=[-1, 0, 1]),
                name="a_vote_agrees_passes_or_disagrees",
            ),
        ]
        indexes = [models.Index(fields=["participant", "root"])]

    def __str__(self) -> str:
        return str(self.value)


class CurrentVote(models.Model):
    """The latest stand of each participant on each root statement."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="current_votes")
    root = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="current_votes")
    number = models.PositiveIntegerField()
    value = models.SmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "root"], name="one_current_vote_a_participant_and_root"
            ),
            models.CheckConstraint(
                condition=models.Q(value__in=[-1, 0, 1]), name="a_current_vote_agrees_passes_or_disagrees"
            ),
        ]

    def __str__(self) -> str:
        return str(self.value)


class Importance(models.Model):
    """One of the at most three statements that matter most to a participant on a board."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="marks")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="marks")
    root = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="marks")
    slot = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["board", "participant", "root"], name="a_statement_is_marked_once"
            ),
            models.UniqueConstraint(fields=["board", "participant", "slot"], name="a_mark_is_used_once"),
            models.CheckConstraint(
                condition=models.Q(slot__gte=1, slot__lte=rules.MARKS_A_PERSON), name="at_most_three_marks"
            ),
        ]

    def __str__(self) -> str:
        return str(self.slot)


class Invitation(models.Model):
    """A link by which somebody without an account leads one board, until it is taken back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="invitations")
    label = models.CharField(max_length=80)
    made_on = models.DateField()

    class Meta:
        ordering = ["made_on", "label"]

    def __str__(self) -> str:
        return self.label


class Intake(models.Model):
    """A conversation from elsewhere on its way in: what was read from its files, until all of it stands on a board."""

    class State(models.TextChoices):
        READ = "read", pgettext_lazy("intake", "read, not yet taken in")
        RUNNING = "running", pgettext_lazy("intake", "being taken in")
        DONE = "done", pgettext_lazy("intake", "taken in")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="intake")
    state = models.CharField(max_length=8, choices=State.choices, default=State.READ)
    source = models.CharField(max_length=300)
    content = models.BinaryField()
    people = models.PositiveIntegerField()
    statements = models.PositiveIntegerField()
    votes = models.PositiveIntegerField()
    people_done = models.PositiveIntegerField(default=0)
    is_turned = models.BooleanField(default=False)
    problems = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.source


class Picture(models.Model):
    """What the engine saw in the votes of a board: the result, and from which votes, seed and method."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="pictures")
    snapshot = models.CharField(max_length=64)
    seed = models.PositiveIntegerField(default=0)
    method = models.PositiveSmallIntegerField()
    result = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "snapshot", "seed", "method"], name="one_picture_a_snapshot_and_method"
            ),
        ]

    def __str__(self) -> str:
        return self.snapshot


class Frame(models.Model):
    """
    What a board's open streams are sent, ready-made: one an audience and language.

    Its table is unlogged: what it holds is composed anew from the board whenever it is missing.
    """

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="frames")
    audience = models.CharField(max_length=11)
    language = models.CharField(max_length=2)
    identity = models.CharField(max_length=16)
    body = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["board", "audience", "language"], name="one_frame_an_audience_and_language"
            ),
        ]

    def __str__(self) -> str:
        return self.identity


class Watch(models.Model):
    """Until when frames of a board are wanted by an audience; unlogged, and renewed while a stream is open."""

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="watches")
    audience = models.CharField(max_length=11)
    wanted_until = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["board", "audience"], name="one_watch_a_board_and_audience"),
        ]

    def __str__(self) -> str:
        return self.audience
