-- What is open for people to answer, and what they answered (docs/surveys.md).

-- Some events are about a referral and no appointment: that its intervention is completed.
ALTER TABLE event ADD COLUMN referral TEXT NOT NULL DEFAULT '';

-- That something was offered, declined or answered stands on the referral. Each time is written once.
CREATE TABLE offer (
    id         TEXT PRIMARY KEY,
    referral   TEXT NOT NULL,
    person     TEXT NOT NULL REFERENCES person (id),
    kind       TEXT NOT NULL CHECK (kind IN ('start_rating', 'exit_survey', 'exit_rating')),
    state      TEXT NOT NULL CHECK (state IN ('open', 'offered', 'declined', 'completed', 'partial', 'expired')),
    opened_at  INTEGER NOT NULL,
    offered_at INTEGER,
    ended_at   INTEGER,
    sealed     BLOB,                                    -- ratings, or what the person shared; the person's key
    CHECK ((ended_at IS NULL) = (state IN ('open', 'offered')))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX offer_of_referral ON offer (referral, kind);
CREATE INDEX offer_of_person ON offer (person);
CREATE INDEX offer_open ON offer (opened_at) WHERE state IN ('open', 'offered');
CREATE INDEX offer_by_opening ON offer (opened_at);

-- What somebody answered, under a key of chance and without a time. Nothing here leads to a person: no row
-- number, no order, no event. The month's rows are written anew in the order of their keys with each addition.
CREATE TABLE anonymous_answer (
    key     BLOB PRIMARY KEY CHECK (length(key) = 16),
    month   TEXT NOT NULL,                              -- of London, such as 2026-11
    service TEXT NOT NULL,                              -- contract reference
    sealed  BLOB NOT NULL                               -- survey, version, answers, comment; the hub's own key
) STRICT, WITHOUT ROWID;
