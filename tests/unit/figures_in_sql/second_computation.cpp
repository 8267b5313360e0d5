#include "tests/unit/figures_in_sql/second_computation.h"

#include <optional>

#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/unit/figures_in_sql/queries.h"
#include "tests/unit/figures_in_sql/schema.h"

namespace sql {
namespace {

using namespace server::figures;

/// `text` with every NAME(a) or NAME(a, b) written out. Arguments hold no commas of their own.
std::string written_out(std::string text, const std::string& name, const std::string& pattern) {
    for (std::size_t at = text.find(name + "("); at != std::string::npos; at = text.find(name + "(", at)) {
        const std::size_t open = at + name.size();
        std::size_t close = open;
        int depth = 0;
        do {
            depth += text[close] == '(' ? 1 : text[close] == ')' ? -1 : 0;
            ++close;
        } while (depth > 0);
        const std::string inside = text.substr(open + 1, close - open - 2);
        const std::size_t comma = inside.rfind(", ");
        std::string expression = pattern;
        const auto put = [&expression](const char* mark, const std::string& value) {
            for (std::size_t i = expression.find(mark); i != std::string::npos; i = expression.find(mark))
                expression.replace(i, 2, value);
        };
        put("$1", comma == std::string::npos ? inside : inside.substr(0, comma));
        if (comma != std::string::npos) put("$2", inside.substr(comma + 2));
        text.replace(at, close - at, expression);
    }
    return text;
}

std::string written_out(const char* sql) {
    const std::string due = written_out(
        sql, "DUE", "(SELECT min(date) FROM day WHERE n = $2 + (SELECT n FROM day WHERE date = $1))");
    return written_out(
        due, "LONDON",
        "date($1 + 3600 * EXISTS (SELECT 1 FROM summer WHERE $1 >= starts AND $1 < ends), 'unixepoch')");
}

void bind_one(SQLite::Statement& row, int at, const std::string& text) {
    row.bind(at, text);
}
void bind_one(SQLite::Statement& row, int at, bool truth) {
    row.bind(at, truth ? 1 : 0);
}
void bind_one(SQLite::Statement& row, int at, double number) {
    row.bind(at, number);
}
void bind_one(SQLite::Statement& row, int at, base::Instant instant) {
    row.bind(at, static_cast<std::int64_t>(
                     std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count()));
}
void bind_one(SQLite::Statement& row, int at, domain::Date day) {
    row.bind(at, domain::to_text(day));
}
template <class Value>
void bind_one(SQLite::Statement& row, int at, const std::optional<Value>& value) {
    if (value) bind_one(row, at, *value);
}

template <class... Values>
void insert(SQLite::Database& db, const std::string& table, const Values&... values) {
    std::string sql = "INSERT INTO " + table + " VALUES (";
    for (std::size_t i = 0; i < sizeof...(values); ++i) sql += i == 0 ? "?" : ", ?";
    SQLite::Statement row(db, sql + ")");
    int at = 0;
    (bind_one(row, ++at, values), ...);
    row.exec();
}

std::string type_of(const Meeting& meeting) {
    return meeting.type == domain::AppointmentType::Delivery ? "delivery" : "assessment";
}

std::optional<std::string> attendance_of(const Meeting& meeting) {
    if (!meeting.attendance) return std::nullopt;
    return std::string(domain::to_word(*meeting.attendance));
}

void insert(SQLite::Database& db, const ReferralHistory& history) {
    const Answering survey = history.exit_survey.value_or(Answering{});
    const Answering rating = history.start_rating.value_or(Answering{});
    const auto& report = history.end_report;
    insert(db, "referral", history.id.text(), history.received_at, history.concluded_at,
           history.end_requested, history.end_code, history.expiry, history.plans.has_value(),
           history.meetings.has_value(), report ? std::optional(report->submitted_at) : std::nullopt,
           report ? report->score : std::nullopt, history.completed_at, history.exit_survey.has_value(),
           survey.offered_at, survey.answered_at, survey.declined, survey.expired,
           history.start_rating.has_value(), rating.answered_at, rating.declined,
           history.evidence.has_value());
    for (const Plan& plan : history.plans.value_or(std::vector<Plan>{}))
        insert(db, "plan", history.id.text(), plan.approved, plan.submitted_at);
    for (const Meeting& meeting : history.meetings.value_or(std::vector<Meeting>{})) {
        insert(db, "meeting", history.id.text(), meeting.id.text(), type_of(meeting), meeting.start,
               meeting.stands, attendance_of(meeting), meeting.session_held, meeting.stored_at,
               meeting.drafted_at, meeting.submitted, meeting.submitted_at, meeting.told_at);
    }
    for (const EvidenceRequest& request : history.evidence.value_or(std::vector<EvidenceRequest>{}))
        insert(db, "evidence", history.id.text(), request.id, request.received_at, request.sent_at);
    for (const auto& [figure, reason] : history.mitigations)
        insert(db, "mitigation", history.id.text(), std::string(definition(figure).code));
}

}  // namespace

SecondComputation::SecondComputation(std::span<const ReferralHistory> histories)
    : db_(std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)) {
    db_->exec(kSchema);
    db_->exec("CREATE TABLE asked (first TEXT, last TEXT, today TEXT, now INTEGER)");
    db_->exec(written_out(kViews));
    SQLite::Transaction transaction(*db_);
    for (const ReferralHistory& history : histories) insert(*db_, history);
    transaction.commit();
}

SecondComputation::~SecondComputation() = default;

void SecondComputation::ask(const Period& period, base::Instant as_of) {
    db_->exec("DELETE FROM asked");
    SQLite::Statement row(*db_, written_out("INSERT INTO asked VALUES (?1, ?2, LONDON(?3), ?3)"));
    bind_one(row, 1, domain::to_text(period.first));
    bind_one(row, 2, domain::to_text(period.last));
    bind_one(row, 3, as_of);
    row.exec();
}

Findings SecondComputation::compute(FigureId id, const Period& period, base::Instant as_of) {
    ask(period, as_of);
    Findings found;
    SQLite::Statement rows(*db_, written_out(query_of(id)));
    while (rows.executeStep())
        found[{rows.getColumn(0).getString(), rows.getColumn(1).getString()}] = rows.getColumn(2).getString();
    return found;
}

Rate SecondComputation::mitigated(FigureId id, const Period& period, base::Instant as_of) {
    ask(period, as_of);
    const std::string sql =
        "SELECT sum(verdict = 'met' OR EXISTS (SELECT 1 FROM mitigation WHERE mitigation.referral = "
        "found.referral AND "
        "figure = ?)), count(*) FROM (SELECT '' AS referral, '' AS subject, '' AS verdict UNION ALL " +
        written_out(query_of(id)) + ") AS found WHERE verdict IN ('met', 'missed')";
    SQLite::Statement row(*db_, sql);
    bind_one(row, 1, std::string(definition(id).code));
    row.executeStep();
    return {row.getColumn(0).getUInt(), row.getColumn(1).getUInt()};
}

}  // namespace sql
