#include "kiosk/screens/dates.h"

#include <sstream>

#include <boost/locale/format.hpp>
#include <boost/locale/formatting.hpp>
#include <boost/locale/generator.hpp>

namespace kiosk::screens {
namespace {

std::locale locale_of(const std::string& name) {
    boost::locale::generator generate;
    generate.categories(boost::locale::formatting_facet);
    return generate(name + ".UTF-8@calendar=gregorian;numbers=latn");
}

}  // namespace

std::string Dates::say(const std::string& pattern, domain::Date day) const {
    std::ostringstream out;
    if (!locale_) locale_ = locale_of(name_);
    out.imbue(*locale_);
    const auto seconds = std::chrono::sys_days(day).time_since_epoch() / std::chrono::seconds{1};
    out << boost::locale::as::gmt << boost::locale::as::ftime(pattern) << static_cast<double>(seconds);
    return out.str();
}

}  // namespace kiosk::screens
