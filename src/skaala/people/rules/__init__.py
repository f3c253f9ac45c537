"""What a role may do. Pure: no Django, no clock."""

from skaala.people.rules.roles import MAY, Permission, Role, permissions, roles_with

__all__ = ["MAY", "Permission", "Role", "permissions", "roles_with"]
