#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "server/store/connection.h"

namespace server::store {

/// A few reading connections, each lent to one thread at a time; whoever comes when all are lent waits.
class ReadPool {
public:
    explicit ReadPool(std::vector<std::unique_ptr<Connection>> connections);

    class Loan {
    public:
        Loan(ReadPool& pool, std::unique_ptr<Connection> connection);
        ~Loan();
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        Connection& connection() { return *connection_; }

    private:
        ReadPool& pool_;
        std::unique_ptr<Connection> connection_;
    };
    Loan borrow();

private:
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> free_;
};

}  // namespace server::store
