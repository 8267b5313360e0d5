#include "kiosk/runtime/courier.h"

#include <algorithm>
#include <utility>

#include "kiosk/runtime/verdict.h"
#include "shared/base/log.h"
#include "shared/protocol/json.h"
#include "shared/protocol/paths.h"
#include "shared/protocol/sending.h"

namespace kiosk::runtime {
namespace {

constexpr int kTooMany = 429;
constexpr int kBusy = 503;

std::string path_of(const journal::Record& record) {
    switch (record.kind) {
        case journal::RecordKind::Arrival:
            return protocol::kArrivalsPath;
        case journal::RecordKind::Undo:
            return protocol::undo_path(record.arrival);
        case journal::RecordKind::Reason:
            return protocol::reason_path(record.arrival);
        case journal::RecordKind::Call:
            return protocol::kCallsPath;
        case journal::RecordKind::Offer:
            return protocol::kOffersPath;
        case journal::RecordKind::Answers:
            return protocol::kAnswersPath;
    }
    return {};
}

}  // namespace

void Courier::take_up_journal() {
    // The journal's own size bounds what comes (journal::kPagesMax).
    needs_.clerk.ask<std::vector<journal::KeptRecord>>(
        [](journal::Journal& journal) { return journal.unaccepted(); },
        [this](const base::Result<std::vector<journal::KeptRecord>>& left) {
            if (!left) return told_.journal_failed(left.error());
            take_up(*left);
            if (!std::exchange(journal_read_, true)) tell_remembered(*left);
        });
}

void Courier::take_up(const std::vector<journal::KeptRecord>& left) {
    need_person_ = 0;
    arrivals_refused_ = 0;
    for (const journal::KeptRecord& kept : left) {
        if (kept.state == journal::RecordState::NeedsPerson) {
            count_refused(kept.record);
        } else if (find(kept.record.key) == waiting_.end()) {
            waiting_.push_back({kept});
        }
    }
    if (left.empty()) return;
    base::log::info("journal_taken_up", {{"waiting", waiting_.size()}, {"need_person", need_person_}});
}

void Courier::tell_remembered(const std::vector<journal::KeptRecord>& left) {
    for (const journal::KeptRecord& kept : left) {
        if (kept.record.kind != journal::RecordKind::Arrival) continue;
        const bool taken_back = std::any_of(left.begin(), left.end(), [&](const journal::KeptRecord& other) {
            return other.record.kind == journal::RecordKind::Undo &&
                   other.record.arrival == kept.record.arrival;
        });
        const auto request = protocol::decode_arrival_request(kept.record.body);
        if (request && !taken_back) told_.remembered(*request, kept.state);
    }
}

void Courier::add(const journal::Record& record) {
    Waiting one;
    one.kept.record = record;
    one.fresh = !server_away_;
    waiting_.push_back(std::move(one));
}

void Courier::told_saved_here(const domain::ArrivalId& arrival) {
    const std::string& key = arrival.text();
    if (const Place one = find(key); one != waiting_.end()) one->kept.told_saved_here = true;
    keep([key](journal::Journal& journal) { return journal.told_saved_here(key); });
}

void Courier::server_is_away() {
    server_away_ = true;
    // Nobody waits for these any more: they are a backlog when the server is back.
    for (Waiting& one : waiting_) one.fresh = false;
}

void Courier::server_is_back() {
    server_away_ = false;
    backlog_not_before_ = base::BootTime{0};
    for (Waiting& one : waiting_) one.not_before = base::BootTime{0};
    send_due();
}

bool Courier::is_blocked(const Waiting& one) const {
    if (one.kept.record.arrival.empty()) return false;
    for (const Waiting& earlier : waiting_) {
        if (&earlier == &one) return false;
        if (earlier.kept.record.arrival == one.kept.record.arrival) return true;
    }
    return false;
}

void Courier::send_due() {
    if (server_away_) return;
    const base::BootTime now = needs_.clock.boot_time();
    // Of a backlog one record is under way at a time: that keeps the order, and leaves the server to others.
    bool backlog_busy = std::any_of(waiting_.begin(), waiting_.end(),
                                    [](const Waiting& one) { return one.under_way && !one.fresh; });
    for (Waiting& one : waiting_) {
        if (one.under_way || one.not_before > now || is_blocked(one)) continue;
        if (!one.fresh && (backlog_busy || backlog_not_before_ > now)) continue;
        backlog_busy = backlog_busy || !one.fresh;
        send(one);
    }
}

std::optional<base::BootTime> Courier::next_due() const {
    if (server_away_) return std::nullopt;
    std::optional<base::BootTime> next;
    for (const Waiting& one : waiting_) {
        if (one.under_way || is_blocked(one)) continue;
        const base::BootTime due = one.fresh ? one.not_before : std::max(one.not_before, backlog_not_before_);
        if (!next || due < *next) next = due;
    }
    return next;
}

void Courier::send(Waiting& one) {
    const journal::Record& record = one.kept.record;
    net::Door::Posting posting{path_of(record), record.key, record.body, {}};
    const bool needs_clocks = record.kind == journal::RecordKind::Arrival ||
                              record.kind == journal::RecordKind::Call ||
                              record.kind == journal::RecordKind::Offer;
    if (needs_clocks) {
        posting.sending =
            protocol::to_header({domain::read_device_time(needs_.clock), one.kept.told_saved_here});
    }
    one.under_way = true;
    ++under_way_;
    needs_.door.post(posting, [this, key = record.key](base::Result<net::Answer> answer) {
        needs_.inbox.put([this, key, answer = std::move(answer)] { answered(key, answer); });
    });
}

Courier::Place Courier::find(const std::string& key) {
    return std::find_if(waiting_.begin(), waiting_.end(),
                        [&](const Waiting& one) { return one.kept.record.key == key; });
}

void Courier::answered(const std::string& key, const base::Result<net::Answer>& answer) {
    --under_way_;
    const Place one = find(key);
    if (one == waiting_.end()) return;
    one->under_way = false;
    one->fresh = false;
    if (!answer) {
        postpone(*one, std::chrono::microseconds{0});
        return told_.no_answer();
    }
    switch (verdict(one->kept.record.kind, answer->status)) {
        case Verdict::Accepted:
            accepted(one, *answer);
            break;
        case Verdict::TryAgain:
            try_again(one, *answer);
            break;
        case Verdict::NeedsPerson:
            needs_person(one, answer->status);
            break;
    }
    send_due();
}

void Courier::accepted(Place one, const net::Answer& answer) {
    const journal::Record record = one->kept.record;
    std::optional<protocol::ArrivalReply> reply;
    if (record.kind == journal::RecordKind::Arrival) {
        const auto decoded = protocol::decode_arrival_reply(answer.body);
        if (!decoded || decoded->arrival != record.arrival) {
            base::log::warning("server_answer_not_understood", {{"arrival", record.arrival}});
            return postpone(*one, std::chrono::microseconds{0});
        }
        reply = *decoded;
    }
    waiting_.erase(one);
    const base::Instant now = needs_.clock.now();
    keep([key = record.key, now](journal::Journal& journal) { return journal.accepted(key, now); });
    if (reply) told_.arrival_answered(*reply);
}

void Courier::try_again(Place one, const net::Answer& answer) {
    const std::chrono::microseconds asked = answer.retry_after.value_or(std::chrono::seconds{0});
    postpone(*one, asked);
    if (answer.status == kBusy || answer.status == kTooMany) backlog_not_before_ = one->not_before;
    keep([key = one->kept.record.key, status = answer.status](journal::Journal& journal) {
        return journal.tried(key, status);
    });
}

void Courier::needs_person(Place one, int status) {
    const journal::Record record = one->kept.record;
    waiting_.erase(one);
    count_refused(record);
    base::log::error("record_needs_person",
                     {{"kind", base::log::Value::word(journal::to_word(record.kind))}, {"status", status}});
    keep([key = record.key, status](journal::Journal& journal) { return journal.needs_person(key, status); });
    if (record.kind == journal::RecordKind::Arrival) told_.arrival_refused(record.arrival);
}

void Courier::count_refused(const journal::Record& record) {
    ++need_person_;
    if (is_about_coming(record)) ++arrivals_refused_;
}

Courier::Owed Courier::owed() const {
    Owed owed{static_cast<unsigned>(waiting_.size()) + need_person_, 0, arrivals_refused_};
    for (const Waiting& one : waiting_) {
        if (is_about_coming(one.kept.record)) ++owed.arrivals_waiting;
    }
    if (journal_read_) return owed;
    owed.arrivals_refused.reset();
    owed.records = std::max(owed.records, 1U);
    owed.arrivals_waiting = std::max(owed.arrivals_waiting, 1U);
    return owed;
}

void Courier::postpone(Waiting& one, std::chrono::microseconds at_least) {
    ++one.failures;
    const auto wait = std::max(at_least, backoff(one.failures, base::random_number(needs_.entropy)));
    one.not_before = needs_.clock.boot_time() + wait;
}

void Courier::keep(std::function<base::Done(journal::Journal&)> change) {
    needs_.clerk.ask<void>(std::move(change), [this](const base::Done& done) {
        // An unknown key was never a record of this journal: nothing is lost.
        if (!done && done.error().kind != base::ErrorKind::NotFound) told_.journal_failed(done.error());
    });
}

}  // namespace kiosk::runtime
