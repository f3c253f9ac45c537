"""What the votes of workspaces say, as it was published."""
