#include "kiosk/runtime/outside.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "kiosk/runtime/answers_of_the_day.h"
#include "kiosk/runtime/verdict.h"
#include "shared/base/log.h"
#include "shared/protocol/json.h"

namespace kiosk::runtime {

namespace {

template <class>
inline constexpr bool kNotAnEffect = false;

}  // namespace

Outside::Outside(Parts parts)
    : clock_(parts.clock),
      entropy_(parts.entropy),
      on_event_(std::move(parts.on_event)),
      on_fault_(std::move(parts.on_fault)),
      inbox_(std::move(parts.wake)),
      replies_(inbox_),
      door_(std::move(parts.https)),
      clerk_(std::move(parts.journal_path), std::move(parts.journal_options), inbox_),
      courier_({clerk_, door_, inbox_, clock_, entropy_}, what_the_courier_tells()),
      itinerary_({door_, clerk_, replies_, clock_,
                  [this](app::Event event) {
                      on_event_(std::move(event));
                  }}),
      staff_clerk_(std::move(parts.staff), inbox_),
      out_of_use_(parts.out_of_use) {}

Courier::Told Outside::what_the_courier_tells() {
    Courier::Told told;
    told.arrival_answered = [this](const protocol::ArrivalReply& reply) {
        on_event_(app::event::ArrivalAnswered{reply});
    };
    told.arrival_refused = [this](const domain::ArrivalId& arrival) {
        on_event_(app::event::ArrivalRefused{arrival});
    };
    told.remembered = [this](const protocol::ArrivalRequest& request, journal::RecordState state) {
        on_event_(app::event::Remembered{request.arrival, request.appointments, request.first_touch});
        if (state == journal::RecordState::NeedsPerson)
            on_event_(app::event::ArrivalRefused{request.arrival});
    };
    told.no_answer = [this] {
        server_is(Server::Away);
    };
    told.journal_failed = [this](const base::Error& error) {
        journal_is_out_of_order(error);
    };
    return told;
}

void Outside::perform(const app::Effect& effect) {
    std::visit(
        [this](const auto& wanted) {
            using T = std::decay_t<decltype(wanted)>;
            if constexpr (std::is_same_v<T, app::effect::Find>) {
                find(wanted);
            } else if constexpr (std::is_same_v<T, app::effect::KeepArrival>) {
                const domain::ArrivalId& arrival = wanted.request.arrival;
                keep(arrival, app::event::Act::Arrival,
                     {arrival.text(), journal::RecordKind::Arrival, arrival,
                      protocol::encode(wanted.request)});
            } else if constexpr (std::is_same_v<T, app::effect::MarkToldSaved>) {
                courier_.told_saved_here(wanted.arrival);
            } else if constexpr (std::is_same_v<T, app::effect::KeepUndo>) {
                keep(wanted.arrival, app::event::Act::Undo,
                     {base::new_uuid(entropy_), journal::RecordKind::Undo, wanted.arrival,
                      protocol::encode(
                          protocol::UndoRequest{wanted.arrival, wanted.confirmed, wanted.taken_back})});
            } else if constexpr (std::is_same_v<T, app::effect::KeepReason>) {
                keep(wanted.arrival, app::event::Act::Reason,
                     {base::new_uuid(entropy_), journal::RecordKind::Reason, wanted.arrival,
                      protocol::encode(protocol::ReasonRequest{wanted.arrival, wanted.reason})});
            } else if constexpr (std::is_same_v<T, app::effect::KeepOffer>) {
                keep_offer(wanted);
            } else if constexpr (std::is_same_v<T, app::effect::SendAnswers>) {
                send_answers(wanted.before);
            } else if constexpr (std::is_same_v<T, app::effect::CallReception>) {
                call(wanted);
            } else if constexpr (std::is_same_v<T, app::effect::AskAboutCall>) {
                ask_about_call(wanted.call);
            } else if constexpr (std::is_same_v<T, app::effect::KeepStaffState>) {
                keep_staff_state(wanted.state);
            } else if constexpr (std::is_same_v<T, app::effect::CheckStaffPin>) {
                check_staff_pin(wanted);
            } else if constexpr (std::is_same_v<T, app::effect::CountJournal>) {
                inbox_.put([this] { on_event_(app::event::JournalCounted{courier_.owed().records}); });
            } else if constexpr (std::is_same_v<T, app::effect::FetchList>) {
                fetch_list();
            } else if constexpr (std::is_same_v<T, app::effect::WakeAt> ||
                                 std::is_same_v<T, app::effect::RestartProgram> ||
                                 std::is_same_v<T, app::effect::PlaySample>) {
                // The runtime's own.
            } else {
                static_assert(kNotAnEffect<T>, "every effect is performed");
            }
        },
        effect);
}

void Outside::find(const app::effect::Find& find) {
    const auto answer = [this, search = find.search](const base::Result<protocol::FindReply>& reply) {
        if (!reply) server_is(Server::Away);
        on_event_(app::event::FindAnswered{search, reply ? std::optional(*reply) : std::nullopt});
    };
    if (server_ == Server::Away) {
        // Nobody waits for a server that is known to be away.
        inbox_.put([answer] { answer(base::fail(base::ErrorKind::Unavailable, "the server is away")); });
        return;
    }
    door_.find(find.request, replies_.to<protocol::FindReply>(answer));
}

void Outside::keep(const domain::ArrivalId& arrival, app::event::Act act, journal::Record record) {
    clerk_.ask<void>(
        [record, now = clock_.now()](journal::Journal& journal) { return journal.append(record, now); },
        [this, arrival, act, record](const base::Done& done) {
            if (!done) {
                on_event_(app::event::KeepFailed{arrival, act, {}});
                return journal_is_out_of_order(done.error());
            }
            // First in line, then told: what follows may already be about this record.
            courier_.add(record);
            on_event_(app::event::Kept{arrival, act, {}});
            courier_.send_due();
        });
}

void Outside::keep_offer(const app::effect::KeepOffer& offer) {
    const journal::Record record{base::new_uuid(entropy_), journal::RecordKind::Offer, domain::ArrivalId(),
                                 protocol::encode(offer.word)};
    const auto job = [record, offer, now = clock_.now()](journal::Journal& journal) -> base::Done {
        if (!offer.apart) return journal.append(record, now);
        return journal.append_with(record, now, {offer.day, protocol::encode(*offer.apart)});
    };
    clerk_.ask<void>(job, [this, record, id = offer.word.offer](const base::Done& done) {
        if (!done) {
            on_event_(app::event::KeepFailed{{}, app::event::Act::Offer, id});
            return journal_is_out_of_order(done.error());
        }
        courier_.add(record);
        on_event_(app::event::Kept{{}, app::event::Act::Offer, id});
        courier_.send_due();
    });
}

void Outside::send_answers(domain::Date before) {
    const auto compose = [chance = ChanceOfTheDay(entropy_)](std::vector<std::string> texts) mutable {
        return in_order_of_chance(std::move(texts), chance);
    };
    clerk_.ask<std::vector<journal::Record>>(
        [before, compose, now = clock_.now()](journal::Journal& journal) {
            return journal.send_held(before, now, compose);
        },
        [this](const base::Result<std::vector<journal::Record>>& records) {
            if (!records) return;  // they stay held, and the journal says by its next act what is wrong
            for (const journal::Record& record : *records) courier_.add(record);
            courier_.send_due();
        });
}

void Outside::call(const app::effect::CallReception& call) {
    protocol::CallRequest request;
    request.call = base::new_uuid(entropy_);
    request.language = call.language;
    request.cause = call.cause;
    request.asked = domain::read_device_time(clock_);
    if (call.call != 0) {
        waiting_call_ = call.call;
        waiting_call_id_ = request.call;
    }
    const journal::Record record{request.call, journal::RecordKind::Call, domain::ArrivalId(),
                                 protocol::encode(request)};
    clerk_.ask<void>(
        [record, now = clock_.now()](journal::Journal& journal) { return journal.append(record, now); },
        [this, record](const base::Done& done) {
            if (!done) journal_is_out_of_order(done.error());
            courier_.add(record);  // without a journal too: somebody is wanted here now
            courier_.send_due();
        });
}

void Outside::ask_about_call(std::uint64_t call) {
    if (call != waiting_call_ || asking_about_call_ || server_ == Server::Away) return;
    asking_about_call_ = true;
    door_.call_state(waiting_call_id_, replies_.to<protocol::CallState>(
                                           [this, call](const base::Result<protocol::CallState>& state) {
                                               asking_about_call_ = false;
                                               if (state && state->answered)
                                                   on_event_(app::event::CallAnswered{call, state->who});
                                           }));
}

void Outside::keep_staff_state(const app::StaffState& state) {
    if (std::exchange(out_of_use_, state.out_of_use) != state.out_of_use) {
        base::log::info(state.out_of_use ? "taken_out_of_use" : "put_back_in_use");
        beat_due_ = clock_.boot_time();  // reception sees it at once
    }
    staff_clerk_.keep(state, [this](const base::Done& done) {
        if (done) return;
        base::log::error("staff_state_not_kept");
        on_event_(app::event::StaffStateNotKept{});
    });
}

void Outside::check_staff_pin(const app::effect::CheckStaffPin& check) {
    staff_clerk_.check(check.pin, [this, number = check.number](bool is_right) {
        if (is_right) {
            base::log::info("staff_corner_opened");
        } else {
            base::log::warning("staff_number_refused", {{"check", number}});
        }
        on_event_(app::event::StaffPinChecked{number, is_right});
    });
}

void Outside::fetch_list() {
    if (fetching_list_ || server_ == Server::Away) return;
    fetching_list_ = true;
    door_.todays_list(
        replies_.to<protocol::TodaysList>([this](const base::Result<protocol::TodaysList>& list) {
            fetching_list_ = false;
            if (!list) return;  // asked for again when the next heartbeat tells of a newer one
            list_version_ = list->version;
            on_event_(app::event::ListArrived{*list, domain::read_device_time(clock_)});
        }));
}

void Outside::beat() {
    beating_ = true;
    protocol::Heartbeat heartbeat;
    heartbeat.told = domain::read_device_time(clock_);
    heartbeat.version = HUB_VERSION;
    const Courier::Owed owed = courier_.owed();
    heartbeat.journal_waiting = owed.records;
    heartbeat.arrivals_waiting = owed.arrivals_waiting;
    heartbeat.arrivals_refused = owed.arrivals_refused;
    heartbeat.list_version = list_version_;
    heartbeat.out_of_use = out_of_use_;
    door_.beat(
        heartbeat,
        replies_.to<protocol::HeartbeatReply>([this](const base::Result<protocol::HeartbeatReply>& reply) {
            beating_ = false;
            beat_due_ = clock_.boot_time() + kHeartbeatEvery;
            server_is(reply ? Server::There : Server::Away);
            if (reply) on_event_(app::event::HeartbeatAnswered{*reply, domain::read_device_time(clock_)});
        }));
}

void Outside::server_is(Server state) {
    if (state == server_) return;
    server_ = state;
    if (state == Server::There) {
        base::log::info("server_found");
        itinerary_.server_is_back();
        on_event_(app::event::ServerFound{});
        courier_.server_is_back();
    } else {
        base::log::warning("server_lost");
        courier_.server_is_away();
        itinerary_.server_is_away();
        on_event_(app::event::ServerLost{});
    }
}

void Outside::try_journal() {
    trying_journal_ = true;
    clerk_.try_open([this](const base::Done& done) {
        trying_journal_ = false;
        if (!done) return journal_is_out_of_order(done.error());
        journal_in_order_ = true;
        on_event_(app::event::JournalFound{});
        courier_.take_up_journal();
        itinerary_.remember();
    });
}

void Outside::journal_is_out_of_order(const base::Error& error) {
    journal_due_ = clock_.boot_time() + kJournalTriedEvery;
    journal_in_order_ = false;
    on_fault_(error.message);
    on_event_(app::event::JournalLost{});
}

void Outside::tidy() {
    tidy_due_ = clock_.boot_time() + kTidyEvery;
    clerk_.ask<void>([now = clock_.now()](journal::Journal& journal) { return journal.tidy(now); },
                     [this](const base::Done& done) {
                         if (!done) journal_is_out_of_order(done.error());
                     });
}

bool Outside::turn() {
    bool busy = inbox_.do_all();
    const base::BootTime now = clock_.boot_time();
    if (!journal_in_order_ && !trying_journal_ && now >= journal_due_) {
        try_journal();
        busy = true;
    }
    if (journal_in_order_ && now >= tidy_due_) {
        tidy();
        busy = true;
    }
    if (!beating_ && now >= beat_due_) {
        beat();
        busy = true;
    }
    busy = itinerary_.ask_if_due() || busy;
    courier_.send_due();
    return busy;
}

base::BootTime Outside::next_due() const {
    base::BootTime next = beating_ ? base::BootTime::max() : beat_due_;
    if (!journal_in_order_ && !trying_journal_) next = std::min(next, journal_due_);
    if (journal_in_order_) next = std::min(next, tidy_due_);
    if (const auto due = itinerary_.next_due()) next = std::min(next, *due);
    if (const auto due = courier_.next_due()) next = std::min(next, *due);
    return next;
}

bool Outside::settle(std::chrono::milliseconds at_most) {
    const auto until = std::chrono::steady_clock::now() + at_most;
    for (;;) {
        const bool busy = turn();
        const unsigned under_way =
            replies_.under_way() + clerk_.under_way() + courier_.under_way() + staff_clerk_.under_way();
        if (!busy && under_way == 0) return true;
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0) return false;
        if (under_way > 0) inbox_.wait(left);
    }
}

}  // namespace kiosk::runtime
