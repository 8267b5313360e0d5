-- People who came without an appointment: how many, never who.

CREATE TABLE visitor_count (
    seq     INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    at      INTEGER NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('drop_in', 'came_along', 'other_business')),
    people  INTEGER NOT NULL CHECK (people <> 0),       -- below 0: so many were counted by mistake
    sealed  BLOB NOT NULL                               -- who counted, under the hub's own key
) STRICT;
CREATE INDEX visitor_count_by_time ON visitor_count (at);

CREATE TRIGGER visitor_count_is_never_changed BEFORE UPDATE ON visitor_count
BEGIN SELECT RAISE(ABORT, 'counts of visitors are never changed'); END;
CREATE TRIGGER visitor_count_is_never_removed BEFORE DELETE ON visitor_count
BEGIN SELECT RAISE(ABORT, 'counts of visitors are never removed'); END;
CREATE TRIGGER visitor_count_is_never_replaced BEFORE INSERT ON visitor_count
WHEN EXISTS (SELECT 1 FROM visitor_count WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'counts of visitors are never replaced'); END;
