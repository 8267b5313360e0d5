#include "shared/protocol/json_tree.h"

#include <list>
#include <string>
#include <utility>
#include <vector>

#include "shared/protocol/limits.h"

namespace protocol {
namespace {

/// Builds the tree as the parser meets each token, so that a limit stops the parser where it is broken.
class TreeBuilder final : public nlohmann::json_sax<Json> {
public:
    bool null() override { return place(nullptr); }
    bool boolean(bool value) override { return place(value); }
    bool number_integer(Json::number_integer_t value) override { return place(value); }
    bool number_unsigned(Json::number_unsigned_t value) override { return place(value); }
    bool number_float(Json::number_float_t value, const std::string&) override { return place(value); }
    bool string(std::string& value) override { return place(std::move(value)); }
    bool binary(Json::binary_t&) override { return stop("the body must be JSON"); }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(std::string& name) override {
        Json& object = *open_.back();
        const auto known = object.find(name);
        if (known != object.end()) {
            *known = Json(Json::value_t::discarded);
            next_ = &ignored_.emplace_back();
            return true;
        }
        if (object.size() == kFieldsMax) return stop("an object of the body has too many fields");
        next_ = &object[std::move(name)];
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return stop("the body must be JSON in UTF-8");
    }

    Json take_root() { return std::move(root_); }
    const std::string& problem() const { return problem_; }

private:
    bool stop(const char* problem) {
        if (problem_.empty()) problem_ = problem;
        return false;
    }

    /// Where the next value belongs: the body itself, a field, or the end of an array.
    Json& slot() {
        if (next_ != nullptr) return *std::exchange(next_, nullptr);
        Json& array = *open_.back();
        array.push_back(nullptr);
        return array.back();
    }

    bool place(Json value) {
        slot() = std::move(value);
        return true;
    }

    bool open(Json empty) {
        if (open_.size() == kDepthMax) return stop("the body is nested too deeply");
        Json& place = slot();
        place = std::move(empty);
        open_.push_back(&place);
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    Json root_;
    std::list<Json> ignored_;  ///< the values of fields that stand twice
    Json* next_ = &root_;      ///< null inside an array
    std::vector<Json*> open_;  ///< the objects and arrays around the present place
    std::string problem_;
};

}  // namespace

base::Result<Json> parse_strictly(std::string_view text, std::size_t bytes_max) {
    using base::ErrorKind;
    if (text.size() > bytes_max) return base::fail(ErrorKind::InvalidInput, "the body is too long");
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) {
        return base::fail(ErrorKind::InvalidInput, "the body must begin without a byte order mark");
    }
    // The library takes a zero byte for the end of the text and would not look at what follows it.
    if (text.find('\0') != std::string_view::npos) {
        return base::fail(ErrorKind::InvalidInput, "the body must be JSON in UTF-8");
    }
    TreeBuilder builder;
    if (!Json::sax_parse(text.begin(), text.end(), &builder)) {
        return base::fail(ErrorKind::InvalidInput, builder.problem());
    }
    return builder.take_root();
}

}  // namespace protocol
