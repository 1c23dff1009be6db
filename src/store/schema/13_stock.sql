-- Migration 13: stock with its documents. Every document points at the stock movement that it made, one a
-- product, so that what moved and why can be told apart and compared.

-- From whom goods come. `folded` is the name as a search sees it: two writings are one supplier.
CREATE TABLE supplier (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, ruc TEXT UNIQUE
) STRICT;

-- Goods received. `name` and `ruc` are the supplier's as they were; `total` is what the document says,
-- `cost` what its lines come to, IVA included.
CREATE TABLE purchase (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, supplier INTEGER NOT NULL REFERENCES supplier (id),
    name TEXT NOT NULL, ruc TEXT, document TEXT NOT NULL, document_key TEXT NOT NULL,
    total INTEGER NOT NULL, cost INTEGER NOT NULL,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;
CREATE UNIQUE INDEX purchase_document ON purchase (supplier, document_key);
CREATE INDEX purchase_day ON purchase (day);
CREATE TABLE purchase_line (
    purchase INTEGER NOT NULL REFERENCES purchase (seq), line INTEGER NOT NULL,
    product INTEGER NOT NULL REFERENCES product (id), quantity INTEGER NOT NULL CHECK (quantity > 0),
    cost INTEGER NOT NULL CHECK (cost >= 0),
    movement INTEGER NOT NULL REFERENCES stock_movement (seq), PRIMARY KEY (purchase, line)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX purchase_line_movement ON purchase_line (movement);
CREATE INDEX purchase_line_product ON purchase_line (product, purchase);

-- A count that was posted, of everything or of one category. Of a line `at` is when it was counted and
-- `expected` what there was then; `cost` is what one cost when it was posted.
CREATE TABLE stock_count (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, category INTEGER REFERENCES category (id),
    blind INTEGER NOT NULL, not_counted TEXT NOT NULL, reason TEXT, approved_by INTEGER REFERENCES user (id),
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;
CREATE TABLE stock_count_line (
    count INTEGER NOT NULL REFERENCES stock_count (seq), product INTEGER NOT NULL REFERENCES product (id),
    expected INTEGER NOT NULL, counted INTEGER NOT NULL, cost INTEGER, at INTEGER NOT NULL,
    movement INTEGER REFERENCES stock_movement (seq), PRIMARY KEY (count, product)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX stock_count_line_movement ON stock_count_line (movement) WHERE movement IS NOT NULL;

-- What went without a sale, and why. `cost` is what one cost then.
CREATE TABLE stock_loss (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind TEXT NOT NULL, reason TEXT NOT NULL, note TEXT,
    product INTEGER NOT NULL REFERENCES product (id), quantity INTEGER NOT NULL CHECK (quantity > 0),
    cost INTEGER, movement INTEGER NOT NULL REFERENCES stock_movement (seq),
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;
CREATE UNIQUE INDEX stock_loss_movement ON stock_loss (movement);
CREATE INDEX stock_loss_day ON stock_loss (day);

-- What one of a product cost last, from then on. `purchase` is the document that said so, if one did.
CREATE TABLE product_cost (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, product INTEGER NOT NULL REFERENCES product (id),
    cost INTEGER NOT NULL, purchase INTEGER REFERENCES purchase (seq),
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX product_cost_product ON product_cost (product, seq, day, cost);

-- Work in hand: no facts. At most one purchase and one count are under way.
CREATE TABLE purchase_draft (
    one INTEGER PRIMARY KEY CHECK (one = 1), content TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE TABLE count_draft (
    one INTEGER PRIMARY KEY CHECK (one = 1), id BLOB NOT NULL, category INTEGER, blind INTEGER NOT NULL,
    at INTEGER NOT NULL, user INTEGER NOT NULL
) STRICT;
CREATE TABLE count_draft_line (
    product INTEGER PRIMARY KEY, counted INTEGER NOT NULL, expected INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER purchase_kept BEFORE UPDATE ON purchase BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER purchase_stays BEFORE DELETE ON purchase BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER purchase_line_kept BEFORE UPDATE ON purchase_line BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER purchase_line_stays BEFORE DELETE ON purchase_line BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER stock_count_kept BEFORE UPDATE ON stock_count BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER stock_count_stays BEFORE DELETE ON stock_count BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER stock_count_line_kept BEFORE UPDATE ON stock_count_line BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER stock_count_line_stays BEFORE DELETE ON stock_count_line BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER stock_loss_kept BEFORE UPDATE ON stock_loss BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER stock_loss_stays BEFORE DELETE ON stock_loss BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER product_cost_kept BEFORE UPDATE ON product_cost BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER product_cost_stays BEFORE DELETE ON product_cost BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;

-- Costs that are known so far, and whoever changes one from now on: a list, a form, a purchase. A purchase
-- writes its own fact first.
INSERT INTO product_cost (id, product, cost, at, day)
    SELECT randomblob(16), id, cost, unixepoch('subsec') * 1000, unixepoch() / 86400
    FROM product WHERE cost IS NOT NULL ORDER BY id;
CREATE TRIGGER product_cost_first AFTER INSERT ON product WHEN NEW.cost IS NOT NULL BEGIN
    INSERT INTO product_cost (id, product, cost, at, day)
    VALUES (randomblob(16), NEW.id, NEW.cost, unixepoch('subsec') * 1000, unixepoch() / 86400);
END;
CREATE TRIGGER product_cost_changed AFTER UPDATE OF cost ON product
WHEN NEW.cost IS NOT NULL AND NEW.cost IS NOT
    (SELECT cost FROM product_cost WHERE product = NEW.id ORDER BY seq DESC LIMIT 1) BEGIN
    INSERT INTO product_cost (id, product, cost, at, day)
    VALUES (randomblob(16), NEW.id, NEW.cost, unixepoch('subsec') * 1000, unixepoch() / 86400);
END;

-- The documents are in the audit too.
CREATE TRIGGER purchase_audited AFTER INSERT ON purchase BEGIN
    INSERT INTO audit (id, at, day, user, action, subject, detail) VALUES (randomblob(16), NEW.at, NEW.day,
        NEW.user, 'stock_received', NEW.document, NEW.name);
END;
CREATE TRIGGER stock_count_audited AFTER INSERT ON stock_count BEGIN
    INSERT INTO audit (id, at, day, user, action, subject, detail) VALUES (randomblob(16), NEW.at, NEW.day,
        coalesce(NEW.approved_by, NEW.user), 'stock_counted', NULL, NEW.reason);
END;
CREATE TRIGGER stock_loss_audited AFTER INSERT ON stock_loss BEGIN
    INSERT INTO audit (id, at, day, user, action, subject, detail) VALUES (randomblob(16), NEW.at, NEW.day,
        NEW.user, 'stock_' || NEW.kind, (SELECT name FROM product WHERE id = NEW.product), NEW.note);
END;
