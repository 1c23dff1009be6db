-- Migration 9: what the dashboard reads. Rollups are kept beside the facts by triggers, in the transaction
-- of whatever books a sale, a void or a refund; the views recompute them, and the self-check compares.
-- Whoever rebuilds sale or entry makes the triggers on it anew.

-- `grain` 0 is a day; 1 a month, named by its first day, kept once the month is over: `month_open` is the
-- one that runs, from `start` to the day before `next`. `tender` 0 is all of them together.
CREATE TABLE hour_total (
    grain INTEGER NOT NULL, start INTEGER NOT NULL, hour INTEGER NOT NULL, tender INTEGER NOT NULL,
    sales INTEGER NOT NULL, amount INTEGER NOT NULL, refunds INTEGER NOT NULL DEFAULT 0,
    refunded INTEGER NOT NULL DEFAULT 0, voids INTEGER NOT NULL DEFAULT 0, items INTEGER NOT NULL DEFAULT 0,
    discount INTEGER NOT NULL DEFAULT 0, rounding INTEGER NOT NULL DEFAULT 0,
    overrides INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (grain, start, hour, tender)
) STRICT, WITHOUT ROWID;
-- `last_hour` is the last hour in which it was sold, undone or not.
CREATE TABLE product_total (
    grain INTEGER NOT NULL, start INTEGER NOT NULL, product INTEGER NOT NULL, quantity INTEGER NOT NULL,
    amount INTEGER NOT NULL, last_hour INTEGER, PRIMARY KEY (grain, start, product)
) STRICT, WITHOUT ROWID;
CREATE TABLE student_total (
    grain INTEGER NOT NULL, start INTEGER NOT NULL, student INTEGER NOT NULL, sales INTEGER NOT NULL,
    amount INTEGER NOT NULL, PRIMARY KEY (grain, start, student)
) STRICT, WITHOUT ROWID;
CREATE TABLE month_open (
    one INTEGER PRIMARY KEY CHECK (one = 1), start INTEGER NOT NULL, next INTEGER NOT NULL
) STRICT;

