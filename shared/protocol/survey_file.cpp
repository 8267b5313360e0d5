#include "shared/protocol/survey_file.h"

#include <array>
#include <optional>

#include "shared/protocol/field_formats.h"
#include "shared/protocol/json_reader.h"
#include "shared/protocol/json_tree.h"
#include "shared/protocol/json_writer.h"
#include "shared/protocol/limits.h"

namespace protocol {
namespace {

constexpr std::array<Word<domain::Face>, 5> kFaceWords{{{domain::Face::VerySad, "very_sad"},
                                                        {domain::Face::Sad, "sad"},
                                                        {domain::Face::Neutral, "neutral"},
                                                        {domain::Face::Happy, "happy"},
                                                        {domain::Face::VeryHappy, "very_happy"}}};
constexpr std::array<Word<domain::SurveyKind>, 2> kSurveyKinds{
    {{domain::SurveyKind::ExitSurvey, "exit_survey"},
     {domain::SurveyKind::DistanceTravelled, "distance_travelled"}}};
constexpr TextsFormat kTexts{1, kTextLanguagesMax, kSurveyText};

template <class Given, class Wanted>
concept Is = std::same_as<std::remove_const_t<Given>, Wanted>;

}  // namespace
}  // namespace protocol

// Beside the types, so that reader and writer find them.
namespace domain {

template <class Visitor>
void describe(Visitor& v, protocol::Is<Choice> auto& m) {
    v.field("face", m.face, protocol::WordFormat<Face>{protocol::kFaceWords});
    v.field("word", m.word, protocol::kTexts);
}

template <class Visitor>
void describe(Visitor& v, protocol::Is<Scale> auto& m) {
    v.field("id", m.id, protocol::kWordId);
    v.field("choices", m.choices, protocol::ListFormat{kChoicesMin, kChoicesMax, protocol::Plain{}});
}

template <class Visitor>
void describe(Visitor& v, protocol::Is<Question> auto& m) {
    v.field("id", m.id, protocol::kWordId);
    v.field("scale", m.scale, protocol::kWordId);
    v.field("does_not_apply", m.does_not_apply);
    v.field("ask", m.ask, protocol::kTexts);
}

template <class Visitor>
void describe(Visitor& v, protocol::Is<Survey> auto& m) {
    v.field("id", m.id, protocol::kWordId);
    v.field("version", m.version, protocol::kVersion);
    v.field("kind", m.kind, protocol::WordFormat<SurveyKind>{protocol::kSurveyKinds});
    v.field("comment", m.comment);
    v.field("scales", m.scales, protocol::ListFormat{1, kScalesMax, protocol::Plain{}});
    v.field("questions", m.questions, protocol::ListFormat{1, kQuestionsMax, protocol::Plain{}});
}

}  // namespace domain

namespace protocol {

base::Result<domain::Survey> decode_survey(std::string_view json) {
    const Json tree = TRY(parse_strictly(json, kSurveyBytesMax));
    std::optional<base::Error> fault;
    Reader reader(tree, "", fault);
    domain::Survey survey;
    describe(reader, survey);
    reader.finish();
    if (fault) return tl::unexpected<base::Error>(*fault);
    if (survey.version.empty())
        return base::fail(base::ErrorKind::InvalidInput, "the field version is empty");
    if (const base::Done done = domain::check(survey); !done) {
        return base::fail(base::ErrorKind::InvalidInput, "the field " + done.error().message);
    }
    return survey;
}

std::string encode(const domain::Survey& survey) {
    Writer writer;
    describe(writer, survey);
    return writer.text();
}

}  // namespace protocol
