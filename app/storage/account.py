"""Who works here: the computer's user and the computer's name."""

from __future__ import annotations

import getpass
import platform


def computer_user() -> str:
    """The name under which the user is logged in; empty where the system tells none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def computer_name() -> str:
    """The computer's name in its network; may be empty."""
    return platform.node()
