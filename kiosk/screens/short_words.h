#pragma once

#include "kiosk/screens/screen.h"
#include "kiosk/screens/words.h"

namespace kiosk::screens {

/// The same screen in few words, for Easy Read and for large letters. Nothing is cut off; it is said in other
/// words:
///
/// - Where the screen names a sentence that the catalogue has, that sentence is the heading and stands for
///   every text and note. A heading that is the person's own, such as `Hello R.`, stays.
/// - Where it names none, its heading and texts stay, and notes, which only explain, give way.
/// - What belongs to the person always stays: private nodes, values, what was recorded.
/// - What can be pressed stays, with the catalogue's `easy.` + its id for a label where there is one.
Screen in_short_words(Screen screen, const Words& words);

}  // namespace kiosk::screens
