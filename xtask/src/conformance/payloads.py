"""Prints the hostile HTML of bleach's and DOMPurify's tests, one JSON string a line."""

import ast
import json
import pathlib
import re
import sys

bleach, dompurify = map(pathlib.Path, sys.argv[1:3])
payloads = {}
for file in sorted(bleach.glob("data/*.test")):
    payloads[file.read_text(errors="replace").split("\n--\n")[0]] = None
for file in sorted(bleach.glob("test_*.py")):
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if re.search("[<>&]", node.value):
                payloads[node.value] = None
for found in re.finditer(r'"payload":\s*("(?:[^"\\]|\\.)*")', dompurify.read_text()):
    payloads[ast.literal_eval(found.group(1))] = None
for payload in payloads:
    print(json.dumps(payload.encode("utf-8", "replace").decode()))
