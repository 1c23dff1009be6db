//! A task of the Windows Task Scheduler (Task Scheduler Schema, version 1.2), set by `schtasks`.

use std::path::PathBuf;

use super::{Error, Job, Plan, Step, arguments, ask, program};

const TASK: &str = "Cantina backup";

pub(super) fn install(job: &Job) -> Result<Plan, Error> {
    let file = job.data.join("backup-task.xml");
    let path = file.to_str().ok_or(Error::BadPath)?.to_owned();
    Ok(Plan(vec![
        Step::Write(file.clone(), task(job)?),
        schtasks(&["/Create", "/F", "/TN", TASK, "/XML", &path], false),
        Step::Delete(file),
    ]))
}

pub(super) fn remove() -> Plan {
    Plan(vec![schtasks(&["/Delete", "/F", "/TN", TASK], true)])
}

pub(super) fn is_installed() -> bool {
    ask(&[&tool(), "/Query", "/TN", TASK]).is_ok()
}

/// By its whole path: nothing of that name elsewhere is meant.
fn tool() -> String {
    let system = std::env::var_os("SystemRoot").map_or_else(|| "C:\\Windows".into(), PathBuf::from);
    let tool = system.join("System32").join("schtasks.exe");
    tool.to_string_lossy().into_owned()
}

fn schtasks(arguments: &[&str], lenient: bool) -> Step {
    let own = std::iter::once(tool());
    Step::Run {
        command: own
            .chain(arguments.iter().map(ToString::to_string))
            .collect(),
        input: None,
        lenient,
    }
}

/// Missed runs are made up for and batteries do not matter: neither is so unless it is said.
fn task(job: &Job) -> Result<String, Error> {
    let words = arguments(job)?;
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    let (command, words) = (escaped(program(job)?), escaped(&words.join(" ")));
    let time = job.time;
    Ok(format!(
        r#"<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Cantina backup, daily at {time}</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T{time}:00</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <Enabled>true</Enabled>
    <ExecutionTimeLimit>PT4H</ExecutionTimeLimit>
    <Priority>7</Priority>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{command}</Command>
      <Arguments>{words}</Arguments>
    </Exec>
  </Actions>
</Task>
"#
    ))
}

/// As programs of Windows take their command line apart: no path there has a quote in it.
fn quoted(word: &str) -> String {
    match word.contains([' ', '\t']) {
        // A backslash before the closing quote would take it away.
        true => format!("\"{}\"", word.replace('"', "").trim_end_matches('\\')),
        false => word.replace('"', ""),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::super::odd_job;
    use super::*;

    fn said<'a>(task: &'a Document<'_>, tag: &str) -> &'a str {
        let mut all = task.descendants();
        let node = all.find(|node| node.tag_name().name() == tag);
        node.and_then(|node| node.text()).unwrap()
    }

    #[test]
    fn a_parser_reads_back_what_was_meant() {
        let text = task(&odd_job()).unwrap();
        let task = Document::parse(&text).unwrap();
        assert_eq!(said(&task, "StartBoundary"), "2026-01-01T22:05:00");
        assert_eq!(
            said(&task, "Command"),
            "/opt/Cantina Ñandú/100% \"bin\"/cantina"
        );
        let arguments = said(&task, "Arguments");
        assert_eq!(
            arguments,
            "--data-dir \"/home/tita/cantina $HOME 'ñ' <&>\" backup now --if-due"
        );
        for (tag, value) in [
            ("StartWhenAvailable", "true"),
            ("DisallowStartIfOnBatteries", "false"),
            ("StopIfGoingOnBatteries", "false"),
            ("MultipleInstancesPolicy", "IgnoreNew"),
        ] {
            assert_eq!(said(&task, tag), value);
        }
        let order: Vec<_> = task
            .root_element()
            .children()
            .filter(roxmltree::Node::is_element)
            .collect();
        let order: Vec<_> = order.iter().map(|node| node.tag_name().name()).collect();
        let of_schema = [
            "RegistrationInfo",
            "Triggers",
            "Principals",
            "Settings",
            "Actions",
        ];
        assert_eq!(order, of_schema);
    }

    #[test]
    fn the_file_is_utf_16_with_its_mark() {
        let bytes = super::super::written(std::path::Path::new("a.xml"), "<ñ/>");
        assert_eq!(bytes[..4], [0xff, 0xfe, b'<', 0]);
        assert_eq!(
            super::super::written(std::path::Path::new("a.timer"), "ñ"),
            "ñ".as_bytes()
        );
    }
}
