-- Migration 8: lunch plans, subscriptions, menus and what was eaten. All of it is facts: what holds now
-- is the latest of them. A lunch that is eaten moves no money; only what is paid for a month does.

-- Income from lunches. Its balance is what was paid; what is owed is worked out from what was eaten.
INSERT INTO account (id, kind, tender) VALUES (8, 'lunches', NULL);

CREATE TABLE lunch_plan (id INTEGER PRIMARY KEY) STRICT;
-- `days` has a bit a weekday, Monday the lowest.
CREATE TABLE lunch_plan_version (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, plan INTEGER NOT NULL REFERENCES lunch_plan (id),
    name TEXT NOT NULL, per TEXT NOT NULL CHECK (per IN ('day', 'month')),
    price INTEGER NOT NULL CHECK (price BETWEEN 1 AND 1000000000),
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 127), active INTEGER NOT NULL CHECK (active IN (0, 1)),
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX lunch_plan_version_latest ON lunch_plan_version (plan, seq);
CREATE TABLE lunch_day_off (
    version INTEGER NOT NULL REFERENCES lunch_plan_version (seq), off INTEGER NOT NULL,
    PRIMARY KEY (version, off)
) STRICT, WITHOUT ROWID;

CREATE TABLE lunch_subscribed (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, student INTEGER NOT NULL REFERENCES student (id),
    plan INTEGER NOT NULL REFERENCES lunch_plan (id), first INTEGER NOT NULL, last INTEGER,
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 127),
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id),
    CHECK (last IS NULL OR last >= first)
) STRICT;
CREATE INDEX lunch_subscribed_student ON lunch_subscribed (student, seq);
-- It ends with this day, which may be before its first: then it never held. The latest word counts.
CREATE TABLE lunch_ended (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
    subscription INTEGER NOT NULL REFERENCES lunch_subscribed (seq), last INTEGER NOT NULL, reason TEXT,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX lunch_ended_subscription ON lunch_ended (subscription, seq);

-- The menu of a day; the latest holds, one without dishes takes it back.
CREATE TABLE lunch_menu (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, served_on INTEGER NOT NULL,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX lunch_menu_latest ON lunch_menu (served_on, seq);
CREATE TABLE lunch_menu_dish (
    menu INTEGER NOT NULL REFERENCES lunch_menu (seq), n INTEGER NOT NULL,
    product INTEGER NOT NULL REFERENCES product (id),
    PRIMARY KEY (menu, n), UNIQUE (menu, product)
) STRICT, WITHOUT ROWID;

-- `turn` counts a pupil's lunches of a day that were taken back before: two of one day cannot both be
-- the first. `price` is of the day, none where the month is paid. `shown` is what somebody answered
-- for, as JSON.
CREATE TABLE lunch_served (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, student INTEGER NOT NULL REFERENCES student (id),
    turn INTEGER NOT NULL, subscription INTEGER NOT NULL REFERENCES lunch_subscribed (seq),
    menu INTEGER REFERENCES lunch_menu (seq), price INTEGER NOT NULL CHECK (price >= 0),
    shown TEXT, approved_by INTEGER REFERENCES user (id), reason TEXT,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id),
    UNIQUE (student, day, turn)
) STRICT;
CREATE INDEX lunch_served_day ON lunch_served (day, student);
-- Dishes of the menu that were not put on the plate.
CREATE TABLE lunch_left_out (
    served INTEGER NOT NULL REFERENCES lunch_served (seq), product INTEGER NOT NULL REFERENCES product (id),
    PRIMARY KEY (served, product)
) STRICT, WITHOUT ROWID;
CREATE TABLE lunch_taken_back (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
    served INTEGER NOT NULL UNIQUE REFERENCES lunch_served (seq), reason TEXT NOT NULL,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;

-- What was paid for a month, named by its first day; the entry of the ledger has the same id. A payment
-- that takes back another has its amount, negative.
CREATE TABLE lunch_paid (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, student INTEGER NOT NULL REFERENCES student (id),
    month INTEGER NOT NULL, tender INTEGER NOT NULL REFERENCES tender (id),
    amount INTEGER NOT NULL CHECK (amount <> 0), reference TEXT,
    reverses INTEGER UNIQUE REFERENCES lunch_paid (seq), reason TEXT,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id),
    CHECK ((amount < 0) = (reverses IS NOT NULL))
) STRICT;
CREATE INDEX lunch_paid_month ON lunch_paid (month, student);

CREATE TRIGGER lunch_plan_version_kept BEFORE UPDATE ON lunch_plan_version BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_plan_version_stays BEFORE DELETE ON lunch_plan_version BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_day_off_kept BEFORE UPDATE ON lunch_day_off BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_day_off_stays BEFORE DELETE ON lunch_day_off BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_subscribed_kept BEFORE UPDATE ON lunch_subscribed BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_subscribed_stays BEFORE DELETE ON lunch_subscribed BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_ended_kept BEFORE UPDATE ON lunch_ended BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_ended_stays BEFORE DELETE ON lunch_ended BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_menu_kept BEFORE UPDATE ON lunch_menu BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_menu_stays BEFORE DELETE ON lunch_menu BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_menu_dish_kept BEFORE UPDATE ON lunch_menu_dish BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_menu_dish_stays BEFORE DELETE ON lunch_menu_dish BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_served_kept BEFORE UPDATE ON lunch_served BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_served_stays BEFORE DELETE ON lunch_served BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_left_out_kept BEFORE UPDATE ON lunch_left_out BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_left_out_stays BEFORE DELETE ON lunch_left_out BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_taken_back_kept BEFORE UPDATE ON lunch_taken_back BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_taken_back_stays BEFORE DELETE ON lunch_taken_back BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_paid_kept BEFORE UPDATE ON lunch_paid BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER lunch_paid_stays BEFORE DELETE ON lunch_paid BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
