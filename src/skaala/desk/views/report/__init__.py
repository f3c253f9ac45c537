"""The report: findings, publishing, files."""
