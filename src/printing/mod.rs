//! From a sale to paper: document, layout, bytes, picture, and the worker that sends them.
