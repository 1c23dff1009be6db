//! The program without a window: told things one after the other, each with all that follows from it.

use std::collections::{BTreeSet, VecDeque};

use iced::Task;
use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use iced_runtime::Action;
use iced_runtime::task::into_stream;

use super::{Message, Program};
use crate::domain::cart::Cart;
use crate::domain::{CategoryId, Moment, ProductId};
use crate::printing::virtual_printer::{Sheet, Trouble};
use crate::store::Recorded;
use crate::till::Till;

impl Program {
    /// As the window opens it, but that nothing moves by itself; `clock` tells it the time.
    pub(in crate::app) fn played(till: &Till, clock: fn() -> Moment) -> Self {
        let mut program = Self::new(till.clone(), clock);
        for message in outcomes(program.read_users()) {
            let _nothing_sold = program.play(message);
        }
        program
    }

    /// Takes in what happened and waits for all that follows; says which sale was written down by it.
    pub(in crate::app) fn play(&mut self, message: Message) -> Option<Recorded> {
        let mut told = VecDeque::from([message]);
        let mut written = None;
        while let Some(message) = told.pop_front() {
            if let Message::Recorded(Ok(recorded)) = &message {
                written = Some((**recorded).clone());
            }
            told.extend(outcomes(self.update(message)));
        }
        written
    }

    /// Takes in what happened, and does not wait for what follows: [`Program::end`] does.
    pub(in crate::app) fn begin(&mut self, message: Message) -> Task<Message> {
        self.update(message)
    }

    /// Waits for what was begun, and for all that follows.
    pub(in crate::app) fn end(&mut self, begun: Task<Message>) {
        for message in outcomes(begun) {
            let _nothing_sold = self.play(message);
        }
    }

    /// Takes in the press that reads a list of products, which holds `list` wherever it lies.
    pub(in crate::app) fn play_list(&mut self, press: Message, list: &[u8]) {
        let _file = self.update(press);
        let what = crate::app::screen::lists::What::Products;
        let read = super::lists::judged(list, what, self.now.day(), &self.words);
        self.play(Message::Lists(super::Answer::Read(Ok(read))));
    }

    /// From now on the setup of a printer asks in vain: a picture touches no port.
    pub(in crate::app) fn hold_still(&mut self) {
        self.printing.holds_still = true;
    }

    /// The printer on the screen shows these papers, with these troubles.
    pub(in crate::app) fn play_papers(&mut self, troubles: BTreeSet<Trouble>, papers: Vec<Sheet>) {
        let drawn = self.show_papers(troubles, papers);
        self.end(drawn);
    }

    /// The cart in hand.
    pub(in crate::app) const fn cart(&self) -> &Cart {
        self.checkout.cart()
    }

    /// The category of that name.
    pub(in crate::app) fn category(&self, name: &str) -> Option<CategoryId> {
        let mut categories = self.catalogue.categories().iter();
        let found = categories.find(|category| category.name == name);
        found.map(|category| category.id)
    }

    /// The first product of a category.
    pub(in crate::app) fn first_of(&self, category: &str) -> Option<ProductId> {
        let category = self.category(category)?;
        let mut products = self.catalogue.products().iter();
        let found = products.find(|product| product.category == category);
        found.map(|product| product.id)
    }

    /// The product of that name, as the till knows it.
    pub(in crate::app) fn product(&self, name: &str) -> Option<ProductId> {
        let mut products = self.catalogue.products().iter();
        let found = products.find(|product| product.name == name);
        found.map(|product| product.id)
    }
}

/// What a task tells the program. The focus of fields and the clipboard need a window: left out.
fn outcomes(task: Task<Message>) -> Vec<Message> {
    let Some(stream) = into_stream(task) else {
        return Vec::new();
    };
    block_on(
        stream
            .filter_map(async |action| match action {
                Action::Output(message) => Some(message),
                _ => None,
            })
            .collect(),
    )
}
