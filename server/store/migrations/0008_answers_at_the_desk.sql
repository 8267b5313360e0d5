-- What staff enter for people at the desk, what people consent to, and who saw to those who wanted to talk.

-- How the end of an offer came to the hub, and who entered it (the person's key).
ALTER TABLE offer ADD COLUMN way TEXT NOT NULL DEFAULT 'kiosk' CHECK (way IN ('kiosk', 'paper', 'desk'));
ALTER TABLE offer ADD COLUMN entered_sealed BLOB;

-- Answers without a name that were entered at the desk, until the hub has closed: one row with all of them,
-- ordered by what they say, so that nothing tells who gave which.
CREATE TABLE held_answers (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    day    TEXT NOT NULL,                               -- of London, on which one was last added
    sealed BLOB NOT NULL                                -- the hub's own key
) STRICT;

-- Whether people let the hub share with wider partners. The newest stands; there is no row before they were asked.
CREATE TABLE consent (
    seq    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    at     INTEGER NOT NULL,                            -- when it was recorded
    person TEXT NOT NULL REFERENCES person (id),
    sealed BLOB NOT NULL                                -- given or withdrawn, when, to whom, by whom; the person's key
) STRICT;
CREATE INDEX consent_of_person ON consent (person);

CREATE TRIGGER consent_is_never_changed BEFORE UPDATE ON consent
BEGIN SELECT RAISE(ABORT, 'what somebody consented to is never changed'); END;
CREATE TRIGGER consent_goes_only_with_the_person BEFORE DELETE ON consent
WHEN (SELECT wrapped_key FROM person WHERE id = OLD.person) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what somebody consented to is never removed'); END;
CREATE TRIGGER consent_is_never_replaced BEFORE INSERT ON consent
WHEN EXISTS (SELECT 1 FROM consent WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'what somebody consented to is never replaced'); END;

-- What became of those who wanted to talk to somebody (calls with the cause survey_help).
CREATE TABLE help_follow_up (
    seq    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    at     INTEGER NOT NULL,
    call   TEXT NOT NULL REFERENCES call (id),
    word   TEXT NOT NULL CHECK (word IN ('spoken_with', 'passed_on')),
    sealed BLOB NOT NULL                                -- who, under the hub's own key
) STRICT;
CREATE INDEX help_follow_up_of_call ON help_follow_up (call);

CREATE TRIGGER help_follow_up_is_never_changed BEFORE UPDATE ON help_follow_up
BEGIN SELECT RAISE(ABORT, 'follow-ups are never changed'); END;
CREATE TRIGGER help_follow_up_is_never_removed BEFORE DELETE ON help_follow_up
BEGIN SELECT RAISE(ABORT, 'follow-ups are never removed'); END;
CREATE TRIGGER help_follow_up_is_never_replaced BEFORE INSERT ON help_follow_up
WHEN EXISTS (SELECT 1 FROM help_follow_up WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'follow-ups are never replaced'); END;
