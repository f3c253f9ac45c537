"""What stops good actions from spreading, and what is offered against it: bottlenecks and support measures.

It knows nothing of who said what; the boards and the report refer to it.
"""
