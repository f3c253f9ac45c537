"""Pages of members and of accepting an invitation."""
