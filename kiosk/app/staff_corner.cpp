#include <algorithm>

#include "kiosk/app/turn.h"

namespace kiosk::app {
namespace {

Step step_of(press::StaffPage page) {
    switch (page) {
        case press::StaffPage::State:
            return Step::StaffState;
        case press::StaffPage::Languages:
            return Step::StaffLanguages;
        case press::StaffPage::Tests:
            return Step::StaffTests;
        case press::StaffPage::ScreenTest:
            return Step::StaffScreenTest;
        case press::StaffPage::TouchTest:
            return Step::StaffTouchTest;
        case press::StaffPage::SoundTest:
            return Step::StaffSoundTest;
        case press::StaffPage::ScannerTest:
            return Step::StaffScannerTest;
    }
    return Step::StaffCorner;
}

bool is_test(Step step) {
    return step == Step::StaffScreenTest || step == Step::StaffTouchTest || step == Step::StaffSoundTest ||
           step == Step::StaffScannerTest;
}

bool at(const Turn& turn, Step step) {
    return turn.visit().step == step && turn.visit().corner;
}

void keep_state(const Turn& turn) {
    turn.visit().corner->not_kept = false;
    turn.effects.emplace_back(effect::KeepStaffState{turn.model.staff});
}

/// In the order of the settings, whatever staff ticked first.
void offer_what_is_on(Model& model) {
    model.languages.clear();
    for (const std::string& one : model.installed_languages) {
        const auto& off = model.staff.languages_off;
        if (std::find(off.begin(), off.end(), one) == off.end()) model.languages.push_back(one);
    }
    if (!model.languages.empty()) return;
    model.staff.languages_off.clear();
    model.languages = model.installed_languages;
}

}  // namespace

void begin_with(Model& model, StaffState state) {
    model.staff = std::move(state);
    model.installed_languages = model.languages;
    offer_what_is_on(model);
}

const std::vector<std::string>& installed_languages(const Model& model) {
    return model.installed_languages.empty() ? model.languages : model.installed_languages;
}

bool is_offered(const Model& model, const std::string& language) {
    return std::find(model.languages.begin(), model.languages.end(), language) != model.languages.end();
}

bool is_in_corner(Step step) {
    return step == Step::StaffPin || step == Step::StaffLocked || step == Step::StaffCorner ||
           step == Step::StaffState || step == Step::StaffLanguages || step == Step::StaffTests ||
           is_test(step);
}

void show_staff_page(const Turn& turn, press::StaffPage page) {
    const Step step = step_of(page);
    if (!at(turn, is_test(step) ? Step::StaffTests : Step::StaffCorner)) return;
    turn.visit().corner->touched = {};
    turn.visit().corner->code_seen = false;
    if (step == Step::StaffState) turn.effects.emplace_back(effect::CountJournal{});
    go(turn, step);
}

void set_out_of_use(const Turn& turn, bool out) {
    if (!at(turn, Step::StaffCorner)) return;
    turn.model.staff.out_of_use = out;
    keep_state(turn);
}

void offer_language(const Turn& turn, const press::OfferLanguage& offer) {
    Model& model = turn.model;
    const auto& all = installed_languages(model);
    if (!at(turn, Step::StaffLanguages) || offer.index >= all.size()) return;
    const std::string tag = all[offer.index];
    auto& off = model.staff.languages_off;
    // One stays, or nobody could read anything.
    if (!offer.offered && model.languages.size() < 2) return;
    std::erase(off, tag);
    if (!offer.offered) off.push_back(tag);
    if (model.installed_languages.empty()) model.installed_languages = model.languages;
    offer_what_is_on(model);
    keep_state(turn);
}

void restart_program(const Turn& turn) {
    if (at(turn, Step::StaffCorner)) turn.effects.emplace_back(effect::RestartProgram{});
}

void touch_place(const Turn& turn, std::size_t place) {
    if (at(turn, Step::StaffTouchTest) && place < kTouchPlaces) turn.visit().corner->touched[place] = true;
}

void play_sample(const Turn& turn) {
    if (at(turn, Step::StaffSoundTest)) turn.effects.emplace_back(effect::PlaySample{});
}

void code_seen(const Turn& turn) {
    if (at(turn, Step::StaffScannerTest)) turn.visit().corner->code_seen = true;
}

void staff_state_not_kept(const Turn& turn) {
    if (turn.visit().corner) turn.visit().corner->not_kept = true;
}

void journal_counted(const Turn& turn, unsigned waiting) {
    if (turn.visit().corner) turn.visit().corner->waiting = waiting;
}

void go_back_in_corner(const Turn& turn) {
    go(turn, is_test(turn.visit().step) ? Step::StaffTests : Step::StaffCorner);
}

}  // namespace kiosk::app
