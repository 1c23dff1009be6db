-- Migration 4: accounts of families, cards, movements beside sales.

-- Later migrations need accounts of kinds that are theirs to name.
CREATE TABLE account_anew (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind <> ''),
    tender INTEGER, balance INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO account_anew SELECT id, kind, tender, balance FROM account ORDER BY id;
DROP TABLE account;
ALTER TABLE account_anew RENAME TO account;
INSERT INTO account (id, kind) VALUES (4, 'corrections');
CREATE INDEX student_account ON student (account);
CREATE INDEX student_guardian ON student (guardian) WHERE guardian IS NOT NULL;

-- The day of its entry stands beside each posting: a statement of any period reads one index.
CREATE TABLE posting_anew (
    entry INTEGER NOT NULL REFERENCES entry (seq), account INTEGER NOT NULL REFERENCES account (id),
    amount INTEGER NOT NULL, day INTEGER NOT NULL, PRIMARY KEY (entry, account)
) STRICT, WITHOUT ROWID;
INSERT INTO posting_anew SELECT p.entry, p.account, p.amount, e.day
    FROM posting p JOIN entry e ON e.seq = p.entry ORDER BY p.entry, p.account;
DROP TABLE posting;
ALTER TABLE posting_anew RENAME TO posting;
CREATE INDEX posting_account ON posting (account, day, entry, amount);
CREATE TRIGGER posting_kept BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER posting_stays BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;

-- A list of top-ups that was taken over; `hash` is of what it says, line by line.
CREATE TABLE top_up_list (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, hash BLOB NOT NULL,
    lines INTEGER NOT NULL,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;
CREATE INDEX top_up_list_hash ON top_up_list (hash);

-- What an entry that is no sale was: `amount` is what it changed on `account`, `balance` what was there
-- after it; `entry` is NULL where a pupil was moved to another account and no money with them.
CREATE TABLE movement (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('top_up', 'correction', 'transfer', 'payout', 'share')),
    entry INTEGER UNIQUE REFERENCES entry (seq),
    student INTEGER NOT NULL REFERENCES student (id), account INTEGER NOT NULL REFERENCES account (id),
    amount INTEGER NOT NULL, balance INTEGER NOT NULL,
    to_student INTEGER REFERENCES student (id), to_account INTEGER REFERENCES account (id),
    tender INTEGER REFERENCES tender (id), reference TEXT,
    reason TEXT, approved_by INTEGER REFERENCES user (id),
    list INTEGER REFERENCES top_up_list (seq), line INTEGER,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;
CREATE INDEX movement_student ON movement (student, seq);

-- Below this a pupil's balance is low; NULL where the house's threshold holds again. The latest holds.
CREATE TABLE low_mark (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, student INTEGER NOT NULL REFERENCES student (id),
    amount INTEGER,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;
CREATE INDEX low_mark_latest ON low_mark (student, seq);

-- A card that was replaced is dead for good.
CREATE TABLE card_anew (
    number TEXT PRIMARY KEY, student INTEGER NOT NULL REFERENCES student (id),
    state TEXT NOT NULL CHECK (state IN ('active', 'blocked', 'replaced')), expires INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO card_anew SELECT number, student, state, expires FROM card ORDER BY number;
DROP TABLE card;
ALTER TABLE card_anew RENAME TO card;
CREATE INDEX card_student ON card (student);

-- What was done with a card; `other` is the card that takes its place.
CREATE TABLE card_fact (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
    number TEXT NOT NULL, student INTEGER NOT NULL REFERENCES student (id),
    what TEXT NOT NULL CHECK (what IN ('issued', 'replaced', 'blocked', 'unblocked', 'expiry')),
    other TEXT, expires INTEGER, reason TEXT, approved_by INTEGER REFERENCES user (id),
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX card_fact_student ON card_fact (student, seq);
INSERT INTO card_fact (id, number, student, what, expires, at, day)
    SELECT randomblob(16), number, student, 'issued', expires, 0, 0 FROM card ORDER BY number;
INSERT INTO card_fact (id, number, student, what, at, day)
    SELECT randomblob(16), number, student, 'blocked', 0, 0 FROM card WHERE state = 'blocked' ORDER BY number;

CREATE TRIGGER top_up_list_kept BEFORE UPDATE ON top_up_list BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER top_up_list_stays BEFORE DELETE ON top_up_list BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER movement_kept BEFORE UPDATE ON movement BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER movement_stays BEFORE DELETE ON movement BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER low_mark_kept BEFORE UPDATE ON low_mark BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER low_mark_stays BEFORE DELETE ON low_mark BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER card_fact_kept BEFORE UPDATE ON card_fact BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER card_fact_stays BEFORE DELETE ON card_fact BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
