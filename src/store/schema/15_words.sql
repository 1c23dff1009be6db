-- Migration 15: languages of their own.

-- The language of whoever works here; without a row it is that of the house.
CREATE TABLE user_language (
    user INTEGER PRIMARY KEY REFERENCES user (id),
    locale TEXT NOT NULL CHECK (length(locale) BETWEEN 2 AND 12)
) STRICT;
