"""What the scripts here share: units of a compilation database, chosen by seed, and time."""
import json
import os
import random
import resource
import shlex
import subprocess


def read_database(build):
    """The entries of `compile_commands.json`, one for each file, sorted by file."""
    path = build if os.path.isfile(build) else os.path.join(build, "compile_commands.json")
    with open(path, encoding="utf-8") as file:
        entries = json.load(file)
    units = {}
    for entry in entries:
        # Relative to the database, as clang's tools read it.
        folder = os.path.join(os.path.dirname(os.path.abspath(path)), entry["directory"])
        name = os.path.normpath(os.path.join(folder, entry["file"]))
        units.setdefault(name, dict(entry, file=name, directory=folder))
    return [units[name] for name in sorted(units)]


def arguments(entry):
    return entry.get("arguments") or shlex.split(entry["command"])


def in_folders(entries, root, folders):
    """Those of `entries` that lie in one of `folders` of `root`."""
    prefixes = tuple(os.path.join(os.path.abspath(root), folder) + os.sep for folder in folders)
    return [entry for entry in entries if entry["file"].startswith(prefixes)]


def draw(entries, count, seed):
    """`count` of `entries` (0: all), the same ones for the same seed."""
    if not count or count >= len(entries):
        return entries
    chosen = random.Random(seed).sample(range(len(entries)), count)
    return [entries[index] for index in sorted(chosen)]


def user_seconds(command, **options):
    """Runs `command`; its user time and what subprocess says of it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, encoding="utf-8", errors="replace", **options)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before, done


def percentile(values, share):
    """The smallest value that at least `share` of all do not exceed."""
    values = sorted(values)
    return values[max(0, -int(-share * len(values) // 1) - 1)]
