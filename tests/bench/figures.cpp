#include "tests/bench/figures.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <nlohmann/json.hpp>

namespace bench {

Figures::Figures(const std::string& json_file) {
    if (!json_file.empty()) json_.open(json_file, std::ios::app);
}

void Figures::add(const std::string& name, double value, const std::string& unit) {
    put({name, value, unit, std::nullopt, {}});
}

void Figures::add(const std::string& name, double value, const std::string& unit, const std::string& to) {
    put({name, value, unit, value / this->value(to), to});
}

double Figures::value(const std::string& name) const {
    const auto found = std::find_if(figures_.begin(), figures_.end(),
                                    [&](const Figure& figure) { return figure.name == name; });
    return found == figures_.end() ? 0 : found->value;
}

void Figures::put(Figure figure) {
    std::printf("%-56s %12.1f %-6s", figure.name.c_str(), figure.value, figure.unit.c_str());
    if (figure.ratio) std::printf("  %6.2f x %s", *figure.ratio, figure.to.c_str());
    std::printf("\n");
    std::fflush(stdout);
    if (json_.is_open()) {
        nlohmann::ordered_json line{{"name", figure.name}, {"value", figure.value}, {"unit", figure.unit}};
        if (figure.ratio) {
            line["ratio"] = *figure.ratio;
            line["to"] = figure.to;
        }
        json_ << line.dump() << '\n' << std::flush;
    }
    figures_.push_back(std::move(figure));
}

double percentile(std::vector<std::chrono::microseconds> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return static_cast<double>(
        values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))].count());
}

}  // namespace bench
