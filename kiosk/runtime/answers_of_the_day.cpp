#include "kiosk/runtime/answers_of_the_day.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "shared/base/log.h"
#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"

namespace kiosk::runtime {
namespace {

/// Fisher and Yates; the few places of a day are as good as even in 64 bits.
void shuffle(std::vector<protocol::AnonymousAnswers>& all, base::Entropy& entropy) {
    for (std::size_t left = all.size(); left > 1; --left) {
        std::swap(all[left - 1], all[base::random_number(entropy) % left]);
    }
}

journal::Record record_of(const protocol::AnswersTogether& together) {
    return {together.batch, journal::RecordKind::Answers, domain::ArrivalId(), protocol::encode(together)};
}

}  // namespace

ChanceOfTheDay::ChanceOfTheDay(base::Entropy& from) {
    std::array<std::uint32_t, 8> seed{};
    from.fill(std::as_writable_bytes(std::span(seed)));
    std::seed_seq all(seed.begin(), seed.end());
    engine_.seed(all);
}

void ChanceOfTheDay::fill(std::span<std::byte> out) {
    for (std::byte& byte : out) byte = static_cast<std::byte>(engine_() >> 32U);
}

std::vector<journal::Record> in_order_of_chance(std::vector<std::string> texts, base::Entropy& entropy) {
    std::vector<protocol::AnonymousAnswers> all;
    for (const std::string& text : texts) {
        auto answers = protocol::decode_anonymous_answers(text);
        if (answers) {
            all.push_back(std::move(*answers));
        } else {
            base::log::error("held_answers_not_understood", {{"bytes", text.size()}});
        }
    }
    shuffle(all, entropy);
    std::vector<journal::Record> records;
    for (std::size_t at = 0; at < all.size(); at += protocol::kAnswersTogetherMax) {
        const std::size_t end = std::min(all.size(), at + protocol::kAnswersTogetherMax);
        protocol::AnswersTogether together{base::new_uuid(entropy), {}};
        for (std::size_t i = at; i < end; ++i) together.all.push_back(std::move(all[i]));
        records.push_back(record_of(together));
    }
    return records;
}

}  // namespace kiosk::runtime
