# What is installed, and where. All of it finds the rest by its own place, so that the
# folder can be moved: defaultPolicyPath looks for ../share/tamga from both bin/ and lib/.
# So not lib/<architecture>, whatever the distribution does.
include(CMakePackageConfigHelpers)

set(policy ${PROJECT_SOURCE_DIR}/checks/policy)

install(TARGETS tamga tamga-clang-tidy tamga-clangd RUNTIME DESTINATION bin)
install(TARGETS TamgaTidy LIBRARY DESTINATION lib)
install(FILES ${PROJECT_SOURCE_DIR}/checks/include/tamga/annotations.h
  DESTINATION include/tamga)
install(DIRECTORY ${policy}/packs ${policy}/apis ${policy}/schema DESTINATION share/tamga)
install(FILES ${policy}/kinds.json ${policy}/elements.json DESTINATION share/tamga)
install(FILES README.md CHANGELOG.md CONTRIBUTING.md LICENSE .pre-commit-hooks.yaml
  DESTINATION share/doc/tamga)
install(DIRECTORY docs DESTINATION share/doc/tamga)
install(SCRIPT ${PROJECT_SOURCE_DIR}/cmake/InstalledDocs.cmake)

configure_package_config_file(cmake/TamgaConfig.cmake.in ${CMAKE_BINARY_DIR}/TamgaConfig.cmake
  INSTALL_DESTINATION lib/cmake/Tamga)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/TamgaConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/TamgaConfig.cmake ${CMAKE_BINARY_DIR}/TamgaConfigVersion.cmake
  DESTINATION lib/cmake/Tamga)
