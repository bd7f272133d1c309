"""Looks a password up again and again: HOST LOGIN SECONDS; prints each look-up's milliseconds."""
import sys
import time

import keyring

host, login, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
end = time.perf_counter() + seconds
while True:
    start = time.perf_counter()
    if keyring.get_password(host, login) is None:
        sys.exit(1)
    print((time.perf_counter() - start) * 1000)
    if time.perf_counter() > end:
        break
