"""The published report of a series: its versions, what a finding is based on, and files."""
