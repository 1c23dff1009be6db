### The printer in the window: its page in the settings, the panel of the chip, the printer on the screen, the help

page-close = Close
page-cancel = Cancel
page-back = Back
page-leave = Leave as it was
page-next = Next
page-retry = Try again
page-help = See help
page-test = Print a test
page-drawer = Open the drawer
page-paper = See the paper
page-settings = Printer settings

## The setup

page-setup-title = Settings · Printer

page-step-detect-title = Which one is the printer?
page-step-detect-todo = Plug in the cable, switch the printer on and choose its port. The most likely one comes first.
page-step-connection-title = Connection
page-step-connection-todo = The till opens the port, finds the speed and asks the printer how it is.
page-step-text-title = Did it come out like this?
page-step-text-todo = Check that the title is centred and bold, and that the letters ñ á ¿ ¡ are right.
page-step-ticket-title = Did it come out like this?
page-step-ticket-todo = Check that accents and ñ are right, that the total is bold and that the paper was cut.
page-step-save-title = All set
page-step-save-todo = Look at the summary and save it. Nothing has changed so far.

page-busy-looking = Looking for printers…
page-busy-connecting = Connecting and trying speeds… This may take some seconds.
page-busy-printing = Printing the test… Watch the paper.
page-busy-saving = Saving…

page-paper-example = This is the first test
page-paper-wanted = It has to look like this
page-paper-kept = Tickets will look like this

page-ports-none = No port was found
page-ports-none-todo = Plug in the printer's USB cable, switch it on, wait some seconds and press “Look again”. If it is on the network, type its address below.
page-port-likely = Likely
page-port-held = In use
page-look-again = Look again
page-address = Another address
page-address-example = /dev/ttyUSB0, COM3, tcp:192.168.0.50
page-address-try = Try
page-address-hint = A port, a network address (tcp:192.168.0.50) or a folder that plays a printer (virtual:folder).
page-virtual-use = I have no printer: use one on the screen

page-speed = { $speed } baud
page-speeds = Speed
page-speeds-hint = If it does not answer, choose the speed on its label, or on the sheet that it prints when it is switched on with the feed button held down.
page-model = Model: { $name }
page-models = Which model is it?
page-models-todo = If it is not there, choose the generic one with the width of your paper.
page-model-columns = { $columns } columns
page-models-refused =
    { $count ->
        [one] 1 file of a model could not be read and was left out.
       *[other] { $count } files of models could not be read and were left out.
    }

page-print-again = Print again
page-good = Yes, it is right
page-nothing-title = Nothing came out
page-save = Save
page-save-keeps = Waiting tickets come out as soon as you save.
page-saved = Printer saved. Tickets come out of it.
page-saved-none = The till works without a printer. Tickets wait.

## The page, and the panel

page-panel-title = Printer
page-none = There is no printer yet
page-none-todo = You can sell all the same: tickets wait and come out once you set one up.
page-begin = Set up a printer
page-again = Set up again
page-remove = Work without a printer
page-remove-title = Work without a printer?
page-remove-what = Tickets are kept and wait. They come out once you set up a printer.
page-remove-keep = Keep the printer
page-log = Latest events
page-log-empty = Nothing has happened yet.
page-queue = In the queue
page-queue-empty = Nothing waits.
page-queue-more =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }
page-job-ticket = Ticket { $number }
page-job-copy = Ticket { $number } (copy)
page-job-drawer = Open the drawer
page-came-out-question = Did “{ $title }” come out?
page-drawer-question = Did the drawer open?
page-drawer-settled = Done
page-cancel-job = Cancel
page-cancel-title = Cancel “{ $title }”?
page-cancel-what = It will not be printed. The sale stays written down, and a copy can be printed later.
page-cancel-reason = Reason
page-cancel-keep = Let it wait
page-cancel-now = Cancel the paper
page-cancel-late = It was not waiting any more: look at the paper.
page-cancelled = Cancelled. It is not printed.
page-reason-left = The customer has left
page-reason-twice = It is there twice
page-reason-not-wanted = Not needed
page-test-queued = The test is in the queue. Watch the paper.
page-test-waits = The test waits in the queue: it comes out when the printer can.
page-drawer-sent = The drawer was told to open.
page-drawer-not-now = The printer cannot open the drawer now. If it does not open within seconds, use the key.

