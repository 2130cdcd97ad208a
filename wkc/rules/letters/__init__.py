"""The rules of letters: the notice of AVG 14, a paper made again, a letter from before a correction (art. 4, 8, 12)."""
