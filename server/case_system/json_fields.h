#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "server/app/case_system.h"
#include "shared/base/instant.h"
#include "shared/domain/calendar.h"

/// Reading JSON of the case system. Included by the decoders' .cpp files only.
namespace server::case_system {

using Json = nlohmann::json;

/// Free text beyond this is cut, between characters.
inline constexpr std::size_t kTextBytesMax = 4000;
/// Longer lists are not understood: a page has 50 rows, a referral some tens of sessions.
inline constexpr std::size_t kListMax = 2000;

/// Deeper texts are not read at all; real answers nest seven levels.
inline constexpr int kDepthMax = 32;

/// A discarded value (neither object nor array) for what is no JSON or nests deeper than kDepthMax.
Json parse(std::string_view text);

/// The members of one object. A missing member and null are the same: absent. A member of another type than
/// asked for is a fault; the first one is kept, by the name of the member and never its value.
class Fields {
public:
    Fields(const Json& object, std::string& fault);
    /// The same for an entry of the list `list`: one that is no object is a fault.
    static Fields entry_of(const char* list, const Json& entry, std::string& fault);

    const Json* find(const char* name) const;  ///< nullptr when absent
    std::string text(const char* name) const;
    std::string uuid(const char* name) const;  ///< absent or not a UUID: a fault
    std::optional<bool> flag(const char* name) const;
    std::optional<std::int64_t> number(const char* name) const;
    std::optional<base::Instant> instant(const char* name) const;
    std::optional<domain::Date> date(const char* name) const;
    Fields object(const char* name) const;  ///< absent: one without members
    /// nullptr when absent; more than kListMax entries are a fault.
    const Json* list(const char* name) const;
    bool present() const { return object_.is_object(); }

private:
    void wrong(const char* name) const;
    const Json& object_;
    std::string& fault_;
};

}  // namespace server::case_system
