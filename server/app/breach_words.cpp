#include "server/app/breach_words.h"

namespace server::app {

const char* cause_in_words(BreachCause cause) {
    switch (cause) {
        case BreachCause::Hub:
            return "the hub did not send it";
        case BreachCause::CaseSystem:
            return "the case system was away";
        case BreachCause::WaitingForPerson:
            return "nobody had decided";
    }
    return "";
}

}  // namespace server::app