-- Alerts of which somebody took note: facts. `subject` is the tender, user or product, or empty.
CREATE TABLE alert_seen (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rule TEXT NOT NULL, subject TEXT NOT NULL,
    finding TEXT NOT NULL, note TEXT NOT NULL,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;
CREATE INDEX alert_seen_day ON alert_seen (day);
CREATE TRIGGER alert_seen_kept BEFORE UPDATE ON alert_seen BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER alert_seen_stays BEFORE DELETE ON alert_seen BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;

-- What was booked with a sale: a void takes it back.
CREATE INDEX entry_sale ON entry (sale) WHERE sale IS NOT NULL;

-- Days of a table that the alerts of today look back on.
CREATE INDEX stock_movement_day ON stock_movement (day, kind, product, quantity);

-- The rollups of days as they must be.
CREATE VIEW hour_fact AS
    SELECT s.day AS start, s.hour, 0 AS tender,
        sum(CASE s.kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END) AS sales, sum(s.total - s.rounding) AS amount,
        sum(s.kind = 2) AS refunds, sum(CASE s.kind WHEN 2 THEN s.rounding - s.total ELSE 0 END) AS refunded,
        sum(s.kind = 1) AS voids, sum(coalesce(l.items, 0)) AS items, sum(s.discount) AS discount,
        sum(s.rounding) AS rounding, sum(coalesce(d.overrides, 0)) AS overrides
    FROM sale s
    LEFT JOIN (SELECT sale, sum(CASE unit WHEN 'kilogram' THEN sign(quantity) ELSE quantity / 1000 END) AS items
        FROM sale_line GROUP BY sale) l ON l.sale = s.seq
    LEFT JOIN (SELECT sale, count(approved_by) AS overrides FROM decision GROUP BY sale) d ON d.sale = s.seq
    GROUP BY s.day, s.hour
    UNION ALL
    SELECT day, hour, tender, sum(CASE kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END), sum(paid), 0, 0, 0, 0, 0, 0, 0
    FROM (SELECT s.day, s.hour, s.kind, p.tender, sum(p.amount) AS paid
        FROM payment p JOIN sale s ON s.seq = p.sale GROUP BY p.sale, p.tender)
    GROUP BY day, hour, tender;
CREATE VIEW product_fact AS
    SELECT s.day AS start, l.product, sum(l.quantity) AS quantity, sum(l.paid) AS amount,
        max(CASE s.kind WHEN 0 THEN s.hour END) AS last_hour
    FROM sale_line l JOIN sale s ON s.seq = l.sale GROUP BY s.day, l.product;
CREATE VIEW student_fact AS
    SELECT day AS start, student, sum(CASE kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END) AS sales,
        sum(total - rounding) AS amount
    FROM sale WHERE student IS NOT NULL GROUP BY day, student;
-- The rollups of months as those of days say they must be.
CREATE VIEW hour_month AS
    SELECT unixepoch(start * 86400, 'unixepoch', 'start of month') / 86400 AS start, hour, tender,
        sum(sales) AS sales, sum(amount) AS amount, sum(refunds) AS refunds, sum(refunded) AS refunded,
        sum(voids) AS voids, sum(items) AS items, sum(discount) AS discount, sum(rounding) AS rounding,
        sum(overrides) AS overrides
    FROM hour_total WHERE grain = 0 AND start < (SELECT start FROM month_open) GROUP BY 1, 2, 3;
CREATE VIEW product_month AS
    SELECT unixepoch(start * 86400, 'unixepoch', 'start of month') / 86400 AS start, product,
        sum(quantity) AS quantity, sum(amount) AS amount, max(last_hour) AS last_hour
    FROM product_total WHERE grain = 0 AND start < (SELECT start FROM month_open) GROUP BY 1, 2;
CREATE VIEW student_month AS
    SELECT unixepoch(start * 86400, 'unixepoch', 'start of month') / 86400 AS start, student,
        sum(sales) AS sales, sum(amount) AS amount
    FROM student_total WHERE grain = 0 AND start < (SELECT start FROM month_open) GROUP BY 1, 2;

INSERT INTO hour_total SELECT 0, * FROM hour_fact;
INSERT INTO product_total SELECT 0, * FROM product_fact;
INSERT INTO student_total SELECT 0, * FROM student_fact;
INSERT INTO month_open
    SELECT 1, unixepoch(day * 86400, 'unixepoch', 'start of month') / 86400,
        unixepoch(day * 86400, 'unixepoch', 'start of month', '+1 month') / 86400
    FROM (SELECT coalesce(max(day), 0) AS day FROM sale);
INSERT INTO hour_total SELECT 1, * FROM hour_month;
INSERT INTO product_total SELECT 1, * FROM product_month;
INSERT INTO student_total SELECT 1, * FROM student_month;

-- Once for each sale, when it is booked: its lines, payments and decisions are written by then, and one
-- statement for all lines takes a fifth of one a line.
CREATE TRIGGER entry_totals AFTER INSERT ON entry WHEN NEW.kind IN ('sale', 'void', 'refund') AND NEW.sale IS NOT NULL BEGIN
    INSERT INTO hour_total (grain, start, hour, tender, sales, amount, refunds, refunded, voids, items, discount,
        rounding, overrides)
    SELECT 0, day, hour, 0, CASE kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END, total - rounding, kind = 2,
        CASE kind WHEN 2 THEN rounding - total ELSE 0 END, kind = 1,
        (SELECT coalesce(sum(CASE unit WHEN 'kilogram' THEN sign(quantity) ELSE quantity / 1000 END), 0)
            FROM sale_line WHERE sale = NEW.sale),
        discount, rounding, (SELECT count(approved_by) FROM decision WHERE sale = NEW.sale)
    FROM sale WHERE seq = NEW.sale
    ON CONFLICT DO UPDATE SET sales = sales + excluded.sales, amount = amount + excluded.amount,
        refunds = refunds + excluded.refunds, refunded = refunded + excluded.refunded,
        voids = voids + excluded.voids, items = items + excluded.items, discount = discount + excluded.discount,
        rounding = rounding + excluded.rounding, overrides = overrides + excluded.overrides;
    INSERT INTO hour_total (grain, start, hour, tender, sales, amount)
    SELECT 0, s.day, s.hour, p.tender, CASE s.kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END, sum(p.amount)
    FROM sale s JOIN payment p ON p.sale = s.seq WHERE s.seq = NEW.sale GROUP BY p.tender
    ON CONFLICT DO UPDATE SET sales = sales + excluded.sales, amount = amount + excluded.amount;
    INSERT INTO product_total (grain, start, product, quantity, amount, last_hour)
    SELECT 0, s.day, l.product, l.quantity, l.paid, CASE s.kind WHEN 0 THEN s.hour END
    FROM sale s JOIN sale_line l ON l.sale = s.seq WHERE s.seq = NEW.sale
    ON CONFLICT DO UPDATE SET quantity = quantity + excluded.quantity, amount = amount + excluded.amount,
        last_hour = max(coalesce(last_hour, excluded.last_hour), coalesce(excluded.last_hour, last_hour));
    INSERT INTO student_total (grain, start, student, sales, amount)
    SELECT 0, day, student, CASE kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END, total - rounding
    FROM sale WHERE seq = NEW.sale AND student IS NOT NULL
    ON CONFLICT DO UPDATE SET sales = sales + excluded.sales, amount = amount + excluded.amount;
END;

-- The first sale of a later month closes the one that ran. A clock that was set back books into a month that
-- was closed: months are open again from there on, and the next sale of a later month closes them anew.
CREATE TRIGGER sale_month AFTER INSERT ON sale
WHEN NOT EXISTS (SELECT 1 FROM month_open WHERE NEW.day >= start AND NEW.day < next) BEGIN
    UPDATE month_open SET start = unixepoch(NEW.day * 86400, 'unixepoch', 'start of month') / 86400
    WHERE NEW.day < start;
    DELETE FROM hour_total WHERE grain = 1 AND start >= (SELECT start FROM month_open);
    DELETE FROM product_total WHERE grain = 1 AND start >= (SELECT start FROM month_open);
    DELETE FROM student_total WHERE grain = 1 AND start >= (SELECT start FROM month_open);
    INSERT INTO hour_total
    SELECT 1, unixepoch(start * 86400, 'unixepoch', 'start of month') / 86400 AS month, hour, tender, sum(sales),
        sum(amount), sum(refunds), sum(refunded), sum(voids), sum(items), sum(discount), sum(rounding), sum(overrides)
    FROM hour_total WHERE grain = 0 AND start >= (SELECT start FROM month_open)
        AND start < unixepoch(NEW.day * 86400, 'unixepoch', 'start of month') / 86400
    GROUP BY month, hour, tender;
    INSERT INTO product_total
    SELECT 1, unixepoch(start * 86400, 'unixepoch', 'start of month') / 86400 AS month, product, sum(quantity),
        sum(amount), max(last_hour)
    FROM product_total WHERE grain = 0 AND start >= (SELECT start FROM month_open)
        AND start < unixepoch(NEW.day * 86400, 'unixepoch', 'start of month') / 86400
    GROUP BY month, product;
    INSERT INTO student_total
    SELECT 1, unixepoch(start * 86400, 'unixepoch', 'start of month') / 86400 AS month, student, sum(sales), sum(amount)
    FROM student_total WHERE grain = 0 AND start >= (SELECT start FROM month_open)
        AND start < unixepoch(NEW.day * 86400, 'unixepoch', 'start of month') / 86400
    GROUP BY month, student;
    UPDATE month_open SET start = unixepoch(NEW.day * 86400, 'unixepoch', 'start of month') / 86400,
        next = unixepoch(NEW.day * 86400, 'unixepoch', 'start of month', '+1 month') / 86400;
END;
