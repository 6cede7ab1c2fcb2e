"""The comments of a test file that say what is true of a line, and the rows they count in.

  show(text);   // expect tamga-label-missing
  show(text);   // expect tamga-label-missing: reaches the screen   (a regex)
  use(a, b);    // expect tamga-x // expect tamga-y: of b            (several)
  // expect@-1 tamga-x                                               (the line above)
  text = ai();  // expect-step: text from                            (a note here, a regex)
  show(text);   // clean                        no finding may be here
  show(text);   // overwritten                  nor here: it was tainted, and is no more
  show(text);   // missed tamga-label-missing   should be found, and is not yet
  show(text);   // false tamga-label-missing    should not be found, and still is
  if (!asked(user)) // guard                    what makes the next clean place clean
  mark(path);       // label: after             the one above; or `anywhere` (deletions.py)
  //== Memory: pointer to pointer               the row of all places from here on

What is true comes from C++, never from what Tamga says. A `missed` or `false` place whose
state has changed fails, so that the mark is corrected. In `.flow` comments begin with `#`.
"""
import collections
import os
import re
import sys

# `kind` is expect, clean, overwritten, missed or false; `row` may be None.
Mark = collections.namedtuple("Mark", "file line kind rule pattern row")
Step = collections.namedtuple("Step", "file line pattern")
# `kind` is label or guard, `order` before, after or anywhere.
Satisfier = collections.namedtuple("Satisfier", "line kind order")

# A comment that begins like this is a mark, and must be understood.
BEGINS = (r"(?= *(?:expect[ @-]|(?:missed|false)(?:@\S+)? +tamga|(?:missed|false) *$|"
          r"(?:clean|overwritten)(?:@\S+)? *(?:$|:|//)|(?:label|guard) *(?:$|: *\w+ *$|//)))")
OF_RULE = re.compile(r"(expect|missed|false)(?:@([+-]\d+))? +([a-z][\w-]*)(?:: *(.*?))? *$")
OF_LINE = re.compile(r"(clean|overwritten)(?:@([+-]\d+))? *(?::.*)?$")
OF_SATISFIER = re.compile(r"(label|guard)(?:: *(after|anywhere))? *$")
STEP = re.compile(r"expect-step: *(.*?) *$")
ROW = re.compile(r" *(?://|#)==(?!=) *(.*?) *$")
NAMED_ROW = re.compile(r"[A-Z][\w ]*: \S.*$")
FLOW_LOCATION = re.compile(r"@ (?:\S*?:)?(\d+):\d+(?:-[\d:]+)? *$")


def complain(path, number, comment):
    sys.exit("%s: %s:%d: not understood: %s"
             % (os.path.basename(sys.argv[0]), path, number, comment))


def read_satisfiers(path):
    """The labels and guards of a file, in their order."""
    with open(path, encoding="utf-8", errors="replace") as file:
        for number, text in enumerate(file, 1):
            for comment in re.finditer("//" + BEGINS, text.rstrip("\n")):
                words = OF_SATISFIER.match(text[comment.end():].split("//")[0].strip())
                if words:
                    yield Satisfier(number, words.group(1), words.group(2) or "before")


def read_marks(path):
    """All marks of a file, and the steps it asks for."""
    is_flow = path.endswith(".flow")
    comment_begins = re.compile(("#" if is_flow else "//") + BEGINS)
    marks, steps, row = [], [], None
    with open(path, encoding="utf-8", errors="replace") as file:
        for number, text in enumerate(file, 1):
            begins_row = ROW.match(text.rstrip("\n"))
            if begins_row:
                row = begins_row.group(1)
                if not NAMED_ROW.match(row):
                    complain(path, number, row)
                continue
            comments = list(comment_begins.finditer(text.rstrip("\n")))
            code = text[:comments[0].start()] if comments else text
            line = number
            if is_flow:
                location = FLOW_LOCATION.search(code.rstrip())
                line = int(location.group(1)) if location else 0
            ends = [comment.start() for comment in comments[1:]] + [len(text)]
            for comment, end in zip(comments, ends):
                words = text[comment.end():end].strip()
                step, mark = STEP.match(words), OF_RULE.match(words) or OF_LINE.match(words)
                if OF_SATISFIER.match(words) and not is_flow:
                    continue
                if step:
                    steps.append(Step(path, line, step.group(1)))
                elif mark:
                    kind, offset, rule, pattern = (mark.groups() + (None, None))[:4]
                    marks.append(Mark(path, line + int(offset or 0), kind, rule, pattern, row))
                else:
                    complain(path, number, words)
    return marks, steps
