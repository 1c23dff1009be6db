//! What the dashboard exports: rows and pages by the till, the picture of the page drawn here.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::{Size, Task};

use super::{Told, answered, told};
use crate::app::offscreen::{Picture, Stage};
use crate::app::photo::Album;
use crate::app::program::{Message, Program};
use crate::app::screen::Context;
use crate::app::screen::dashboard::{Dashboard, Read, What};
use crate::app::theme::Theme;
use crate::domain::catalogue::Catalogue;
use crate::domain::checkout::Rules;
use crate::domain::diet::Policy;
use crate::domain::user::User;
use crate::domain::{Moment, TillId};
use crate::i18n::I18n;
use crate::report::{Ask, Exported, NoReport};
use crate::store::{Cancel, Stamp};
use crate::till::{Reply, Till};

/// The picture of the page, in logical pixels, and how many of its own each of them is.
const PICTURE: (f32, f32, f32) = (1_280.0, 2_000.0, 1.5);

impl Program {
    pub(super) fn export(&self, what: What, ask: Ask, file: PathBuf, user: User) -> Task<Message> {
        let (till, now) = (self.till.clone(), self.now);
        let words = self.words.clone();
        let stamp = Stamp::by(user.id, now);
        match what.table() {
            Some(table) => {
                let span = ask.period.span(now.day(), &self.till.config().calendar);
                let reply = self.till.export(table, span, file, &Cancel::default());
                let exported = async move {
                    let exported = answered(reply.await)?;
                    noted(&till, exported.file.display().to_string(), stamp).await?;
                    Ok(exported)
                };
                Task::perform(exported, |exported| told(Told::Exported(exported)))
            }
            None if what == What::Html => {
                let reply = self.till.write_html(ask, now, file);
                let written = async move {
                    let written = answered(reply.await)?;
                    noted(&till, written.display().to_string(), stamp).await?;
                    Ok(written)
                };
                Task::perform(written, |written| told(Told::Written(written)))
            }
            None => {
                let written = async move {
                    let day = till.dashboard(ask, now, &Cancel::default());
                    let read = Read::Summary(ask, Box::new(answered(day.await)?));
                    let written = move || write_picture(read, &words, &user, now, &file);
                    let written = answered(Reply::aside(written).await)?;
                    noted(&till, written.display().to_string(), stamp).await?;
                    Ok(written)
                };
                Task::perform(written, |written| told(Told::Written(written)))
            }
        }
    }

    pub(super) fn rows_exported(&mut self, exported: Result<Exported, NoReport>) -> Task<Message> {
        let said = match exported {
            Ok(exported) => {
                let rows = i64::try_from(exported.rows).unwrap_or(i64::MAX);
                let values = [
                    ("rows", rows.into()),
                    ("total", exported.total.into()),
                    ("file", exported.file.display().to_string().into()),
                ];
                Ok(self.words.text_with("dash-export-rows", &values))
            }
            Err(why) => Err(self.no_report(&why)),
        };
        self.exported(said)
    }

    pub(super) fn page_written(&mut self, file: Result<PathBuf, NoReport>) -> Task<Message> {
        let said = match file {
            Ok(file) => {
                let values = [("file", file.display().to_string().into())];
                Ok(self.words.text_with("dash-export-done", &values))
            }
            Err(why) => Err(self.no_report(&why)),
        };
        self.exported(said)
    }

    pub(super) fn print_summary(&self, ask: Ask) -> Task<Message> {
        let reply = self.till.print_dashboard(ask, self.now);
        let printed = async move { answered(reply.await).map(|_job| ()) };
        Task::perform(printed, |printed| told(Told::Printed(printed)))
    }

    pub(super) fn summary_printed(&mut self, printed: Result<(), NoReport>) -> Task<Message> {
        let said = match printed {
            Ok(()) => Ok(self.words.text("dash-printed")),
            Err(why) => Err(self.no_report(&why)),
        };
        self.exported(said)
    }

