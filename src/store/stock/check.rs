//! What the self-check asks of documents and their movements.

/// Each query counts the rows that break the promise.
pub(in crate::store) const PROMISES: [(&str, &str); 4] = [
    (
        "stock_is_kept",
        "SELECT count(*) FROM (SELECT product FROM stock_movement UNION SELECT product FROM product_total WHERE grain = 0)
         WHERE product NOT IN (SELECT product FROM stock)",
    ),
    (
        "purchases_equal_movements",
        "SELECT
            (SELECT count(*) FROM purchase_line l JOIN purchase p ON p.seq = l.purchase
                LEFT JOIN stock_movement m ON m.seq = l.movement
                WHERE m.kind IS NOT 'purchase' OR m.product <> l.product OR m.quantity <> l.quantity
                    OR m.day <> p.day)
            + (SELECT count(*) FROM purchase p WHERE cost <>
                (SELECT coalesce(sum(cost), 0) FROM purchase_line WHERE purchase = p.seq))
            + (SELECT count(*) FROM product_cost c JOIN purchase p ON p.seq = c.purchase WHERE NOT EXISTS
                (SELECT 1 FROM purchase_line WHERE purchase = p.seq AND product = c.product))",
    ),
    (
        "counts_equal_movements",
        "SELECT count(*) FROM stock_count_line l LEFT JOIN stock_movement m ON m.seq = l.movement
         WHERE (l.counted <> l.expected) <> (l.movement IS NOT NULL)
             OR m.kind <> 'count' OR m.product <> l.product OR m.quantity <> l.counted - l.expected",
    ),
    (
        "losses_equal_movements",
        "SELECT count(*) FROM stock_loss l LEFT JOIN stock_movement m ON m.seq = l.movement
         WHERE m.kind IS NOT l.kind OR m.product <> l.product OR m.quantity <> -l.quantity",
    ),
];
