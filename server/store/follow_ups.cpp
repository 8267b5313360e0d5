#include "server/store/follow_ups.h"

#include <array>
#include <utility>

#include "server/store/failure.h"
#include "server/store/hub_rows.h"
#include "server/store/words.h"

namespace server::store {
namespace {

using app::HelpFollowUp;
using app::HelpWord;

constexpr std::array kHelpWords{Word<HelpWord>{HelpWord::SpokenWith, "spoken_with"},
                                Word<HelpWord>{HelpWord::PassedOn, "passed_on"}};

std::string place_of(const std::string& id) {
    return "help_follow_up/" + id;
}

}  // namespace

base::Result<std::vector<app::Call>> help_calls(Record& record, base::Instant from) {
    return attempt([&]() -> base::Result<std::vector<app::Call>> {
        std::vector<std::string> ids;
        Query row =
            record.db.query("SELECT id FROM call WHERE cause = 'survey_help' AND at >= ? ORDER BY at, id");
        row.with(from);
        while (row.next()) ids.push_back(row.text(0));
        std::vector<app::Call> calls;
        for (const std::string& id : ids) {
            auto call = TRY(find_call(record, id));
            if (call) calls.push_back(*std::move(call));
        }
        return calls;
    });
}

base::Result<std::vector<HelpFollowUp>> follow_ups_of_call(Record& record, const std::string& call) {
    return attempt([&]() -> base::Result<std::vector<HelpFollowUp>> {
        const base::Secret key = TRY(Keys(record).hub());
        std::vector<HelpFollowUp> all;
        Query row =
            record.db.query("SELECT id, at, word, sealed FROM help_follow_up WHERE call = ? ORDER BY seq");
        row.with(call);
        while (row.next()) {
            const std::string id = row.text(0);
            const auto word = value_of(kHelpWords, row.text(2));
            if (!word) return damaged("what became of somebody who wanted to talk");
            std::string who = TRY(record.vault.unseal(key, place_of(id), row.text(3)));
            all.push_back({id, row.instant(1), call, *word, std::move(who)});
        }
        return all;
    });
}

base::Done append_follow_up(Record& record, const HelpFollowUp& follow_up) {
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        const std::string sealed = record.vault.seal(key, place_of(follow_up.id), follow_up.who);
        record.db.query("INSERT INTO help_follow_up (id, at, call, word, sealed) VALUES (?, ?, ?, ?, ?)")
            .with(follow_up.id, follow_up.at, follow_up.call, word_of(kHelpWords, follow_up.word),
                  Blob{sealed})
            .run();
        return {};
    });
}

}  // namespace server::store
