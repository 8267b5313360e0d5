#include "server/app/linked_user.h"

#include <algorithm>

#include "server/app/store.h"

namespace server::app {
namespace {

base::Result<LinkedUser> linked(View& view) {
    auto user = TRY(view.linked_user());
    if (user) return *std::move(user);
    return base::fail(base::ErrorKind::NotFound,
                      "nobody is linked: link a provider's user with hubctl case-user link");
}

bool fits(const std::string& text) {
    const auto is_plain = [](unsigned char c) {
        return c >= ' ' && c != 0x7F;
    };
    return !text.empty() && text.size() <= kLinkedNameBytesMax &&
           std::all_of(text.begin(), text.end(), is_plain);
}

}  // namespace

base::Result<RefreshToken> RecordedRefreshToken::current() {
    RefreshToken token;
    const auto look = [&token](View& view) -> base::Done {
        const LinkedUser user = TRY(linked(view));
        token = {user.refresh_token, user.linked_at};
        return {};
    };
    TRY_DONE(store_.read(look));
    return token;
}

base::Done RecordedRefreshToken::replace(const base::Secret& used, const base::Secret& fresh) {
    return store_.write_and_wait([&](Transaction& transaction) -> base::Done {
        LinkedUser user = TRY(linked(transaction));
        if (!std::ranges::equal(user.refresh_token.reveal(), used.reveal()))
            return base::fail(base::ErrorKind::Conflict, "another user was linked meanwhile");
        user.refresh_token = fresh;
        return transaction.put(user);
    });
}

base::Done check(const LinkedUser& user) {
    if (!fits(user.name))
        return base::fail(base::ErrorKind::InvalidInput, "say which user is linked, in at most 100 letters");
    if (!fits(user.linked_by))
        return base::fail(base::ErrorKind::InvalidInput, "say who links them, in at most 100 letters");
    const auto bytes = user.refresh_token.reveal();
    const bool header_text =
        std::ranges::all_of(bytes, [](std::byte b) { return b > std::byte{' '} && b <= std::byte{'~'}; });
    if (bytes.empty() || bytes.size() > kRefreshTokenBytesMax || !header_text) {
        return base::fail(base::ErrorKind::InvalidInput,
                          "the file must hold the refresh token and nothing else, on one line");
    }
    return {};
}

}  // namespace server::app
