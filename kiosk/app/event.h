#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/key.h"
#include "kiosk/app/press.h"
#include "shared/protocol/messages.h"

/// Everything that can happen to a kiosk. `update` is given one event at a time, with the kiosk's clocks.
namespace kiosk::app {
namespace event {

/// A finger went down anywhere. The first one of a visit is the arrival time.
struct Touched {};
/// Something on the screen was pressed and released.
struct Pressed {
    Press press;
};
/// Time has passed: what was asked for by effect::WakeAt, or a second of the runtime's own.
struct Tick {};

/// A headset was plugged in, which starts speech (EN 301 549 5.2), or pulled out, which ends it.
struct HeadsetIn {};
struct HeadsetOut {};
/// The voice is speaking at this moment; told at least each second while it is.
struct SpeechGoesOn {};

/// A key went down, on whatever device; what it presses on the screen follows as event::Pressed.
struct KeyDown {
    KeyPressed key;
};
/// The answer to effect::CheckStaffPin.
struct StaffPinChecked {
    std::uint64_t number = 0;
    bool is_right = false;
};
/// What staff set ends with the program: the disk did not take it.
struct StaffStateNotKept {};
struct JournalCounted {
    unsigned waiting = 0;  ///< records that the server has not accepted
};
/// The scanner has read a code; none when what it read can be no slip (kiosk/input/code_reader.h).
struct ScannedCode {
    std::optional<std::string> text;
};
/// The scanner has been plugged in, or pulled out.
struct ScannerFound {};
struct ScannerLost {};

/// The answer to effect::Find with this number; none when the server could not be asked in time.
struct FindAnswered {
    std::uint64_t search = 0;
    std::optional<protocol::FindReply> reply;
};
/// What a journal record is about.
enum class Act { Arrival, Undo, Reason, Offer };
/// The act is in the journal, synced to disk.
struct Kept {
    domain::ArrivalId arrival;
    Act act = Act::Arrival;
    domain::OfferId offer;  ///< of Act::Offer; then there is no arrival
};
/// The journal could not take it: nothing was recorded.
struct KeepFailed {
    domain::ArrivalId arrival;
    Act act = Act::Arrival;
    domain::OfferId offer;
};
/// At the program's start, for each arrival in the journal that the server has not accepted and nobody has
/// taken back: so that these people are still told that they are already checked in.
struct Remembered {
    domain::ArrivalId arrival;
    std::vector<domain::AppointmentId> appointments;
    domain::DeviceTime first_touch;
};
/// The server has stored an arrival, of this visit or of an earlier one.
struct ArrivalAnswered {
    protocol::ArrivalReply reply;
};
/// The server refuses an arrival for good; it stays in the journal and reception must look.
struct ArrivalRefused {
    domain::ArrivalId arrival;
};

/// Somebody has set out because of effect::CallReception with this number.
struct CallAnswered {
    std::uint64_t call = 0;
    std::string who;  ///< first name, as staff say it; may be empty
};

struct ServerFound {};
struct ServerLost {};
/// A new list, received at these clocks.
struct ListArrived {
    protocol::TodaysList list;
    domain::DeviceTime at;
};
struct HeartbeatAnswered {
    protocol::HeartbeatReply reply;
    domain::DeviceTime at;
};
/// A new itinerary, from the server.
struct ItineraryArrived {
    protocol::Itinerary itinerary;
};
/// The one of an earlier run of the program.
struct ItineraryRemembered {
    protocol::Itinerary itinerary;
};
/// The itinerary held was still the newest at this time of the server's.
struct ItineraryStands {
    base::Instant as_of{};
    bool is_newest = true;  ///< false while the server does not say whether there is a newer one
};
/// The kiosk cannot keep arrivals (its journal is damaged or full) or can again.
struct JournalLost {};
struct JournalFound {};

}  // namespace event

using Event =
    std::variant<event::Touched, event::Pressed, event::Tick, event::FindAnswered, event::Kept,
                 event::KeepFailed, event::ArrivalAnswered, event::ArrivalRefused, event::Remembered,
                 event::ServerFound, event::ServerLost, event::ListArrived, event::HeartbeatAnswered,
                 event::JournalLost, event::JournalFound, event::HeadsetIn, event::HeadsetOut,
                 event::SpeechGoesOn, event::ItineraryArrived, event::ItineraryRemembered,
                 event::ItineraryStands, event::CallAnswered, event::KeyDown, event::StaffPinChecked,
                 event::StaffStateNotKept, event::JournalCounted, event::ScannedCode, event::ScannerFound,
                 event::ScannerLost>;

}  // namespace kiosk::app
