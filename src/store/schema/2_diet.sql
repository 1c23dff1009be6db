-- Migration 2: what is known of products and pupils is facts too. What holds now is the latest fact;
-- nothing is kept beside them. What schema 1 held becomes the first facts.

CREATE TABLE own_allergen (
    id INTEGER PRIMARY KEY CHECK (id >= 100), code TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE own_diet (
    id INTEGER PRIMARY KEY CHECK (id >= 100), code TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE
) STRICT;

-- 1 for what is only used in the kitchen: it has declarations and goes into recipes, and is not sold.
ALTER TABLE product ADD COLUMN kitchen INTEGER NOT NULL DEFAULT 0;

-- What is written about a product. A declaration is of one text; a later text asks for a new look.
CREATE TABLE product_text (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, product INTEGER NOT NULL REFERENCES product (id),
    name TEXT NOT NULL, ingredients TEXT, statement TEXT,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX product_text_latest ON product_text (product, seq);

-- `unknown` takes back what was said before.
CREATE TABLE declared (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, product INTEGER NOT NULL REFERENCES product (id),
    allergen INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('contains', 'may_contain', 'free', 'unknown')),
    source TEXT NOT NULL, quote TEXT, text INTEGER NOT NULL REFERENCES product_text (seq),
    against TEXT,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX declared_latest ON declared (product, allergen, seq);

-- `suits` is NULL where what was said before is taken back.
CREATE TABLE suited (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, product INTEGER NOT NULL REFERENCES product (id),
    diet INTEGER NOT NULL, suits INTEGER CHECK (suits IN (0, 1)),
    text INTEGER NOT NULL REFERENCES product_text (seq),
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX suited_latest ON suited (product, diet, seq);

-- What a product is made of; the latest recipe holds, one without parts says that it has none.
CREATE TABLE recipe (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, product INTEGER NOT NULL REFERENCES product (id),
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX recipe_latest ON recipe (product, seq);
CREATE TABLE recipe_part (
    recipe INTEGER NOT NULL REFERENCES recipe (seq), part INTEGER NOT NULL REFERENCES product (id),
    PRIMARY KEY (recipe, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX recipe_part_part ON recipe_part (part);

-- `severity` is NULL where the restriction was ended.
CREATE TABLE restricted (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, student INTEGER NOT NULL REFERENCES student (id),
    allergen INTEGER NOT NULL, severity TEXT, said_by TEXT NOT NULL, document TEXT, contact TEXT,
    phone TEXT, note TEXT, until INTEGER,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX restricted_latest ON restricted (student, allergen, seq);

CREATE TABLE wished (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, student INTEGER NOT NULL REFERENCES student (id),
    diet INTEGER NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1)),
    said_by TEXT NOT NULL, note TEXT, until INTEGER,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX wished_latest ON wished (student, diet, seq);

-- The policy and the canteen's own words, whole, each time they changed.
CREATE TABLE rulebook (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('policy', 'words')), text TEXT NOT NULL,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX rulebook_latest ON rulebook (kind, seq);

-- What an alert showed at the till and what was done about it. `shown` is its reasons as JSON.
CREATE TABLE alert (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, student INTEGER NOT NULL REFERENCES student (id),
    product INTEGER NOT NULL REFERENCES product (id), response TEXT NOT NULL, shown TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN
        ('removed', 'swapped', 'confirmed', 'approved', 'declared', 'left')),
    instead INTEGER REFERENCES product (id), approved_by INTEGER REFERENCES user (id), reason TEXT,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id)
) STRICT;
CREATE INDEX alert_student ON alert (student, day);

-- Sales that the daily look back found, and that somebody has answered for.
CREATE TABLE looked_at (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, sale INTEGER NOT NULL REFERENCES sale (seq),
    product INTEGER NOT NULL REFERENCES product (id), harm TEXT NOT NULL, note TEXT NOT NULL,
    at INTEGER NOT NULL, day INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user (id),
    UNIQUE (sale, product, harm)
) STRICT;

INSERT INTO product_text (id, product, name, ingredients, at, day)
    SELECT randomblob(16), id, name, ingredients, 0, 0 FROM product ORDER BY id;
INSERT INTO declared (id, product, allergen, state, source, quote, text, at, day)
    SELECT randomblob(16), d.product, allergen, state, source, quote, t.seq, 0, d.day
    FROM (SELECT product, allergen, state, source, quote, day FROM declaration) d
    JOIN product_text t ON t.product = d.product ORDER BY d.product, allergen;
INSERT INTO restricted (id, student, allergen, severity, said_by, phone, note, until, at, day)
    SELECT randomblob(16), student, allergen, severity, said_by, phone, note, until, 0, 0
    FROM restriction ORDER BY student, allergen;
DROP TABLE declaration;
DROP TABLE restriction;

CREATE VIEW declaration AS
    SELECT product, allergen, state, source, quote, text, against, at, day, user, max(seq) AS seq
    FROM declared GROUP BY product, allergen;
CREATE VIEW restriction AS
    SELECT student, allergen, severity, said_by, document, contact, phone, note, until, at, day, user,
        max(seq) AS seq
    FROM restricted GROUP BY student, allergen;

CREATE TRIGGER own_allergen_kept BEFORE UPDATE ON own_allergen BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER own_allergen_stays BEFORE DELETE ON own_allergen BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER own_diet_kept BEFORE UPDATE ON own_diet BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER own_diet_stays BEFORE DELETE ON own_diet BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER product_text_kept BEFORE UPDATE ON product_text BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER product_text_stays BEFORE DELETE ON product_text BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER declared_kept BEFORE UPDATE ON declared BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER declared_stays BEFORE DELETE ON declared BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER suited_kept BEFORE UPDATE ON suited BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER suited_stays BEFORE DELETE ON suited BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER recipe_kept BEFORE UPDATE ON recipe BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER recipe_stays BEFORE DELETE ON recipe BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER recipe_part_kept BEFORE UPDATE ON recipe_part BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER recipe_part_stays BEFORE DELETE ON recipe_part BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER restricted_kept BEFORE UPDATE ON restricted BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER restricted_stays BEFORE DELETE ON restricted BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER wished_kept BEFORE UPDATE ON wished BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER wished_stays BEFORE DELETE ON wished BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER rulebook_kept BEFORE UPDATE ON rulebook BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER rulebook_stays BEFORE DELETE ON rulebook BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER alert_kept BEFORE UPDATE ON alert BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER alert_stays BEFORE DELETE ON alert BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER looked_at_kept BEFORE UPDATE ON looked_at BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER looked_at_stays BEFORE DELETE ON looked_at BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
