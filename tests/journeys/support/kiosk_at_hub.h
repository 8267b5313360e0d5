#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "kiosk/net/hmac.h"
#include "kiosk/runtime/runtime.h"
#include "tests/journeys/support/wire.h"
#include "tests/support/fake_clock.h"
#include "tests/support/kiosk/fake_scanner.h"
#include "tests/support/kiosk/heard.h"
#include "tests/support/seeded_entropy.h"

namespace journeys {

/// A whole kiosk without a window, touched by the ids of what its screens show. A clock, a journal and a wire
/// to the server of its own.
class KioskAtHub {
public:
    /// `folder` holds what hubctl wrote for it. `pass` lets time go on everywhere.
    KioskAtHub(std::string folder, base::Instant now, std::function<void(std::chrono::microseconds)> pass);

    void start();
    void stop() { runtime_.reset(); }
    /// The machine is switched off and on again: the journal stays, boot time begins anew.
    void reboot();

    /// One touch. Everything that follows from it has happened when this comes back.
    void press(const std::string& node);
    /// A finger on the glass, beside everything.
    void touch() { runtime_->touched(); }
    /// A slip before the scanner; the screen that answers.
    std::string scan(const std::string& text);
    /// One key, half a second after the last.
    void key(kiosk::app::Key key, char symbol = 0);
    /// The id of the node in focus; empty: none.
    std::string focused();
    /// Next, until the node of this id is in focus, and Select.
    void choose(const std::string& node);
    /// From the welcome screen to the search by the first letter of a name; the screen that answers.
    std::string look_for(unsigned day, unsigned month, char letter);
    /// The same by the year of birth.
    std::string look_for(unsigned day, unsigned month, int year);
    /// "Yes, this is right", and on to what the person is told.
    std::string confirm();
    /// A whole visit; the last screen.
    std::string check_in(unsigned day, unsigned month, char letter);
    /// Takes the finger off the confirmation: back to the welcome screen.
    void done();

    /// The id of the present screen.
    std::string screen();
    /// Everything written on it, a line a node.
    std::string words();
    /// The appointments of every arrival that was kept in the journal and told to the person.
    const std::set<std::string>& acknowledged() const { return acknowledged_; }

    /// Every byte of its journal and of the journal's log.
    std::string journal_bytes() const;

    bool is_in_use() const;
    base::BootTime next_due() const { return runtime_->next_due(); }
    bool is_on() const { return runtime_ != nullptr; }
    void settle();

    support::FakeClock clock;
    Wire wire;
    support::Heard speech;  ///< what the kiosk says
    support::FakeScanner scanner;
    bool speaks = false;                       ///< whether it can, from the next start on
    std::vector<std::string> languages{"en"};  ///< offered from the next start on

private:
    void walk_to_third_question(unsigned day, unsigned month);

    const std::string folder_;
    const std::function<void(std::chrono::microseconds)> pass_;
    support::SeededEntropy entropy_;
    const kiosk::net::Hmac hash_;
    int boots_ = 1;
    std::set<std::string> acknowledged_;
    std::unique_ptr<kiosk::runtime::Runtime> runtime_;
};

}  // namespace journeys
