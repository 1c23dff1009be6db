-- Migration 6: shifts of the cash drawer. A shift is opened with a float, everything that is booked while
-- it is open belongs to it, and it is closed with a count under the next number of Z. All of it is facts.

-- What was booked without a shift since the one before is looked after by this one: sales and entries
-- without a shift with numbers after `sale_after` and `entry_after`, up to `sale_to` and `entry_to`.
CREATE TABLE shift (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, till INTEGER NOT NULL REFERENCES till (id),
    float INTEGER NOT NULL CHECK (float >= 0),
    sale_after INTEGER NOT NULL, sale_to INTEGER NOT NULL,
    entry_after INTEGER NOT NULL, entry_to INTEGER NOT NULL,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;

-- The shift in which it was booked; NULL where none was open.
ALTER TABLE sale ADD COLUMN shift INTEGER REFERENCES shift (seq);
ALTER TABLE entry ADD COLUMN shift INTEGER REFERENCES shift (seq);
CREATE INDEX sale_shift ON sale (shift) WHERE shift IS NOT NULL;
CREATE INDEX entry_shift ON entry (shift) WHERE shift IS NOT NULL;

-- Cash put in or taken out beside sales. `entry` is its booking.
CREATE TABLE cash_move (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, shift INTEGER NOT NULL REFERENCES shift (seq),
    kind TEXT NOT NULL CHECK (kind IN ('paid_in', 'paid_out', 'drop')),
    amount INTEGER NOT NULL CHECK (amount > 0), reason TEXT NOT NULL,
    entry INTEGER NOT NULL REFERENCES entry (seq),
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;
CREATE INDEX cash_move_shift ON cash_move (shift);

-- The drawer opened without a sale.
CREATE TABLE drawer_opened (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, shift INTEGER REFERENCES shift (seq),
    reason TEXT, at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX drawer_opened_shift ON drawer_opened (shift);

-- A count, with what was expected then. It holds as long as nothing is booked after entry `entry`.
CREATE TABLE shift_count (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, shift INTEGER NOT NULL REFERENCES shift (seq),
    entry INTEGER NOT NULL,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;
CREATE INDEX shift_count_shift ON shift_count (shift);
CREATE TABLE shift_count_piece (
    count INTEGER NOT NULL REFERENCES shift_count (seq), denomination INTEGER NOT NULL,
    pieces INTEGER NOT NULL CHECK (pieces >= 0), PRIMARY KEY (count, denomination)
) STRICT, WITHOUT ROWID;
-- The difference is counted - expected: less than nothing is missing.
CREATE TABLE shift_count_tender (
    count INTEGER NOT NULL REFERENCES shift_count (seq), tender INTEGER NOT NULL REFERENCES tender (id),
    expected INTEGER NOT NULL, counted INTEGER NOT NULL, PRIMARY KEY (count, tender)
) STRICT, WITHOUT ROWID;

-- From one cashier to the next; `user` is who took over.
CREATE TABLE handed_over (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, shift INTEGER NOT NULL REFERENCES shift (seq),
    from_user INTEGER NOT NULL REFERENCES user (id), count INTEGER REFERENCES shift_count (seq),
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;
CREATE INDEX handed_over_shift ON handed_over (shift);

-- `report` is the Z as it was printed, as JSON. `day` is the day of the closing; `next_float` is proposed
-- to the next shift.
CREATE TABLE shift_closed (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
    shift INTEGER NOT NULL UNIQUE REFERENCES shift (seq), count INTEGER NOT NULL REFERENCES shift_count (seq),
    till INTEGER NOT NULL REFERENCES till (id), z INTEGER NOT NULL,
    explanation TEXT, approved_by INTEGER REFERENCES user (id), next_float INTEGER NOT NULL,
    report TEXT NOT NULL,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id),
    UNIQUE (till, z)
) STRICT;

-- Every closed shift, tender by tender: what the dashboard's alerts and lists read.
CREATE VIEW z_tender AS
    SELECT c.shift, c.z, c.till, c.day, c.at, c.user, t.tender, t.expected, t.counted,
        t.counted - t.expected AS difference
    FROM shift_closed c JOIN shift_count_tender t ON t.count = c.count;
-- The sales, voids and refunds that a shift looks after; `before` is 1 for those made without one.
CREATE VIEW shift_sale AS
    SELECT DISTINCT shift, sale, 0 AS before FROM entry WHERE shift IS NOT NULL AND sale IS NOT NULL
    UNION ALL
    SELECT h.seq, s.seq, 1 FROM shift h JOIN sale s
        ON s.shift IS NULL AND s.seq > h.sale_after AND s.seq <= h.sale_to;
-- The shift that is open.
CREATE VIEW open_shift AS
    SELECT s.* FROM shift s WHERE NOT EXISTS (SELECT 1 FROM shift_closed c WHERE c.shift = s.seq);

CREATE TRIGGER shift_one BEFORE INSERT ON shift
    WHEN EXISTS (SELECT 1 FROM open_shift WHERE till = NEW.till)
    BEGIN SELECT RAISE(ABORT, 'a shift is open'); END;
CREATE TRIGGER shift_kept BEFORE UPDATE ON shift BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER shift_stays BEFORE DELETE ON shift BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER cash_move_kept BEFORE UPDATE ON cash_move BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER cash_move_stays BEFORE DELETE ON cash_move BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER drawer_opened_kept BEFORE UPDATE ON drawer_opened BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER drawer_opened_stays BEFORE DELETE ON drawer_opened BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER shift_count_kept BEFORE UPDATE ON shift_count BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER shift_count_stays BEFORE DELETE ON shift_count BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER shift_count_piece_kept BEFORE UPDATE ON shift_count_piece BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER shift_count_piece_stays BEFORE DELETE ON shift_count_piece BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER shift_count_tender_kept BEFORE UPDATE ON shift_count_tender BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER shift_count_tender_stays BEFORE DELETE ON shift_count_tender BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER handed_over_kept BEFORE UPDATE ON handed_over BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER handed_over_stays BEFORE DELETE ON handed_over BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER shift_closed_kept BEFORE UPDATE ON shift_closed BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER shift_closed_stays BEFORE DELETE ON shift_closed BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;

INSERT INTO account (id, kind) VALUES
    (7, 'safe'), (6, 'cash_in'), (5, 'cash_out'), (3, 'cash_difference');
