"""Python's own netrc module. A question a line as JSON, its answer a line as JSON."""
import json
import netrc
import platform
import sys


def read(question):
    found = netrc.netrc(question["file"]).authenticators(question["host"])
    if found is None:
        return None
    login, _, password = found
    return {"login": login, "password": password}


def answer(question):
    try:
        return read(question)
    except (netrc.NetrcParseError, UnicodeError) as refusal:
        return {"refused": type(refusal).__name__}


print(json.dumps({"Python": platform.python_version()}))
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))))
