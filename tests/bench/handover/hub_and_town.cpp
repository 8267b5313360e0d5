#include "tests/bench/handover/hub_and_town.h"

#include <utility>

#include "server/hub/case_link.h"

namespace bench {

HubAndTown::HubAndTown(Town town)
    : ended_(std::move(town.ended)),
      expected_now_(std::move(town.expected_now)),
      system_(std::move(town.world)) {}

base::Result<std::unique_ptr<HubAndTown>> HubAndTown::make(Town town) {
    std::unique_ptr<HubAndTown> made(new HubAndTown(std::move(town)));
    made->server_ = TRY(sandbox::Server::start(made->system_, made->clock_));
    made->folder_ = std::make_unique<support::HubFolder>(
        support::HubFolder::Plan{made->server_->url(), support::free_port()}, made->clock_, made->entropy_);
    TRY_DONE(made->open());
    return made;
}

base::Done HubAndTown::open() {
    record_ = TRY(server::hub::open_record(folder_->settings(), entropy_, {}));
    link_ = TRY(server::hub::link_case_system(folder_->settings(), clock_, *record_.store));
    return {};
}

void HubAndTown::close() {
    link_.reset();
    record_.store.reset();
    record_.vault.reset();
}

}  // namespace bench
