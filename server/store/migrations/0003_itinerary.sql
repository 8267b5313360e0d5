-- What is on at the hub, for everybody to read. Nothing in it is about one person who comes.

CREATE TABLE session (
    id          TEXT PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('group', 'family', 'one_to_one', 'specialist')),
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL CHECK (end > start),
    room        TEXT NOT NULL,
    title       TEXT NOT NULL,                          -- English, neutral
    facilitator TEXT NOT NULL,                          -- first name
    audience    TEXT NOT NULL CHECK (audience IN ('everyone', 'women', 'men', 'young_adults', 'families')),
    joining     TEXT NOT NULL CHECK (joining IN ('drop_in', 'ask_reception', 'ask_worker')),
    places_left INTEGER,                                -- none: not counted
    language    TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('planned', 'moved', 'cancelled', 'full')),
    changed_at  INTEGER,
    was_start   INTEGER,
    was_room    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_start ON session (start);
CREATE INDEX session_by_old_start ON session (was_start) WHERE was_start IS NOT NULL;

CREATE TABLE session_title (
    session  TEXT NOT NULL REFERENCES session (id),
    place    INTEGER NOT NULL,
    language TEXT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (session, place)
) STRICT, WITHOUT ROWID;

-- Who changed the itinerary, when and what. The id of the newest row is the version that kiosks are told.
CREATE TABLE itinerary_change (
    seq     INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    at      INTEGER NOT NULL,
    session TEXT NOT NULL REFERENCES session (id),
    what    TEXT NOT NULL CHECK (what IN ('added', 'moved', 'cancelled', 'full', 'opened')),
    sealed  BLOB NOT NULL                               -- who, under the hub's own key
) STRICT;
CREATE INDEX itinerary_change_by_time ON itinerary_change (at);

CREATE TRIGGER itinerary_change_is_never_changed BEFORE UPDATE ON itinerary_change
BEGIN SELECT RAISE(ABORT, 'changes of the itinerary are never changed'); END;
CREATE TRIGGER itinerary_change_is_never_removed BEFORE DELETE ON itinerary_change
BEGIN SELECT RAISE(ABORT, 'changes of the itinerary are never removed'); END;
CREATE TRIGGER itinerary_change_is_never_replaced BEFORE INSERT ON itinerary_change
WHEN EXISTS (SELECT 1 FROM itinerary_change WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'changes of the itinerary are never replaced'); END;
