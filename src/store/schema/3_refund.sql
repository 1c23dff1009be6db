-- Migration 3: money back for what was sold. Kind 2 is a refund: like a void it points at its sale and
-- its amounts are negative, but it may be of some lines only, of any day, and there may be several.

CREATE TABLE sale_anew (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, cart BLOB UNIQUE,
    till INTEGER NOT NULL REFERENCES till (id), number INTEGER NOT NULL,
    kind INTEGER NOT NULL CHECK (kind IN (0, 1, 2)), reverses INTEGER REFERENCES sale (seq),
    at INTEGER NOT NULL, day INTEGER NOT NULL, hour INTEGER NOT NULL,
    user INTEGER NOT NULL REFERENCES user (id), student INTEGER REFERENCES student (id),
    subtotal INTEGER NOT NULL, discount INTEGER NOT NULL, total INTEGER NOT NULL,
    rounding INTEGER NOT NULL, change INTEGER NOT NULL,
    balance_before INTEGER, balance_after INTEGER, note TEXT,
    UNIQUE (till, number), CHECK ((kind = 0) = (reverses IS NULL))
) STRICT;
INSERT INTO sale_anew SELECT * FROM sale ORDER BY seq;
DROP TABLE sale;
ALTER TABLE sale_anew RENAME TO sale;
CREATE INDEX sale_day ON sale (day, kind, hour, total, student);
CREATE INDEX sale_student ON sale (student, day) WHERE student IS NOT NULL;
CREATE INDEX sale_reverses ON sale (reverses, kind) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX sale_void ON sale (reverses) WHERE kind = 1;
CREATE TRIGGER sale_kept BEFORE UPDATE ON sale BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER sale_stays BEFORE DELETE ON sale BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;

-- The line of the sale that a line of a refund gives back.
ALTER TABLE sale_line ADD COLUMN of_line INTEGER;
