"""Addresses with tokens: made and read, never stored."""

from skaala.registration.links.addresses import (
    HIDDEN,
    addition_url,
    code_url,
    event_url,
    feedback_url,
    helper_url,
    join_url,
    link_again_url,
    masked,
    messages_url,
    outcome_url,
    personal_url,
    privacy_url,
)

__all__ = [
    "HIDDEN",
    "addition_url",
    "code_url",
    "event_url",
    "feedback_url",
    "helper_url",
    "join_url",
    "link_again_url",
    "masked",
    "messages_url",
    "outcome_url",
    "personal_url",
    "privacy_url",
]
