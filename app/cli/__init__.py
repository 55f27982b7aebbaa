"""The same doings as commands: words in, words or one JSON document out, an exit status (contract, section 2).

One file per group of commands; ``main`` puts them together. Standard output carries the result alone, everything else
goes to standard error. Imports services (inside the commands, so that ``--help`` is instant), domain, messages.
"""
