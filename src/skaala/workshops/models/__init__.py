"""
What a workshop gathers, a module per subject. A participant is a pseudonym: no row here leads to a registration, a name or an
address, none has a number that counts up over people, and none says more of a moment than its day. (`Presence` does, of readers
who have no participant's id, and for minutes only.)
"""

from skaala.workshops.models.boards import Board, Invitation, Prompt
from skaala.workshops.models.candidates import Candidate
from skaala.workshops.models.conclusions import Conclusion
from skaala.workshops.models.frames import Frame, Presence, Watch
from skaala.workshops.models.intakes import Intake
from skaala.workshops.models.mentions import KeptMention
from skaala.workshops.models.moderation import Moderation
from skaala.workshops.models.own_prompt_sets import OwnPrompt, OwnPromptSet
from skaala.workshops.models.participants import Admission, Participant
from skaala.workshops.models.pictures import Picture, Publication, PublishedFile
from skaala.workshops.models.polls import Poll, PollAnswer, PollChoice, PollOption, PollText, PollUpvote
from skaala.workshops.models.small_groups import Member, Note, SmallGroup
from skaala.workshops.models.statements import Statement, Translation
from skaala.workshops.models.votes import CurrentVote, Importance, Vote

__all__ = [
    "Admission",
    "Board",
    "Candidate",
    "Conclusion",
    "CurrentVote",
    "Frame",
    "Importance",
    "Intake",
    "Invitation",
    "KeptMention",
    "Member",
    "Moderation",
    "Note",
    "OwnPrompt",
    "OwnPromptSet",
    "Participant",
    "Picture",
    "Poll",
    "PollAnswer",
    "PollChoice",
    "PollOption",
    "PollText",
    "PollUpvote",
    "Presence",
    "Prompt",
    "Publication",
    "PublishedFile",
    "SmallGroup",
    "Statement",
    "Translation",
    "Vote",
    "Watch",
]
