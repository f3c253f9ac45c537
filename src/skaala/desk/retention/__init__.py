"""What is kept of people in a series: the report on it, and texts that name somebody before they are masked."""
