# Everything that is tested through text: see CONTRIBUTING.md for the folders.
import os
import sys

import lit.formats

config.name = "tamga"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".test", ".cpp", ".c", ".flow"]
config.excludes = ["apps", "unit", "tools", "bench", "Inputs", "mock", "CMakeLists.txt"]
config.test_source_root = os.path.dirname(os.path.abspath(__file__))
config.test_exec_root = os.path.join(config.tamga_build_dir, "test")

tools = os.path.join(config.test_source_root, "tools")
binaries = os.path.join(config.tamga_build_dir, "bin")
plugin = os.path.join(config.tamga_build_dir, "lib", "libTamgaTidy.so")
clangTidy = os.path.join(config.llvm_tools_dir, "clang-tidy")
if config.tamga_sanitizes:
    # clang-tidy has no runtime of its own, and keeps what it allocates. The stack of signal
    # handlers is the crash guard's.
    clangTidy = os.path.join(config.tamga_build_dir, "bin", "clang-tidy-sanitized")
    config.environment["ASAN_OPTIONS"] = "detect_leaks=0:use_sigaltstack=0:exitcode=99"
    config.environment["UBSAN_OPTIONS"] = "print_stacktrace=1"

config.environment["PATH"] = os.pathsep.join(
    [config.llvm_tools_dir, binaries, os.environ["PATH"]]
)
# What a developer has set must not change what a test sees.
config.environment.pop("TAMGA_PACK_PATH", None)
config.environment["TAMGA_BUILD_DIR"] = config.tamga_build_dir
config.environment["TAMGA_SOURCE_DIR"] = config.tamga_source_dir
config.environment["TAMGA_CLANGD"] = os.path.join(binaries, "tamga-clangd")

check = '"%s" "%s/check" --tamga "%s/tamga" --plugin "%s" --clang-tidy "%s"' % (
    sys.executable, tools, binaries, plugin, clangTidy)

units = '"%s" "%s/check-program" --tamga "%s/tamga" --plugin "%s" --clang-tidy "%s"' % (
    sys.executable, tools, binaries, plugin, clangTidy)

config.substitutions += [
    ("%units", units),
    ("%check", check),
    ("%tamga", os.path.join(binaries, "tamga")),
    ("%plugin", plugin),
    ("%clang-tidy", clangTidy),
    ("%tidy", '"%s" -load "%s"' % (clangTidy, plugin)),
    ("%wrapper", '"%s/tamga-clang-tidy" "--clang-tidy-binary=%s"' % (binaries, clangTidy)),
    ("%python", '"%s"' % sys.executable),
    ("%lsp", 'env PYTHONDONTWRITEBYTECODE=1 "PYTHONPATH=%s" "%s"' % (tools, sys.executable)),
    ("%tools", tools),
    ("%source", config.tamga_source_dir),
    # Of examples that are slow to take through all doors; `./dev test --long` takes them all.
    ("%part", lit_config.params.get("part", "1/6")),
    ("%include", os.path.join(config.tamga_source_dir, "checks", "include")),
    ("%build", config.tamga_build_dir),
]
