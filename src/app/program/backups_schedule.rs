//! The system's own scheduler, as the page of backups sets it: asked and told on a thread of its own, for
//! `crontab` and `systemctl` take as long as they like.

use std::path::Path;

use iced::Task;

use super::backups::{Told, told};
use super::{Message, Program};
use crate::backup::Keeper;
use crate::backup::schedule::{Error, Job, Plan, Scheduler};
use crate::till::Reply;

impl Program {
    pub(super) fn read_schedule() -> Task<Message> {
        let asked = Reply::aside(|| {
            let scheduler = Scheduler::of_system().ok()?;
            Some((scheduler, scheduler.is_installed().ok()?))
        });
        let asked = async { asked.await.ok().flatten() };
        Task::perform(asked, |schedule| told(Told::Scheduled(schedule)))
    }

    pub(super) fn schedule_read(&mut self, schedule: Option<(Scheduler, bool)>) -> Task<Message> {
        self.backups.schedule = schedule;
        Task::none()
    }

    pub(super) fn plan_schedule(&self, install: bool) -> Task<Message> {
        let (keeper, root) = (self.till.keeper(), self.till.folder().root().to_owned());
        let refused = self.schedule_refused();
        let planned = Reply::aside(move || {
            let scheduler = Scheduler::of_system()?;
            match install {
                true => scheduler.install(&job(&keeper, &root)?),
                false => scheduler.remove(),
            }
        });
        let planned = async move {
            match planned.await {
                Ok(Ok(plan)) => Ok(plan),
                Ok(Err(_)) | Err(_) => Err(refused),
            }
        };
        Task::perform(planned, |planned| told(Told::Planned(planned)))
    }

    pub(super) fn schedule_planned(&mut self, plan: Result<Plan, String>) -> Task<Message> {
        match plan {
            Ok(plan) => {
                if let Some(open) = self.open_settings_screen() {
                    open.backup_planned(plan);
                }
            }
            Err(why) => self.refuse_backup(why),
        }
        Task::none()
    }

    pub(super) fn carry_out(&self, plan: Plan) -> Task<Message> {
        self.carried_out(Reply::aside(move || plan.carry_out()))
    }

    /// The time has changed: what the system was told is told anew.
    pub(super) fn reschedule(&self, scheduler: Scheduler) -> Task<Message> {
        let (keeper, root) = (self.till.keeper(), self.till.folder().root().to_owned());
        self.carried_out(Reply::aside(move || {
            scheduler.install(&job(&keeper, &root)?)?.carry_out()
        }))
    }

    fn carried_out(&self, done: Reply<Result<(), Error>>) -> Task<Message> {
        let refused = self.schedule_refused();
        let done = async move {
            match done.await {
                Ok(Ok(())) => Ok(()),
                Ok(Err(_)) | Err(_) => Err(refused),
            }
        };
        Task::perform(done, |done| told(Told::CarriedOut(done)))
    }

    pub(super) fn schedule_changed(&mut self, done: Result<(), String>) -> Task<Message> {
        match done {
            Ok(()) => {
                if let Some(open) = self.open_settings_screen() {
                    open.backup_done();
                }
            }
            Err(why) => self.refuse_backup(why),
        }
        Self::read_schedule()
    }

    fn schedule_refused(&self) -> String {
        self.words.text("backup-no-scheduler")
    }
}

fn job(keeper: &Keeper, root: &Path) -> Result<Job, Error> {
    let failed = |cause| Error::Io {
        path: root.to_owned(),
        cause,
    };
    Ok(Job {
        program: std::env::current_exe().map_err(failed)?,
        data: std::path::absolute(root).map_err(failed)?,
        time: keeper.settings().time,
    })
}
