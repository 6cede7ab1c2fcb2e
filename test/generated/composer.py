"""Composes features to small programs.

A feature is a piece of C++ with places for two values: `hot`, which comes from a source, and
`cold`, its clean twin, which takes the same way beside it. Features follow each other, or one
stands in the body of another. `features/*.txt` hold them in this form:

    [name] kinds -> kind     what it takes and gives; without `->` the same kind
    text                     statements of the function it stands in
    ^text                    declarations before that function
    @ $a $b => $r $s         here stand inner features, from $a and $b to $r and $s
    => hot ; cold            the two values it gives

`$T` is the type of the values, `$U` that of the hole's result, `$hot` and `$cold` the values,
`$bit` a condition on the input, `$lit` a clean value, `$show(x);` a sink for each part of x.
Every other `$name` becomes a name of its own; `{? a ?? b ?}` is one of both, by chance.
A plan is a list of nodes (feature name, seed, plan of the hole); the same plan always gives
the same program.
"""
import collections
import glob
import itertools
import os
import random
import re

FOLDER = os.path.dirname(os.path.abspath(__file__))
Feature = collections.namedtuple("Feature", "name kinds gives lines")
Node = collections.namedtuple("Node", "feature seed inner")
# What a program is made of: kind of the first value, how it is made, nodes.
Plan = collections.namedtuple("Plan", "kind seed nodes")


class Misfit(Exception):
    """A feature does not take what comes."""


class Type(collections.namedtuple("Type", "kind of born")):
    """`born` is the depth of the scope that must live for a pointer to stay valid."""
    SPELLING = {"int": "int", "str": "std::string", "cstr": "const char *",
                "view": "std::string_view", "rec": "Rec", "person": "Person"}

    def spelling(self):
        return self.of.spelling() + " *" if self.kind == "ptr" else self.SPELLING[self.kind]

    def fits(self, kinds):
        groups = {self.kind} if self.kind == "person" else {self.kind, "any"}
        if self.kind in ("int", "str", "rec"):
            groups.add("value")
        if self.kind in ("str", "cstr", "view"):
            groups.add("text")
        return bool(groups & set(kinds))


def simple(kind):
    return Type(kind, None, 0)


def read_features(folder=os.path.join(FOLDER, "features")):
    features = {}
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        feature = None
        with open(path, encoding="utf-8") as file:
            for line in file.read().splitlines():
                head = re.match(r"\[(\S+)\] ([\w ]+?)(?: -> (\w+))?$", line)
                if head:
                    name, kinds, gives = head.groups()
                    if name in features:
                        raise SystemExit("%s: %s exists already" % (path, name))
                    feature = features[name] = Feature(name, kinds.split(), gives, [])
                elif feature and line.strip() and not line.startswith("#"):
                    feature.lines.append(line)
    return features


class Composer:
    """Writes one program; `choose` picks the next node where a plan does not say it."""

    def __init__(self, features):
        self.features = features
        self.hoisted, self.body = [], []
        self.counter = self.bits = self.depth = 0
        self.most_bits = 6

    def fresh(self, name):
        self.counter += 1
        return "%s%d" % (name, self.counter)

    def one_word(self, kind):
        if kind.kind == "ptr":
            return "Pointer<%s>" % self.one_word(kind.of)
        return "Pointer<const char>" if kind.kind == "cstr" else kind.spelling()

    def literal(self, kind, rng):
        if kind.kind == "ptr":
            name = self.fresh("other")
            self.hoisted.append("static %s %s = %s;" % (
                kind.of.spelling(), name, self.literal(kind.of, rng)))
            return "&" + name
        return {"int": str(rng.randint(1, 9)), "str": 'std::string("plain")', "cstr": '"plain"',
                "view": 'std::string_view("plain")', "rec": "Rec{}",
                "person": 'Person{%d, "other"}' % rng.randint(10, 99)}[kind.kind]

    def show(self, kind, value):
        if kind.kind == "person":
            return ["use(%s);" % value]
        if kind.kind == "rec":
            return ["sink(%s.text);" % value, "sink(%s.id);" % value]
        if kind.kind == "ptr":
            return self.show(kind.of, "(*%s)" % value)
        return ["sink(%s);" % value]

    def sequence(self, kind, values, nodes):
        for node in nodes:
            kind, values = self.feature(node, kind, values)
        return kind, values

    def hole(self, kind, values, nodes):
        """Inner features; what they give must not outlive what it points to."""
        outer, self.body = self.body, []
        self.depth += 1
        kind, values = self.sequence(kind, values, nodes)
        self.depth -= 1
        inner, self.body = self.body, outer
        while kind.born > self.depth:
            if kind.kind == "ptr":
                kind, values = kind.of, ["(*%s)" % value for value in values]
            else:
                kind = simple("str")
                values = ["std::string(%s)" % value for value in values]
        return kind, values, inner

    def feature(self, node, kind, values):
        feature = self.features[node.feature]
        if not kind.fits(feature.kinds) or (kind.kind == "ptr" and feature.gives == "ptr" and
                                            kind.of.kind == "ptr"):
            raise Misfit(feature.name)
        rng = random.Random(node.seed)
        expansion = Expansion(self, feature, kind, values, rng)
        expansion.expand(node.inner)
        self.hoisted += expansion.hoisted
        self.body += expansion.body
        return expansion.result


