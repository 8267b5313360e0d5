#include "tests/support/memory_store.h"

#include <gtest/gtest.h>

namespace support {
namespace {

using server::app::Transaction;
using server::app::View;

domain::Update update(std::string id, std::string appointment) {
    domain::Update out;
    out.id = domain::UpdateId(std::move(id));
    out.appointment = domain::AppointmentId(std::move(appointment));
    return out;
}

TEST(MemoryStore, KeepsNothingOfACommandThatFails) {
    MemoryStore store;
    const base::Done done = store.write_and_wait([](Transaction& transaction) -> base::Done {
        TRY_DONE(transaction.put(update("u", "a")));
        TRY_DONE(transaction.append(domain::AttendanceEvent{}));
        return base::fail(base::ErrorKind::Conflict, "no");
    });
    EXPECT_FALSE(done);
    EXPECT_TRUE(store.record().updates.empty());
    EXPECT_TRUE(store.record().events.empty());
}

TEST(MemoryStore, LetsACommandSeeItsOwnChangesAndALookWhatIsCommitted) {
    MemoryStore store;
    ASSERT_TRUE(store.write_and_wait([](Transaction& transaction) -> base::Done {
        TRY_DONE(transaction.put(update("u", "a")));
        EXPECT_TRUE(transaction.update_of(domain::AppointmentId("a"))->has_value());
        return {};
    }));
    EXPECT_TRUE(store.read([](View& view) -> base::Done {
        EXPECT_TRUE(view.update_of(domain::AppointmentId("a"))->has_value());
        return {};
    }));
}

TEST(MemoryStore, HoldsOneUpdateAnAppointment) {
    MemoryStore store;
    ASSERT_TRUE(store.write_and_wait([](Transaction& t) { return t.put(update("u", "a")); }));
    EXPECT_TRUE(store.write_and_wait([](Transaction& t) { return t.put(update("u", "a")); }));
    EXPECT_EQ(store.write_and_wait([](Transaction& t) { return t.put(update("v", "a")); }).error().kind,
              base::ErrorKind::Conflict);
}

}  // namespace
}  // namespace support
