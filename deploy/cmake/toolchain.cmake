# How every target of ours is compiled. Warnings are errors; a sanitizer or coverage comes from the preset.
find_program(CCACHE ccache)
if(CCACHE)
  # Depend mode spares a miss its second run of the preprocessor; the sloppiness is what precompiled headers need.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_DEPEND=1 CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# Line tables are all that a sanitizer's report needs. With -g or -O1 an ASan build takes four to seven times as long.
set(CMAKE_CXX_FLAGS_DEBUG "-g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

add_compile_definitions(_TURN_OFF_PLATFORM_STRING SPDLOG_FMT_EXTERNAL)

if(FLOCKMATE_SANITIZE)
  add_compile_options(-fsanitize=${FLOCKMATE_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${FLOCKMATE_SANITIZE})
  if(FLOCKMATE_SANITIZE MATCHES "undefined")
    # vptr needs RTTI of Debian's libraries, which are built without the sanitizer.
    add_compile_options(-fno-sanitize=vptr -fno-sanitize-recover=undefined)
    if(FLOCKMATE_SANITIZE MATCHES "address" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      # A fifth of the time of a build. AddressSanitizer stops at a null pointer too; the fuzz targets keep both.
      add_compile_options(-fno-sanitize=null,alignment)
    endif()
  endif()
  if(FLOCKMATE_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ says of Boost.Asio's fences that ThreadSanitizer does not see them. It sees the locks around them.
    add_compile_options(-Wno-tsan)
  endif()
endif()
if(FLOCKMATE_COVERAGE)
  add_compile_options(--coverage -O0)
  add_link_options(--coverage)
endif()

function(flockmate_toolchain target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Werror -Wshadow -Wnon-virtual-dtor -Wconversion
                         -Wno-sign-conversion
                         "$<$<CONFIG:Release>:-Wno-restrict;-Wno-maybe-uninitialized>")
  # Release only: optimising, g++ 12 sees overlaps in "text" + std::string (PR105651) and unset members of the
  # variant in base::Result that are none. The debug builds keep both warnings.
endfunction()
