"""All that can go wrong: a class, its exit code, one sentence what happened, one what to do.

No text names a personal value: a fact that goes into a sentence is a path, a field code, a number or a code.
"""
