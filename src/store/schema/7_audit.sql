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

-- What has facts of its own is in the audit too, whoever writes it down. The subject of an account is the
-- pupil's number, so that no name stays where it cannot be taken out.
CREATE TRIGGER movement_audited AFTER INSERT ON movement WHEN NEW.kind <> 'top_up' BEGIN
    INSERT INTO audit (id, at, day, user, action, subject, detail) VALUES (randomblob(16), NEW.at, NEW.day,
        coalesce(NEW.approved_by, NEW.user), 'account_' || NEW.kind, CAST(NEW.student AS TEXT),
        NEW.amount || coalesce(' · ' || NEW.reason, ''));
END;
CREATE TRIGGER card_fact_audited AFTER INSERT ON card_fact WHEN NEW.approved_by IS NOT NULL BEGIN
    INSERT INTO audit (id, at, day, user, action, subject, detail) VALUES (randomblob(16), NEW.at, NEW.day,
        NEW.approved_by, 'account_card_' || NEW.what, CAST(NEW.student AS TEXT),
        NEW.number || coalesce(' · ' || NEW.reason, ''));
END;
CREATE TRIGGER shift_audited AFTER INSERT ON shift BEGIN
    INSERT INTO audit (id, at, day, user, action, subject, detail) VALUES (randomblob(16), NEW.at, NEW.day,
        NEW.user, 'shift_opened', NULL, CAST(NEW.float AS TEXT));
END;
CREATE TRIGGER shift_closed_audited AFTER INSERT ON shift_closed BEGIN
    INSERT INTO audit (id, at, day, user, action, subject, detail) VALUES (randomblob(16), NEW.at, NEW.day,
        NEW.user, 'shift_closed', CAST(NEW.z AS TEXT), NEW.explanation);
END;
CREATE TRIGGER handed_over_audited AFTER INSERT ON handed_over BEGIN
    INSERT INTO audit (id, at, day, user, action, subject, detail) VALUES (randomblob(16), NEW.at, NEW.day,
        NEW.user, 'shift_handed_over', NULL, NULL);
END;
CREATE TRIGGER cash_move_audited AFTER INSERT ON cash_move BEGIN
    INSERT INTO audit (id, at, day, user, action, subject, detail) VALUES (randomblob(16), NEW.at, NEW.day,
        NEW.user, 'cash_' || NEW.kind, NULL, NEW.amount || ' · ' || NEW.reason);
END;
