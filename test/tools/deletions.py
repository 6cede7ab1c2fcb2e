"""One deletion from unsafe: what a label or guard is worth.

A safe place is safe because of one statement. Without it, and with it on the wrong side of
the place, there must be exactly one finding more, at a line that the file calls clean:

  if (!asked(user)) // guard               deleted, and moved behind the next clean line
    return;
  store(user.email); // clean

  save(path, picture); // clean
  mark(path); // label: after              deleted, and moved before the clean line above

  response.set_header("X-AI", "1"); // label: anywhere      deleted only: the order is free
  response.set_content(text, "text/plain"); // clean

A mark stands on the first line of its statement; of one that holds the clean line
(`if (asked(user)) // guard`) the head alone is meant. Lines keep their numbers. As many
statements as possible are changed at a time; where that does not give what each of them
alone has to give, each is tried alone.
"""
import collections
import re

# Where the statement stands in the text, up to `end`; `head` is where the part before its
# substatement ends.
Statement = collections.namedtuple("Statement", "begin head end")
# `sink` is the line of the clean place, which `statement` makes clean.
Case = collections.namedtuple("Case", "mark statement sink place")
# From `begin` to `end` comes `text`.
Edit = collections.namedtuple("Edit", "begin end text")

LITERALS = re.compile(r'R"(?P<mark>[^()\\ ]*)\((?:.|\n)*?\)(?P=mark)"'
                      r'|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'')
COMMENTS = re.compile(r"//[^\n]*|/\*(?:.|\n)*?\*/")
TOKENS = re.compile(LITERALS.pattern + "|" + COMMENTS.pattern)
HEAD = re.compile(r"(?:if|for|while|switch)\b[^(;{]*\(")
PAIRS = {"(": ")", "[": "]", "{": "}"}


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    """Comments as spaces; a `//` in a string is none."""
    return TOKENS.sub(lambda token: blank(token.group()) if token.group()[0] == "/"
                      else token.group(), text)


def without_words(text):
    """Comments and literals as spaces, so that brackets and semicolons are those of code."""
    return TOKENS.sub(lambda token: blank(token.group()), text)


def closing(code, at):
    """Behind the bracket that closes the one at `at`."""
    depth = 0
    for place in range(at, len(code)):
        if code[place] in "([{":
            depth += 1
        elif code[place] in ")]}":
            depth -= 1
            if depth == 0:
                return place + 1
    raise ValueError("a bracket is not closed")


def skip_spaces(code, at):
    return at + len(code[at:]) - len(code[at:].lstrip())


def statement_at(code, at):
    begin = skip_spaces(code, at)
    head = HEAD.match(code, begin)
    if head:
        end_of_head = closing(code, head.end() - 1)
        end = statement_at(code, end_of_head).end
        other = re.compile(r"\s*else\b").match(code, end)
        return Statement(begin, end_of_head, statement_at(code, other.end()).end if other else end)
    if code[begin:begin + 1] == "{":
        return Statement(begin, begin, closing(code, begin))
    place = begin
    while place < len(code) and code[place] != ";":
        if code[place] in ")]}":
            raise ValueError("a statement has no end")
        place = closing(code, place) if code[place] in PAIRS else place + 1
    return Statement(begin, begin, place + 1)


class Source:
    """The text of a test, and what its statements are."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.text = file.read()
        self.plain = without_comments(self.text)
        self.code = without_words(self.text)
        self.begins = [0] + [at + 1 for at, char in enumerate(self.text) if char == "\n"]

    def statement(self, line):
        """The statement that the line is in, from its beginning."""
        while line > 1:
            before = self.code[self.begins[line - 2]:self.begins[line - 1]].rstrip()
            if before == "" or before[-1] in ";{})>:" or before.endswith("else"):
                break
            line -= 1
        return statement_at(self.code, self.begins[line - 1])

    def depends(self, at):
        """Is what begins here the substatement of a head?"""
        before = self.code[:at].rstrip()
        return before.endswith(")") or bool(re.search(r"\belse$", before))


def sink_of(mark, clean):
    """The line of the clean place that a mark speaks of."""
    if mark.order == "anywhere":
        return min(clean, key=lambda line: abs(line - mark.line), default=None)
    if mark.order == "after":
        return max((line for line in clean if line < mark.line), default=None)
    return min((line for line in clean if line >= mark.line), default=None)


def cases_of(source, satisfiers, clean):
    for mark in satisfiers:
        sink = sink_of(mark, clean)
        if sink is None:
            raise ValueError("%d: `%s` without a clean line" % (mark.line, mark.kind))
        statement = statement_at(source.code, source.begins[mark.line - 1])
        place = source.statement(sink)
        if statement.begin <= place.begin < statement.end:
            if statement.head == statement.begin or place.begin < statement.head:
                raise ValueError("%d: `%s` and the clean line are one statement"
                                 % (mark.line, mark.kind))
            statement = statement._replace(end=statement.head)
        yield Case(mark, statement, sink, place)


def deletion(source, case):
    """Without the statement. A substatement leaves an empty one."""
    begin, end = case.statement.begin, case.statement.end
    is_head = end == case.statement.head
    empty = ";" if not is_head and source.depends(begin) else ""
    return [Edit(begin, end, empty + blank(source.text[begin:end]))]


def move(source, case):
    """With the statement on the other side of the place."""
    begin, end = case.statement.begin, case.statement.end
    words = " ".join(source.plain[begin:end].split())
    if end == case.statement.head:
        words += " {}"
    place = case.place
    is_before = case.mark.order == "after"
    edits = [Edit(place.begin, place.begin, words + " ")] if is_before else [
        Edit(place.end, place.end, " " + words)]
    if source.depends(place.begin) or (end == case.statement.head and end != begin
                                       and not source.code[end:place.begin].strip()):
        edits = [Edit(place.begin, place.begin, "{ " + (words + " " if is_before else "")),
                 Edit(place.end, place.end, ("" if is_before else " " + words) + " }")]
    return deletion(source, case) + edits


def apply(source, edits):
    text = source.text
    for edit in sorted(edits, reverse=True):
        text = text[:edit.begin] + edit.text + text[edit.end:]
    return text


def rounds(cases):
    """At most one case for a place at a time."""
    waiting = list(cases)
    while waiting:
        now, seen, later = [], set(), []
        for case in waiting:
            (later if case.sink in seen else now).append(case)
            seen.add(case.sink)
        yield now
        waiting = later


def difference(before, after):
    """(line, rule) of findings that came, and of those that went."""
    def places(findings):
        return collections.Counter((finding.line, finding.rule) for finding in findings)
    return (sorted((places(after) - places(before)).elements()),
            sorted((places(before) - places(after)).elements()))


def try_together(source, cases, change, run):
    """Problems of the cases under one kind of change, in words."""
    came, went = run(apply(source, [edit for case in cases for edit in change(source, case)]))
    if not went and [line for line, _ in came] == sorted(case.sink for case in cases):
        return []
    if len(cases) > 1:
        return [problem for case in cases
                for problem in try_together(source, [case], change, run)]
    case = cases[0]
    if not went and len(came) == 1 and came[0][0] in run.clean:
        return []
    said = ", ".join("%d: %s" % place for place in came) or "nothing"
    if went:
        said += "; no longer " + ", ".join("%d: %s" % place for place in went)
    done = "deleted" if change is deletion else "on the other side of line %d" % case.sink
    return ["%d: this `%s` %s must give exactly one finding, and gives %s"
            % (case.mark.line, case.mark.kind, done, said)]


def problems(path, satisfiers, clean, run):
    """What is wrong with the labels and guards of a file. `run(text)` says which findings
    came and went, `run.clean` has the lines without any."""
    source = Source(path)
    try:
        cases = list(cases_of(source, satisfiers, clean))
    except ValueError as error:
        return [str(error)]
    found = []
    for together in rounds(cases):
        found += try_together(source, together, deletion, run)
        movable = [case for case in together if case.mark.order != "anywhere"]
        if movable:
            found += try_together(source, movable, move, run)
    return found
