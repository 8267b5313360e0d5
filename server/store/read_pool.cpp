#include "server/store/read_pool.h"

#include <utility>

namespace server::store {

ReadPool::ReadPool(std::vector<std::unique_ptr<Connection>> connections) : free_(std::move(connections)) {}

ReadPool::Loan ReadPool::borrow() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !free_.empty(); });
    std::unique_ptr<Connection> connection = std::move(free_.back());
    free_.pop_back();
    return {*this, std::move(connection)};
}

ReadPool::Loan::Loan(ReadPool& pool, std::unique_ptr<Connection> connection)
    : pool_(pool), connection_(std::move(connection)) {}

ReadPool::Loan::~Loan() {
    {
        const std::lock_guard lock(pool_.mutex_);
        pool_.free_.push_back(std::move(connection_));
    }
    pool_.returned_.notify_one();
}

}  // namespace server::store
