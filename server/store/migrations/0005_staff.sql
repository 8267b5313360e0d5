-- Who has gone to a person who asked for somebody: a first name or a role that staff chose to show.
ALTER TABLE call ADD COLUMN answered_by TEXT NOT NULL DEFAULT '';

-- Staff took the kiosk out of use, as it last said.
ALTER TABLE kiosk_health ADD COLUMN out_of_use INTEGER NOT NULL DEFAULT 0 CHECK (out_of_use IN (0, 1));
