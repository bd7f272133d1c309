"""Finds a host's password with Python's netrc.

FILE HOST prints it; FILE HOST SECONDS looks it up again and again, and prints the milliseconds of
each time.
"""
import netrc
import sys
import time

file, host = sys.argv[1:3]


def lookup():
    return netrc.netrc(file).authenticators(host)[2]


if len(sys.argv) == 3:
    print(lookup())
else:
    end = time.monotonic() + float(sys.argv[3])
    while time.monotonic() < end:
        start = time.perf_counter()
        lookup()
        print((time.perf_counter() - start) * 1000, flush=True)
