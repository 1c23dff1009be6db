-- Migration 7: facts chained by hash. A link is what one transaction wrote: of each fact its table, its
-- row and the beginning of its hash, and the hash of all of them with the link before. What was there
-- before is chained after this script (`chain::adopt`).
CREATE TABLE link (
    seq INTEGER PRIMARY KEY, parts BLOB NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER link_kept BEFORE UPDATE ON link BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER link_stays BEFORE DELETE ON link BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;

-- Who did what, looked up by day, person or action.
CREATE INDEX audit_day ON audit (day);
CREATE INDEX audit_user ON audit (user);
CREATE INDEX audit_action ON audit (action);

-- Of a sale that was made in exchange: the refund that it follows.
ALTER TABLE sale ADD COLUMN exchanges INTEGER REFERENCES sale (seq);
CREATE UNIQUE INDEX sale_exchange ON sale (exchanges) WHERE exchanges IS NOT NULL;