    fn exported(&mut self, said: Result<String, String>) -> Task<Message> {
        if let Some(open) = self.dashboard_mut() {
            open.exported(said);
        }
        Task::none()
    }
}

/// What leaves the till is in the audit.
async fn noted(till: &Till, file: String, stamp: Stamp) -> Result<(), NoReport> {
    let noted = till.note_export(file, stamp).await;
    Ok(noted.map_err(|_| NoReport::Closing)??)
}

/// The page as a picture, drawn beside the window.
fn write_picture(
    read: Read,
    words: &I18n,
    user: &User,
    now: Moment,
    file: &Path,
) -> Result<PathBuf, NoReport> {
    let not_written = |cause: std::io::Error| NoReport::NotWritten {
        file: file.to_path_buf(),
        cause: Arc::new(cause),
    };
    let picture = picture(read, words, user, now);
    let png = picture
        .png()
        .map_err(|error| not_written(std::io::Error::other(error)))?;
    write_whole(file, &png).map_err(not_written)?;
    Ok(file.to_path_buf())
}

/// Beside it first: what was there before is there until the new one is whole.
fn write_whole(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut part = file.as_os_str().to_owned();
    part.push(".part");
    fs::write(&part, bytes)?;
    fs::rename(&part, file)
}

fn picture(read: Read, words: &I18n, user: &User, now: Moment) -> Picture {
    let (width, height, scale) = PICTURE;
    let mut screen = Dashboard::new(now.day(), Path::new(""));
    screen.read(read, now, words);
    let context = Context {
        words,
        catalogue: &Catalogue::default(),
        rules: &Rules {
            policy: Policy::standard(),
            day: now.day(),
        },
        tenders: &[],
        user,
        now,
        printer: None,
        favourites: &[],
        photos: &Album::default(),
        till: TillId(0),
        ids: &uuid::Uuid::now_v7,
    };
    let view = screen.whole(&context, width);
    let mut picture = Stage::new().render(view, Size::new(width, height), scale, &Theme::Light);
    cut(&mut picture);
    picture
}

/// What is below the last thing on the page is cut off.
fn cut(picture: &mut Picture) {
    const ROOM: u32 = 24;
    let across = usize::try_from(picture.width).unwrap_or(usize::MAX) * 4;
    let Some(ground) = picture.rgba.len().checked_sub(4) else {
        return;
    };
    let ground = [
        picture.rgba[ground],
        picture.rgba[ground + 1],
        picture.rgba[ground + 2],
        picture.rgba[ground + 3],
    ];
    let bare = |row: &[u8]| row.chunks_exact(4).all(|pixel| pixel == ground);
    let rows = picture.rgba.chunks_exact(across).rev();
    let free = u32::try_from(rows.take_while(|row| bare(row)).count()).unwrap_or_default();
    picture.height -= free.saturating_sub(ROOM);
    let kept = usize::try_from(picture.height).unwrap_or(usize::MAX);
    picture.rgba.truncate(kept.saturating_mul(across));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_cut_below_the_last_thing_on_it() {
        let mut rgba = vec![9; 4 * 10 * 100];
        rgba[4 * 10 * 30] = 1;
        let mut picture = Picture {
            width: 10,
            height: 100,
            rgba,
        };
        cut(&mut picture);
        assert_eq!(picture.height, 31 + 24, "with some room below");
        assert_eq!(picture.rgba.len(), 4 * 10 * 55);
    }

    #[test]
    fn a_file_is_written_whole_and_its_folder_is_made() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("nube").join("panel.png");
        for bytes in [b"one".as_slice(), b"other"] {
            write_whole(&file, bytes).expect("written");
            assert_eq!(fs::read(&file).expect("there"), bytes);
        }
        assert_eq!(
            fs::read_dir(folder.path().join("nube"))
                .expect("there")
                .count(),
            1
        );
    }
}
