#include <algorithm>
#include <array>

#include "kiosk/app/staff_keys.h"
#include "kiosk/app/turn.h"

namespace kiosk::app {
namespace {

/// Only where nobody's visit can be interrupted: the first screen, whatever stands there, and the screen
/// saver.
bool may_open(const Turn& turn) {
    return turn.visit().step == Step::Welcome || turn.visit().step == Step::OutOfOrder;
}

unsigned minutes_up(base::BootTime time) {
    return static_cast<unsigned>(std::chrono::ceil<std::chrono::minutes>(time).count());
}

/// Shuts the corner after too many wrong numbers, also after those of an earlier run of the program. False
/// once the time is over.
bool is_locked(const Turn& turn) {
    Model& model = turn.model;
    if (model.staff.wrong_pins < kWrongPinsMax) return false;
    if (!model.staff_locked_until) model.staff_locked_until = turn.since_boot() + kStaffLocked;
    if (turn.since_boot() < *model.staff_locked_until) return true;
    model.staff_locked_until.reset();
    model.staff.wrong_pins = 0;
    turn.effects.emplace_back(effect::KeepStaffState{model.staff});
    return false;
}

void show_locked(const Turn& turn) {
    turn.visit().corner->minutes_left = minutes_up(*turn.model.staff_locked_until - turn.since_boot());
    go(turn, Step::StaffLocked);
}

}  // namespace

void staff_key(const Turn& turn, const KeyPressed& key) {
    Model& model = turn.model;
    const bool goes_on = turn.since_boot() - model.staff_key_at <= kStaffKeyWait;
    model.staff_key_at = turn.since_boot();
    if (!may_open(turn) || !goes_on) model.staff_keys = 0;
    if (!may_open(turn)) return;
    if (key.key != kStaffKeys[model.staff_keys]) model.staff_keys = 0;
    if (key.key == kStaffKeys[model.staff_keys]) ++model.staff_keys;
    if (model.staff_keys < kStaffKeys.size()) return;
    model.staff_keys = 0;
    open_corner(turn);
}

void staff_badge_shown(const Turn& turn) {
    if (may_open(turn)) open_corner(turn);
}

void open_corner(const Turn& turn) {
    if (!turn.model.has_staff_pin) return;
    const std::string language = turn.visit().language;
    const Modes modes = turn.visit().modes;
    end_visit(turn);
    touched(turn);
    Visit& visit = turn.visit();
    visit.corner.emplace();
    visit.choosing_language = false;
    visit.language = language.empty() ? turn.model.languages.front() : language;
    visit.modes = modes;
    if (is_locked(turn)) return show_locked(turn);
    go(turn, Step::StaffPin);
}

void type_pin(const Turn& turn, unsigned digit) {
    Corner& corner = *turn.visit().corner;
    if (corner.checking != 0 || digit > 9 || corner.pin.size() >= kPinDigitsMax) return;
    corner.refused = false;
    corner.pin += static_cast<char>('0' + digit);
}

void erase_pin(const Turn& turn) {
    Corner& corner = *turn.visit().corner;
    if (corner.checking == 0 && !corner.pin.empty()) corner.pin.pop_back();
}

void check_pin(const Turn& turn) {
    Model& model = turn.model;
    Corner& corner = *turn.visit().corner;
    if (corner.checking != 0 || corner.pin.size() < kPinDigitsMin) return;
    // Counted on the disk before it is looked at: pulling the plug gives nobody more tries.
    corner.not_kept = false;
    ++model.staff.wrong_pins;
    turn.effects.emplace_back(effect::KeepStaffState{model.staff});
    corner.checking = ++model.pin_checks;
    turn.effects.emplace_back(effect::CheckStaffPin{corner.checking, base::Secret(corner.pin)});
    std::fill(corner.pin.begin(), corner.pin.end(), '0');
    corner.pin.clear();
}

void pin_checked(const Turn& turn, const event::StaffPinChecked& checked) {
    Model& model = turn.model;
    const bool still_there = turn.visit().corner && turn.visit().corner->checking == checked.number;
    if (checked.is_right && still_there) {
        model.staff.wrong_pins = 0;
        turn.effects.emplace_back(effect::KeepStaffState{model.staff});
        turn.visit().corner = Corner{};
        return go(turn, Step::StaffCorner);
    }
    if (!still_there) return;  // whoever went away meanwhile has used up a try
    Corner& corner = *turn.visit().corner;
    corner.checking = 0;
    corner.refused = true;
    turn.visit().shown_at = turn.since_boot();
    if (is_locked(turn)) show_locked(turn);
}

}  // namespace kiosk::app
