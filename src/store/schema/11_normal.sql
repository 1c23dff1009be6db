-- Migration 11: what was sold knows what it cost, and what was paid what taking it cost.

-- What one cost when it was sold, in guaraníes: the margin is over the cost of its day. NULL where it was not
-- known, and in lines from before this was noted.
ALTER TABLE sale_line ADD COLUMN cost INTEGER;

-- `cost` is in thousandths of a guaraní, over the `costed` part of the quantity: that with a cost of its day.
ALTER TABLE product_total ADD COLUMN cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE product_total ADD COLUMN costed INTEGER NOT NULL DEFAULT 0;
-- What the canteen bears of commissions: less what customers paid on top. Of tenders only.
ALTER TABLE hour_total ADD COLUMN commission INTEGER NOT NULL DEFAULT 0;

DROP VIEW hour_fact;
CREATE VIEW hour_fact AS
    SELECT s.day AS start, s.hour, 0 AS tender,
        sum(CASE s.kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END) AS sales, sum(s.total - s.rounding) AS amount,
        sum(s.kind = 2) AS refunds, sum(CASE s.kind WHEN 2 THEN s.rounding - s.total ELSE 0 END) AS refunded,
        sum(s.kind = 1) AS voids, sum(coalesce(l.items, 0)) AS items, sum(s.discount) AS discount,
        sum(s.rounding) AS rounding, sum(coalesce(d.overrides, 0)) AS overrides, 0 AS commission
    FROM sale s
    LEFT JOIN (SELECT sale, sum(items) AS items FROM line_items GROUP BY sale) l ON l.sale = s.seq
    LEFT JOIN (SELECT sale, count(approved_by) AS overrides FROM decision GROUP BY sale) d ON d.sale = s.seq
    GROUP BY s.day, s.hour
    UNION ALL
    SELECT day, hour, tender, sum(CASE kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END), sum(paid), 0, 0, 0, 0, 0, 0, 0,
        sum(commission)
    FROM (SELECT s.day, s.hour, s.kind, p.tender, sum(p.amount) AS paid, sum(p.commission - p.surcharge) AS commission
        FROM payment p JOIN sale s ON s.seq = p.sale GROUP BY p.sale, p.tender)
    GROUP BY day, hour, tender;
DROP VIEW product_fact;
CREATE VIEW product_fact AS
    SELECT s.day AS start, l.product, sum(l.quantity) AS quantity, sum(l.paid) AS amount,
        max(CASE s.kind WHEN 0 THEN s.hour END) AS last_hour, coalesce(sum(l.quantity * l.cost), 0) AS cost,
        sum(CASE WHEN l.cost IS NULL THEN 0 ELSE l.quantity END) AS costed
    FROM sale_line l JOIN sale s ON s.seq = l.sale GROUP BY s.day, l.product;
DROP VIEW hour_month;
CREATE VIEW hour_month AS
    SELECT unixepoch(start * 86400, 'unixepoch', 'start of month') / 86400 AS start, hour, tender,
        sum(sales) AS sales, sum(amount) AS amount, sum(refunds) AS refunds, sum(refunded) AS refunded,
        sum(voids) AS voids, sum(items) AS items, sum(discount) AS discount, sum(rounding) AS rounding,
        sum(overrides) AS overrides, sum(commission) AS commission
    FROM hour_total WHERE grain = 0 AND start < (SELECT start FROM month_open) GROUP BY 1, 2, 3;
DROP VIEW product_month;
CREATE VIEW product_month AS
    SELECT unixepoch(start * 86400, 'unixepoch', 'start of month') / 86400 AS start, product,
        sum(quantity) AS quantity, sum(amount) AS amount, max(last_hour) AS last_hour, sum(cost) AS cost,
        sum(costed) AS costed
    FROM product_total WHERE grain = 0 AND start < (SELECT start FROM month_open) GROUP BY 1, 2;

