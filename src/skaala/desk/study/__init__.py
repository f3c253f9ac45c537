"""The study behind a series: bottlenecks, support measures, findings and their tables."""
