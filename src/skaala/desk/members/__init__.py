"""The members of an organisation: who they are, what they may do, inviting and accepting."""
