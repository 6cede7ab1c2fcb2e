"""What units gave, a line of JSON each, so that an interrupted run goes on where it was."""
import json
import os

import runner


class State:
    def __init__(self, path):
        self.path, self.rows = path, {}
        if path and os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                for line in file:
                    row = json.loads(line)
                    self.rows[row["seed"], row["unit"]] = row["outcomes"]

    def outcomes(self, seed, number, programs):
        """Those of a unit, or None if it was not run, or with other programs."""
        known = self.rows.get((seed, number))
        if known is None or len(known) != len(programs) or any(
                row and row[0] != lines for row, (lines, _) in zip(known, programs)):
            self.rows.pop((seed, number), None)
            return None
        return [row and runner.Outcome(row[0], [tuple(place) for place in row[1]])
                for row in known]

    def add(self, seed, number, outcomes):
        if self.path and (seed, number) not in self.rows:
            with open(self.path, "a", encoding="utf-8") as file:
                file.write(json.dumps({"seed": seed, "unit": number, "outcomes": outcomes}) + "\n")
