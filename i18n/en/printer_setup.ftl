### The printer: what it says of itself, its setup, its ports, the virtual one, its log

## What it does

printer-confirming = Waiting for the printer to confirm job { $job }…
printer-no-paper = The printer is out of paper.
printer-cover-open = The printer's cover is open.
printer-offline = The printer says that it is off line.

## What to do about it

printer-todo-not-configured = Set it up in Settings › Printer.
printer-todo-not-connected = { $minutes ->
    [0] Check the cable and that it is switched on.
    [one] Away for 1 minute: check the cable and that it is switched on.
   *[other] Away for { $minutes } minutes: check the cable and that it is switched on.
 } Next try in { $seconds } s.
printer-todo-write-only = See that every ticket comes out: this printer does not say when it lacks paper.
printer-todo-no-paper = Put in a new roll: the ticket goes on by itself from where it was.
printer-todo-cover-open = Close the cover: the ticket goes on by itself from where it was.
printer-todo-offline = Look for a red light or a blocked knife. Tickets wait.
printer-todo-stalled = See whether it has paper and its cover is closed; if it stays so, switch it off and on.
printer-todo-queue-failed = The sales are kept. If it does not mend itself, restart the program.
printer-todo-stopped = Restart the program: waiting tickets are kept.
printer-todo-paper-low = There is little paper left: have a roll at hand.

## In the bar

chip-printer-confirming = Confirming…
chip-printer-no-paper = No paper
chip-printer-cover = Cover open
chip-printer-offline = Off line

## The log

printer-log-connected = Connected: { $name }
printer-log-printed = Job { $job }: printed and confirmed by the printer ({ $bytes } bytes)
printer-log-sent = Job { $job }: sent ({ $bytes } bytes); the printer does not confirm
printer-log-uncertain = Job { $job }: not confirmed after { $bytes } bytes; not printed again by itself
printer-log-not-sent = Job { $job }: no byte left; it waits on
printer-log-dropped = Job { $job }: dropped because it was old (opening the drawer)
printer-log-recovered = Job { $job }: not confirmed; the program ended while it was sent
printer-log-stopped = Printing stopped

## Ports

ports-printer = USB printer { $product }
ports-adapter = { $chip } adapter
ports-usb = USB device { $product }
ports-serial = Serial port
ports-held = in use by { $by }

## The virtual printer

virtual-no-paper = No paper
virtual-paper-low = Little paper
virtual-cover-open = Cover open
virtual-offline = Off line
virtual-stall = Stuck
virtual-unplugged = Unplugged
virtual-lies = Says it printed and does not

## Setup

setup-step-detect = Detect
setup-step-connection = Connection
setup-step-text = Simple test
setup-step-ticket = Test ticket
setup-step-save = Save

setup-not-found = { $name } is not there. Check the cable and that the printer is switched on.
setup-denied-group = No permission to open { $name }. Add the user to the group { $group } (sudo usermod -aG { $group } USER), log out and in again.
setup-denied = No permission to open { $name }. Start the program as a user who has it.
setup-busy-by = { $name } is in use by { $by }. Close it and try again.
setup-busy = { $name } is in use by another program. Close it and try again.
setup-refused = Nobody answers at { $name }. Check the address, that the printer is on and that no other till is using it.
setup-gone = { $name } was unplugged while it was tried. Check the cable.
setup-other = { $name } could not be opened. Switch the printer off and on and try again.

setup-answers = The printer answers: it says when it lacks paper and confirms every ticket.
setup-answers-trouble = The printer answers, but cannot print now. Look at paper and cover.
setup-write-only = The printer does not answer: it only takes bytes, and nobody knows whether it has paper.

setup-printed-confirmed = The printer confirmed that it printed.
setup-printed-sent = Everything was sent. Look at the paper.
setup-printed-uncertain = It is not known whether all of it came out. Look at the paper.
setup-printed-waiting = It does not come out yet: { $reason }

setup-trouble-letters = Accents come out wrong → try another table
setup-trouble-cut = It did not cut → try another cut
setup-trouble-width = Lines break or end early → try another width
setup-trouble-line-feed = Lines run into each other → try another line end
setup-trouble-nothing = Nothing came out → see help

setup-changed-letters = Now with PC{ $page } (table { $table })
setup-changed-cut = Now with cut: { $cut }
setup-changed-width = Now with { $columns } columns
setup-changed-lf = Now with line end LF
setup-changed-crlf = Now with line end CR LF

setup-cut-partial = partial
setup-cut-full = full
setup-cut-short = short (GS V 1)
setup-cut-old = old (ESC i)
setup-cut-none = no knife

setup-fact-port = Port
setup-fact-speed = Speed
setup-fact-model = Model
setup-fact-paper = Paper
setup-fact-letters = Letters
setup-fact-cut = Cut
setup-paper = { $columns ->
    [32] 58 mm · 32 columns
   *[other] 80 mm · { $columns } columns
 }
setup-letters = PC{ $page } (table { $table })

setup-help-power = Is it switched on, without a red light?
setup-help-paper = Has it paper, the right way round? Scratch it with a nail: the thermal side darkens.
setup-help-cable = Is the cable firm at both ends? Try another USB port.
setup-help-speed = On a serial port, try another speed: it stands on the printer's own test page.
setup-help-self-test = Print its own test page: switch it off, hold the feed button and switch it on.
setup-help-port = If its own page comes out and this one does not, choose another port in the first step.

setup-page-text = Simple test
setup-page-ticket = Test ticket
setup-page-centred = Centred text
setup-page-bold = Bold text
setup-page-item-1 = Beef empanada
setup-page-item-2 = Mineral water 500 ml
setup-page-item-3 = Ñandypa juice

# Why the file of a model was not taken
profile-unreadable = it cannot be read: { $cause }
profile-too-long = the file is too long for a model
profile-file-name = the file's name is not plain text
profile-words = it is not understood: { $cause }
profile-no-name = the model needs a name on one line
profile-many-pages = too many tables of letters
profile-unknown-page = the tables of letters are 850, 858, 860 and 437
profile-drawer-line = the drawer is on line 0 (pin 2) or 1 (pin 5)
