"""Runs a unit of programs, asks Tamga about it, and compares."""
import collections
import os
import re
import subprocess

FOLDER = os.path.dirname(os.path.abspath(__file__))
FLAGS = ["-std=c++20", "-w", "-pthread"]
# `places` are (line in `lines`, whether a tagged value comes there, whether it is reported).
Outcome = collections.namedtuple("Outcome", "lines places")
FINDING = re.compile(r"^unit\.cpp:(\d+):\d+: \w+: .*\[tamga-custom-(?:flow|guard)\]$")


class Tools:
    def __init__(self, tamga, compiler, folder, sanitize=False):
        self.tamga, self.compiler, self.folder = tamga, compiler, folder
        self.flags = FLAGS + (["-fsanitize=address,undefined", "-g"] if sanitize else [])

    def prepare(self):
        """The library is read once for all programs that run."""
        subprocess.run([self.compiler, *self.flags, "-O0", "-x", "c++-header",
                        os.path.join(FOLDER, "oracle.h"), "-o", self.path("oracle.pch")],
                       check=True)

    def path(self, name):
        return os.path.join(self.folder, name)


def unit_text(programs):
    """(the text of a unit, number of the first line of each program)"""
    lines, starts = [], []
    for number, (body, _) in enumerate(programs):
        lines.append("namespace p%d {" % number)
        starts.append(len(lines) + 1)
        lines += body + ["} // namespace p%d" % number]
    names = ["p%d" % number for number in range(len(programs))]
    lines += ["#ifdef ORACLE", "const oracle::Program programs[] = {"]
    lines += ["    {%s::run, %d}," % (name, bits) for name, (_, bits) in zip(names, programs)]
    lines += ["};", "int main() { return oracle::runAll(programs, %d); }" % len(programs),
              # One of them runs, so that what one does is no matter to the next.
              "#else", "int main(int argc, char **) {", "  switch (argc) {"]
    lines += ["  case %d: return %s::run(), 0;" % case for case in enumerate(names)]
    return "\n".join(lines + ["  }", "}", "#endif", ""]), starts


def compile_unit(tools, folder):
    """Lines with errors, none if the program was made."""
    command = [tools.compiler, *tools.flags, "-O0", "-DORACLE", "-ferror-limit=0", "-fno-caret-diagnostics",
               "-include-pch", tools.path("oracle.pch"), "unit.cpp", "-o", "unit"]
    done = subprocess.run(command, cwd=folder, stderr=subprocess.PIPE, encoding="utf-8")
    if done.returncode == 0:
        return [], ""
    return [int(line) for line in re.findall(r"^unit\.cpp:(\d+):\d+: (?:error|note)", done.stderr, re.M)], \
        done.stderr


def ask_tamga(tools, folder):
    command = [tools.tamga, "check", "--unit", "unit.cpp", "--root", ".", "--no-source", "--pack",
               "generic", "--", *FLAGS, "-include", os.path.join(FOLDER, "analysed.h")]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          stdin=subprocess.DEVNULL, encoding="utf-8", timeout=300)
    if done.returncode not in (0, 1):
        raise RuntimeError("tamga: exit code %d\n%s%s" % (done.returncode, done.stdout,
                                                         done.stderr))
    found = set()
    for line in done.stdout.splitlines():
        match = FINDING.match(line)
        if match:
            found.add(int(match.group(1)))
    return found


def broken_programs(lines, starts, programs):
    return {number for number, start in enumerate(starts)
            if any(start <= line <= start + len(programs[number][0]) for line in lines)}


def run_unit(tools, name, programs):
    """Outcome of each program; None where it does not compile or does not end well."""
    folder = tools.path(name)
    os.makedirs(folder, exist_ok=True)
    alive, messages = list(range(len(programs))), ""
    while alive:
        text, starts = unit_text([programs[number] for number in alive])
        with open(os.path.join(folder, "unit.cpp"), "w", encoding="utf-8") as file:
            file.write(text)
        errors, output = compile_unit(tools, folder)
        if not output:
            break
        messages += output
        broken = broken_programs(errors, starts, [programs[number] for number in alive])
        if not broken:
            raise RuntimeError("the unit does not compile:\n" + output)
        alive = [number for place, number in enumerate(alive) if place not in broken]
    if not alive:
        return [None] * len(programs), messages
    done = subprocess.run(["./unit"], cwd=folder, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, encoding="utf-8", errors="replace")
    broken = {int(number) for number in re.findall(r"^broken (\d+)$", done.stdout, re.M)}
    truth = {int(line): tagged == "1"
             for line, tagged in re.findall(r"^line (\d+) (\d)$", done.stdout, re.M)}
    messages += done.stderr
    found = ask_tamga(tools, folder)
    outcomes = [None] * len(programs)
    for place, number in enumerate(alive):
        if place not in broken:
            outcomes[number] = outcome(programs[number][0], starts[place], truth, found)
        else:
            messages += "a program ends badly\n" + "\n".join(programs[number][0]) + "\n"
    return outcomes, messages


def outcome(lines, start, truth, found):
    places = []
    for offset, line in enumerate(lines):
        if re.search(r"\b(sink|use)\(", line):
            number = start + offset
            places.append((offset, truth.get(number, False), number in found))
    return Outcome(lines, places)


def disagreements(outcome):
    """{"missed", "false"} as far as they occur"""
    return {"missed" if tagged else "false" for _, tagged, reported in outcome.places
            if tagged != reported}
