#pragma once

#include "shared/base/fields.h"

namespace server::store {

using base::FieldReader;
using base::FieldWriter;

}  // namespace server::store
