//! The data folder and `config.toml`.
