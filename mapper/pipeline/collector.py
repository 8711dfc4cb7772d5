"""What Python's collector of cycles need not look at.

For programs that read many articles; nothing goes in or out, and nothing can go wrong.
"""

import gc

# Objects more than before after which the collector looks for cycles. At Python's 700 that takes a
# twentieth of the time of reading; at this many it takes hardly any, and memory grows by 1 MB.
_COLLECT_AFTER = 10_000


def spare_collector() -> None:
    """Let the collector look seldom, and only at what is made from now on.

    Lexicon and word lists, which are there by now, live as long as the program.
    """
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)
