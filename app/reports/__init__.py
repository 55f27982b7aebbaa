"""Paper: PDF volumes and what they are set with; the only home of reportlab.

Nothing here computes a score: what is printed is what the explanation's tree tells.
"""
