"""A client of the Language Server Protocol, as large as the tests of tamga-clangd need.

A test is a Python file `test/clangd/*.test`. It writes files into a folder of its own, opens
and edits them as an editor does, and compares what the server says, exactly. Each answer has
a deadline; a server that is late or gone fails the test, with the end of its log.
"""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time

# Machines of tests are slow and busy. What is waited for comes in a second, mostly.
DEADLINE = 60


class Failure(Exception):
    pass


class Server:
    def __init__(self, folder, program=None, options=(), environment=None, capabilities=None):
        self.folder = folder
        self.program = program or os.environ["TAMGA_CLANGD"]
        # What the developer has configured must not change what a test sees.
        home = os.path.join(folder, "home")
        # Indices are written in idle time, and the server does not end before.
        write(home, "clangd/config.yaml", "Index: { Background: Skip, StandardLibrary: No }\n")
        variables = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home)
        variables.pop("CLANGD_FLAGS", None)
        variables.update(environment or {})
        self.process = subprocess.Popen(
            [self.program, *options], cwd=folder, env=variables,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.messages = queue.Queue()
        self.lines = []
        self.published = {}  # By URI: (version, diagnostics), newest last.
        self.idle = {}  # By URI: how often the server was through with it.
        self.versions = {}
        self.number = 0
        self.readers = [threading.Thread(target=target, daemon=True)
                        for target in (self._read, self._read_log)]
        for reader in self.readers:
            reader.start()
        self.capabilities = capabilities
        if capabilities is not False:
            self._initialize()

    def _initialize(self):
        self.features = self.request("initialize", {
            "processId": os.getpid(), "rootUri": uri(self.folder),
            "capabilities": self.capabilities or {"textDocument": {
                "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True,
                                       "codeActionsInline": False},
                "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}},
            }},
            "initializationOptions": {"clangdFileStatus": True},
        })["capabilities"]
        self.notify("initialized", {})

    # Messages

    def send(self, message):
        self.send_bytes(json.dumps(message).encode())

    def send_bytes(self, body):
        self.send_raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def send_raw(self, data):
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except BrokenPipeError:
            self.fail("the server does not listen any more")

    def notify(self, method, parameters):
        self.send({"jsonrpc": "2.0", "method": method, "params": parameters})

    def ask(self, method, parameters):
        """Sends a request, and returns its id."""
        self.number += 1
        self.send({"jsonrpc": "2.0", "id": self.number, "method": method, "params": parameters})
        return self.number

    def answer(self, number):
        """The whole answer to request \\p number: with `result` or `error`."""
        end = time.monotonic() + DEADLINE
        while True:
            message = self._next(end, "an answer to request %s" % number)
            if message.get("id") == number and "method" not in message:
                return message

    def request(self, method, parameters):
        answer = self.answer(self.ask(method, parameters))
        if "error" in answer:
            self.fail("%s: %s" % (method, answer["error"]))
        return answer["result"]

    def _next(self, end, wanted):
        try:
            message = self.messages.get(timeout=max(0, end - time.monotonic()))
        except queue.Empty:
            self.fail("no %s within %d seconds" % (wanted, DEADLINE))
        if message is None:
            self.fail("the server ended; wanted: " + wanted)
        parameters = message.get("params")
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published.setdefault(parameters["uri"], []).append(
                (parameters.get("version"), parameters["diagnostics"]))
        elif message.get("method") == "textDocument/clangd.fileStatus":
            if parameters["state"] == "idle":
                self.idle[parameters["uri"]] = self.idle.get(parameters["uri"], 0) + 1
        elif "method" in message and "id" in message:
            self.send({"jsonrpc": "2.0", "id": message["id"], "result": None})
        return message

    def _read(self):
        out = self.process.stdout
        while True:
            length = None
            while (line := out.readline().strip()):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if length is None:
                break
            self.messages.put(json.loads(out.read(length)))
        self.messages.put(None)

    def _read_log(self):
        for line in self.process.stderr:
            self.lines.append(line.decode(errors="replace").rstrip("\n"))

    # Documents

    def open(self, name, text=None, language="cpp"):
        """Opens the file and returns its diagnostics."""
        path = os.path.join(self.folder, name)
        if text is None:
            text = open(path).read()
        self.versions[path] = 1
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri(path), "languageId": language, "version": 1, "text": text}})
        return self.diagnostics(name)

    def edit(self, name, text):
        """Replaces what the editor holds of the file; waits for nothing."""
        path = os.path.join(self.folder, name)
        self.versions[path] += 1
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": uri(path), "version": self.versions[path]},
            "contentChanges": [{"text": text}], "wantDiagnostics": True})

    def change(self, name, text):
        """The diagnostics after the edit."""
        self.edit(name, text)
        return self.diagnostics(name)

    def save(self, name):
        self.notify("textDocument/didSave",
                    {"textDocument": {"uri": uri(os.path.join(self.folder, name))}})

    def close(self, name):
        self.notify("textDocument/didClose",
                    {"textDocument": {"uri": uri(os.path.join(self.folder, name))}})

    def diagnostics(self, name, until=None):
        """Those of the newest version, when the server is through with it; with \\p until,
        the first for which it is true."""
        path = os.path.join(self.folder, name)
        address, end = uri(path), time.monotonic() + DEADLINE
        wanted = "diagnostics of version %d of %s" % (self.versions[path], name)
        while True:
            message = self._next(end, wanted)
            published = self.published.get(address, [])
            if not published or published[-1][0] != self.versions[path]:
                continue
            if until:
                if until(published[-1][1]):
                    return published[-1][1]
            elif (message.get("method") == "textDocument/clangd.fileStatus" and
                  message["params"]["uri"] == address and message["params"]["state"] == "idle"):
                return published[-1][1]

    def actions(self, name, diagnostic):
        return self.request("textDocument/codeAction", {
            "textDocument": {"uri": uri(os.path.join(self.folder, name))},
            "range": diagnostic["range"], "context": {"diagnostics": [diagnostic]}})

    # The end

    def log(self, text):
        """The lines of the log with \\p text in them, without what changes."""
        return [line.split("] ", 1)[-1] for line in list(self.lines) if text in line]

    def stop(self):
        """Ends the server as an editor does: it must exit with 0."""
        self.request("shutdown", None)
        self.notify("exit", None)
        self.wait(0)

    def wait(self, exit_code):
        try:
            code = self.process.wait(DEADLINE)
        except subprocess.TimeoutExpired:
            self.fail("the server does not end")
        for reader in self.readers:
            reader.join(DEADLINE)
        if code != exit_code:
            self.fail("the server ended with %s, not with %s" % (code, exit_code))

    def fail(self, text):
        try:
            self.process.wait(1)
        except subprocess.TimeoutExpired:
            self.process.kill()
        raise Failure("\n".join([text, "end of the log:", *self.lines[-40:]]))


def uri(path):
    return "file://" + os.path.realpath(path)


def write(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def places(diagnostics, codes="tamga-"):
    """`line:column code` of each whose code begins with \\p codes, lines from 1."""
    return sorted("%d:%d %s" % (one["range"]["start"]["line"] + 1,
                                one["range"]["start"]["character"] + 1, one["code"])
                  for one in diagnostics if str(one.get("code", "")).startswith(codes))


def same(found, wanted, what):
    if found != wanted:
        raise Failure("%s:\n  found  %s\n  wanted %s" % (
            what, json.dumps(found, indent=1), json.dumps(wanted, indent=1)))


def run(test):
    """Runs test(folder) in a folder of its own. Build folders lie in clones, whose .clang-tidy
    would be found from there."""
    with tempfile.TemporaryDirectory(prefix="tamga-") as folder:
        try:
            test(os.path.realpath(folder))
        except Failure as failure:
            sys.exit("error: %s" % failure)
