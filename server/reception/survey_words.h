#pragma once

#include <map>
#include <string>

#include "server/app/desk_answer.h"
#include "server/reception/form.h"
#include "server/reception/render.h"

/// Surveys and ratings as words for templates, and from forms.
namespace server::reception {

/// What is said before anything is asked: as on a kiosk (assets/locale/en.po), of which a test makes sure.
inline constexpr char kExitKept[] = "We keep the answers without your name. Managers see them.";
inline constexpr char kRatingKept[] = "We keep the answers with your name. Your worker sees them.";
inline constexpr char kMaySkip[] = "You can skip any question, or stop.";
inline constexpr char kShare[] = "Share the answers with your worker?";
inline constexpr char kNotShared[] = "If you say no, your name is not kept with them.";
inline constexpr char kTalk[] = "Would you like someone to talk to you about this?";
inline constexpr char kNotForMe[] = "Not for me";
inline constexpr char kCrisis[] =
    "In danger? Call 999. For health, call NHS 111. To talk, call Samaritans on 116 123.";

const char* kind_in_words(domain::OfferKind kind);
/// What has become of an offer, and how and by whom that was entered.
std::string offer_in_words(const app::Offer& offer);
/// The words of one answer to one question; its number where the survey has no such question or choice.
std::string answer_in_words(const domain::Survey& survey, const domain::Answer& answer);

/// What was filled in, and what is wrong with it by the id of its element.
struct Filled {
    app::OfferWay way = app::OfferWay::Desk;
    domain::Answers answers;
    app::Sharing sharing = app::Sharing::WithoutName;
    bool wants_to_talk = false;
    std::map<std::string, std::string> wrong;
};
Filled filled_in(const Form& form, const domain::Survey& survey);

/// Every question with its choices, what was chosen before, and what is wrong; the first that is wrong stands
/// in the problem of the page.
void set_questions(Words& words, const domain::Survey& survey, const Form& form, const Filled& filled);

/// Whether somebody of this role may enter the answers of a person. In the exit survey people say how their
/// worker treated them: it is not for the worker to enter.
bool may_enter(app::Role role, domain::OfferKind kind);

}  // namespace server::reception
