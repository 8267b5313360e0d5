#include "shared/base/log.h"

#include <atomic>
#include <chrono>
#include <memory>

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace base::log {
namespace {

std::atomic<Sink> sink_override{nullptr};

spdlog::logger& logger() {
    static const std::shared_ptr<spdlog::logger> instance = [] {
        auto made =
            std::make_shared<spdlog::logger>("hub", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_formatter(std::make_unique<spdlog::pattern_formatter>("%Y-%m-%dT%H:%M:%SZ %l %v",
                                                                        spdlog::pattern_time_type::utc));
        made->flush_on(spdlog::level::info);
        return made;
    }();
    return *instance;
}

void write(spdlog::level::level_enum level, const char* event, Fields fields) {
    std::string line = event;
    for (const Field& field : fields) {
        line += ' ';
        line += field.name;
        line += '=';
        line += field.value.text();
    }
    if (const Sink sink = sink_override.load()) {
        sink(line);
        return;
    }
    logger().log(level, "{}", line);
}

}  // namespace

void info(const char* event, Fields fields) {
    write(spdlog::level::info, event, fields);
}
void warning(const char* event, Fields fields) {
    write(spdlog::level::warn, event, fields);
}
void error(const char* event, Fields fields) {
    write(spdlog::level::err, event, fields);
}
void set_sink(Sink sink) {
    sink_override = sink;
}

}  // namespace base::log
