#pragma once

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "tests/support/memory_handover.h"
#include "tests/support/memory_log.h"

namespace support {

/// The part of the port in memory that is about what staff enter for people.
class MemoryDesk : public MemoryHandover {
public:
    using MemoryHandover::append;
    using MemoryHandover::MemoryHandover;
    using MemoryHandover::put;

    base::Result<std::set<domain::AppointmentId>> plain_arrivals(base::Instant from,
                                                                 base::Instant to) override {
        std::map<domain::AppointmentId, int> arrivals;
        std::set<domain::AppointmentId> others;
        for (const domain::AttendanceEvent& event : record_.events) {
            using domain::EventKind;
            const bool is_plain = event.kind == EventKind::Arrived && event.attendance;
            const bool says_nothing = event.kind == EventKind::ReasonGiven ||
                                      event.kind == EventKind::SubmitDecided ||
                                      event.kind == EventKind::PractitionerTold;
            if (event.clock != domain::ClockState::Sure || !(is_plain || says_nothing))
                others.insert(event.appointment);
            if (is_plain) ++arrivals[event.appointment];
        }
        std::set<domain::AppointmentId> out;
        for (const auto& [id, one] : record_.appointments) {
            const bool is_in = one.start >= from && one.start < to;
            if (is_in && arrivals[id] == 1 && !others.contains(id)) out.insert(id);
        }
        return out;
    }
    base::Result<std::optional<server::app::HeldAnswers>> held_answers() override { return record_.held; }
    base::Result<std::vector<server::app::Consent>> consents_of(const domain::PersonId& person) override {
        std::vector<server::app::Consent> out;
        std::copy_if(record_.consents.begin(), record_.consents.end(), std::back_inserter(out),
                     [&](const auto& one) { return one.person == person; });
        return out;
    }
    base::Result<std::vector<server::app::Call>> help_calls_since(base::Instant from) override {
        std::vector<server::app::Call> out;
        for (const auto& [id, one] : record_.calls) {
            if (one.cause == server::app::kWantsToTalk && one.at >= from) out.push_back(one);
        }
        std::sort(out.begin(), out.end(),
                  [](const auto& a, const auto& b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });
        return out;
    }
    base::Result<std::vector<server::app::HelpFollowUp>> follow_ups_of(const std::string& call) override {
        std::vector<server::app::HelpFollowUp> out;
        std::copy_if(record_.follow_ups.begin(), record_.follow_ups.end(), std::back_inserter(out),
                     [&](const auto& one) { return one.call == call; });
        return out;
    }
    base::Done put(const server::app::HeldAnswers& held) override {
        record_.held = held;
        return {};
    }
    base::Done forget_held_answers() override {
        record_.held.reset();
        return {};
    }
    base::Done append(const server::app::Consent& consent) override {
        if (!record_.people.contains(consent.person))
            return base::fail(base::ErrorKind::NotFound, "the hub holds no such person");
        return append_once(record_.consents, consent);
    }
    base::Done append(const server::app::HelpFollowUp& follow_up) override {
        if (!record_.calls.contains(follow_up.call))
            return base::fail(base::ErrorKind::NotFound, "there is no such call");
        return append_once(record_.follow_ups, follow_up);
    }
    base::Result<std::vector<server::app::EvidenceRequest>> evidence_requests() override {
        return record_.evidence_requests;
    }
    base::Result<std::vector<server::app::EvidenceAnswer>> evidence_answers() override {
        return record_.evidence_answers;
    }
    base::Done append(const server::app::EvidenceRequest& request) override {
        return append_once(record_.evidence_requests, request);
    }
    base::Done append(const server::app::EvidenceAnswer& answer) override {
        const auto is_request = [&](const auto& one) {
            return one.id == answer.request;
        };
        const auto says_the_same = [&](const auto& one) {
            return one.request == answer.request && one.word == answer.word;
        };
        if (std::none_of(record_.evidence_requests.begin(), record_.evidence_requests.end(), is_request))
            return base::fail(base::ErrorKind::NotFound, "there is no such request");
        if (std::any_of(record_.evidence_answers.begin(), record_.evidence_answers.end(), says_the_same))
            return base::fail(base::ErrorKind::Conflict, "this was said of it already");
        return append_once(record_.evidence_answers, answer);
    }
    base::Result<std::vector<server::app::ExtractRequest>> extract_requests() override {
        return record_.extract_requests;
    }
    base::Result<std::vector<server::app::ExtractStep>> extract_steps() override {
        return record_.extract_steps;
    }
    base::Done append(const server::app::ExtractRequest& request) override {
        return append_once(record_.extract_requests, request);
    }
    base::Done append(const server::app::ExtractStep& step) override {
        const auto is_request = [&](const auto& one) {
            return one.id == step.request;
        };
        if (std::none_of(record_.extract_requests.begin(), record_.extract_requests.end(), is_request))
            return base::fail(base::ErrorKind::NotFound, "there is no such request");
        return append_once(record_.extract_steps, step);
    }
};

}  // namespace support
