"""Messages of the Language Server Protocol with changed bytes, the same ones for the same seed."""
import json
import random

import lsp

TEXT = "const char *source();\nvoid sink(const char *);\nvoid f() { sink(source()); }\n"
FOUND = ["3:12 tamga-custom-flow"]


def project(folder):
    lsp.write(folder, "compile_flags.txt", "-std=c++20\n")
    lsp.write(folder, "tamga.json", '{ "packs": ["generic"] }')


def message(folder, choose):
    body = bytearray(json.dumps({"jsonrpc": "2.0", "id": 77, "method": choose.choice(
        ["textDocument/codeAction", "textDocument/hover", "textDocument/didChange"]),
        "params": {"textDocument": {"uri": lsp.uri(folder + "/a.cpp"), "version": 2},
                   "position": {"line": 2, "character": 12},
                   "contentChanges": [{"text": TEXT}]}}).encode())
    for _ in range(choose.randint(1, 6)):
        body[choose.randrange(len(body))] = choose.randrange(256)
    return bytes(body)


def run(folder, count, seed):
    """How many were survived: the server answers what comes next. It may also end with 1, as
    it does when what comes is no message."""
    choose = random.Random(seed)
    server = None
    survived = 0
    for _ in range(count):
        if not server:
            server = lsp.Server(folder)
            server.number = 1000
            lsp.same(lsp.places(server.open("a.cpp", TEXT), ""), FOUND, "opened")
        server.send_bytes(message(folder, choose))
        try:
            server.answer(server.ask("workspace/symbol", {"query": "sink"}))
            survived += 1
        except lsp.Failure:
            # Not a signal, which is negative.
            if server.process.wait(lsp.DEADLINE) != 1:
                raise
            server = None
    server = server or lsp.Server(folder)
    lsp.same(lsp.places(server.open("b.cpp", TEXT), ""), FOUND, "after %d mutants" % survived)
    server.stop()
    if 3 * survived < 2 * count:
        raise lsp.Failure("only %d of %d mutants were survived" % (survived, count))
    return survived
