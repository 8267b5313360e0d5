#include "kiosk/staff/pin_file.h"

#include <cerrno>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include "kiosk/staff/pin.h"
#include "kiosk/staff/whole_file.h"
#include "shared/base/file_handle.h"

namespace kiosk::staff {
namespace {

constexpr std::size_t kLineMax = 64;

/// The terminal that the program was started from, whatever its input is.
class Terminal {
public:
    Terminal() : file_(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
        is_there_ = file_ && tcgetattr(file_.get(), &before_) == 0;
        if (!is_there_) return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        is_there_ = tcsetattr(file_.get(), TCSAFLUSH, &silent) == 0;
    }
    ~Terminal() {
        if (is_there_) tcsetattr(file_.get(), TCSAFLUSH, &before_);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    bool is_there() const { return is_there_; }

    /// One line that nobody sees.
    base::Secret ask(std::string_view question) const {
        say(question);
        std::string line;
        char c = 0;
        while (line.size() < kLineMax && read_one(c) && c != '\n') line += c;
        say("\n");
        base::Secret secret(line);
        line.assign(line.size(), '\0');
        return secret;
    }

private:
    bool read_one(char& c) const {
        ssize_t got = 0;
        do {
            got = ::read(file_.get(), &c, 1);
        } while (got < 0 && errno == EINTR);
        return got == 1;
    }
    void say(std::string_view text) const {
        while (!text.empty()) {
            const ssize_t written = ::write(file_.get(), text.data(), text.size());
            if (written <= 0) return;
            text.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    const base::FileHandle file_;
    bool is_there_ = false;
    termios before_{};
};

}  // namespace

base::Result<std::optional<std::string>> read_pin_file(const std::string& path) {
    auto text = TRY(read_whole(path));
    if (!text) return std::nullopt;
    while (!text->empty() && (text->back() == '\n' || text->back() == '\r')) text->pop_back();
    if (!is_pin_hash(*text)) {
        return base::fail(base::ErrorKind::InvalidInput,
                          path + " is not what hub-kiosk --set-staff-pin writes; run that again");
    }
    return text;
}

base::Done write_pin_file(const std::string& path, const std::string& hash) {
    return write_whole(path, hash + "\n");
}

base::Done ask_for_pin(const std::string& path) {
    const Terminal terminal;
    if (!terminal.is_there()) {
        return base::fail(base::ErrorKind::InvalidInput,
                          "the staff number is typed at a terminal, and there is none here");
    }
    const base::Secret pin = terminal.ask("New staff number: ");
    const base::Secret again = terminal.ask("The same again: ");
    TRY_DONE(check_new_pin(pin.reveal_text()));
    if (pin.reveal_text() != again.reveal_text()) {
        return base::fail(base::ErrorKind::InvalidInput, "the two are different; nothing was changed");
    }
    return write_pin_file(path, TRY(hash_pin(pin)));
}

}  // namespace kiosk::staff