class Expansion:
    """One feature, put into a program."""
    PLAIN = re.compile(r"^[\w:.]+(\(\)|\[\w+\]|->|[\w.])*$")
    CHOICE = re.compile(r"\{\?((?:(?!\{\?).)*?)\?\}")

    def __init__(self, composer, feature, kind, values, rng):
        self.composer, self.feature, self.kind, self.rng = composer, feature, kind, rng
        self.words = {"hot": values[0], "cold": values[1], "T": kind.spelling()}
        self.hoisted, self.body, self.result, self.given = [], [], None, kind

    def replace(self, text):
        def choose(match):
            return self.rng.choice(match.group(1).split("??")).strip(" ")
        while self.CHOICE.search(text):
            text = self.CHOICE.sub(choose, text)
        # What makes a value, or declares several, needs a name for the type in one word.
        several = re.match(r" *(static )?\$[TU] .*, [*&]*\$", text)
        text = re.sub(r"\$([TU])\b" + ("" if several else r"(?=[({])"), lambda match: self.composer.one_word(
            self.kind if match.group(1) == "T" else self.given), text)
        return re.sub(r"\$(\w+)", self.word, text)

    def bracketed(self, value):
        return value if self.PLAIN.match(value) else "(%s)" % value

    def word(self, match):
        name = match.group(1)
        if name == "bit":
            self.composer.bits += 1
            return "bit(%d)" % ((self.composer.bits - 1) % self.composer.most_bits)
        if name == "lit":
            return self.composer.literal(self.kind, self.rng)
        if name not in self.words:
            self.words[name] = self.composer.fresh(name)
        return self.words[name]

    def expand(self, nodes):
        inner = self.expand_hole(nodes)
        for line in self.feature.lines:
            hoisted = line.startswith("^")
            text = line[1:] if hoisted else line
            target = self.hoisted if hoisted else self.body
            indent = re.match(r" *", text).group()
            shown = re.match(r" *\$show\((.*)\);$", text)
            if text.startswith("=>"):
                self.finish(text[2:])
            elif text.lstrip().startswith("@"):
                target += [indent + part for part in inner]
            elif shown:
                value = self.bracketed(self.replace(shown.group(1)))
                target += [indent + part for part in self.composer.show(self.kind, value)]
            else:
                target.append(self.replace(text))

    def expand_hole(self, nodes):
        holes = [line for line in self.feature.lines if line.lstrip("^ ").startswith("@")]
        if not holes:
            if nodes:
                raise Misfit(self.feature.name)
            self.words["U"] = self.words["T"]
            return []
        before, after = holes[0].lstrip("^ @").split("=>")
        values = [self.replace(value) for value in before.split()]
        if len(values) == 1:
            values.append(self.composer.literal(self.kind, self.rng))
        kind, values, inner = self.composer.hole(self.kind, values, nodes)
        for name, value in zip(after.split(), values):
            self.words[name.lstrip("$")] = value
        self.words["U"] = kind.spelling()
        self.given = kind
        return inner

    def finish(self, text):
        hot, cold = (self.bracketed(self.replace(part.strip())) for part in text.split(" ; "))
        gives, depth = self.feature.gives, self.composer.depth
        if gives is None:
            kind = self.given
        elif gives in ("ptr", "heap"):
            kind = Type("ptr", self.kind, depth if gives == "ptr" else 0)
        elif gives == "pointee":
            kind = self.kind.of
        else:
            kind = Type(gives, None, depth if gives in ("cstr", "view") else 0)
        self.result = kind, (hot, cold)


