### The canteen's picture above its tickets

virtual-no-memory = Keeps no logo

logo-title = Logo of the ticket
logo-none = Tickets come out without a logo.
logo-kept = The printer keeps the logo: each ticket asks for it with { $bytes } bytes.
logo-other = The printer does not have this logo yet. Store it: until then tickets come out without it.
logo-cannot = This printer keeps no logos. Tickets come out without it.
logo-sent = The logo travels with each ticket: about { $seconds } s more.
logo-choose = Choose a logo
logo-another = Choose another
logo-store = Store in the printer
logo-send = Send it with each ticket
logo-remove = Remove the logo
logo-removed = Tickets come out without a logo.

logo-page-title = Which picture stands above the ticket?
logo-page-todo = Choose a PNG. It is printed in black dots, up to 48 × 20 mm: a clear drawing on white comes out better than a photo.
logo-paper = How it comes out on paper
logo-paper-none = Choose a picture to see it as it comes out on paper.
logo-size = { $width } × { $height } dots
logo-store-takes = Storing it takes about { $seconds } s and is done once.
logo-cannot-todo = This model keeps no pictures. It can be sent with each ticket: at this speed each takes about { $seconds } s more.
logo-storing = Storing it in the printer… Do not switch it off.
logo-question = Did the logo come out on paper?
logo-question-todo = The printer does not say whether it kept it: look at the proof that has just come out.
logo-came = Yes, it did
logo-did-not-come = It did not
logo-stored = Done: tickets come out with the logo.
logo-sent-now = Done: the logo travels with each ticket.
logo-not-there = This printer did not keep it. Tickets come out without a logo, as before.
logo-waits = Not stored: { $reason } Tickets go on. Try again when the printer is ready.
logo-no-printer = No printer is set up. Set one up first.
logo-uncertain = The printer was cut off while it received it. Tickets come out without a logo: try again.
logo-proof = Proof of the logo
logo-job = Store the logo

logo-unreadable = It cannot be read: { $cause }
logo-too-large = The picture is too large: up to 12 MB and 16 million dots.
logo-not-png = It is no PNG, or a broken one. Choose another.
logo-blank = All of the picture would be white. Choose one with dark parts.
logo-files-none = There are no PNG pictures here.
logo-above = Folder above

## `cantina printer logo`
help-printer-logo = The logo of the tickets: set it, remove it, see it
help-printer-logo-set = Stores a PNG in the printer and prints a proof
help-printer-logo-set-file = The PNG
help-printer-logo-set-raster = Where the printer keeps no pictures, send it with each ticket
help-printer-logo-clear = Removes the logo: tickets come out without it
help-printer-logo-preview = How it comes out on paper, without printing
help-printer-logo-preview-file = The PNG; without it, the logo of now
help-printer-logo-preview-out = The PNG that is written
cli-logo-stored = Sent to the printer. Look at the proof: if the logo did not come out, «cantina printer logo clear».
cli-logo-sent = The logo travels with each ticket: { $bytes } bytes more.
cli-logo-none = There is no logo. Set one with «cantina printer logo set».
cli-logo-cannot = { $name } keeps no pictures. With --raster it travels with each ticket.
cli-logo-bad = { $path }: { $reason }
cli-logo-not-stored = { $reason }
