"""Adds up what was found, and writes down what was not."""
import collections
import os
import sys

import composer
import shrinker

UNUSABLE_AT_MOST = 1  # percent


class Count:
    def __init__(self):
        self.flows = self.found = self.clean = self.false = 0

    def add(self, tagged, reported):
        if tagged:
            self.flows += 1
            self.found += reported
        else:
            self.clean += 1
            self.false += reported

    def __str__(self):
        return "%6d flows, found %5.1f %%; %6d clean, reported %5.2f %%" % (
            self.flows, 100 * self.found / max(self.flows, 1), self.clean,
            100 * self.false / max(self.clean, 1))


class Totals:
    def __init__(self, features):
        self.features = features
        self.all = Count()
        self.rows = {name: Count() for name in features}
        self.programs = self.unusable = 0
        self.failures = []  # (plan, "missed" or "false", outcome)

    def add(self, plans, outcomes, failures, messages):
        self.programs += len(plans)
        self.unusable += outcomes.count(None)
        if messages:
            print(messages, file=sys.stderr)
        for plan, outcome in zip(plans, outcomes):
            for _, tagged, reported in outcome.places if outcome else []:
                self.all.add(tagged, reported)
                for name in set(composer.names_of(plan.nodes)):
                    self.rows[name].add(tagged, reported)
        self.failures += failures

    def groups(self):
        """(kind and features, members), the most frequent first"""
        groups = collections.defaultdict(list)
        for plan, kind, outcome in self.failures:
            names = tuple(composer.names_of(plan.nodes))
            groups[(kind, names)].append((plan, outcome))
        return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))

    def good_enough(self, options):
        return (100 * self.all.found >= options.found * self.all.flows and
                100 * self.all.false <= options.false * self.all.clean and
                100 * self.unusable <= UNUSABLE_AT_MOST * self.programs)

    def show(self, table):
        if table:
            for name, count in sorted(self.rows.items(), key=lambda row: (
                    row[1].found / max(row[1].flows, 1), row[0])):
                print("%-28s %s" % (name, count))
        print("%d programs, %d of them unusable" % (self.programs, self.unusable))
        print(self.all)


def marked(outcome):
    """The program, with what is wrong of it in comments."""
    lines = list(outcome.lines)
    for offset, tagged, reported in outcome.places:
        text = "expect" if tagged else "clean"
        if tagged != reported:
            text = "MISSED" if tagged else "FALSE"
        lines[offset] += " // " + text
    return lines


def report(totals, options):
    text = ("# Disagreements with programs that were run\n\nSeed %d, %d programs, depth %d: %s\n\n"
            "Counted are programs whose disagreement lasts when only these features are left.\n\n"
            % (options.seed, totals.programs, options.depth, totals.all))
    for (kind, names), members in totals.groups():
        plan, outcome = min(members, key=lambda member: len(member[1].lines))
        text += "## %d %s: %s (%s)\n\n```cpp\n%s\n```\n\n" % (
            len(members), kind, " + ".join(names), plan.kind, "\n".join(marked(outcome)))
    return text


def write_report(path, totals, options):
    with open(path + ".part", "w", encoding="utf-8") as file:
        file.write(report(totals, options))
    os.replace(path + ".part", path)


HEADER = """// RUN: %%check %%s --pack generic --check tamga-custom-%s -- -std=c++20 -pthread -include %%source/test/generated/analysed.h
// Found by the generated suite: %s.
"""


def mark(line, place, rule):
    """The line with the comment that the written suite has for a place."""
    _, tagged, reported = place
    words = {(True, True): "expect " + rule, (True, False): "missed " + rule,
             (False, True): "false " + rule, (False, False): "clean"}
    return "%s // %s" % (line, words[(tagged, reported)])


def write_tests(folder, totals, tools, features):
    """A test of the written suite for each group; it says what is wrong today."""
    os.makedirs(folder, exist_ok=True)
    for (kind, names), members in totals.groups():
        plan, outcome = min(members, key=lambda member: len(member[1].lines))
        bits = composer.compose(features, plan)[1]
        smallest = shrinker.shrink_lines(tools, "shrink", outcome, bits, kind)
        lines, rule = list(smallest.lines), "guard" if plan.kind == "person" else "flow"
        for place in smallest.places:
            lines[place[0]] = mark(lines[place[0]], place, "tamga-custom-" + rule)
        path = os.path.join(folder, "%s-%s.cpp" % (kind, "-".join(names)))
        with open(path, "w", encoding="utf-8") as file:
            file.write(HEADER % (rule, " + ".join(names)) + "\n".join(lines) + "\n")
