-- Migration 14: people's forms, photos, the end of the school year, and persons who were erased.

ALTER TABLE student ADD COLUMN document TEXT;
ALTER TABLE student ADD COLUMN birthday INTEGER;
ALTER TABLE student ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE student ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
CREATE INDEX student_document ON student (document) WHERE document IS NOT NULL;
ALTER TABLE guardian ADD COLUMN other_phone TEXT;
ALTER TABLE guardian ADD COLUMN email TEXT;

-- Everybody who answers for a pupil, in the order in which they are called. `student.guardian` is who pays.
CREATE TABLE pupil_guardian (
    student INTEGER NOT NULL REFERENCES student (id), guardian INTEGER NOT NULL REFERENCES guardian (id),
    place INTEGER NOT NULL DEFAULT 0, relation TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (student, guardian)
) STRICT, WITHOUT ROWID;
CREATE INDEX pupil_guardian_guardian ON pupil_guardian (guardian);
INSERT INTO pupil_guardian (student, guardian)
    SELECT id, guardian FROM student WHERE guardian IS NOT NULL;
-- Lists name one guardian: one who was there before stays among the others.
CREATE TRIGGER pupil_guardian_new AFTER INSERT ON student WHEN NEW.guardian IS NOT NULL BEGIN
    INSERT OR IGNORE INTO pupil_guardian (student, guardian) VALUES (NEW.id, NEW.guardian);
END;
CREATE TRIGGER pupil_guardian_other AFTER UPDATE OF guardian ON student WHEN NEW.guardian IS NOT NULL BEGIN
    INSERT OR IGNORE INTO pupil_guardian (student, guardian) VALUES (NEW.id, NEW.guardian);
END;

-- 128 × 128 pixels as PNG.
CREATE TABLE photo (
    student INTEGER PRIMARY KEY REFERENCES student (id),
    image BLOB NOT NULL CHECK (length(image) BETWEEN 1 AND 131072)
) STRICT;

-- Facts. None carries a name: who is meant is a number, and what they are called is master data.

