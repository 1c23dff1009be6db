//! The tour of the printer: its panel, its setup step by step, its paper on the screen, its help.
//!
//! No picture asks the machine for its ports: what the setup would find is told to it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Error, Guide, Message, Place, PrinterTold};
use crate::app::screen::lists::Entry as Listed;
use crate::app::screen::printer::{self, LogoMessage, LogoTold, WizardMessage};
use crate::app::screen::queue::{self, Job};
use crate::app::screen::{settings, virtual_printer};
use crate::app::widget::Paper;
use crate::domain::print::JobState;
use crate::domain::{Moment, PrintJobId, Timestamp};
use crate::printing::health::{Health, PaperLeft};
use crate::printing::journal::Entry;
use crate::printing::picture::{Picture, to_png};
use crate::printing::ports::{Adapter, Port, UsbId};
use crate::printing::setup::{Connection, Event, Printed, Trouble, Unreachable};
use crate::printing::virtual_printer::{Sheet, Trouble as Virtual};
use crate::printing::{Address, Document, Logo, State, Style, transport};
use crate::till::logo::Stored;

/// Two papers that wait and one in doubt.
fn jobs(now: Moment) -> Vec<Job> {
    let job = |id, title: &str, state, minutes: i64| Job {
        id: PrintJobId(id),
        title: title.to_owned(),
        state,
        at: now.plus_millis(-minutes * 60_000),
        drawer: false,
        may_reprint: true,
    };
    vec![
        job(249, "Ticket 000249", JobState::Uncertain, 9),
        job(252, "Ticket 000252", JobState::Waiting, 2),
        job(253, "Ticket 000253 (copia)", JobState::Waiting, 1),
    ]
}

impl Guide<'_> {
    fn print(&mut self, told: PrinterTold) {
        self.tell(Message::Printer(told));
    }

    /// Over the checkout, while the printer is gone.
    pub(super) fn panel(&mut self) -> Result<(), Error> {
        let said = |message| PrinterTold::Queue(message);
        self.printer(State::Ready, 0);
        self.print(PrinterTold::ChipPressed);
        self.print(PrinterTold::JobsRead(Ok(vec![])));
        self.shoot("printer-panel")?;
        self.printer(gone(), 2);
        self.print(PrinterTold::JobsRead(Ok(jobs(super::noon()))));
        self.shoot("printer-panel-queue")?;
        self.print(said(queue::Message::CancelPressed(PrintJobId(252))));
        self.shoot("printer-panel-cancel")?;
        self.print(said(queue::Message::CancelDismissed));
        self.print(said(queue::Message::HelpPressed));
        self.shoot("printer-help")?;
        self.print(PrinterTold::HelpLeft);
        Ok(())
    }

    /// From a till without a printer to one that has it.
    pub(super) fn printer_page(&mut self) -> Result<(), Error> {
        self.program.hold_still();
        self.on_page(printer::Message::SetupPressed);
        self.happened(Event::Found(vec![]));
        self.shoot("printer-detect-none")?;
        self.happened(Event::Found(ports()));
        self.shoot("printer-detect")?;
        self.step(Event::PortPressed(0));
        self.shoot("printer-connecting")?;
        self.happened(Event::Connected(Err(denied())));
        self.shoot("printer-denied")?;
        self.step(Event::AgainPressed);
        self.happened(Event::Connected(Ok(connection())));
        self.shoot("printer-connection")?;
        self.step(Event::GoodPressed);
        self.happened(Event::Printed(Printed::Confirmed));
        self.shoot("printer-text")?;
        self.step(Event::GoodPressed);
        self.happened(Event::Printed(Printed::Confirmed));
        self.shoot("printer-ticket")?;
        self.step(Event::TroublePressed(Trouble::Letters));
        self.happened(Event::Printed(Printed::Confirmed));
        self.shoot("printer-ticket-changed")?;
        self.wizard(WizardMessage::ModelsPressed);
        self.shoot("printer-models")?;
        self.wizard(WizardMessage::OverClosed);
        self.step(Event::TroublePressed(Trouble::Nothing));
        self.shoot("printer-nothing")?;
        self.wizard(WizardMessage::OverClosed);
        self.step(Event::GoodPressed);
        self.shoot("printer-save")?;
        self.wizard(WizardMessage::LeavePressed);
        self.settled()?;
        self.paper()
    }

    fn settled(&mut self) -> Result<(), Error> {
        self.printer(State::Ready, 1);
        self.print(PrinterTold::JobsRead(Ok(jobs(super::noon()))));
        let entry = |minutes: i64, error, text: &str| Entry {
            at: super::noon()
                .plus_millis(-minutes * 60_000)
                .local
                .and_utc()
                .fixed_offset(),
            error,
            text: text.to_owned(),
        };
        let log = vec![
            entry(9, false, "Conectada: /dev/ttyUSB0"),
            entry(8, true, "Ticket 249: no se sabe si salió"),
            entry(3, true, "Sin papel"),
            entry(2, false, "Lista"),
        ];
        self.print(PrinterTold::LogRead(log));
        self.shoot("printer-settled")?;
        self.on_page(printer::Message::RemovePressed);
        self.shoot("printer-remove")?;
        self.on_page(printer::Message::RemoveDismissed);
        self.logo()?;
        self.printer(State::Ready, 0);
        Ok(())
    }

    /// The picture above the tickets, chosen and stored.
    fn logo(&mut self) -> Result<(), Error> {
        let folder = PathBuf::from("Cantina/logos");
        let entry = |name: &str, is_folder| Listed {
            path: folder.join(name),
            is_folder,
        };
        let entries = vec![
            entry("2026", true),
            entry("cantina.png", false),
            entry("escudo.png", false),
        ];
        let logo = Arc::new(chipa()?);
        let paper = Paper::drawn(&self.till.logo_proof(&logo));
        self.on_page(printer::Message::LogoPressed);
        self.print(PrinterTold::Logo(LogoTold::Listed(folder, entries)));
        self.print(PrinterTold::Logo(LogoTold::Read(Ok((logo, paper, 8)))));
        self.shoot("printer-logo")?;
        self.print(PrinterTold::Logo(LogoTold::Stored(Ok(Stored::Sent))));
        self.shoot("printer-logo-asked")?;
        self.on_page(printer::Message::Logo(LogoMessage::Left));
        Ok(())
    }

    /// The printer on the screen, out of paper in the middle of a ticket.
    fn paper(&mut self) -> Result<(), Error> {
        let sales = self.till.sales_of(super::day()).wait()??;
        let sale = sales.first().map(|sale| sale.id);
        let sale = sale.ok_or_else(|| Error::Missing("sale of today".to_owned()))?;
        let receipt = self.till.receipt(sale).wait()??;
        let whole = self.till.document(&receipt);
        let mut begun = Document::new(whole.paper());
        begun.text(Style::CENTRE, "Cantina Tita");
        let sheet = |job, document, finished| Sheet {
            job: PrintJobId(job),
            document,
            finished,
        };
        let papers = vec![sheet(1, begun, false), sheet(2, whole, true)];
        self.go(Place::Paper);
        let folder = virtual_printer::Message::FolderTyped("Cantina/papel".to_owned());
        self.print(PrinterTold::Virtual(folder));
        let job = PrintJobId(3);
        self.printer(
            State::Stalled {
                job,
                since: Timestamp(0),
            },
            1,
        );
        let troubles = BTreeSet::from([Virtual::NoPaper]);
        self.program.play_papers(troubles, papers);
        self.shoot("printer-virtual")?;
        self.printer(State::Ready, 0);
        self.go(Place::Settings);
        Ok(())
    }

    fn on_page(&mut self, message: printer::Message) {
        self.set(settings::Message::Printer(message));
    }

    fn wizard(&mut self, message: WizardMessage) {
        self.on_page(printer::Message::Wizard(message));
    }

    fn step(&mut self, event: Event) {
        self.wizard(WizardMessage::Told(event));
    }

    fn happened(&mut self, event: Event) {
        self.print(PrinterTold::Happened(event));
    }
}

