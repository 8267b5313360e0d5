#pragma once

#include <string>

#include "server/app/store.h"
#include "shared/base/entropy.h"

/// So many people and sessions as a full hub has, for what is printed.
namespace web {

/// Invented people who are expected on this day from eight o'clock on, one every five minutes.
base::Done expect_crowd(server::app::Transaction& transaction, int count, base::Instant now,
                        base::Entropy& entropy);

struct Programme {
    std::string monday;  ///< 2026-12-07
    int days = 0;
    int sessions_a_day = 0;  ///< one every half hour from eight o'clock on
    std::string room;        ///< `_` stands for a space
    std::string title;
};
base::Done plan(server::app::Transaction& transaction, const Programme& programme, base::Entropy& entropy);

}  // namespace web
