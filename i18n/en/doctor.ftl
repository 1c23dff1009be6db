### Whether this computer is fit for the till; updates

machine-page = This computer
machine-hint = What the till needs of this computer, and what to do where something is missing. It changes nothing.
machine-again = Check again
machine-running = Checking…
machine-version = Cantina { $version }
machine-fine = All in order
machine-look = Something to look at
machine-wrong = Something to mend

doctor-all-good = This computer is fit for the till.
doctor-all-warned = The till works; what is marked “!” had better be mended.
doctor-all-bad = The till does not work well like this: first mend what is marked “✗”.

doctor-display-shown = Display: the window is open.
doctor-display-own = Display: the system’s own.
doctor-display-wayland = Display: Wayland, { $name }.
doctor-display-x11 = Display: X11, { $name }.
doctor-display-none = Display: there is none (neither DISPLAY nor WAYLAND_DISPLAY).
doctor-display-none-todo = Open Cantina from the desktop. To sell without a window there is “cantina sell”.
doctor-display-silent = Display: { $name } does not answer.
doctor-display-silent-todo = Open Cantina from the desktop of the user who is signed in, not from another session.
doctor-libraries-good = Libraries of the window: all there.
doctor-libraries-missing = Libraries of the window: { $names } are missing.
doctor-libraries-missing-todo = On Debian or Ubuntu: “sudo apt install libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon0 libxkbcommon-x11-0”. The .deb package brings them by itself.
doctor-fonts-good = Letters: the program brings its own, { $count } of them tried (ñ, ẽ, ₲).
doctor-fonts-lacking = Letters: no shape for { $letters }.
doctor-fonts-lacking-todo = The program is incomplete: install it again.

doctor-folder-good = Data folder: { $path } can be written to.
doctor-folder-none = Data folder: not there yet; it is made when the till opens, in { $path }.
doctor-folder-is-a-file = Data folder: { $path } is a file.
doctor-folder-is-a-file-todo = Choose another folder with --data-dir, or move that file.
doctor-folder-not-writable = Data folder: { $path } cannot be written to ({ $cause }).
doctor-folder-not-writable-todo = Check the folder’s permissions and the room on the disk.
doctor-settings-good = Settings: they can be read.
doctor-settings-bad = Settings: { $why }
doctor-settings-bad-todo = Until config.toml is mended the till does not open.
doctor-database-none = Database: none yet; it is made when the till opens.
doctor-database-good = { $sales ->
    [one] Database: version { $found }, this program’s; 1 sale.
   *[other] Database: version { $found }, this program’s; { $sales } sales.
}
doctor-database-old = Database: version { $found }; this program brings it to { $known } when it opens it, after keeping a copy.
doctor-database-bad = Database: { $why }
doctor-database-bad-todo = Do not touch it. Look at the backups with “cantina backup list”, or call the technician.
doctor-other-none = Another Cantina: none has these data open.
doctor-other-open = Another Cantina has these data open: it is the till, if it is open.
doctor-other-open-todo = If no window is open, restart the computer.
doctor-other-unknown = Another Cantina: that cannot be known ({ $why }).
doctor-other-unknown-todo = Check the permissions of the data folder.

doctor-space-good = Disk: { $left } MB left.
doctor-space-little = Disk: { $left } MB left.
doctor-space-little-todo = Make room: with less than 512 MB no more backups are made.
doctor-space-none = Disk: only { $left } MB left.
doctor-space-none-todo = Make room now: nothing can be sold with a full disk.
doctor-space-unknown = Disk: the system does not say how much is left.
doctor-sync-good = Disk: keeps for good in { $median } ms (at worst { $worst } ms).
doctor-sync-slow = Slow disk: keeps for good in { $median } ms (at worst { $worst } ms).
doctor-sync-slow-todo = It sells all the same, but each sale takes its time. Use the internal disk, better an SSD, and no USB stick nor the network.
doctor-sync-too-slow = Disk too slow: keeps for good in { $median } ms (at worst { $worst } ms).
doctor-sync-too-slow-todo = Put the data folder on the internal disk with --data-dir: like this the queue waits for the disk.
doctor-sync-failed = Disk: nothing could be kept for good ({ $cause }).
doctor-sync-failed-todo = Do not sell like this: what is sold may be lost. Change the disk or call the technician.

