"""总览: where we stand and what to do next."""
