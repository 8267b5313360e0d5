#include "server/store/history_fields.h"

#include <array>
#include <charconv>

#include "server/store/failure.h"
#include "server/store/fields.h"
#include "server/store/words.h"

namespace server::store {
namespace {

using figures::Meeting;
using figures::Plan;
using figures::ReferralHistory;

/// No referral has so many of anything: a larger number is damage.
constexpr std::int64_t kManyMax = 100'000;

constexpr std::array kComplexities{Word<figures::Complexity>{figures::Complexity::NotKnown, "not_known"},
                                   Word<figures::Complexity>{figures::Complexity::Low, "low"},
                                   Word<figures::Complexity>{figures::Complexity::Medium, "medium"},
                                   Word<figures::Complexity>{figures::Complexity::High, "high"}};
constexpr std::array kVerdicts{Word<figures::Verdict>{figures::Verdict::Met, "met"},
                               Word<figures::Verdict>{figures::Verdict::Missed, "missed"},
                               Word<figures::Verdict>{figures::Verdict::LeftOut, "left_out"},
                               Word<figures::Verdict>{figures::Verdict::NotKnown, "not_known"},
                               Word<figures::Verdict>{figures::Verdict::NotCounted, "not_counted"}};
constexpr std::array kWhys{Word<figures::Why>{figures::Why::InTime, "in_time"},
                           Word<figures::Why>{figures::Why::TooLate, "too_late"},
                           Word<figures::Why>{figures::Why::NotDone, "not_done"},
                           Word<figures::Why>{figures::Why::Declined, "declined"},
                           Word<figures::Why>{figures::Why::Expired, "expired"},
                           Word<figures::Why>{figures::Why::EndedWithoutIt, "ended_without_it"},
                           Word<figures::Why>{figures::Why::NotDueYet, "not_due_yet"},
                           Word<figures::Why>{figures::Why::NoPlanApproved, "no_plan_approved"},
                           Word<figures::Why>{figures::Why::NeutralEnd, "neutral_end"},
                           Word<figures::Why>{figures::Why::UndeterminedEnd, "undetermined_end"},
                           Word<figures::Why>{figures::Why::CancelledTheSameDay, "cancelled_the_same_day"},
                           Word<figures::Why>{figures::Why::EndedBeforeItWasDue, "ended_before_it_was_due"},
                           Word<figures::Why>{figures::Why::NotSuitable, "not_suitable"},
                           Word<figures::Why>{figures::Why::AppointmentsNotRead, "appointments_not_read"},
                           Word<figures::Why>{figures::Why::PlansNotRead, "plans_not_read"},
                           Word<figures::Why>{figures::Why::TimeNotKnown, "time_not_known"},
                           Word<figures::Why>{figures::Why::NotRecorded, "not_recorded"}};

/// Writes how many there are, then each; -1 for a list that was not read.
template <class List, class Write>
void add_list(FieldWriter& fields, const List* list, Write write) {
    fields.add(list == nullptr ? std::int64_t{-1} : static_cast<std::int64_t>(list->size()));
    if (list == nullptr) return;
    for (const auto& one : *list) write(one);
}

/// How many there are; none for a list that was not read.
base::Result<std::optional<std::int64_t>> list_size(FieldReader& fields, const char* what) {
    const std::int64_t count = fields.number();
    if (!fields.ok() || count < -1 || count > kManyMax) return damaged(what);
    return count < 0 ? std::optional<std::int64_t>() : std::optional(count);
}

template <class T>
const T* address_of(const std::optional<T>& value) {
    return value ? &*value : nullptr;
}

void add_truth(FieldWriter& fields, bool value) {
    fields.add(std::int64_t{value ? 1 : 0});
}

std::optional<std::string> word_of_truth(std::optional<bool> value) {
    return value ? std::optional<std::string>(*value ? "yes" : "no") : std::nullopt;
}

void add_meeting(FieldWriter& fields, const Meeting& meeting) {
    fields.add(meeting.id.text()).add(word_of(kAppointmentTypes, meeting.type)).add(meeting.start);
    add_truth(fields, meeting.stands);
    fields.add(meeting.attendance ? std::optional<std::string>(domain::to_word(*meeting.attendance))
                                  : std::optional<std::string>());
    fields.add(word_of_truth(meeting.session_held));
    add_truth(fields, meeting.submitted);
}

base::Result<Meeting> read_meeting(FieldReader& fields) {
    Meeting meeting;
    meeting.id = domain::AppointmentId(fields.text());
    const auto type = value_of(kAppointmentTypes, fields.text());
    meeting.start = fields.instant();
    meeting.stands = fields.number() != 0;
    const auto attendance = fields.maybe_text();
    if (attendance) meeting.attendance = domain::attendance_from_word(*attendance);
    const auto held = fields.maybe_text();
    if (held) meeting.session_held = *held == "yes";
    meeting.submitted = fields.number() != 0;
    if (!fields.ok() || !type || (attendance && !meeting.attendance)) return damaged("a history");
    meeting.type = *type;
    return meeting;
}

/// `0.5` as thousandths.
constexpr double kScoreParts = 1000;

void add_end_report(FieldWriter& fields, const std::optional<figures::EndOfServiceReport>& report) {
    fields.add(report ? std::optional(report->submitted_at) : std::nullopt);
    if (!report) return;
    fields.add(report->score ? std::optional(std::to_string(
                                   static_cast<std::int64_t>(*report->score * kScoreParts + 0.5)))
                             : std::nullopt);
}

std::optional<figures::EndOfServiceReport> read_end_report(FieldReader& fields) {
    const auto at = fields.maybe_instant();
    if (!at) return std::nullopt;
    figures::EndOfServiceReport report{*at, std::nullopt};
    if (const auto parts = fields.maybe_text()) {
        std::int64_t number = 0;
        std::from_chars(parts->data(), parts->data() + parts->size(), number);
        report.score = static_cast<double>(number) / kScoreParts;
    }
    return report;
}

/// What was added to the encoding, with its number before it. A history of before ends without it.
constexpr std::int64_t kDetailsAdded = 1;

void add_details(FieldWriter& fields, const ReferralHistory& told) {
    fields.add(kDetailsAdded);
    for (const Plan& plan : told.plans.value_or(std::vector<Plan>())) fields.add(plan.approved_at);
    for (const Meeting& meeting : told.meetings.value_or(std::vector<Meeting>()))
        add_truth(fields, meeting.late_is_flag);
    add_truth(fields, told.details.has_value());
    if (!told.details) return;
    const figures::CaseDetails& details = *told.details;
    fields.add(details.organisation).add(details.caseworker);
    fields.add(details.complete_by ? std::optional(domain::to_text(*details.complete_by)) : std::nullopt);
    fields.add(details.outcomes_wanted ? std::optional(std::to_string(*details.outcomes_wanted))
                                       : std::nullopt);
    fields.add(details.end_requested_at).add(details.end_requested_reason);
    add_truth(fields, details.end_report_begun);
    fields.add(std::int64_t{details.outcomes_achieved});
    fields.add(std::int64_t{details.outcomes_partly_achieved});
}

base::Result<unsigned> read_count(FieldReader& fields) {
    const std::int64_t count = fields.number();
    if (!fields.ok() || count < 0 || count > kManyMax) return damaged("a history");
    return static_cast<unsigned>(count);
}

base::Result<figures::CaseDetails> read_details(FieldReader& fields) {
    figures::CaseDetails details;
    details.organisation = fields.text();
    details.caseworker = fields.text();
    if (const auto day = fields.maybe_text()) details.complete_by = TRY(domain::parse_date(*day));
    if (const auto wanted = fields.maybe_text()) {
        unsigned number = 0;
        std::from_chars(wanted->data(), wanted->data() + wanted->size(), number);
        details.outcomes_wanted = number;
    }
    details.end_requested_at = fields.maybe_instant();
    details.end_requested_reason = fields.text();
    details.end_report_begun = fields.number() != 0;
    details.outcomes_achieved = TRY(read_count(fields));
    details.outcomes_partly_achieved = TRY(read_count(fields));
    return details;
}

base::Done read_what_was_added(ReferralHistory& told, FieldReader& fields) {
    if (!fields.ok() || fields.at_end()) return {};
    if (fields.number() != kDetailsAdded) return damaged("a history");
    if (told.plans)
        for (Plan& plan : *told.plans) plan.approved_at = fields.maybe_instant();
    if (told.meetings)
        for (Meeting& meeting : *told.meetings) meeting.late_is_flag = fields.number() != 0;
    if (fields.number() != 0) told.details = TRY(read_details(fields));
    return {};
}

base::Done read_lists(ReferralHistory& told, FieldReader& fields) {
    if (const auto plans = TRY(list_size(fields, "a history"))) {
        told.plans.emplace();
        for (std::int64_t i = 0; i < *plans && fields.ok(); ++i) {
            const bool approved = fields.number() != 0;
            told.plans->push_back({approved, fields.maybe_instant()});
        }
    }
    if (const auto meetings = TRY(list_size(fields, "a history"))) {
        told.meetings.emplace();
        for (std::int64_t i = 0; i < *meetings; ++i) told.meetings->push_back(TRY(read_meeting(fields)));
    }
    return {};
}

}  // namespace

std::string fields_of(const app::History& history) {
    const ReferralHistory& told = history.told;
    FieldWriter fields;
    fields.add(told.contract.text()).add(word_of(kComplexities, told.complexity)).add(told.received_at);
    fields.add(told.concluded_at);
    add_truth(fields, told.end_requested);
    fields.add(told.end_code);
    fields.add(told.expiry ? std::optional(domain::to_text(*told.expiry)) : std::nullopt);
    add_end_report(fields, told.end_report);
    add_list(fields, address_of(told.plans), [&fields](const Plan& plan) {
        add_truth(fields, plan.approved);
        fields.add(plan.submitted_at);
    });
    add_list(fields, address_of(told.meetings),
             [&fields](const Meeting& meeting) { add_meeting(fields, meeting); });
    add_list(fields, &history.plans, [&fields](const std::string& plan) { fields.add(plan); });
    add_details(fields, told);
    return fields.bytes();
}

base::Result<app::History> history_of(const domain::ReferralId& id, std::string_view bytes) {
    FieldReader fields(bytes);
    app::History history;
    ReferralHistory& told = history.told;
    told.id = id;
    told.contract = domain::ContractRef(fields.text());
    const auto complexity = value_of(kComplexities, fields.text());
    if (!complexity) return damaged("a history");
    told.complexity = *complexity;
    told.received_at = fields.instant();
    told.concluded_at = fields.maybe_instant();
    told.end_requested = fields.number() != 0;
    told.end_code = fields.text();
    if (const auto expiry = fields.maybe_text()) told.expiry = TRY(domain::parse_date(*expiry));
    told.end_report = read_end_report(fields);
    TRY_DONE(read_lists(told, fields));
    const auto plans = TRY(list_size(fields, "a history"));
    for (std::int64_t i = 0; i < plans.value_or(0) && fields.ok(); ++i)
        history.plans.push_back(fields.text());
    TRY_DONE(read_what_was_added(told, fields));
    if (!fields.ok()) return damaged("a history");
    return history;
}

std::string fields_of(const std::vector<figures::FrozenItem>& items) {
    FieldWriter fields;
    add_list(fields, &items, [&fields](const figures::FrozenItem& one) {
        fields.add(figures::definition(one.figure).code).add(one.item.subject);
        fields.add(word_of(kVerdicts, one.item.verdict)).add(word_of(kWhys, one.item.why));
        fields.add(one.item.mitigation);
    });
    return fields.bytes();
}

base::Result<std::vector<figures::FrozenItem>> frozen_items_of(const domain::ReferralId& id,
                                                               std::string_view bytes) {
    FieldReader fields(bytes);
    std::vector<figures::FrozenItem> items;
    const auto count = TRY(list_size(fields, "a frozen month"));
    for (std::int64_t i = 0; i < count.value_or(0); ++i) {
        const auto figure = figures::figure_with_code(fields.text());
        std::string subject = fields.text();
        const auto verdict = value_of(kVerdicts, fields.text());
        const auto why = value_of(kWhys, fields.text());
        std::string mitigation = fields.text();
        if (!fields.ok() || !figure || !verdict || !why) return damaged("a frozen month");
        items.push_back({*figure, {id, std::move(subject), *verdict, *why, std::move(mitigation)}});
    }
    return items;
}

}  // namespace server::store
