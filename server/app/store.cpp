#include "server/app/store.h"

#include <future>
#include <utility>

namespace server::app {

base::Done Store::write_and_wait(Command command) {
    std::promise<base::Done> outcome;
    std::future<base::Done> answer = outcome.get_future();
    write(std::move(command), [&outcome](base::Done done) { outcome.set_value(std::move(done)); });
    return answer.get();
}

}  // namespace server::app