-- What was done to a pupil's master data: `fields` says which of them changed, never to what.
CREATE TABLE pupil_change (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, student INTEGER NOT NULL REFERENCES student (id),
    what TEXT NOT NULL CHECK (what IN ('created', 'changed', 'archived', 'restored', 'photo')),
    fields TEXT NOT NULL DEFAULT '', reason TEXT,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX pupil_change_student ON pupil_change (student, seq);

-- The end of a school year: who went from which grade to which; who left has no grade after it.
CREATE TABLE promotion (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
    moved INTEGER NOT NULL, leavers INTEGER NOT NULL,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;
CREATE TABLE promotion_line (
    promotion INTEGER NOT NULL REFERENCES promotion (seq), student INTEGER NOT NULL REFERENCES student (id),
    from_grade TEXT NOT NULL, to_grade TEXT,
    PRIMARY KEY (promotion, student)
) STRICT, WITHOUT ROWID;
CREATE TABLE promotion_undone (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
    promotion INTEGER NOT NULL UNIQUE REFERENCES promotion (seq),
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;

-- A person was erased. Personal text is taken out of facts too; the chain of facts holds because each row
-- that was changed stands here with its hash before and after: `place` is its table's code in the chain.
CREATE TABLE erasure (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, student INTEGER NOT NULL REFERENCES student (id),
    reason TEXT NOT NULL,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;
CREATE TABLE erasure_row (
    erasure INTEGER NOT NULL REFERENCES erasure (seq), n INTEGER NOT NULL,
    place INTEGER NOT NULL, row INTEGER NOT NULL,
    before BLOB NOT NULL CHECK (length(before) = 32), after BLOB NOT NULL CHECK (length(after) = 32),
    PRIMARY KEY (erasure, n)
) STRICT, WITHOUT ROWID;
-- Has its one row inside the transaction that erases, and none ever else.
CREATE TABLE erasing (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT;

CREATE TRIGGER pupil_change_kept BEFORE UPDATE ON pupil_change WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER pupil_change_stays BEFORE DELETE ON pupil_change BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER promotion_kept BEFORE UPDATE ON promotion BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER promotion_stays BEFORE DELETE ON promotion BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER promotion_line_kept BEFORE UPDATE ON promotion_line BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER promotion_line_stays BEFORE DELETE ON promotion_line BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER promotion_undone_kept BEFORE UPDATE ON promotion_undone BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER promotion_undone_stays BEFORE DELETE ON promotion_undone BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER erasure_kept BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER erasure_stays BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER erasure_row_kept BEFORE UPDATE ON erasure_row BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER erasure_row_stays BEFORE DELETE ON erasure_row BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;

-- Facts with text that people typed about a person: of these columns alone the text may be taken out, and
-- only while a person is erased.
DROP TRIGGER restricted_kept;
CREATE TRIGGER restricted_kept BEFORE UPDATE ON restricted WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.student <> OLD.student OR NEW.allergen <> OLD.allergen
    OR NEW.severity IS NOT OLD.severity OR NEW.until IS NOT OLD.until OR NEW.at <> OLD.at
    OR NEW.day <> OLD.day OR NEW.user IS NOT OLD.user
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
DROP TRIGGER wished_kept;
CREATE TRIGGER wished_kept BEFORE UPDATE ON wished WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.student <> OLD.student OR NEW.diet <> OLD.diet
    OR NEW.active <> OLD.active OR NEW.until IS NOT OLD.until OR NEW.at <> OLD.at
    OR NEW.day <> OLD.day OR NEW.user IS NOT OLD.user
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
DROP TRIGGER pupil_limit_kept;
CREATE TRIGGER pupil_limit_kept BEFORE UPDATE ON pupil_limit WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.student <> OLD.student OR NEW.credit <> OLD.credit
    OR NEW.at <> OLD.at OR NEW.day <> OLD.day OR NEW.user IS NOT OLD.user
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
DROP TRIGGER movement_kept;
CREATE TRIGGER movement_kept BEFORE UPDATE ON movement WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.student <> OLD.student
    OR NEW.amount <> OLD.amount OR NEW.balance <> OLD.balance OR NEW.account <> OLD.account
    OR NEW.at <> OLD.at OR NEW.day <> OLD.day OR NEW.user <> OLD.user
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
DROP TRIGGER card_fact_kept;
CREATE TRIGGER card_fact_kept BEFORE UPDATE ON card_fact WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.student <> OLD.student OR NEW.number <> OLD.number
    OR NEW.what <> OLD.what OR NEW.at <> OLD.at OR NEW.day <> OLD.day
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
DROP TRIGGER alert_kept;
CREATE TRIGGER alert_kept BEFORE UPDATE ON alert WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.student <> OLD.student OR NEW.product <> OLD.product
    OR NEW.response <> OLD.response OR NEW.outcome <> OLD.outcome OR NEW.at <> OLD.at OR NEW.day <> OLD.day
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
DROP TRIGGER sale_kept;
CREATE TRIGGER sale_kept BEFORE UPDATE ON sale WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.kind <> OLD.kind
    OR NEW.student IS NOT OLD.student OR NEW.total <> OLD.total OR NEW.subtotal <> OLD.subtotal
    OR NEW.discount <> OLD.discount OR NEW.rounding <> OLD.rounding OR NEW.change <> OLD.change
    OR NEW.at <> OLD.at OR NEW.day <> OLD.day OR NEW.user <> OLD.user
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
DROP TRIGGER sale_line_kept;
CREATE TRIGGER sale_line_kept BEFORE UPDATE ON sale_line WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR NEW.sale <> OLD.sale OR NEW.line <> OLD.line OR NEW.product <> OLD.product OR NEW.name <> OLD.name
    OR NEW.quantity <> OLD.quantity OR NEW.price <> OLD.price OR NEW.net <> OLD.net OR NEW.paid <> OLD.paid
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
DROP TRIGGER looked_at_kept;
CREATE TRIGGER looked_at_kept BEFORE UPDATE ON looked_at WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.sale <> OLD.sale OR NEW.product <> OLD.product
    OR NEW.harm <> OLD.harm OR NEW.at <> OLD.at OR NEW.day <> OLD.day
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
DROP TRIGGER lunch_ended_kept;
CREATE TRIGGER lunch_ended_kept BEFORE UPDATE ON lunch_ended WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.subscription <> OLD.subscription OR NEW.last <> OLD.last
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
DROP TRIGGER lunch_served_kept;
CREATE TRIGGER lunch_served_kept BEFORE UPDATE ON lunch_served WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.student <> OLD.student OR NEW.price <> OLD.price
    OR NEW.at <> OLD.at OR NEW.day <> OLD.day
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
DROP TRIGGER lunch_taken_back_kept;
CREATE TRIGGER lunch_taken_back_kept BEFORE UPDATE ON lunch_taken_back WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.served <> OLD.served
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
DROP TRIGGER lunch_paid_kept;
CREATE TRIGGER lunch_paid_kept BEFORE UPDATE ON lunch_paid WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.student <> OLD.student OR NEW.amount <> OLD.amount
    OR NEW.month <> OLD.month OR NEW.at <> OLD.at OR NEW.day <> OLD.day
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
DROP TRIGGER audit_kept;
CREATE TRIGGER audit_kept BEFORE UPDATE ON audit WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.day <> OLD.day
    OR NEW.user IS NOT OLD.user OR NEW.action <> OLD.action OR NEW.subject IS NOT OLD.subject
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
