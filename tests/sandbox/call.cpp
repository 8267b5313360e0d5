#include "tests/sandbox/call.h"

#include "tests/sandbox/views.h"

namespace sandbox {

std::string to_json_line(const Call& call) {
    return written({{"sequence", call.sequence},
                    {"at", base::to_text(call.at)},
                    {"method", call.method},
                    {"path", call.path},
                    {"body", call.body},
                    {"username", call.username},
                    {"status", call.status},
                    {"tookEffect", call.took_effect},
                    {"fault", call.fault}});
}

}  // namespace sandbox