-- What was paid before: its commissions are on file. What was sold before has no cost of its day.
UPDATE hour_total SET commission = paid.commission
FROM (SELECT s.day, s.hour, p.tender, sum(p.commission - p.surcharge) AS commission
    FROM payment p JOIN sale s ON s.seq = p.sale WHERE p.commission <> 0 OR p.surcharge <> 0
    GROUP BY s.day, s.hour, p.tender) paid
WHERE hour_total.grain = 0 AND hour_total.start = paid.day AND hour_total.hour = paid.hour
    AND hour_total.tender = paid.tender;
UPDATE hour_total SET commission = month.commission FROM hour_month month
WHERE hour_total.grain = 1 AND hour_total.start = month.start AND hour_total.hour = month.hour
    AND hour_total.tender = month.tender AND month.commission <> 0;

-- As in migration 10, with both.
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
    INSERT INTO hour_total (grain, start, hour, tender, sales, amount, commission)
    SELECT 0, s.day, s.hour, p.tender, CASE s.kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END, sum(p.amount),
        sum(p.commission - p.surcharge)
    FROM sale s JOIN payment p ON p.sale = s.seq WHERE s.seq = NEW.sale GROUP BY p.tender
    ON CONFLICT DO UPDATE SET sales = sales + excluded.sales, amount = amount + excluded.amount,
        commission = commission + excluded.commission;
    INSERT INTO product_total (grain, start, product, quantity, amount, last_hour, cost, costed)
    SELECT 0, s.day, l.product, l.quantity, l.paid, CASE s.kind WHEN 0 THEN s.hour END,
        coalesce(l.quantity * l.cost, 0), CASE WHEN l.cost IS NULL THEN 0 ELSE l.quantity END
    FROM sale s JOIN sale_line l ON l.sale = s.seq WHERE s.seq = NEW.sale
    ON CONFLICT DO UPDATE SET quantity = quantity + excluded.quantity, amount = amount + excluded.amount,
        last_hour = max(coalesce(last_hour, excluded.last_hour), coalesce(excluded.last_hour, last_hour)),
        cost = cost + excluded.cost, costed = costed + excluded.costed;
    INSERT INTO student_total (grain, start, student, sales, amount)
    SELECT 0, day, student, CASE kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END, total - rounding
    FROM sale WHERE seq = NEW.sale AND student IS NOT NULL
    ON CONFLICT DO UPDATE SET sales = sales + excluded.sales, amount = amount + excluded.amount;
END;
DROP TRIGGER sale_month;
CREATE TRIGGER sale_month AFTER INSERT ON sale
WHEN NOT EXISTS (SELECT 1 FROM month_open WHERE NEW.day >= start AND NEW.day < next) BEGIN
    UPDATE month_open SET start = unixepoch(NEW.day * 86400, 'unixepoch', 'start of month') / 86400
    WHERE NEW.day < start;
    DELETE FROM hour_total WHERE grain = 1 AND start >= (SELECT start FROM month_open);
    DELETE FROM product_total WHERE grain = 1 AND start >= (SELECT start FROM month_open);
    DELETE FROM student_total WHERE grain = 1 AND start >= (SELECT start FROM month_open);
    INSERT INTO hour_total
    SELECT 1, unixepoch(start * 86400, 'unixepoch', 'start of month') / 86400 AS month, hour, tender, sum(sales),
        sum(amount), sum(refunds), sum(refunded), sum(voids), sum(items), sum(discount), sum(rounding), sum(overrides),
        sum(commission)
    FROM hour_total WHERE grain = 0 AND start >= (SELECT start FROM month_open)
        AND start < unixepoch(NEW.day * 86400, 'unixepoch', 'start of month') / 86400
    GROUP BY month, hour, tender;
    INSERT INTO product_total
    SELECT 1, unixepoch(start * 86400, 'unixepoch', 'start of month') / 86400 AS month, product, sum(quantity),
        sum(amount), max(last_hour), sum(cost), sum(costed)
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
