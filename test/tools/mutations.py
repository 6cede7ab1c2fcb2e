"""Broken copies of text files, the same ones for the same seed.

Some work on the values of JSON, or on words, numbers, quoted texts and signs, so that what
comes out is often nearly right; others on lines and bytes, as disks, merges and editors break
files. One in twenty only has other spaces.
"""
import json
import random
import re

TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|[\w.+-]+|\s+|.', re.S)
# What readers of numbers, texts and nested lists find hard.
WORDS = ["null", "true", "-1", "0", "1e999", "18446744073709551616", "0.5", '""', '"x"', "{}", "[]",
         "{", "}", "[", "]", ",", ":", '"', "\\", "\0", "\ufeff", '"\\ud800"', '"\\u0000"',
         "<<<<<<< ours\n", "//", "arg0", '"arg0.*"', '"2026-02-31"', '"../../nowhere"', "%999999",
         "b0:", "\n", "é" * 50, "[" * 5000, '{"a":' * 5000, "x" * 100000]

VALUES = [None, True, 0, -1, 0.5, 1e300, 2**70, "", " ", "a", "\0", "\ud800", "$", "**", ".*", "(",
          "2026-02-31", "../../..", [], [[]], {}, {"": None}, [None], ["a"] * 50]


def mutate(text, seed):
    """The bytes of a copy with one to three mutations."""
    choose = random.Random(seed)
    if text.startswith("{") and choose.random() < 0.4:
        return on_values(text, choose).encode("utf-8", errors="surrogatepass")
    data = text
    for _ in range(choose.choice((1, 1, 1, 2, 3))):
        data = choose.choice((on_tokens, on_tokens, on_lines, on_characters))(data, choose)
    data = data.encode("utf-8", errors="surrogatepass")
    return on_bytes(data, choose) if choose.random() < 0.1 else data


def on_values(text, choose):
    """JSON again, with one value or key changed; sometimes only spaces are."""
    document = json.loads(text)
    places = []

    def visit(node):
        for key in list(node) if isinstance(node, dict) else range(len(node)):
            places.append((node, key))
            if isinstance(node[key], (dict, list)):
                visit(node[key])

    visit(document)
    node, key = choose.choice(places)
    other, its = choose.choice(places)
    action = choose.randrange(8)
    if action == 0:
        del node[key]
    elif action == 1:
        # By its text, so that nothing holds itself.
        node[key] = json.loads(json.dumps(other[its]))
    elif action == 2:
        node[key] = choose.choice(VALUES)
    elif action == 3:
        node[key] = [json.loads(json.dumps(node[key]))] * choose.choice((0, 1, 2))
    elif action == 4 and isinstance(node, dict):
        node[str(its)] = node.pop(key)
    elif action == 5 and isinstance(node, list):
        choose.shuffle(node)
    elif action < 7 and isinstance(node[key], str):
        node[key] = on_characters(node[key], choose)[:2000]
    return json.dumps(document, indent=choose.choice((None, 0, 3)),
                      ensure_ascii=choose.random() < 0.5)


def two(choose, count):
    """Two places of `count`, in order."""
    return sorted((choose.randrange(count), choose.randrange(count)))


def on_tokens(text, choose):
    tokens = TOKEN.findall(text) or [""]
    places = [index for index, token in enumerate(tokens) if token.strip()] or [0]
    one, other = choose.choice(places), choose.choice(places)
    action = choose.randrange(6)
    if action == 0:
        tokens[one] = ""
    elif action == 1:
        tokens[one] += tokens[one]
    elif action == 2:
        tokens[one], tokens[other] = tokens[other], tokens[one]
    elif action == 3:
        tokens[one] = tokens[other]
    elif action == 4:
        tokens[one] = choose.choice(WORDS)
    else:
        # A span of up to twenty: a key with its value, an entry, the end of a list.
        end = min(len(tokens), one + choose.randint(1, 20))
        if choose.random() < 0.5:
            del tokens[one:end]
        else:
            tokens[one:one] = tokens[one:end]
    return "".join(tokens)


def on_lines(text, choose):
    lines = text.splitlines(keepends=True) or [""]
    begin, end = two(choose, len(lines))
    end = min(end, begin + 8)
    action = choose.randrange(4)
    if action == 0:
        del lines[begin:end + 1]
    elif action == 1:
        lines[begin:begin] = lines[begin:end + 1]
    elif action == 2:
        lines[begin], lines[end] = lines[end], lines[begin]
    else:
        lines = lines[:begin]
    return "".join(lines)


def on_characters(text, choose):
    if not text:
        return choose.choice(WORDS)
    begin = choose.randrange(len(text))
    action = choose.randrange(4)
    if action == 0:
        return text[:begin] + chr(choose.randrange(1, 0x300)) + text[begin + 1:]
    if action == 1:
        return text[:begin] + text[begin + 1:]
    if action == 2:
        return text[:begin] + choose.choice(WORDS) + text[begin:]
    return text[:begin]


def on_bytes(data, choose):
    """Not text any more."""
    data = bytearray(data or b" ")
    for _ in range(choose.randint(1, 4)):
        data[choose.randrange(len(data))] = choose.randrange(256)
    return bytes(data)
