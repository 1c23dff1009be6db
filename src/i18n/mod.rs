//! Every word that a user sees, from `i18n/<locale>/*.ftl`.
