#pragma once

#include <memory>

#include <gtest/gtest.h>

#include "server/app/store.h"
#include "tests/support/memory_store.h"
#include "tests/support/store/samples.h"
#include "tests/support/store/store_folder.h"

namespace store_contract {

namespace sample = support::sample;
using base::Done;
using base::ErrorKind;
using server::app::Transaction;
using server::app::View;
using std::chrono::hours;
using std::chrono::minutes;

struct InMemory {
    support::MemoryStore store;
    server::app::Store& get() { return store; }
};

struct OnSqlite {
    support::StoreFolder folder;
    std::unique_ptr<server::store::SqliteStore> store = std::move(folder.open().value());
    server::app::Store& get() { return *store; }
};

/// What every Store promises, shown on SQLite and on the one in memory that other tests use. Each file of
/// tests has a suite of its own.
template <class Kind>
class StoreContract : public testing::Test {
protected:
    server::app::Store& store() { return kind_.get(); }

    template <class Value>
    Done put(const Value& value) {
        return store().write_and_wait([&](Transaction& changes) { return changes.put(value); });
    }
    Done append(const domain::AttendanceEvent& event) {
        return store().write_and_wait([&](Transaction& changes) { return changes.append(event); });
    }
    /// The answer to one question about what is committed.
    template <class Question>
    auto ask(const Question& question) {
        decltype(question(std::declval<View&>())) answer =
            base::fail(ErrorKind::Unavailable, "it was not asked");
        const Done read = store().read([&](View& view) -> Done {
            answer = question(view);
            return {};
        });
        EXPECT_TRUE(read);
        return answer;
    }

    Kind kind_;
};

using Kinds = testing::Types<InMemory, OnSqlite>;

}  // namespace store_contract
