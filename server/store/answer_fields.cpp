#include "server/store/answer_fields.h"

#include <utility>

#include "server/store/failure.h"
#include "server/store/fields.h"

namespace server::store {

std::string fields_of(const domain::Answers& answers) {
    FieldWriter fields;
    fields.add(answers.survey).add(answers.version).add(answers.comment);
    fields.add(static_cast<std::int64_t>(answers.answers.size()));
    for (const domain::Answer& one : answers.answers) {
        fields.add(one.question).add(std::int64_t{one.choice});
    }
    return fields.bytes();
}

base::Result<domain::Answers> answers_of(std::string_view bytes) {
    FieldReader fields(bytes);
    domain::Answers answers;
    answers.survey = fields.text();
    answers.version = fields.text();
    answers.comment = fields.text();
    const std::int64_t count = fields.number();
    if (!fields.ok() || count < 0 || count > static_cast<std::int64_t>(domain::kQuestionsMax)) {
        return damaged("somebody's answers");
    }
    for (std::int64_t i = 0; i < count; ++i) {
        std::string question = fields.text();
        answers.answers.push_back({std::move(question), static_cast<unsigned>(fields.number())});
    }
    if (!fields.ok()) return damaged("somebody's answers");
    return answers;
}

}  // namespace server::store
