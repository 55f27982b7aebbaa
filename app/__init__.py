"""衡绩 (Hengji): evaluation of all staff of a Chinese people's court."""

ENGINE_VERSION = "1"
"""Changes whenever the same inputs under the same scheme could give another figure; sealed with every result."""

__version__ = "0.1.0"
