#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace server::http {

/// A bounded number of places, and a bounded number of them for each holder. From any thread.
class Places {
public:
    Places(std::size_t in_all, std::size_t for_each) : in_all_(in_all), for_each_(for_each) {}

    /// Gives its place back when it goes. The Places must outlive it.
    class Place {
    public:
        Place(Places& places, std::string holder) : places_(&places), holder_(std::move(holder)) {}
        Place(Place&& other) noexcept
            : places_(std::exchange(other.places_, nullptr)), holder_(std::move(other.holder_)) {}
        Place& operator=(Place&&) = delete;
        ~Place() {
            if (places_ != nullptr) places_->give_back(holder_);
        }

    private:
        Places* places_;
        std::string holder_;
    };

    /// None when all are taken, or all of this holder's.
    std::optional<Place> take(const std::string& holder);
    std::size_t taken() const;

private:
    void give_back(const std::string& holder);

    const std::size_t in_all_;
    const std::size_t for_each_;
    mutable std::mutex mutex_;
    std::size_t taken_ = 0;
    std::map<std::string, std::size_t> by_holder_;
};

}  // namespace server::http
