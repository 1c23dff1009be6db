-- Migration 12: prices are facts that hold from a day on; how products look on tiles; labels of scales.

-- The price of a product in a list from a day on; without an amount the list has none of its own (the general
-- one applies). On a day that price holds whose `since` is the latest up to it, of several the last written.
-- What was on file before holds since ever.
CREATE TABLE priced (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, product INTEGER NOT NULL REFERENCES product (id),
    list INTEGER NOT NULL, amount INTEGER CHECK (amount BETWEEN 1 AND 1000000000), since INTEGER NOT NULL,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id),
    CHECK (amount IS NOT NULL OR list <> 1)
) STRICT;
CREATE INDEX priced_of ON priced (product, list, since, seq, amount);
CREATE TRIGGER priced_kept BEFORE UPDATE ON priced BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER priced_stays BEFORE DELETE ON priced BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
INSERT INTO priced (id, product, list, amount, since, at, day)
    SELECT randomblob(16), product, list, amount, 0, unixepoch() * 1000, unixepoch() / 86400
    FROM price ORDER BY product, list;
DROP TABLE price;

-- The place among the fixed favourites, from 1, and the colour of the tile; neither is a fact.
ALTER TABLE product ADD COLUMN place INTEGER CHECK (place BETWEEN 1 AND 999);
ALTER TABLE product ADD COLUMN colour INTEGER CHECK (colour BETWEEN 1 AND 6);
-- A small picture, as PNG.
CREATE TABLE product_photo (
    product INTEGER PRIMARY KEY REFERENCES product (id),
    png BLOB NOT NULL CHECK (length(png) BETWEEN 1 AND 131072)
) STRICT;

-- What a scale prints of it: an EAN-13 of prefix (20 to 29), PLU and a weight or a price.
CREATE TABLE product_scale (
    product INTEGER PRIMARY KEY REFERENCES product (id),
    prefix INTEGER NOT NULL CHECK (prefix BETWEEN 20 AND 29), plu INTEGER NOT NULL CHECK (plu BETWEEN 0 AND 99999),
    holds TEXT NOT NULL CHECK (holds IN ('weight', 'price')), UNIQUE (prefix, plu)
) STRICT;
