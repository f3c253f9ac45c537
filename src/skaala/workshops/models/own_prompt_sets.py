"""Sets of questions that an organisation keeps for its next workspaces."""

from __future__ import annotations

from django.db import models

from skaala.people.models import Tenant
from skaala.series.models import Perspective
from skaala.ui.texts import TextsField
from skaala.workshops.models.boards import Prompt


class OwnPromptSet(models.Model):
    """A set of questions under a name. A workspace gets a copy of them, so that it stays when the set changes or goes."""

    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE, related_name="prompt_sets")
    name = TextsField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "name"], name="one_prompt_set_per_tenant_and_name"),
            models.CheckConstraint(condition=~models.Q(name={}), name="a_prompt_set_has_a_name"),
        ]

    def __str__(self) -> str:
        return str(self.name)


class OwnPrompt(models.Model):
    """One question of a set."""

    prompt_set = models.ForeignKey(OwnPromptSet, on_delete=models.CASCADE, related_name="prompts")
    kind = models.CharField(max_length=15, choices=Prompt.Kind.choices)
    question = TextsField()
    hint = TextsField()
    perspective = models.CharField(max_length=10, default=Perspective.EVERYONE)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return str(self.question)
