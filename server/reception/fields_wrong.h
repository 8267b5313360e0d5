#pragma once

#include <string>
#include <utility>
#include <vector>

#include "server/reception/render.h"

namespace server::reception {

/// What is wrong with a form, field by field in the order of the page.
class FieldsWrong {
public:
    /// The sentence stands beside the field of this name, whose element has it as its id; `main` is the whole
    /// form.
    void say(std::string field, std::string sentence) {
        all_.emplace_back(std::move(field), std::move(sentence));
    }
    bool any() const { return !all_.empty(); }
    std::string first() const { return any() ? all_.front().second : std::string(); }

    /// For each field `FIELD_error` and `has_FIELD_error`, and the first for `part_problem`.
    void set(Words& words) const {
        for (const auto& [field, sentence] : all_) {
            words.set(field + "_error", sentence);
            words.set("has_" + field + "_error", true);
        }
        set_problem(words, first(), any() ? all_.front().first : std::string());
    }

private:
    std::vector<std::pair<std::string, std::string>> all_;
};

}  // namespace server::reception
