#include "kiosk/runtime/survey_shelf.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "shared/protocol/built_in_surveys.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/survey_file.h"

namespace kiosk::runtime {
namespace {

using Path = std::filesystem::path;

/// One byte more than a definition may have is enough to refuse it; none when the file is not there.
std::optional<std::string> read(const Path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::string text(protocol::kSurveyBytesMax + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

/// Whole or not at all. A copy that cannot be written is no fault of today.
void keep_copy(const Path& folder, const Path& name, const std::string& text) {
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    const Path fresh = folder / (name.string() + ".new");
    {
        std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
        file << text;
        if (!file.flush()) return;
    }
    std::filesystem::rename(fresh, folder / name, ignored);
}

base::Result<domain::Survey> decode(const std::string& text, domain::SurveyKind kind) {
    domain::Survey survey = TRY(protocol::decode_survey(text));
    if (survey.kind == kind) return survey;
    return base::fail(base::ErrorKind::InvalidInput, "the field kind is that of the other file");
}

struct Shelf {
    Path folder, last_good;
    std::vector<std::string>& faults;

    domain::Survey take(const char* name, domain::SurveyKind kind, const domain::Survey& built_in) const {
        if (folder.empty()) return built_in;
        const auto text = read(folder / name);
        if (!text) return built_in;
        auto survey = decode(*text, kind);
        if (survey) {
            if (!last_good.empty()) keep_copy(last_good, name, *text);
            return *survey;
        }
        const std::string fault = (folder / name).string() + " is not used: " + survey.error().message;
        if (const auto before = last_good.empty() ? std::nullopt : read(last_good / name)) {
            if (const auto good = decode(*before, kind)) {
                faults.push_back(fault + ". The version " + good->version + " before it stays in use");
                return *good;
            }
        }
        faults.push_back(fault + ". The one that came with the program is used");
        return built_in;
    }
};

}  // namespace

LoadedSurveys load_surveys(const std::string& folder, const std::string& last_good) {
    LoadedSurveys loaded{protocol::built_in_surveys(), {}};
    const Shelf shelf{folder, last_good, loaded.faults};
    loaded.surveys.exit = shelf.take(kExitSurveyFile, domain::SurveyKind::ExitSurvey, loaded.surveys.exit);
    loaded.surveys.areas =
        shelf.take(kDistanceTravelledFile, domain::SurveyKind::DistanceTravelled, loaded.surveys.areas);
    return loaded;
}

}  // namespace kiosk::runtime
