-- Migration 10: money that is given out in coins, exchanges settled at once, what a weighed line counts,
-- lunches paid as sales are.

-- 18: what goods that came back are worth until what goes out for them is sold, in the same transaction:
-- its balance is nothing. 19: what rounding to coins gave to whoever was paid out.
INSERT INTO account (id, kind, tender) VALUES (18, 'exchanges', NULL), (19, 'cash_rounding', NULL);

-- What a line counts as: pieces, and what is weighed is one. A line that is given back bit by bit is one
-- less only with the last of it.
CREATE VIEW line_items AS
    SELECT l.sale, l.line, CASE
        WHEN l.unit <> 'kilogram' THEN l.quantity / 1000
        WHEN s.kind <> 2 OR l.of_line IS NULL THEN sign(l.quantity)
        WHEN (SELECT sum(b.quantity) FROM sale r JOIN sale_line b ON b.sale = r.seq AND b.of_line = l.of_line
                WHERE r.reverses = s.reverses AND r.kind = 2 AND r.seq <= s.seq)
            + (SELECT o.quantity FROM sale_line o WHERE o.sale = s.reverses AND o.line = l.of_line) > 0 THEN 0
        ELSE sign(l.quantity) END AS items
    FROM sale_line l JOIN sale s ON s.seq = l.sale;

DROP VIEW hour_fact;
CREATE VIEW hour_fact AS
    SELECT s.day AS start, s.hour, 0 AS tender,
        sum(CASE s.kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END) AS sales, sum(s.total - s.rounding) AS amount,
        sum(s.kind = 2) AS refunds, sum(CASE s.kind WHEN 2 THEN s.rounding - s.total ELSE 0 END) AS refunded,
        sum(s.kind = 1) AS voids, sum(coalesce(l.items, 0)) AS items, sum(s.discount) AS discount,
        sum(s.rounding) AS rounding, sum(coalesce(d.overrides, 0)) AS overrides
    FROM sale s
    LEFT JOIN (SELECT sale, sum(items) AS items FROM line_items GROUP BY sale) l ON l.sale = s.seq
    LEFT JOIN (SELECT sale, count(approved_by) AS overrides FROM decision GROUP BY sale) d ON d.sale = s.seq
    GROUP BY s.day, s.hour
    UNION ALL
    SELECT day, hour, tender, sum(CASE kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END), sum(paid), 0, 0, 0, 0, 0, 0, 0
    FROM (SELECT s.day, s.hour, s.kind, p.tender, sum(p.amount) AS paid
        FROM payment p JOIN sale s ON s.seq = p.sale GROUP BY p.sale, p.tender)
    GROUP BY day, hour, tender;

-- As in migration 9, but for the items.
DROP TRIGGER entry_totals;
CREATE TRIGGER entry_totals AFTER INSERT ON entry WHEN NEW.kind IN ('sale', 'void', 'refund') AND NEW.sale IS NOT NULL BEGIN
    INSERT INTO hour_total (grain, start, hour, tender, sales, amount, refunds, refunded, voids, items, discount,
        rounding, overrides)
    SELECT 0, day, hour, 0, CASE kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END, total - rounding, kind = 2,
        CASE kind WHEN 2 THEN rounding - total ELSE 0 END, kind = 1,
        (SELECT coalesce(sum(items), 0) FROM line_items WHERE sale = NEW.sale),
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

-- The rollups anew: items were counted otherwise.
DELETE FROM hour_total;
INSERT INTO hour_total SELECT 0, * FROM hour_fact;
INSERT INTO hour_total SELECT 1, * FROM hour_month;

-- A lunch payment is a payment as a sale's is: what it costs, what the customer paid on top, and the number
-- that its slip says. All are NULL where it was paid before they were kept.
ALTER TABLE lunch_paid ADD COLUMN commission INTEGER;
ALTER TABLE lunch_paid ADD COLUMN surcharge INTEGER;
ALTER TABLE lunch_paid ADD COLUMN rounding INTEGER;
