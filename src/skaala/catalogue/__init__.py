"""The catalogue: actions of municipalities, who has adopted them, from whom, and what became of it.

It refers to statements, findings and bottlenecks in the rooms below; of people it knows contacts only, each until a date.
"""
