//! Pupils' photos: read and made small beside the screen, and kept for as long as the till is open.
//!
//! A photo is a PNG or a JPEG in the data folder's `photos/`: the file that the pupil's record names,
//! else one named after their card, such as `00414.jpg`. Without one their initials are shown.

mod decode;
mod product;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use iced::widget::image::Handle;

pub use product::{made, shown};

use crate::domain::student::Customer;
use crate::domain::{CardNumber, ProductId, StudentId};

/// The most photos that are kept, 64 kB each; past it the album begins anew.
const KEPT_MAX: usize = 120;
/// How the file of a picture may end.
pub const ENDINGS: [&str; 3] = ["jpg", "jpeg", "png"];

/// A photo made small: red, green, blue and opacity.
#[derive(Clone)]
pub struct Photo(Vec<u8>);

/// How many bytes, and not which.
impl fmt::Debug for Photo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Photo({} bytes)", self.0.len())
    }
}

/// What the screen shows of pupils.
#[derive(Debug, Default)]
pub struct Album {
    /// `None` while it is looked for, and where there is none.
    shown: HashMap<StudentId, Option<Handle>>,
    /// Pictures of products, for their tiles.
    products: HashMap<ProductId, Handle>,
    /// One picture is unpacked at a time, so that memory is bounded.
    turn: Arc<Mutex<()>>,
}

/// Photos to be looked for: to be done beside the screen.
#[derive(Debug)]
pub struct Search {
    files: Vec<(StudentId, Vec<PathBuf>)>,
    turn: Arc<Mutex<()>>,
}

impl Album {
    /// The photo of a pupil, if there is one and it has been read.
    #[must_use]
    pub fn of(&self, student: StudentId) -> Option<&Handle> {
        self.shown.get(&student)?.as_ref()
    }

    /// The picture of a product, if it has been read.
    #[must_use]
    pub fn of_product(&self, product: ProductId) -> Option<&Handle> {
        self.products.get(&product)
    }

    /// These are the pictures of products.
    pub fn products_are(&mut self, pictures: Vec<(ProductId, Handle)>) {
        self.products = pictures.into_iter().collect();
    }

    /// What is not known yet of these pupils; asked for once.
    pub fn missing<'a>(
        &mut self,
        pupils: impl IntoIterator<Item = &'a Customer>,
        folder: &Path,
    ) -> Option<Search> {
        self.begin();
        let mut files = Vec::new();
        for pupil in pupils {
            let id = pupil.student.id;
            let places = places(pupil, folder);
            if let Entry::Vacant(unknown) = self.shown.entry(id) {
                unknown.insert(None);
                files.push((id, places));
            }
        }
        let turn = Arc::clone(&self.turn);
        (!files.is_empty()).then_some(Search { files, turn })
    }

    /// The photo that is kept with the form of a pupil, unless it is known.
    pub fn look_for(
        &mut self,
        student: StudentId,
        cards: &[CardNumber],
        folder: &Path,
    ) -> Option<Search> {
        if self.shown.contains_key(&student) {
            return None;
        }
        self.begin();
        self.shown.insert(student, None);
        let names = cards.iter();
        let names = names.flat_map(|card| ENDINGS.map(|ending| format!("{card}.{ending}")));
        let places = names.filter(|name| is_plain(name));
        let files = vec![(student, places.map(|name| folder.join(name)).collect())];
        let turn = Arc::clone(&self.turn);
        Some(Search { files, turn })
    }

    fn begin(&mut self) {
        if self.shown.len() >= KEPT_MAX {
            self.shown.clear();
        }
    }

    /// The photo of a pupil is another by now: it is looked for again.
    pub fn forget(&mut self, student: StudentId) {
        self.shown.remove(&student);
    }

    /// These were found.
    pub fn add(&mut self, found: Vec<(StudentId, Photo)>) {
        for (student, Photo(pixels)) in found {
            let handle = Handle::from_rgba(decode::SIDE, decode::SIDE, pixels);
            self.shown.insert(student, Some(handle));
        }
    }
}

impl Search {
    /// Of whom.
    #[must_use]
    pub fn students(&self) -> Vec<StudentId> {
        self.files.iter().map(|(student, _)| *student).collect()
    }

    /// Reads them: those that were kept with a form, else a file; what cannot be read is left out.
    #[must_use]
    pub fn run(self, kept: Vec<(StudentId, Vec<u8>)>) -> Vec<(StudentId, Photo)> {
        let mut kept: HashMap<StudentId, Vec<u8>> = kept.into_iter().collect();
        let mut read = |student: StudentId, paths: Vec<PathBuf>| {
            let _mine = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
            let image = kept.remove(&student).and_then(decode::small_of);
            image.or_else(|| paths.iter().find_map(|path| decode::small(path)))
        };
        let found = self.files.into_iter();
        found
            .filter_map(|(student, paths)| Some((student, Photo(read(student, paths)?))))
            .collect()
    }
}

/// A file made into the PNG that is kept with a pupil's form; `None` where it is no photo. Waits: not for the
/// screen's thread.
#[must_use]
pub fn to_keep(file: &Path) -> Option<Vec<u8>> {
    packed(&decode::small(file)?)
}

/// A small picture as the PNG that is kept.
fn packed(pixels: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, decode::SIDE, decode::SIDE);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(pixels).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

/// Where the photo may be. A name that leads out of the folder leads nowhere.
fn places(pupil: &Customer, folder: &Path) -> Vec<PathBuf> {
    let named = pupil.student.photo.iter().cloned();
    let card = pupil.card.iter();
    let by_card = card.flat_map(|card| ENDINGS.map(|ending| format!("{card}.{ending}")));
    named
        .chain(by_card)
        .filter(|name| is_plain(name))
        .map(|name| folder.join(name))
        .collect()
}

fn is_plain(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    let only = (parts.next(), parts.next());
    matches!(only, (Some(Component::Normal(part)), None) if part == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_never_leads_out_of_the_folder() {
        assert!(is_plain("00414.jpg"));
        for name in [
            "",
            ".",
            "..",
            "../secret.png",
            "/etc/passwd",
            "a/b.png",
            "./a.png",
        ] {
            assert!(!is_plain(name), "{name:?}");
        }
    }
}
