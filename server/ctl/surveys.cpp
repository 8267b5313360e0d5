#include "server/app/survey_figures.h"
#include "server/ctl/commands.h"
#include "server/ctl/table.h"
#include "shared/protocol/survey_file.h"
#include "shared/settings/document.h"

namespace server::ctl {
namespace {

std::string told(const std::optional<unsigned>& number) {
    return number ? std::to_string(*number) : "-";
}

}  // namespace

base::Done list_surveys(const Hub& hub) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&hub](app::View& view) -> base::Done {
        Table table({"month", "what", "opened", "offered", "completed", "declined", "partial", "expired"});
        for (const app::SurveyFigures& one :
             TRY(app::survey_figures(view, hub.clock.now(), hub.settings.smallest_group))) {
            table.add({one.month, std::string(domain::to_word(one.kind)), told(one.opened), told(one.offered),
                       told(one.completed), told(one.declined), told(one.partial), told(one.expired)});
        }
        table.print(hub.out);
        hub.out << "Groups under " << hub.settings.smallest_group
                << ", and what would give them away, are shown as -.\n";
        return {};
    });
}

base::Done check_survey(const Hub& hub, const std::string& file) {
    const std::string text = TRY(::settings::read_file(file));
    const domain::Survey survey = TRY(protocol::decode_survey(text));
    hub.out << "The survey " << survey.id << ", version " << survey.version
            << ", can be used: " << survey.questions.size() << " questions.\n";
    return {};
}

}  // namespace server::ctl
