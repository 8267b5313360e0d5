#include "kiosk/paint/icons.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/paint/pen.h"

namespace kiosk::paint {
namespace {

using Draw = void (*)(const Pen&);

void back(const Pen& pen) {
    pen.line({{20, 12}, {4, 12}});
    pen.line({{11, 5}, {4, 12}, {11, 19}});
}

void forward(const Pen& pen) {
    pen.line({{4, 12}, {20, 12}});
    pen.line({{13, 5}, {20, 12}, {13, 19}});
}

void home(const Pen& pen) {
    pen.line({{3, 12}, {12, 4}, {21, 12}});
    pen.line({{5.5F, 10.5F}, {5.5F, 20}, {18.5F, 20}, {18.5F, 10.5F}});
    pen.line({{12, 20}, {12, 14.5F}});
}

/// Headphones: the screen is read aloud.
void listen(const Pen& pen) {
    pen.curve({4, 14}, {4, 1.5F}, {20, 1.5F}, {20, 14});
    pen.box({3, 13}, {7.5F, 20.5F}, 1.5F);
    pen.box({16.5F, 13}, {21, 20.5F}, 1.5F);
}

/// A sheet with a square code on it.
void slip(const Pen& pen) {
    pen.box({4, 2.5F}, {20, 21.5F}, 2);
    pen.box({7.5F, 6}, {10.8F, 9.3F}, 0.5F);
    pen.box({13.2F, 6}, {16.5F, 9.3F}, 0.5F);
    pen.box({7.5F, 11.7F}, {10.8F, 15}, 0.5F);
    pen.dot({13.7F, 12.2F}, 1);
    pen.dot({16.2F, 14.5F}, 1);
    pen.line({{8, 18.3F}, {16, 18.3F}});
}

/// A globe: languages.
void globe(const Pen& pen) {
    pen.circle({12, 12}, 9);
    pen.line({{3.5F, 12}, {20.5F, 12}});
    pen.line({{12, 3.5F}, {12, 20.5F}});
    pen.curve({12, 3}, {5.5F, 8}, {5.5F, 16}, {12, 21});
    pen.curve({12, 3}, {18.5F, 8}, {18.5F, 16}, {12, 21});
}

void help(const Pen& pen) {
    pen.box({3, 3.5F}, {21, 16.5F}, 3.5F);
    pen.eraser(1).line({{8, 16.5F}, {10.5F, 16.5F}});
    pen.line({{7, 16.5F}, {7, 21}, {12, 16.5F}});
    pen.dot({8, 10}, 1.3F);
    pen.dot({12, 10}, 1.3F);
    pen.dot({16, 10}, 1.3F);
}

void person(const Pen& pen) {
    pen.circle({12, 7.5F}, 4);
    pen.arc({12, 21.5F}, 7.5F, 183, 357);
}

void people(const Pen& pen) {
    pen.circle({8.5F, 8}, 3.5F);
    pen.arc({8.5F, 20.5F}, 6, 183, 357);
    pen.arc({16, 8}, 3.5F, -110, 110);
    pen.arc({16.5F, 20.5F}, 6, 275, 357);
}

void tick(const Pen& pen) {
    pen.line({{4.5F, 12.5F}, {9.5F, 18}, {19.5F, 6}});
}

void cross(const Pen& pen) {
    pen.line({{6, 6}, {18, 18}});
    pen.line({{18, 6}, {6, 18}});
}

void clock(const Pen& pen) {
    pen.circle({12, 12}, 9);
    pen.line({{12, 6.5F}, {12, 12}, {16, 14.5F}});
}

void calendar(const Pen& pen) {
    pen.box({3.5F, 5}, {20.5F, 20.5F}, 2);
    pen.line({{4.5F, 10}, {19.5F, 10}});
    pen.line({{8, 3}, {8, 6.5F}});
    pen.line({{16, 3}, {16, 6.5F}});
    pen.dot({8.5F, 14}, 1.2F);
    pen.dot({12, 14}, 1.2F);
    pen.dot({15.5F, 14}, 1.2F);
    pen.dot({8.5F, 17.2F}, 1.2F);
}

void letter(const Pen& pen) {
    pen.box({3, 3}, {21, 21}, 3);
    pen.line({{8, 17}, {12, 7}, {16, 17}});
    pen.line({{9.6F, 13.4F}, {14.4F, 13.4F}});
}

void year(const Pen& pen) {
    pen.box({2, 6.5F}, {22, 17.5F}, 2.5F);
    for (const float x : {6.2F, 10.1F, 13.9F, 17.8F}) pen.line({{x - 0.6F, 14}, {x + 0.6F, 14}});
}

void bus(const Pen& pen) {
    pen.box({3.5F, 4}, {20.5F, 18}, 2.5F);
    pen.line({{4.5F, 12}, {19.5F, 12}});
    pen.line({{12, 4.5F}, {12, 12}});
    pen.dot({7.5F, 15}, 1.1F);
    pen.dot({16.5F, 15}, 1.1F);
    pen.line({{7, 18.5F}, {7, 20.5F}});
    pen.line({{17, 18.5F}, {17, 20.5F}});
}

void heart(const Pen& pen) {
    pen.curve({12, 20.5F}, {2, 14}, {1, 5}, {7.5F, 4.5F});
    pen.curve({7.5F, 4.5F}, {9.5F, 4.5F}, {11, 5.5F}, {12, 7.5F});
    pen.curve({12, 7.5F}, {13, 5.5F}, {14.5F, 4.5F}, {16.5F, 4.5F});
    pen.curve({16.5F, 4.5F}, {23, 5}, {22, 14}, {12, 20.5F});
}

void caring(const Pen& pen) {
    pen.circle({7.5F, 6}, 3);
    pen.line({{4, 20.5F}, {4, 14.5F}, {5, 12}, {7.5F, 11.5F}, {10, 13}, {14, 15}});
    pen.circle({17, 10.5F}, 2.3F);
    pen.arc({17, 21}, 4.3F, 185, 355);
}

void work(const Pen& pen) {
    pen.box({3, 8}, {21, 20}, 2);
    pen.line({{8.5F, 7.5F}, {8.5F, 4.5F}, {15.5F, 4.5F}, {15.5F, 7.5F}});
    pen.line({{4, 13}, {20, 13}});
    pen.line({{12, 12}, {12, 14.5F}});
}

void door(const Pen& pen) {
    pen.line({{5.5F, 20.5F}, {5.5F, 3.5F}, {18.5F, 3.5F}, {18.5F, 20.5F}});
    pen.line({{2.5F, 20.5F}, {21.5F, 20.5F}});
    pen.dot({14.5F, 12.5F}, 1.4F);
}

void key(const Pen& pen) {
    pen.circle({7.5F, 16}, 4);
    pen.line({{10.5F, 13}, {20, 3.5F}});
    pen.line({{16, 7.5F}, {19, 10.5F}});
}

void question(const Pen& pen) {
    pen.circle({12, 12}, 9);
    pen.arc({12, 9.7F}, 2.8F, 185, 395);
    pen.line({{14.1F, 11.4F}, {12, 13.2F}, {12, 14}});
    pen.dot({12, 17.2F}, 1.3F);
}

void offline(const Pen& pen) {
    pen.arc({7.5F, 14.5F}, 4, 90, 270);
    pen.arc({12, 10.5F}, 5.3F, 200, 345);
    pen.arc({17, 14.5F}, 4, -90, 90);
    pen.line({{7.5F, 18.5F}, {17, 18.5F}});
    pen.eraser(2.6F).line({{5, 4.5F}, {20, 21.5F}});
    pen.line({{5, 4.5F}, {20, 21.5F}});
}

void saved(const Pen& pen) {
    pen.line({{12, 3.5F}, {12, 14}});
    pen.line({{7.5F, 9.8F}, {12, 14.3F}, {16.5F, 9.8F}});
    pen.line({{3.5F, 14.5F}, {3.5F, 20.5F}, {20.5F, 20.5F}, {20.5F, 14.5F}});
}

void desk(const Pen& pen) {
    pen.circle({12, 6}, 3.2F);
    pen.arc({12, 16.5F}, 5.5F, 190, 350);
    pen.line({{2.5F, 15.5F}, {21.5F, 15.5F}});
    pen.line({{4.5F, 16}, {4.5F, 21}, {19.5F, 21}, {19.5F, 16}});
}

void lock(const Pen& pen) {
    pen.box({5, 10.5F}, {19, 20.5F}, 2.2F);
    pen.line({{8, 10}, {8, 8}});
    pen.arc({12, 8}, 4, 180, 360);
    pen.line({{16, 10}, {16, 8}});
    pen.line({{12, 14.5F}, {12, 16.5F}});
}

void undo(const Pen& pen) {
    pen.line({{9, 4}, {4, 9}, {9, 14}});
    pen.line({{4.5F, 9}, {14, 9}});
    pen.arc({14, 14.5F}, 5.5F, -90, 90);
    pen.line({{14, 20}, {9, 20}});
}

void erase(const Pen& pen) {
    pen.shape({{9, 5.5F}, {21, 5.5F}, {21, 18.5F}, {9, 18.5F}, {3, 12}});
    pen.line({{12, 9.5F}, {17, 14.5F}});
    pen.line({{17, 9.5F}, {12, 14.5F}});
}

void tools(const Pen& pen) {
    pen.arc({16, 8}, 4.2F, -40, 220);
    pen.line({{13.1F, 11.2F}, {5, 19.5F}});
    pen.line({{19.2F, 5.3F}, {16.2F, 8}, {15.2F, 7}, {12.8F, 5.3F}});
}

void large(const Pen& pen) {
    pen.line({{2, 19}, {5, 11.5F}, {8, 19}});
    pen.line({{3.2F, 16.6F}, {6.8F, 16.6F}});
    pen.line({{10, 19}, {16, 4}, {22, 19}});
    pen.line({{12.1F, 14}, {19.9F, 14}});
}

void contrast(const Pen& pen) {
    pen.circle({12, 12}, 9);
    pen.filled({{12, 3},
                {15.4F, 3.7F},
                {18.4F, 5.6F},
                {20.3F, 8.6F},
                {21, 12},
                {20.3F, 15.4F},
                {18.4F, 18.4F},
                {15.4F, 20.3F},
                {12, 21}});
}

void easy(const Pen& pen) {
    pen.box({2.5F, 5}, {11, 19}, 1.5F);
    pen.dot({6.8F, 10}, 1.7F);
    pen.arc({6.8F, 17}, 2.6F, 185, 355);
    pen.line({{14.5F, 7.5F}, {21.5F, 7.5F}});
    pen.line({{14.5F, 12}, {21.5F, 12}});
    pen.line({{14.5F, 16.5F}, {18.5F, 16.5F}});
}

void calm(const Pen& pen) {
    pen.curve({5, 19}, {2, 9}, {9, 4}, {20, 4});
    pen.curve({5, 19}, {15, 22}, {20.5F, 14}, {20, 4});
    pen.line({{3.5F, 20.5F}, {13.5F, 10.5F}});
}

/// Somebody sitting.
void seat(const Pen& pen) {
    pen.circle({11, 5}, 2.4F);
    pen.line({{10.5F, 9}, {10.5F, 14.5F}, {16.5F, 14.5F}, {16.5F, 20.5F}});
    pen.line({{6, 9.5F}, {6, 20.5F}});
    pen.line({{6, 17.8F}, {13, 17.8F}, {13, 20.5F}});
}

void arrive(const Pen& pen) {
    pen.line({{13, 20.5F}, {13, 3.5F}, {21, 3.5F}, {21, 20.5F}});
    pen.line({{2.5F, 12}, {16.5F, 12}});
    pen.line({{12.5F, 8}, {16.5F, 12}, {12.5F, 16}});
    pen.line({{10.5F, 20.5F}, {22.5F, 20.5F}});
}

/// A face whose mouth is bent by so much: below zero down, above zero up.
void face(const Pen& pen, float bend) {
    pen.circle({12, 12}, 9.5F);
    pen.dot({8.5F, 9.5F}, 1.3F);
    pen.dot({15.5F, 9.5F}, 1.3F);
    const float ends = 15.5F - bend / 2;
    pen.curve({7.5F, ends}, {9.5F, ends + bend * 1.3F}, {14.5F, ends + bend * 1.3F}, {16.5F, ends});
}

void face_very_sad(const Pen& pen) {
    face(pen, -4);
}

void face_sad(const Pen& pen) {
    face(pen, -2);
}

void face_neutral(const Pen& pen) {
    face(pen, 0);
}

void face_happy(const Pen& pen) {
    face(pen, 2);
}

void face_very_happy(const Pen& pen) {
    face(pen, 4);
}

void chart(const Pen& pen) {
    pen.line({{3, 20.5F}, {21, 20.5F}});
    pen.line({{6.5F, 20}, {6.5F, 14.5F}});
    pen.line({{12, 20}, {12, 10}});
    pen.line({{17.5F, 20}, {17.5F, 4}});
}

void write(const Pen& pen) {
    pen.line({{3.5F, 20.5F}, {20.5F, 20.5F}});
    pen.line({{6, 16.5F}, {7, 12.5F}, {16, 3.5F}, {19, 6.5F}, {10, 15.5F}, {6, 16.5F}});
}

constexpr std::pair<std::string_view, Draw> kDrawings[]{
    {"back", back},
    {"forward", forward},
    {"home", home},
    {"globe", globe},
    {"help", help},
    {"person", person},
    {"people", people},
    {"tick", tick},
    {"cross", cross},
    {"clock", clock},
    {"calendar", calendar},
    {"letter", letter},
    {"year", year},
    {"bus", bus},
    {"heart", heart},
    {"caring", caring},
    {"work", work},
    {"door", door},
    {"key", key},
    {"question", question},
    {"offline", offline},
    {"saved", saved},
    {"desk", desk},
    {"lock", lock},
    {"undo", undo},
    {"erase", erase},
    {"tools", tools},
    {"large", large},
    {"contrast", contrast},
    {"easy", easy},
    {"calm", calm},
    {"seat", seat},
    {"arrive", arrive},
    {"face_very_sad", face_very_sad},
    {"face_sad", face_sad},
    {"face_neutral", face_neutral},
    {"face_happy", face_happy},
    {"face_very_happy", face_very_happy},
    {"chart", chart},
    {"write", write},
    {"listen", listen},
    {"slip", slip},
};
static_assert(std::size(kDrawings) == kIcons.size());

/// Only what points along the line of reading turns round; a clock or a tick does not.
bool turns_round(std::string_view name) {
    return name == "back" || name == "forward" || name == "undo" || name == "erase" || name == "arrive";
}

}  // namespace

bool is_icon(std::string_view name) {
    return std::any_of(std::begin(kDrawings), std::end(kDrawings),
                       [&](const auto& d) { return d.first == name; });
}

void draw_icon(ImDrawList& list, std::string_view name, const Rect& box, Colour colour, Colour behind,
               bool right_to_left) {
    for (const auto& [known, draw] : kDrawings) {
        if (known == name) draw(Pen(list, box, colour, behind, right_to_left && turns_round(name)));
    }
}

}  // namespace kiosk::paint
