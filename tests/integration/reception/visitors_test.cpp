// People without an appointment: counted, never named.

#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using server::app::Role;

class Visitors : public Desk {
protected:
    static std::vector<Browser::Field> of(const char* kind, const char* people, const char* takes_away = "") {
        return {{"kind", kind}, {"people", people}, {"takes_away", takes_away}};
    }
    std::vector<server::app::VisitorCount> counts() {
        std::vector<server::app::VisitorCount> all;
        EXPECT_TRUE(store_->read([&](server::app::View& view) -> base::Done {
            all = TRY(view.visitors_between(clock_.now() - std::chrono::hours{24},
                                            clock_.now() + std::chrono::hours{24}));
            return {};
        }));
        return all;
    }
};

TEST_F(Visitors, AreCountedByWhyTheyCameInTheNameOfWhoeverCounts) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/visitors");
    sam.post("/visitors", of("drop_in", "3"));
    EXPECT_EQ(sam.path(), "/visitors");
    EXPECT_TRUE(says(sam, "Came to something that is on: 3, by Sam Reid"));
    sam.post("/visitors", of("drop_in", "2"));
    sam.post("/visitors", of("drop_in", "1", "yes"));
    ASSERT_EQ(counts().size(), 3U);
    EXPECT_EQ(counts()[2].people, -1);
    EXPECT_TRUE(says(sam, "<dd class=\"govuk-summary-list__value\">4</dd>"));
}

TEST_F(Visitors, AreAskedForAgainWhenTheFormIsWrongAndNothingIsKept) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/visitors");
    for (const char* people : {"", "0", "-1", "51", "three", "1.5", "1 ", "99999999999", "<b>"}) {
        sam.post("/visitors", of("came_along", people));
        EXPECT_TRUE(says(sam, "Enter how many, 1 to 50.")) << people;
        EXPECT_TRUE(says(sam, "value=\"came_along\" checked")) << "what was chosen is there still";
    }
    EXPECT_TRUE(says(sam, "value=\"&lt;b&gt;\""));
    sam.post("/visitors", of("", "2"));
    EXPECT_TRUE(says(sam, "Choose why they came."));
    sam.post("/visitors", of("name of somebody", "2"));
    EXPECT_TRUE(says(sam, "Choose why they came."));
    sam.post("/visitors", of("drop_in", "1", "yes"));
    EXPECT_TRUE(says(sam, "Fewer than that were counted today."));
    EXPECT_TRUE(counts().empty());
}

TEST_F(Visitors, OfYesterdayCannotBeTakenAwayToday) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/visitors");
    sam.post("/visitors", of("other_business", "2"));
    clock_.advance(std::chrono::hours{11});  // Tuesday, 01:10
    sam.get("/visitors");
    sam.post("/come-back", {{"wanted", "/visitors"}, {"pin", kPin}});
    sam.post("/visitors", of("other_business", "1", "yes"));
    EXPECT_TRUE(says(sam, "Fewer than that were counted today."));
}

}  // namespace
}  // namespace tests
