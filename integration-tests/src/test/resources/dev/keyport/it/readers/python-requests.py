"""Python's requests. A question a line as JSON, its answer a line as JSON."""
import json
import os
import platform
import sys

import requests


def answer(question):
    host = question["host"]
    os.environ["NETRC"] = question["file"]
    address = "http://{}/".format("[" + host + "]" if ":" in host else host)
    found = requests.utils.get_netrc_auth(address)
    return None if found is None else {"login": found[0], "password": found[1]}


# It reads with the netrc module of the interpreter.
print(json.dumps({"requests": requests.__version__, "Python": platform.python_version()}))
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))))
