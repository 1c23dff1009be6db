//! The words that come with the till, from `assets/words/`.

use std::sync::LazyLock;

use super::words::Words;

/// By locale; Guaraní and the foods of Paraguay are in `es`.
pub(super) const FILES: [(&str, &str); 3] = [
    ("es", include_str!("../../../assets/words/es.words")),
    ("pt", include_str!("../../../assets/words/pt.words")),
    ("en", include_str!("../../../assets/words/en.words")),
];

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let files = FILES.iter().map(|(locale, text)| {
        let read = Words::parse_bundled(text);
        read.unwrap_or_else(|bad| panic!("a test reads {locale}.words: {bad}"))
    });
    files
        .reduce(Words::joined)
        .expect("there is at least one file")
});

/// All of them. One pack may speak three languages, so they are always read together.
pub(super) fn words() -> &'static Words {
    &WORDS
}