/// A chipa, as a logo: a ring with its cuts.
fn chipa() -> Result<Logo, Error> {
    const WIDTH: i32 = 240;
    const HEIGHT: i32 = 120;
    let dark = |x: i32, y: i32| {
        let (x, y) = (x - WIDTH / 2, 2 * (y - HEIGHT / 2));
        let far = x * x + y * y;
        let cut = (x + y).rem_euclid(40) < 6;
        let inked = (3_600..12_800).contains(&far) && !cut;
        if inked { 70 } else { 255 }
    };
    let all = (0..HEIGHT).flat_map(|y| (0..WIDTH).map(move |x| (x, y)));
    let picture = Picture {
        width: WIDTH.unsigned_abs(),
        height: HEIGHT.unsigned_abs(),
        dots: all.map(|(x, y)| dark(x, y)).collect(),
    };
    let png = to_png(&picture).map_err(Error::Ticket)?;
    Logo::of_png(png).map_err(|fault| Error::Missing(fault.to_string()))
}

/// A port as the system would tell it; one with numbers of USB is likely.
fn port(path: &str, usb: Option<&str>, adapter: Option<Adapter>, holder: Option<&str>) -> Port {
    let usb: Option<UsbId> = usb.and_then(|id| id.parse().ok());
    let serial = || Address::Serial {
        port: path.to_owned(),
        baud: 9_600,
    };
    Port {
        address: usb
            .clone()
            .map_or_else(serial, |id| Address::Usb { id, baud: 9_600 }),
        path: path.to_owned(),
        likely: adapter.is_some(),
        usb,
        adapter,
        product: None,
        holder: holder.map(str::to_owned),
    }
}

fn ports() -> Vec<Port> {
    let ch340 = Some(Adapter::Ch340);
    vec![
        port("/dev/ttyUSB0", Some("1a86:7523:at=1-1.2"), ch340, None),
        port(
            "/dev/ttyUSB1",
            Some("0403:6001:A50285BI"),
            Some(Adapter::Ftdi),
            Some("minicom (1234)"),
        ),
        port("/dev/ttyS0", None, None, None),
    ]
}

/// Unplugged three minutes ago.
fn gone() -> State {
    let now = super::noon().at.0;
    State::NotConnected {
        since: Timestamp(now - 180_000),
        reason: transport::Error::Gone {
            name: "/dev/ttyUSB0".to_owned(),
        },
        next_try: Timestamp(now + 2_000),
    }
}

fn denied() -> Unreachable {
    Unreachable::Denied {
        group: Some("dialout".to_owned()),
    }
}

fn connection() -> Connection {
    let health = Health {
        online: Some(true),
        cover_open: Some(false),
        error: Some(false),
        paper: Some(PaperLeft::Enough),
    };
    Connection {
        address: ports()[0].address.clone(),
        name: "/dev/ttyUSB0".to_owned(),
        baud: Some(9_600),
        answers: true,
        health: Some(health),
    }
}
