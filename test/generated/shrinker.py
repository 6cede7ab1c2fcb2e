"""Makes a program with a disagreement smaller while it lasts."""
import composer
import runner


def size(nodes):
    return sum(1 + size(node.inner) for node in nodes)


def smaller_plans(features, plan):
    """All plans that keep some of the features and still fit together, the smallest first."""
    seen, open_plans, result = set(), [tuple_of(plan.nodes)], []
    while open_plans:
        for nodes in composer.without(list_of(open_plans.pop())):
            key = tuple_of(nodes)
            if key in seen or not nodes:
                continue
            seen.add(key)
            open_plans.append(key)
            for kind in [plan.kind] + sorted(set(composer.STARTS) - {plan.kind}):
                candidate = plan._replace(nodes=nodes, kind=kind)
                try:
                    composer.compose(features, candidate)
                    result.append(candidate)
                    break
                except composer.Misfit:
                    continue
    return sorted(result, key=lambda candidate: size(candidate.nodes))


def tuple_of(nodes):
    return tuple(composer.Node(node.feature, node.seed, tuple_of(node.inner)) for node in nodes)


def list_of(nodes):
    return [composer.Node(node.feature, node.seed, list_of(node.inner)) for node in nodes]


def shrink_plans(tools, features, name, failures):
    """For each (plan, kind of disagreement) the smallest plan that has it, too, and its outcome."""
    candidates, owners = [], []
    for number, (plan, _, _) in enumerate(failures):
        for candidate in smaller_plans(features, plan):
            candidates.append(candidate)
            owners.append(number)
    outcomes = []
    for start in range(0, len(candidates), 25):
        part = [composer.compose(features, plan) for plan in candidates[start:start + 25]]
        outcomes += runner.run_unit(tools, name, part)[0]
    best = list(failures)
    for number, plan, outcome in zip(owners, candidates, outcomes):
        kind = failures[number][1]
        if outcome and kind in runner.disagreements(outcome) and \
                size(plan.nodes) < size(best[number][0].nodes):
            best[number] = (plan, kind, outcome)
    return best


def block_end(lines, first):
    """The last line of the statement or block that begins here."""
    depth, last = 0, first
    for last in range(first, len(lines)):
        depth += lines[last].count("{") - lines[last].count("}")
        if depth <= 0:
            break
    return last


def shrink_lines(tools, name, outcome, bits, kind):
    """Drops statements and blocks, one after the other, as long as one can be missed."""
    dropped = True
    while dropped:
        dropped, lines = False, outcome.lines
        candidates = []
        for first in range(len(lines)):
            last = block_end(lines, first)
            if not lines[first].startswith("void run()") and lines[first].strip(" }"):
                candidates.append(lines[:first] + lines[last + 1:])
        for start in range(0, len(candidates), 40):
            part = [(candidate, bits) for candidate in candidates[start:start + 40]]
            outcomes, _ = runner.run_unit(tools, name, part)
            good = [result for result in outcomes
                    if result and kind in runner.disagreements(result)]
            if good:
                outcome, dropped = min(good, key=lambda result: len(result.lines)), True
                break
    return outcome
