-- Printed codes by which people are found. Of the token itself only a hash is kept.
CREATE TABLE slip (
    id         TEXT PRIMARY KEY,
    person     TEXT NOT NULL REFERENCES person (id),
    referral   TEXT NOT NULL,
    hash       TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    made_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL CHECK (expires_at > made_at),
    revoked_at INTEGER,
    sealed     BLOB NOT NULL                            -- who made it, under the person's key
) STRICT, WITHOUT ROWID;
-- A person has one at most that has not been revoked.
CREATE UNIQUE INDEX slip_of_person ON slip (person) WHERE revoked_at IS NULL;
