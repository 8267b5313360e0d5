#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "shared/domain/appointment.h"
#include "shared/domain/device_time.h"

/// The words under which the store keeps enumerations that the domain itself does not spell.
namespace server::store {

template <class T>
using Word = std::pair<T, std::string_view>;

inline constexpr std::array kAppointmentTypes{
    Word<domain::AppointmentType>{domain::AppointmentType::SupplierAssessment, "supplier_assessment"},
    Word<domain::AppointmentType>{domain::AppointmentType::Delivery, "delivery"}};
inline constexpr std::array kSessionTypes{
    Word<domain::SessionType>{domain::SessionType::OneToOne, "one_to_one"},
    Word<domain::SessionType>{domain::SessionType::Group, "group"}};
inline constexpr std::array kDeliveryMethods{
    Word<domain::DeliveryMethod>{domain::DeliveryMethod::InPersonHub, "in_person_hub"},
    Word<domain::DeliveryMethod>{domain::DeliveryMethod::InPersonProbationOffice,
                                 "in_person_probation_office"},
    Word<domain::DeliveryMethod>{domain::DeliveryMethod::PhoneCall, "phone_call"},
    Word<domain::DeliveryMethod>{domain::DeliveryMethod::VideoCall, "video_call"}};
inline constexpr std::array kAppointmentStatuses{
    Word<domain::AppointmentStatus>{domain::AppointmentStatus::Live, "live"},
    Word<domain::AppointmentStatus>{domain::AppointmentStatus::Superseded, "superseded"},
    Word<domain::AppointmentStatus>{domain::AppointmentStatus::Cancelled, "cancelled"},
    Word<domain::AppointmentStatus>{domain::AppointmentStatus::Settled, "settled"}};
inline constexpr std::array kClockStates{Word<domain::ClockState>{domain::ClockState::Sure, "sure"},
                                         Word<domain::ClockState>{domain::ClockState::Doubtful, "doubtful"}};

template <class T, std::size_t Size>
constexpr std::string_view word_of(const std::array<Word<T>, Size>& words, T value) {
    for (const auto& [known, word] : words) {
        if (known == value) return word;
    }
    return {};
}

template <class T, std::size_t Size>
constexpr std::optional<T> value_of(const std::array<Word<T>, Size>& words, std::string_view word) {
    for (const auto& [value, known] : words) {
        if (known == word) return value;
    }
    return std::nullopt;
}

}  // namespace server::store
