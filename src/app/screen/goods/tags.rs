//! Price tags and barcode labels: for which products, how many of each, on which paper.

use crate::domain::ProductId;
use crate::domain::scanner::take_back;

/// The most copies of one.
const COPIES_MAX: u16 = 99;

/// What is printed for each product.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// Name and price, large, for the shelf.
    #[default]
    Price,
    /// Name and bars, for the pack.
    Barcode,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Tags or labels.
    KindChosen(Kind),
    /// So many copies of one.
    CopiesChosen(ProductId, u16),
    /// One more or one less of each.
    AllStepped(i16),
    /// The folder was typed.
    FolderTyped(String),
    /// The list was scrolled.
    Scrolled(f32, f32),
    /// To the thermal printer.
    PrintPressed,
    /// Into a PDF.
    SavePressed,
}

/// What is to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Tags or labels.
    pub kind: Kind,
    /// Of which products, and how many copies.
    pub items: Vec<(ProductId, u16)>,
}

/// Where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The thermal printer, through its queue.
    Printer,
    /// A PDF in this folder.
    Folder(String),
}

/// The state of the dialog.
#[derive(Debug, Clone)]
pub(super) struct Tags {
    pub(super) kind: Kind,
    pub(super) items: Vec<(ProductId, u16)>,
    pub(super) folder: String,
    pub(super) offset: (f32, f32),
    pub(super) asked: bool,
    /// How it ended: a sentence, and whether it went well.
    pub(super) outcome: Option<Result<String, String>>,
}

impl Tags {
    pub(super) fn new(products: Vec<ProductId>, folder: String) -> Self {
        Self {
            kind: Kind::default(),
            items: products.into_iter().map(|id| (id, 1)).collect(),
            folder,
            offset: (0.0, 0.0),
            asked: false,
            outcome: None,
        }
    }

    pub(super) fn update(&mut self, message: Message) -> Option<(Order, Target)> {
        if self.asked {
            return None;
        }
        match message {
            Message::KindChosen(kind) => self.kind = kind,
            Message::CopiesChosen(product, copies) => {
                let mut items = self.items.iter_mut();
                if let Some((_, of)) = items.find(|(id, _)| *id == product) {
                    *of = copies.min(COPIES_MAX);
                }
            }
            Message::AllStepped(step) => {
                for (_, copies) in &mut self.items {
                    *copies = copies.saturating_add_signed(step).min(COPIES_MAX);
                }
            }
            Message::FolderTyped(folder) => self.folder = folder,
            Message::Scrolled(offset, height) => self.offset = (offset, height),
            Message::PrintPressed => return self.order(Target::Printer),
            Message::SavePressed => {
                return self.order(Target::Folder(self.folder.trim().to_owned()));
            }
        }
        None
    }

    /// How many pieces of paper it comes to.
    pub(super) fn count(&self) -> usize {
        self.items
            .iter()
            .map(|(_, copies)| usize::from(*copies))
            .sum()
    }

    fn order(&mut self, target: Target) -> Option<(Order, Target)> {
        if self.count() == 0 {
            return None;
        }
        (self.asked, self.outcome) = (true, None);
        let items = self.items.iter().copied().filter(|(_, copies)| *copies > 0);
        let order = Order {
            kind: self.kind,
            items: items.collect(),
        };
        Some((order, target))
    }

    pub(super) fn ended(&mut self, outcome: Result<String, String>) {
        (self.asked, self.outcome) = (false, Some(outcome));
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        if let Some(without) = take_back(&self.folder, letters) {
            self.folder = without;
        }
    }
}
