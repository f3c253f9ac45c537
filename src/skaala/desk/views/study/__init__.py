"""What a series rests on: studies and their findings, support measures, and the bottlenecks they answer."""
