#include "tests/fuzz/reception/check_form.h"

#include "server/reception/form.h"
#include "shared/base/invariant.h"

namespace fuzz {

bool check_form(std::string_view body) {
    using server::reception::Form;
    const auto form = Form::parse(body);
    if (!form) {
        INVARIANT(form.error().kind == base::ErrorKind::InvalidInput, "a form is refused with InvalidInput");
        INVARIANT(!form.error().message.empty() && form.error().message.size() < 100,
                  "a refusal says why, shortly");
        return false;
    }
    const std::string text = form->text();
    const auto again = Form::parse(text);
    INVARIANT(again.has_value() && again->text() == text, "what was read comes back the same");
    // Whatever a Cookie header holds, a cookie is a part of it.
    const std::string cookie = server::reception::cookie_of(body, "a");
    INVARIANT(cookie.empty() || body.find(cookie) != std::string_view::npos,
              "a cookie is a part of the header");
    return true;
}

}  // namespace fuzz
