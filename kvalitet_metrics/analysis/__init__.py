"""What figures mean: their uncertainty, whether a change is real, compared with whom, and it in one sentence.

Everything here reads rows as a viewer may see them, after the gate: nothing hidden can be worked out of
an interval, a limit or a sentence.
"""