doctor-backups-good = Backups: up to date, in { $path }.
doctor-backups-ready = Backups: the folder is ready, { $path }.
doctor-backups-unknown = Backups: the settings do not say where they go.
doctor-backups-unknown-todo = First the settings must be mended.
doctor-backups-no-folder = Backups: the folder { $path } is not there.
doctor-backups-no-folder-todo = Plug that disk in, or choose another folder in Settings › Backups.
doctor-backups-not-writable = Backups: { $path } cannot be written to ({ $cause }).
doctor-backups-not-writable-todo = Check the permissions, or choose another folder in Settings › Backups.
doctor-backups-never = Backups: none was made yet.
doctor-backups-never-todo = Make one now: Settings › Backups, or “cantina backup now”.
doctor-backups-failed = Backups: the last one failed.
doctor-backups-failed-todo = See why in Settings › Backups, and make one now.
doctor-backups-old = Backups: the last one is old.
doctor-backups-old-todo = Make one now: Settings › Backups, or “cantina backup now”.
doctor-scheduler-set = Daily backup with the till closed: { $name } makes it.
doctor-scheduler-unset = Daily backup with the till closed: not set; { $name } could make it.
doctor-scheduler-unset-todo = With the till open it is made by itself. To have it made with the till closed too: “cantina backup schedule install”, or Settings › Backups.
doctor-scheduler-none = Daily backup with the till closed: nobody on this system could make it.
doctor-scheduler-none-todo = Leave the till open at the time of the backup.

doctor-printer-good = Printer: { $what } is there and can be opened.
doctor-printer-none = Printer: none is set up yet.
doctor-printer-none-todo = Settings › Printer, or “cantina printer setup”. It also sells without one.
doctor-printer-network = Printer: on the network, { $what }. It is not tried here.
doctor-printer-virtual = Printer: on the screen, without paper.
doctor-printer-bad = Printer: “{ $what }” is no address.
doctor-printer-bad-todo = Set it up again: Settings › Printer, or “cantina printer setup”.
doctor-printer-not-there = Printer: { $what } is not there.
doctor-printer-not-there-todo = Plug it in and switch it on. “cantina printer ports” says which ports there are.
doctor-printer-not-tried = Printer: { $what } is there; whether it can be opened is not known.
doctor-printer-denied = Printer: this user may not open { $what }.
doctor-printer-denied-todo = “sudo usermod -aG { $group } USER”. Then sign out and in again.
doctor-printer-unknown = Printer: the settings cannot be read.
doctor-printer-unknown-todo = First the settings must be mended.
doctor-group-good = Permission for serial ports: this user has it.
doctor-group-missing = Permission for serial ports: this user is not in the group dialout.
doctor-group-missing-todo = If the printer is on a serial port or USB: “sudo usermod -aG dialout USER”. Then sign out and in again.

doctor-clock-good = Clock: { $now }.
doctor-clock-by-hand = Clock: { $now }; not set by the network.
doctor-clock-by-hand-todo = Compare it with another clock: the date of tickets and the day of sales come from it.
doctor-clock-wrong = Clock: { $now } cannot be.
doctor-clock-wrong-todo = Set date and time before you sell. If it happens again, the battery of the board is spent.
doctor-clock-behind = Clock: { $now }, but the last sale is of { $before }.
doctor-clock-behind-todo = Set date and time before you sell.
doctor-zone-good = Time zone: { $zone } ({ $offset }).
doctor-zone-other = Time zone: { $zone } ({ $offset }), not America/Asuncion.
doctor-zone-other-todo = If the canteen is in Paraguay: “sudo timedatectl set-timezone America/Asuncion”; on Windows, Settings › Time & language, “Asuncion”.
doctor-zone-old = Time zone: { $zone }, but with { $offset } instead of UTC−3.
doctor-zone-old-todo = Update the system: since October 2024 Paraguay is at UTC−3 all year.
doctor-memory-good = Memory: { $free } MB free of { $whole }.
doctor-memory-little = Memory: { $free } MB free of { $whole }.
doctor-memory-little-todo = Close programs that are not needed.
doctor-memory-none = Memory: only { $free } MB free of { $whole }.
doctor-memory-none-todo = Close other programs before you sell.
doctor-memory-unknown = Memory: the system does not say how much there is.

upgrade-none = Cantina { $program }; data of version { $known } are made when the till opens.
upgrade-current = Cantina { $program }; the data are of version { $found }, this program’s.
upgrade-old = Cantina { $program }; the data are of version { $found }. When the till opens they become { $known }, after a copy is kept.
upgrade-no-undo = There is no update that can be taken back: there is no copy from before.
upgrade-can-undo = The last update can be taken back: the data go back to { $made }, version { $schema }. Sales made since: { $sales }; they stay in a backup and leave the till.
upgrade-needs-yes = Nothing was changed. To take the update back without being asked, add --yes.
upgrade-undone = The data are of version { $schema } again. What there was is in { $path }. Install the program of before before you open the till: this one would update them again.

## Help
help-doctor = Looks whether this computer is fit for the till and says what to do
help-upgrade = What an update of the program changed in the data, and how to take it back
help-upgrade-status = Which version the data are of, and whether the last update can be taken back
help-upgrade-undo = Puts the data back as before the last update, after a backup
