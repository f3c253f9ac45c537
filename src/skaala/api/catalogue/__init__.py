"""The common catalogue: actions, adoptions, bottlenecks and support measures."""