STARTS = {
    "int": [["int $a = tainted();", "int $b = plain();"], ["int $a = tainted(), $b = 3;"],
            ["auto $a = tainted();", "auto $b = 4;"]],
    "str": [["std::string $a = source();", "std::string $b = plainText();"],
            ['std::string $a = source(), $b = "plain";'],
            ["std::string $a, $b;", "$a = source();", '$b = "clean";']],
    "rec": [["Rec $a, $b;", "$a.text = source();", '$b.text = "plain";'],
            ["Rec $a{tainted(), plainText()}, $b{4, plainText()};"]],
    "person": [['Person $a{1, "ann"}, $b{2, "bob"};'],
               ["Person $a = find(1), $b = find(2);"],
               ["const Person $a = find(plain());", 'auto $b = find(9);'],
               ['const Person $a{3, "cem"};', 'Person $b{4, plainText()};']],
    "cstr": [["char $a[32], $b[32];", "fill($a);", 'std::strcpy($b, "plain");']],
}


def compose(features, plan):
    """(lines of the program's namespace, number of input bits)"""
    composer = Composer(features)
    guards = plan.kind == "person"
    if guards:
        composer.most_bits = 3  # Guards answer in all ways as well.
    rng = random.Random(plan.seed)
    for line in rng.choice(STARTS[plan.kind]):
        composer.body.append(re.sub(r"\$(\w)", r"start\1", line))
    kind = simple(plan.kind)
    kind, (hot, cold) = composer.sequence(kind, ("starta", "startb"), plan.nodes)
    shown = [composer.show(kind, hot), composer.show(kind, cold)]
    rng.shuffle(shown)
    composer.body += shown[0] + shown[1]
    lines = [] if guards else ["struct Rec {", "  int id = 0;", "  std::string text;", "};"]
    lines += composer.hoisted + ["void run() {"]
    lines += ["  " + line for line in composer.body] + ["}"]
    return lines, min(composer.bits, composer.most_bits)


def has_hole(feature):
    return any(line.lstrip("^ ").startswith("@") for line in feature.lines)


def random_plan(features, rng, depth, first=None):
    """A plan of `depth` features in some order and nesting, `first` among them."""
    names = sorted(features)
    # Guards compose with guards: what else happens to a person says nothing of it.
    guards = bool(first) and features[first].kinds == ["person"]
    kindred = [name for name in names if (features[name].kinds == ["person"]) == guards]
    for attempt in itertools.count():
        chosen = [rng.choice(kindred) for _ in range(depth)]
        # Some features need others before them, for which there may be no room.
        if first and attempt < 300:
            chosen[rng.randrange(depth)] = first
        nodes = []
        for name in reversed(chosen):
            inside = rng.randint(0, len(nodes)) if has_hole(features[name]) else 0
            nodes = [Node(name, rng.getrandbits(32), nodes[:inside])] + nodes[inside:]
        plan = Plan("person" if guards else rng.choice(sorted(STARTS)), rng.getrandbits(32), nodes)
        try:
            compose(features, plan)
            return plan
        except Misfit:
            continue


def names_of(nodes):
    return [name for node in nodes for name in [node.feature] + names_of(node.inner)]


def without(nodes):
    """All plans with one feature less; inner features take its place."""
    for number, node in enumerate(nodes):
        yield nodes[:number] + node.inner + nodes[number + 1:]
        for inner in without(node.inner):
            yield nodes[:number] + [node._replace(inner=inner)] + nodes[number + 1:]
