# Headers that nearly every source includes, compiled once a build. Every source still includes what it uses: the presets
# without this option (quick, tsan, coverage, fuzz) would not compile otherwise.
option(FLOCKMATE_PRECOMPILED "compile the headers of the standard library, nlohmann and GoogleTest once" OFF)

# flockmate_precompiled(name HEADERS ... [DEPENDS ...]): nothing but these headers, for others to use.
function(flockmate_precompiled name)
  cmake_parse_arguments(PRECOMPILED "" "" "HEADERS;DEPENDS" ${ARGN})
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/${name}.cpp CONTENT "")
  add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/${name}.cpp)
  target_link_libraries(${name} PRIVATE ${PRECOMPILED_DEPENDS})
  target_precompile_headers(${name} PRIVATE ${PRECOMPILED_HEADERS})
  flockmate_toolchain(${name})
endfunction()

# flockmate_use_precompiled(target name)
function(flockmate_use_precompiled target name)
  if(FLOCKMATE_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM ${name})
  endif()
endfunction()

if(FLOCKMATE_PRECOMPILED)
  add_compile_options(-pthread)  # with and without it are different macros, and g++ wants the same ones
  set(headers <algorithm> <chrono> <filesystem> <functional> <map> <memory> <optional> <set> <span> <sstream> <string>
      <string_view> <unordered_map> <variant> <vector>)
  flockmate_precompiled(precompiled_standard HEADERS ${headers})
  list(APPEND headers <mutex> <nlohmann/json.hpp>)
  flockmate_precompiled(precompiled_json HEADERS ${headers} DEPENDS nlohmann_json::nlohmann_json)
  if(FLOCKMATE_TESTS)
    find_package(GTest REQUIRED)
    flockmate_precompiled(precompiled_test HEADERS ${headers} <gtest/gtest.h>
                          DEPENDS nlohmann_json::nlohmann_json GTest::gtest)
  endif()
endif()
