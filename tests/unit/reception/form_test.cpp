#include "server/reception/form.h"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "server/reception/pages.h"

namespace server::reception {
namespace {

bool is_refused(std::string_view body) {
    const auto form = Form::parse(body);
    return !form && form.error().kind == base::ErrorKind::InvalidInput;
}

TEST(Forms, GiveWhatWasTypedInAnyScript) {
    const auto form = Form::parse("name=Sam+Reid&reason=%D8%A7%D8%B1%D8%AF%D9%88%0D%0A%3Cb%3E").value();
    EXPECT_EQ(form["name"], "Sam Reid");
    EXPECT_EQ(form["reason"], "اردو\r\n<b>");
    EXPECT_EQ(form["other"], "");
    EXPECT_EQ(Form::parse(form.text()).value().text(), form.text());
    EXPECT_TRUE(Form::parse(""));
}

TEST(Forms, TakeAWholeFileInAFieldThatIsNamedSo) {
    const std::string text(kFileBytesMax, 'x');
    EXPECT_EQ(Form::parse("file_calendar=" + text).value()["file_calendar"], text);
    EXPECT_TRUE(is_refused("file_calendar=x" + text));
    EXPECT_TRUE(is_refused("reason=" + text));
}

TEST(Forms, AreRefusedWhenTheyAreNoneOfABrowser) {
    EXPECT_TRUE(is_refused("name"));
    EXPECT_TRUE(is_refused("=x"));
    EXPECT_TRUE(is_refused("Name=x"));
    EXPECT_TRUE(is_refused("a=1&a=2")) << "the same field twice";
    EXPECT_TRUE(is_refused("a=%"));
    EXPECT_TRUE(is_refused("a=%4"));
    EXPECT_TRUE(is_refused("a=%zz"));
    EXPECT_TRUE(is_refused("a=%00"));
    EXPECT_TRUE(is_refused("a=%1B"));
    EXPECT_TRUE(is_refused("a=%FF")) << "no UTF-8";
    EXPECT_TRUE(is_refused("a=%C0%80")) << "a longer form than needed";
    EXPECT_TRUE(is_refused("a=%ED%A0%80")) << "half of a pair";
    EXPECT_TRUE(is_refused("a=%F4%90%80%80")) << "beyond the last character";
    EXPECT_TRUE(is_refused("a=%E2%82")) << "cut off";
}

TEST(Forms, HaveAsMuchInThemAsIsAllowedAndNoMore) {
    EXPECT_FALSE(is_refused("a=" + std::string(kFieldBytesMax, 'x')));
    EXPECT_TRUE(is_refused("a=" + std::string(kFieldBytesMax + 1, 'x')));
    std::string fields;
    for (std::size_t i = 0; i < kFieldsMax; ++i) fields += std::string(i + 1, 'a') + "=1&";
    EXPECT_FALSE(is_refused(fields.substr(0, fields.size() - 1)));
    EXPECT_TRUE(is_refused(fields + "b=1"));
    std::string each;
    for (std::size_t i = 0; i < kEachMax; ++i) each += "each_one=1&";
    EXPECT_FALSE(is_refused(each));
    EXPECT_TRUE(is_refused(each + "each_one=1"));
}

TEST(Forms, KeepTheOrderOfWhatStandsOnceForEachOfAList) {
    const auto form = Form::parse("each_name=b&other=x&each_name=&each_name=a").value();
    EXPECT_EQ(form.all("each_name"), (std::vector<std::string>{"b", "", "a"}));
    EXPECT_EQ(form["each_name"], "b");
    EXPECT_TRUE(form.all("none").empty());
    EXPECT_EQ(Form::parse(form.text()).value().text(), form.text());
}

TEST(Forms, AreKeptFieldByField) {
    const Form form = Form::parse("form_token=x&each_name=a&each_name=b&reason=c%26d&pin=1").value();
    const std::vector<std::pair<std::string, std::string>> kept{
        {"each_name", "a"}, {"each_name", "b"}, {"reason", "c&d"}};
    EXPECT_EQ(form.fields({"form_token", "pin"}), kept);
}

TEST(Pages, AreAllKnownByAWordAndAHandlerOfTheirOwn) {
    std::set<std::string> words;
    for (const Page& page : pages()) {
        EXPECT_NE(page.handler, nullptr) << page.word;
        EXPECT_TRUE(words.insert(page.word).second) << page.word << " stands twice";
    }
}

TEST(Cookies, CountOnlyWhenTheyAreThereOnce) {
    EXPECT_EQ(cookie_of("a=1; b=2", "b"), "2");
    EXPECT_EQ(cookie_of("b=2", "b"), "2");
    EXPECT_EQ(cookie_of("xb=2", "b"), "");
    EXPECT_EQ(cookie_of("b=1; b=2", "b"), "");
    EXPECT_EQ(cookie_of("", "b"), "");
    EXPECT_EQ(cookie_of("b", "b"), "");
}

TEST(Pages, AreFoundByTheirPathAndMethodAlone) {
    const std::string id = "6d1f0f0e-2f0b-4c3a-9b8a-1f2e3d4c5b6a";
    EXPECT_EQ(find_page(http::Method::Get, "/appointments/" + id).page->name, PageName::Appointment);
    EXPECT_EQ(find_page(http::Method::Get, "/appointments/" + id).id, id);
    EXPECT_EQ(find_page(http::Method::Post, "/appointments/" + id + "/absence").page->name,
              PageName::ConfirmAbsence);
    EXPECT_EQ(find_page(http::Method::Post, "/appointments/" + id).page, nullptr);
    EXPECT_STREQ(find_page(http::Method::Post, "/appointments/" + id).allow, "GET");
    EXPECT_STREQ(find_page(http::Method::Other, "/sign-in").allow, "GET, POST");
    for (const char* path : {"/appointments/1", "/appointments/' OR 1=1", "/assets/../hub.key", "/assets/.x",
                             "/board/", "//board", "/BOARD", ""}) {
        EXPECT_EQ(find_page(http::Method::Get, path).page, nullptr) << path;
        EXPECT_STREQ(find_page(http::Method::Get, path).allow, "") << path;
    }
}

}  // namespace
}  // namespace server::reception