## The printer on the screen

page-virtual-title = Virtual printer
page-virtual-troubles = What is wrong with it?
page-virtual-troubles-hint = For practice: try each trouble and see what the till says.
page-virtual-mend = All works again
page-virtual-none = No paper has come out yet
page-virtual-none-todo = Sell something or print a test: the paper comes out here.
page-virtual-newest = The latest
page-virtual-job = No. { $job }
page-virtual-coming = Coming out…
page-virtual-longer = The paper goes on; the files have all of it.
page-virtual-files = Save the paper
page-virtual-folder = Folder
page-virtual-save = PNG and text
page-virtual-saved = Saved in { $path }
page-virtual-file = paper
page-switch-on = Yes
page-switch-off = No
nav-paper = Paper

## The help

page-help-title = Help: the printer
page-help-back = Back
page-help-first = The till never waits for the printer: go on selling. Tickets are kept and come out in order when the printer is back.

page-weekly = Once a week
page-weekly-paper = Open the cover and see how much paper is left. A red line at the edge says that it is ending.
page-weekly-spare = Count the spare rolls: at least two, of the right width (80 or 58 mm).
page-weekly-clean = With the printer off and cold, clean the print head with a swab and alcohol; blow away the paper's dust.
page-weekly-cable = See that the USB cable and the power cable are firm and that nobody steps on them.
page-weekly-test = Print a test and look at accents, bold letters and the cut.
page-weekly-log = Look at the latest events in Settings › Printer: if “not connected” comes again and again, change the cable.

page-troubles = When something is wrong
page-trouble = What you see
page-trouble-todo = What to do
page-trouble-nothing = Nothing comes out
page-trouble-nothing-todo = See that it is on and its light is steady. Turn the roll around: thermal paper prints on one side only (scratch it with a nail: it turns black). Then print a test.
page-trouble-no-paper = It says “no paper”
page-trouble-no-paper-todo = Put in a new roll and close the cover until it clicks. The ticket goes on by itself; do not print it again.
page-trouble-cover = It says “cover open”
page-trouble-cover-todo = Press the cover on both sides until it clicks. The ticket goes on by itself.
page-trouble-gone = It says “no printer”
page-trouble-gone-todo = Unplug the USB cable and plug it in again, and see that the printer is on. The till tries again by itself. If you changed the printer or the port, set it up again.
page-trouble-denied = It says there is no permission
page-trouble-denied-todo = On Linux the user has to be in the group dialout: “sudo usermod -aG dialout user”. Then log out and in again.
page-trouble-busy = It says another program uses it
page-trouble-busy-todo = Close the program that the till names (another till, a port monitor) and try again.
page-trouble-garbage = Letters make no sense
page-trouble-garbage-todo = The speed is not the printer's. Set it up again in Settings › Printer and choose the one on its label.
page-trouble-accents = Accents and ñ are wrong
page-trouble-accents-todo = Set it up again and press “Accents are wrong” in step 4 until they are right.
page-trouble-cut = It does not cut, or cuts through the text
page-trouble-cut-todo = Set it up again and press “It did not cut” in step 4. If it has no knife, tear against the edge.
page-trouble-faint = It is very pale or has white stripes
page-trouble-faint-todo = Clean the print head with alcohol. If that does not help, try another roll: old paper, or paper kept in the sun, fades.
page-trouble-doubt = It asks “Did the ticket come out?”
page-trouble-doubt-todo = Look at the paper. If it is whole, press “Yes, it came out”; if it is missing or torn, “Print again”. The till cannot know, and so it does not repeat it by itself.

page-promise = What the till promises
page-promise-what = No ticket is lost or comes out twice without your knowing. What is printed again says COPY. A drawer that did not open in time does not open later.
page-calling = Before you call for help
page-calling-what = Write down what the till says and at what time. The details are in the file { $log }.
