### The printer: status, queue, wizard

printer-not-configured = No printer is set up. Tickets wait: set one up in Settings.
printer-connecting = Connecting to the printer…
printer-not-connected = No printer: { $reason } It will be tried again by itself.
printer-ready = Printer ready
printer-write-only = Printer connected (it does not say whether it has paper)
printer-printing = Printing job { $job }…
printer-stalled = The printer takes no more data. Check its paper and its cover; job { $job } goes on by itself.
printer-queue-failed = The print queue could not be read. Sales are kept; it will be tried again by itself.
printer-stopped = Printing has stopped. Restart the program; waiting tickets are kept.
printer-uncertain = Did job { $job } come out? The printer broke off half-way, and it was not printed again.
printer-waiting = { $count ->
    [one] 1 ticket waiting
   *[other] { $count } tickets waiting
 }

# The state of a job.
printer-job-waiting = Waiting
printer-job-sending = Sending
printer-job-printed = Printed
printer-job-uncertain = Not confirmed
printer-job-cancelled = Cancelled

# Why a printer cannot be reached; each stands inside printer-not-connected.
printer-error-not-found = { $name } is not there. Check the cable.
printer-error-denied = No permission to open { $name }. On Linux, add the user to the group dialout.
printer-error-busy = Another program is using { $name }. Close it.
printer-error-refused = Nobody answers at { $name }. Check the address, that the printer is on and that no other till is using it.
printer-error-gone = { $name } was unplugged. Check the cable.
printer-error-other = { $name } does not respond. Turn the printer off and on again.
