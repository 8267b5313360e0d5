#pragma once

#include <cstdio>
#include <cstdlib>

/// Ends the program when something that cannot happen has happened. Kept in every build.
/// Never used on input from outside: that is an Error (see result.h).
#define INVARIANT(condition, why)                                                             \
    do {                                                                                      \
        if (!(condition)) {                                                                   \
            std::fprintf(stderr, "invariant broken at %s:%d: %s\n", __FILE__, __LINE__, why); \
            std::abort();                                                                     \
        }                                                                                     \
    } while (false)
