#include "server/evidence/page.h"

#include "server/evidence/hex.h"
#include "server/evidence/page_parts.h"
#include "server/evidence/words.h"
#include "shared/domain/calendar.h"

namespace server::evidence {
namespace {

using app::EvidenceOfAppointment;
using app::EvidencePack;
using app::ProvenEvent;

std::string title_of(const EvidencePack& pack) {
    return pack.appointment.empty() ? "Record of a referral" : "Record of an appointment";
}

std::string request_words(const std::optional<app::EvidenceRequest>& request) {
    if (!request) return "no request of the register";
    return (request->asked_by.empty() ? "no longer held" : request->asked_by) + ", received at " +
           time_words(request->received_at) + (request->what.empty() ? "" : ": " + request->what);
}

std::string head_html(const EvidencePack& pack) {
    const std::string gone = "no longer held by the hub";
    std::string html = element("p class=\"caption\"", pack.hub);
    html += element("h1", title_of(pack));
    html += summary_html(
        {{"Person", pack.person ? pack.person->first_name + ' ' + pack.person->last_name : gone},
         {"CRN", pack.person ? pack.person->crn : gone},
         {"Referral", (pack.reference.empty() ? gone : pack.reference) + " (" + pack.referral.text() + ")"},
         {"Contract", pack.contract.empty() ? gone : pack.contract.text()},
         {"Packed", moment_words(pack.packed_at) + ", by " + pack.packed_by},
         {"For", pack.recipient},
         {"Asked for by", request_words(pack.request)}});
    html +=
        element("p",
                "This page shows what the hub recorded, step by step, by whom, and when it was shared with "
                "the probation practitioner. Times are London time. Nothing in the record is ever "
                "changed: a correction is a step of its own.");
    return html;
}

std::string overview_html(const EvidencePack& pack) {
    std::vector<std::vector<std::string>> rows;
    for (const EvidenceOfAppointment& one : pack.appointments)
        rows.push_back({when_words(one), record_words(one), sharing_words(one), case_system_words(one)});
    return table_html("all", "All appointments",
                      {"Appointment", "What the hub recorded", "What became of it", "The case system says"},
                      rows);
}

std::string steps_html(const EvidencePack& pack, const domain::AppointmentId& id) {
    std::vector<std::vector<std::string>> rows;
    for (const ProvenEvent& one : pack.proof.events) {
        if (one.event.appointment != id) continue;
        rows.push_back({moment_words(one.event.recorded_at), event_words(one.event), by_words(one),
                        std::to_string(one.number)});
    }
    if (rows.empty()) return element("p", "The hub recorded nothing of it.");
    return table_html("steps", "Step by step", {"Stored", "What happened", "By whom, and why", "Event"},
                      rows);
}

std::string sent_html(const domain::Update& update) {
    std::vector<std::pair<std::string, std::string>> rows{
        {"To be shared before", time_words(update.deadline)}};
    if (update.drafted_at) rows.emplace_back("Drafted there", moment_words(*update.drafted_at));
    if (update.submitted_at) rows.emplace_back("Shared", moment_words(*update.submitted_at));
    if (!update.decided_by.empty()) rows.emplace_back("Decided by", update.decided_by);
    if (!update.note.empty()) rows.emplace_back("Words for the practitioner", update.note);
    if (!update.drafted.empty()) rows.emplace_back("As it stood there", update.drafted);
    if (!update.why.empty()) rows.emplace_back("Waits because", update.why);
    return element("p class=\"says\"", "Sent to the case system") + summary_html(rows);
}

std::string exchanges_html(const std::vector<app::Exchange>& exchanges) {
    std::vector<std::vector<std::string>> rows;
    for (const app::Exchange& one : exchanges)
        rows.push_back(
            {moment_words(one.at), call_words(one) + "\n" + one.address, one.sent, answer_words(one)});
    return table_html("steps calls", "Call by call",
                      {"When", "What the hub did", "What it said", "What was answered"}, rows);
}

std::string section_html(const EvidencePack& pack, const EvidenceOfAppointment& one) {
    std::string html = "<section>" + element("h2", when_words(one));
    html += element("p class=\"kind\"", kind_words(one) + " (" + one.id.text() + ")");
    html += element("p class=\"says\"", record_words(one) + ".");
    html += element("p", sharing_words(one) + ".");
    html += steps_html(pack, one.id);
    if (one.update) html += sent_html(*one.update);
    if (!one.exchanges.empty()) html += exchanges_html(one.exchanges);
    return html + "</section>\n";
}

std::string of_referral_html(const EvidencePack& pack) {
    std::vector<std::vector<std::string>> rows;
    for (const ProvenEvent& one : pack.proof.events) {
        if (!one.event.appointment.empty()) continue;
        rows.push_back({moment_words(one.event.recorded_at), event_words(one.event), by_words(one),
                        std::to_string(one.number)});
    }
    if (rows.empty()) return "";
    return "<section>" + element("h2", "The referral itself") +
           table_html("steps", "Step by step", {"Stored", "What happened", "By whom, and why", "Event"},
                      rows) +
           "</section>\n";
}

std::string proof_html(const EvidencePack& pack, const std::string& fingerprint) {
    std::string html = "<section>" + element("h2", "How this can be checked");
    html +=
        element("p",
                "Each event has a number in the hub's chain of events, in which every link depends on all "
                "events before it. The file chain.txt of this pack has the chain from the first of these "
                "events to the newest that the hub had when this was packed, so that anybody can see that "
                "they stand in it as they are told here. All files are signed by the hub.");
    html += summary_html({{"Key of the hub", fingerprint},
                          {"Newest event then", std::to_string(pack.proof.head.number)},
                          {"Link after it", to_hex(pack.proof.head.link)}});
    html +=
        "<p>To check it: <code>hubctl evidence verify FILE.zip --key FINGERPRINT</code>, with the "
        "fingerprint "
        "that the hub tells you by telephone. How to check it without that program stands in "
        "README.txt.</p>\n";
    return html + "</section>\n";
}

}  // namespace

std::string page_of(const EvidencePack& pack, const std::string& fingerprint) {
    std::string html = head_html(pack);
    if (pack.appointments.size() > 1) html += overview_html(pack);
    if (pack.appointments.empty()) html += element("p", "The hub knows of no appointment of this referral.");
    for (const EvidenceOfAppointment& one : pack.appointments) html += section_html(pack, one);
    html += of_referral_html(pack) + proof_html(pack, fingerprint);
    return whole_page(title_of(pack) + ", " + pack.hub, html);
}

}  // namespace server::evidence
