-- Migration 1. Amounts are whole guaraníes, quantities thousandths, instants UTC milliseconds,
-- days and expiry days since 1970-01-01 (local). Facts are append-only: triggers refuse the rest.

CREATE TABLE till (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;

CREATE TABLE user (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL,
    pin_hash TEXT NOT NULL, active INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE pin_attempt (
    one INTEGER PRIMARY KEY CHECK (one = 1), failed INTEGER NOT NULL, last INTEGER NOT NULL
) STRICT;

CREATE TABLE category (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE product (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL,
    category INTEGER NOT NULL REFERENCES category (id),
    unit TEXT NOT NULL CHECK (unit IN ('each', 'kilogram')),
    rate INTEGER NOT NULL CHECK (rate IN (10, 5, 0)),
    stock_rule TEXT NOT NULL CHECK (stock_rule IN ('refuse', 'allow')),
    stock_minimum INTEGER NOT NULL, favourite INTEGER NOT NULL,
    ingredients TEXT, cost INTEGER, active INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE product_code (
    code TEXT PRIMARY KEY, product INTEGER NOT NULL REFERENCES product (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_code_product ON product_code (product);
CREATE TABLE price (
    product INTEGER NOT NULL REFERENCES product (id), list INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 1000000000),
    PRIMARY KEY (product, list)
) STRICT, WITHOUT ROWID;
CREATE TABLE declaration (
    product INTEGER NOT NULL REFERENCES product (id), allergen INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('contains', 'may_contain', 'free')),
    source TEXT NOT NULL, quote TEXT, day INTEGER NOT NULL,
    PRIMARY KEY (product, allergen)
) STRICT, WITHOUT ROWID;

CREATE TABLE guardian (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, phone TEXT, document TEXT
) STRICT;
CREATE INDEX guardian_document ON guardian (document);
CREATE TABLE account (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('student', 'tender', 'sales', 'opening')),
    tender INTEGER, balance INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE student (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, grade TEXT NOT NULL,
    guardian INTEGER REFERENCES guardian (id),
    account INTEGER NOT NULL REFERENCES account (id),
    price_list INTEGER NOT NULL, daily_limit INTEGER, credit_limit INTEGER NOT NULL,
    photo TEXT, active INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX student_name ON student (name, grade);
CREATE TABLE restriction (
    student INTEGER NOT NULL REFERENCES student (id), allergen INTEGER NOT NULL,
    severity TEXT NOT NULL, said_by TEXT NOT NULL, phone TEXT, note TEXT, until INTEGER,
    PRIMARY KEY (student, allergen)
) STRICT, WITHOUT ROWID;
CREATE TABLE card (
    number TEXT PRIMARY KEY, student INTEGER NOT NULL REFERENCES student (id),
    state TEXT NOT NULL CHECK (state IN ('active', 'blocked')), expires INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX card_student ON card (student);

CREATE TABLE tender (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL UNIQUE, needs_reference INTEGER NOT NULL,
    opens_drawer INTEGER NOT NULL, active INTEGER NOT NULL DEFAULT 1,
    account INTEGER NOT NULL REFERENCES account (id)
) STRICT;

-- Facts.

-- kind 0 is a sale; kind 1 a void, whose amounts and quantities are those of its sale, negative.
CREATE TABLE sale (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, cart BLOB UNIQUE,
    till INTEGER NOT NULL REFERENCES till (id), number INTEGER NOT NULL,
    kind INTEGER NOT NULL CHECK (kind IN (0, 1)), reverses INTEGER UNIQUE REFERENCES sale (seq),
    at INTEGER NOT NULL, day INTEGER NOT NULL, hour INTEGER NOT NULL,
    user INTEGER NOT NULL REFERENCES user (id), student INTEGER REFERENCES student (id),
    subtotal INTEGER NOT NULL, discount INTEGER NOT NULL, total INTEGER NOT NULL,
    rounding INTEGER NOT NULL, change INTEGER NOT NULL,
    balance_before INTEGER, balance_after INTEGER, note TEXT,
    UNIQUE (till, number), CHECK ((kind = 1) = (reverses IS NOT NULL))
) STRICT;
CREATE INDEX sale_day ON sale (day, kind, hour, total, student);
CREATE INDEX sale_student ON sale (student, day) WHERE student IS NOT NULL;
CREATE TABLE sale_line (
    sale INTEGER NOT NULL REFERENCES sale (seq), line INTEGER NOT NULL,
    product INTEGER NOT NULL REFERENCES product (id), name TEXT NOT NULL, unit TEXT NOT NULL,
    quantity INTEGER NOT NULL, price INTEGER NOT NULL, discount INTEGER NOT NULL,
    net INTEGER NOT NULL, paid INTEGER NOT NULL, rate INTEGER NOT NULL, note TEXT,
    PRIMARY KEY (sale, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE payment (
    sale INTEGER NOT NULL REFERENCES sale (seq), n INTEGER NOT NULL,
    tender INTEGER NOT NULL REFERENCES tender (id), kind TEXT NOT NULL,
    amount INTEGER NOT NULL, received INTEGER NOT NULL, reference TEXT,
    PRIMARY KEY (sale, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE decision (
    sale INTEGER NOT NULL REFERENCES sale (seq), n INTEGER NOT NULL,
    product INTEGER NOT NULL REFERENCES product (id), user INTEGER NOT NULL REFERENCES user (id),
    approved_by INTEGER REFERENCES user (id), shown TEXT NOT NULL,
    PRIMARY KEY (sale, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE stock_movement (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, product INTEGER NOT NULL REFERENCES product (id),
    quantity INTEGER NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL, day INTEGER NOT NULL,
    user INTEGER REFERENCES user (id), note TEXT
) STRICT;
CREATE INDEX stock_movement_product ON stock_movement (product);

-- Double entry. Amounts are credits, debits negative; the postings of an entry sum to zero.
-- A pupil's balance is a credit; cash in the drawer is a debit.
CREATE TABLE entry (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind TEXT NOT NULL,
    sale INTEGER REFERENCES sale (seq), at INTEGER NOT NULL, day INTEGER NOT NULL,
    user INTEGER REFERENCES user (id), note TEXT
) STRICT;
CREATE TABLE posting (
    entry INTEGER NOT NULL REFERENCES entry (seq), account INTEGER NOT NULL REFERENCES account (id),
    amount INTEGER NOT NULL, PRIMARY KEY (entry, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_account ON posting (account, entry, amount);

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, at INTEGER NOT NULL, day INTEGER NOT NULL,
    user INTEGER, action TEXT NOT NULL, subject TEXT, detail TEXT
) STRICT;

-- Kept beside the facts, in their transaction, and recomputable from them.
CREATE TABLE stock (product INTEGER PRIMARY KEY REFERENCES product (id), quantity INTEGER NOT NULL) STRICT;

-- Work in hand: no facts.
CREATE TABLE print_job (
    id INTEGER PRIMARY KEY, sale INTEGER REFERENCES sale (seq), title TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'printed', 'uncertain', 'cancelled')),
    bytes BLOB NOT NULL, receipt TEXT, made_at INTEGER NOT NULL, copy INTEGER NOT NULL
) STRICT;
CREATE INDEX print_job_open ON print_job (state, id) WHERE state IN ('waiting', 'sending', 'uncertain');
CREATE INDEX print_job_sale ON print_job (sale);
CREATE TABLE held_cart (
    id BLOB PRIMARY KEY, name TEXT, cart TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sale_kept BEFORE UPDATE ON sale BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER sale_stays BEFORE DELETE ON sale BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER sale_line_kept BEFORE UPDATE ON sale_line BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER sale_line_stays BEFORE DELETE ON sale_line BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER payment_kept BEFORE UPDATE ON payment BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER payment_stays BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER decision_kept BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER stock_movement_kept BEFORE UPDATE ON stock_movement BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER stock_movement_stays BEFORE DELETE ON stock_movement BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER entry_kept BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER posting_kept BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER posting_stays BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER audit_kept BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;

INSERT INTO account (id, kind, tender) VALUES
    (1, 'sales', NULL), (2, 'opening', NULL),
    (11, 'tender', 1), (12, 'tender', 2), (13, 'tender', 3), (14, 'tender', 4),
    (15, 'tender', 5), (16, 'tender', 6), (17, 'tender', 7);
INSERT INTO tender (id, kind, needs_reference, opens_drawer, account) VALUES
    (1, 'card', 0, 0, 11), (2, 'cash', 0, 1, 12), (3, 'debit', 0, 0, 13), (4, 'credit', 0, 0, 14),
    (5, 'qr', 0, 0, 15), (6, 'transfer', 1, 0, 16), (7, 'giro', 1, 0, 17);
