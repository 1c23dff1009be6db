-- Migration 5: limits, tenders with commissions, single rights.

-- What a guardian asked for, as facts: each row is the whole of what holds from then on.
-- `student.daily_limit` and `student.credit_limit` are kept beside it.
CREATE TABLE pupil_limit (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, student INTEGER NOT NULL REFERENCES student (id),
    daily INTEGER, weekly INTEGER, monthly INTEGER, meal INTEGER, items INTEGER,
    hours_from INTEGER, hours_to INTEGER, credit INTEGER NOT NULL,
    said_by TEXT, note TEXT,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id),
    CHECK ((hours_from IS NULL) = (hours_to IS NULL)), CHECK (hours_from IS NULL OR hours_from < hours_to)
) STRICT;
CREATE INDEX pupil_limit_student ON pupil_limit (student, seq);
-- What they may not buy: a product or a category.
CREATE TABLE pupil_block (
    limits INTEGER NOT NULL REFERENCES pupil_limit (seq), n INTEGER NOT NULL,
    product INTEGER REFERENCES product (id), category INTEGER REFERENCES category (id),
    PRIMARY KEY (limits, n), CHECK ((product IS NULL) <> (category IS NULL))
) STRICT, WITHOUT ROWID;

-- The breaks of the school day, as minutes of the day on the wall. A setting: no fact.
CREATE TABLE meal_break (
    n INTEGER PRIMARY KEY, name TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL,
    CHECK (starts >= 0 AND starts < ends AND ends <= 1440)
) STRICT;

-- On what terms a tender is taken from a day on, as facts: of a day the last row holds whose `since`
-- is the latest that has come.
CREATE TABLE tender_terms (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, tender INTEGER NOT NULL REFERENCES tender (id),
    since INTEGER NOT NULL, name TEXT, icon TEXT NOT NULL, place INTEGER NOT NULL,
    needs_reference INTEGER NOT NULL, opens_drawer INTEGER NOT NULL, refundable INTEGER NOT NULL,
    active INTEGER NOT NULL, percent TEXT NOT NULL, fixed INTEGER NOT NULL,
    payer TEXT NOT NULL CHECK (payer IN ('canteen', 'customer')),
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX tender_terms_tender ON tender_terms (tender, since, seq);

-- What taking this payment costs the canteen, and what of it the customer paid on top of the amount.
ALTER TABLE payment ADD COLUMN commission INTEGER NOT NULL DEFAULT 0;
ALTER TABLE payment ADD COLUMN surcharge INTEGER NOT NULL DEFAULT 0;
-- Change that went to the pupil's account instead of into their hand.
ALTER TABLE sale ADD COLUMN to_account INTEGER NOT NULL DEFAULT 0;
-- 9: surcharges that customers paid, less commissions: an account of results like that of sales.
-- 10: commissions that whoever pays out will withhold.
INSERT INTO account (id, kind, tender) VALUES (9, 'commissions', NULL), (10, 'withheld', NULL);

-- Single rights beside the role: given where `granted` is 1, withdrawn where it is 0.
CREATE TABLE user_right (
    user INTEGER NOT NULL REFERENCES user (id), right TEXT NOT NULL, granted INTEGER NOT NULL,
    PRIMARY KEY (user, right)
) STRICT, WITHOUT ROWID;
-- A card that opens the till for somebody who works at it.
CREATE TABLE user_card (
    number TEXT PRIMARY KEY, user INTEGER NOT NULL REFERENCES user (id),
    state TEXT NOT NULL CHECK (state IN ('active', 'blocked'))
) STRICT, WITHOUT ROWID;
CREATE INDEX user_card_user ON user_card (user);
-- A PIN that was given for one sign-in and must be changed at it.
ALTER TABLE user ADD COLUMN pin_once INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER pupil_limit_kept BEFORE UPDATE ON pupil_limit BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER pupil_limit_stays BEFORE DELETE ON pupil_limit BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER pupil_block_kept BEFORE UPDATE ON pupil_block BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER pupil_block_stays BEFORE DELETE ON pupil_block BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER tender_terms_kept BEFORE UPDATE ON tender_terms BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER tender_terms_stays BEFORE DELETE ON tender_terms BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
