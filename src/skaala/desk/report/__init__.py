"""The report of a series: findings, publishing, files, and the email about it."""
