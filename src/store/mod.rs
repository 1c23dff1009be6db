//! The SQLite file: connection, migrations, one file an aggregate.
