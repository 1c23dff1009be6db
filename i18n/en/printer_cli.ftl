### `cantina printer`

## What the command says
cli-printer-no-ports = There are no ports. Plug the printer in, or give its address with «cantina printer setup --port».
cli-printer-printed = Job { $job }: the printer confirmed that it printed it.
cli-printer-sent = Job { $job }: sent. The printer does not confirm: look at the paper.
cli-printer-uncertain = Job { $job }: it is not known whether all of it came out. Look at the paper; it is not printed again by itself.
cli-printer-waiting = Job { $job }: it waits. { $reason }
cli-printer-dropped = Job { $job }: the drawer did not open in time and will not open by itself any more. { $reason }
cli-printer-copy = COPY
cli-printer-job = { $job }  { $state }  { $title }  { $copy }
cli-printer-preview = Saved in { $path } ({ $bytes } bytes).
cli-printer-saved = Saved. Tickets come out of this printer.
cli-printer-said = { $sentence }
cli-printer-pulse = That job opens the drawer and is not repeated. Use «cantina printer drawer».
cli-printer-no-profile = There is no model «{ $name }». See «cantina printer setup --profiles».
cli-printer-bad-profile = { $path }, line { $line }: not taken ({ $reason }). The other models serve: correct the line.
cli-printer-ask-port = Which? Number, or address (/dev/ttyUSB0, COM3, tcp:192.168.0.50); Enter looks again:
cli-printer-ask-connection = Enter goes on · 19200 tries that speed · ? tries again · generic-58 chooses that model · < goes back:
cli-printer-ask-page = Did it come out right? Enter goes on · number: what is wrong · r prints again · < goes back:
cli-printer-ask-save = Enter saves · < goes back:

## Help
help-printer = The receipt printer: ports, setup, state, jobs, log and drawer
help-printer-ports = The ports of this computer, likeliest first
help-printer-setup = Sets the printer up: asks on the terminal, or takes all from the options
help-printer-setup-port = Where it is: /dev/ttyUSB0, COM3, tcp:HOST, virtual:DIR; with it nothing is asked
help-printer-setup-speed = Bits a second; without it the usual ones are tried
help-printer-setup-profile = Its model, by the name of its profile
help-printer-setup-columns = Letters on a line: 48, 42 or 32
help-printer-setup-letters = The table of letters and the printer's number for it, as 858=19
help-printer-setup-cut = How it cuts: partial, full, short, old or none
help-printer-setup-line-feed = How its lines end: lf or crlf
help-printer-setup-test = Prints the test ticket before saving
help-printer-setup-profiles = Names the models, and the files that are no good
help-printer-status = What the printer does, and what to do
help-printer-test = Prints a page with accents, widths and the cut
help-printer-print = Prints a job again, marked as a copy
help-printer-print-job = The job's number, as «jobs» says it
help-printer-preview = Shows a sale's ticket without printing it
help-printer-preview-sale = The ticket's number, or its code as scanned
help-printer-preview-format = As what
help-printer-preview-out = The file; without it text goes to the terminal
help-printer-jobs = The last jobs, newest first
help-printer-jobs-most = At most so many
help-printer-jobs-open = Only those that wait or that somebody has to look at
help-printer-log = What happened to the printer
help-printer-log-errors = Only what somebody should look at
help-printer-log-since = From this day on, as 2026-11-26
help-printer-drawer = Opens the drawer
cli-test-not-printed = The test did not come out: { $how } Nothing was saved: the printer of before stays.
