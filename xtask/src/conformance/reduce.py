"""Reduces the expectations of feedparser's test files to triples: path, operator, value.

Each file begins with a comment such as `Expect: not bozo and entries[0]['title'] == 'News'`.
Prints one JSON object a line: {"file", "headers", "checks": [[path, operator, value]]}.
An expectation that is not a conjunction of such triples is printed as null.
"""

import ast
import json
import pathlib
import re
import sys
from html.parser import HTMLParser

EXPECT = re.compile(r"Description:\s*(.*?)\s*Expect:\s*(.*)\s*-->")
HEADER = re.compile(r"^Header:\s+([^:]+):(.+)$", re.M)
OPERATORS = {ast.Eq: "==", ast.NotEq: "!=", ast.In: "in", ast.GtE: ">=", ast.Is: "is"}


def path(node):
    """`entries[0]['title']` as ["entries", 0, "title"]."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Subscript):
        return path(node.value) + [ast.literal_eval(node.slice)]
    if isinstance(node, ast.Attribute):
        return path(node.value) + [node.attr]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len":
        return path(node.args[0]) + ["len()"]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr == "get" and len(node.args) == 1:
            return path(node.func.value) + [ast.literal_eval(node.args[0])]
        if node.func.attr == "has_key":
            return path(node.func.value) + [ast.literal_eval(node.args[0])]
    raise ValueError(ast.dump(node))


def triples(node):
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        return [triple for value in node.values for triple in triples(value)]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return [[path(node.operand), "false", None]]
    if isinstance(node, ast.Constant) and node.value:
        return []  # It is enough that reading ends.
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        operator = OPERATORS[type(node.ops[0])]
        left, right = node.left, node.comparators[0]
        if isinstance(left, ast.Call) and getattr(left.func, "id", None) == "ord":
            return [[path(left.args[0]), operator, chr(ast.literal_eval(right))]]
        if operator == "in":
            return [[path(right) + [ast.literal_eval(left)], "true", None]]
        return [[path(left), operator, ast.literal_eval(right)]]
    return [[path(node), "true", None]]


class Visible(HTMLParser):
    """What a reader sees of a piece of HTML: its characters, links and pictures."""

    HIDDEN = {"script", "style", "title", "textarea", "noscript", "iframe", "object", "template"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.links, self.pictures, self.hidden = [], [], [], 0

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in self.HIDDEN:
            self.hidden += 1
        elif tag == "a" and values.get("href"):
            self.links.append(values["href"])
        elif tag == "img" and values.get("src"):
            self.pictures.append(values["src"])

    def handle_startendtag(self, tag, attributes):
        if tag not in self.HIDDEN:
            self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if tag in self.HIDDEN and self.hidden:
            self.hidden -= 1

    def handle_data(self, data):
        if not self.hidden:
            self.text.append(data)

    def unknown_decl(self, data):
        if data.startswith("CDATA["):
            self.text.append(data[6:])


def visible(html):
    parser = Visible()
    parser.feed(html)
    parser.close()
    return {"text": "".join(parser.text), "links": parser.links, "pictures": parser.pictures}


def reduce(file, root):
    data = file.read_bytes()
    for encoding in ("utf-8", "utf-16", "utf-16-be", "utf-32", "utf-32-be", "cp037"):
        text = data.decode(encoding, "replace")
        found = EXPECT.search(text)
        if found:
            break
    else:
        return None
    expectation = found.group(2).strip()
    try:
        checks = triples(ast.parse(expectation, mode="eval").body)
    except (ValueError, KeyError, SyntaxError, IndexError):
        checks = None
    for check in checks or []:
        if isinstance(check[2], str):
            check.append(visible(check[2]))
        elif isinstance(check[2], tuple):
            check[2] = list(check[2])
    headers = {name.strip().lower(): value.strip() for name, value in HEADER.findall(text)}
    return {
        "file": str(file.relative_to(root)),
        "headers": headers,
        "expect": expectation,
        "checks": checks,
    }


def dates(tests):
    """The `date_tests` of runtests.py: pairs of a text and nine numbers or None."""
    for node in ast.parse((tests / "runtests.py").read_text()).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "date_tests":
            for vectors in node.value.values:
                for text, expected in ast.literal_eval(vectors):
                    yield {"date": text, "expected": expected and list(expected)}


def main():
    tests = pathlib.Path(sys.argv[1])
    for file in sorted(tests.rglob("*.xml")):
        reduced = reduce(file, tests)
        if reduced:
            print(json.dumps(reduced))
    for vector in dates(tests):
        print(json.dumps(vector))


main()
