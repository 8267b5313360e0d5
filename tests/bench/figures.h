#pragma once

#include <chrono>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace bench {

/// One measured value, in the words of the table and of the JSON Lines.
struct Figure {
    std::string name;
    double value = 0;
    std::string unit;
    std::optional<double> ratio;  ///< value divided by that of `to`
    std::string to;
};

/// Gathers figures, prints each as it comes, and writes them as JSON Lines when a file was named.
class Figures {
public:
    /// `json_file` may be empty.
    explicit Figures(const std::string& json_file);

    void add(const std::string& name, double value, const std::string& unit);
    /// With its ratio to a figure that was added before.
    void add(const std::string& name, double value, const std::string& unit, const std::string& to);
    double value(const std::string& name) const;

private:
    void put(Figure figure);
    std::vector<Figure> figures_;
    std::ofstream json_;
};

/// The value below which `share` of the sorted or unsorted values lie, in microseconds.
double percentile(std::vector<std::chrono::microseconds> values, double share);

}  // namespace bench
