# GoogleTest binaries: every executable in build/test/unit that ends with `Tests`.
import lit.formats

config.name = "unit"
config.test_format = lit.formats.GoogleTest(".", "Tests")
config.test_source_root = config.test_exec_root = config.tamga_build_dir + "/test/unit"
