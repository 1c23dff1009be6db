### Backups: making them, proving them and going back to one.

## Por qué no se hizo
backup-said = { $what }
backup-busy = A backup is being made or restored already. No other was made: wait until it is done.
backup-cancelled = Cancelled. Nothing is left half done and the backups of before are there.
backup-destination-full = There is no room in { $folder }. The backup was not made; those of before are there. Free some space or choose another folder.
backup-destination-missing = The folder { $folder } does not exist. The backup was not made; those of before stay. Plug the disk in, make the folder or choose another.
backup-destination-read-only = { $folder } cannot be written to. The backup was not made; those of before are there. Check the permissions or choose another folder.
backup-destination-failed = { $folder } could not be used ({ $cause }). The backup was not made; those of before are there. Check the disk and try again.
backup-data-failed = { $path } could not be used ({ $cause }). Nothing was changed: check space and permissions.
backup-changed-meanwhile = { $name } changed while it was copied. The backup was not made; those of before are there. Try again.
backup-lacking = The backup lacked sales. It was not kept; those of before are there. Try again; if it happens again, call the technician.
backup-not-there = There is no backup { $path }. Nothing was changed: see the list with “cantina backup list”.
backup-not-good = The backup { $path } is no good: { $why }. Nothing was changed: use another one.
backup-sold-meanwhile = Something was sold while the backup was made ready. Nothing was changed: try again.
backup-nothing-to-undo = There is no restore to undo, or the backup of before is gone. Nothing was changed.
backup-open-elsewhere = The till is open in another window. Nothing was changed: restore in Settings › Backups, or close it first.
backup-locked = Another program is reading the database. Nothing was changed: close it and try again.
backup-present-damaged = The database is damaged and could not be copied. The backups of before are there: close the till and restore the last one.
backup-present-no-database = { $path } is not a Cantina database. It was not copied; the backups of before are there. Restore the last one.
backup-present-newer = The data are of a newer Cantina. They were not copied: update the program.
backup-disk-full = The disk is full. The backup was not made; those of before are there. Free some space.
backup-database-io = The disk did not answer ({ $cause }). The backup was not made; those of before are there. Check space and disk.
backup-database = The database answered with an error (code { $code }). Nothing was changed: try again; if it happens again, call the technician.
backup-needs-yes = A restore puts the backup in the place of the present data. Nothing was changed: add --yes, or do it at a terminal.
backup-not-wanted = Nothing was changed.
backup-no-scheduler = Neither systemd of the user nor cron works here. Nothing was scheduled: the open till makes its daily backup all the same.
backup-bad-path = The path of the program or of the data has letters that cannot be written. Nothing was scheduled.
backup-schedule-refused = The system did not take “{ $command }” ({ $said }). Look into it and try again.

## Por qué una copia no sirve
backup-flaw-none = it is not a backup of Cantina
backup-flaw-cut = its end is missing
backup-flaw-damaged = it is damaged
backup-flaw-part = it is damaged in { $name }
backup-flaw-unreadable = it cannot be read ({ $cause })
backup-flaw-pages = its database is damaged
backup-flaw-keys = rows are missing in its database
backup-flaw-ledger = its books do not sum to zero
backup-flaw-contents = it has not in it what it says
backup-flaw-newer = it is of a newer Cantina; update the program

## Lo que se dice
backup-contents = { $sales ->
        [one] 1 sale
       *[other] { $sales } sales
    }, last ticket { $ticket }, sold { $sold }, balances { $balances }, { $students } people, { $products } products
backup-made = Backup made and verified: { $path } ({ $size }): { $what }.
backup-not-due = There is a good backup of today already. No other was needed.
backup-none = There are no backups yet. Make one with “cantina backup now”.
backup-unverified = not verified;
backup-would-prune = Backups that would be deleted: { $count }.
backup-pruned = Backups deleted: { $count }.
backup-loss =
    The backup is of { $made }. { $sales ->
        [0] No later sale
        [one] 1 later sale
       *[other] { $sales } later sales
    } ({ $total }) would be lost, { $restrictions ->
        [0] no restriction
        [one] one restriction
       *[other] { $restrictions } restrictions
    } of pupils, and everything else noted since. The present is backed up first.
backup-loss-unknown = The backup is of { $made }. The present data cannot be read: nobody knows what would be lost. They are kept as they are first.
backup-word = restore
backup-type-word = To go on, type “{ $word }”:
backup-restored = The backup of { $made } was restored: { $what }. What was there before is in { $before }; “cantina backup undo-restore” goes back to it.
backup-restored-aside = The backup of { $made } was restored: { $what }. The damaged data are in { $before }.
backup-restored-new = The backup of { $made } was restored: { $what }.
backup-schedule-installed = Done: the system makes the backup every day.
backup-schedule-removed = Done: the system makes the backup no more.
backup-schedule-dry = Nothing was changed: this is what would be done.
backup-schedule-on = Scheduled with { $scheduler }. Next: { $next }.
backup-schedule-off = Not scheduled with { $scheduler }. While the till is open, next: { $next }.
backup-schedule-last = Last: { $last }. Result: { $result }
backup-last-good = good and verified
backup-never = never
backup-scheduler-systemd = systemd (user)
backup-scheduler-crontab = cron
backup-scheduler-windows = the Task Scheduler

## El registro
backup-log-made = Backup made and verified: { $name } ({ $size }, { $sales ->
        [one] 1 sale
       *[other] { $sales } sales
    }).
backup-log-failed = The backup failed: { $why }
backup-log-cancelled = The backup was cancelled.
backup-log-good = Backup verified: { $name } ({ $sales ->
        [one] 1 sale
       *[other] { $sales } sales
    }).
backup-log-bad = The backup { $name } is no good: { $why }.
backup-log-pruned = The backup { $name } was deleted: it was older than they are kept.
backup-log-not-pruned = Old backups were not deleted: { $why }
backup-log-second = Second copy in { $folder }: { $count } new.
backup-log-second-absent = The second folder { $folder } is not there: it is copied to when it is back.
backup-log-second-failed = The second copy failed: { $why }
backup-log-restored = { $name } of { $made } was restored. What was before: { $before }
backup-log-not-restored = Not restored: { $why }
backup-log-rest = The database was restored; photos or settings were not: { $why }

## La página
backup-page = Backups
backup-protected = All is protected
backup-not-protected = Not protected
backup-head-never = There is no backup yet. Make the first one now.
backup-head-good = Last verified backup: { $last } · { $count } kept · next { $next }
backup-head-failed = The last backup failed: { $why }
backup-head-missed = The daily backup was not made. The last good one is of { $last }. Make one now.
backup-head-old = The last good backup is of { $last }. Make one now and check the folder.
backup-head-unreadable = { $why }
backup-now = Back up now
backup-cancel = Cancel
backup-close = Close
backup-running-copying = Copying the data…
backup-running-packing = Storing the backup…
backup-running-checking = Proving that it restores…
backup-running-second = Taking the second copy along…
backup-running-restoring = Going back to the backup…
backup-running-hint = Selling can go on.
backup-restoring-hint = Do not switch the computer off.
backup-time = Daily at
backup-keep = Kept for
backup-keep-days = { $days } days
backup-folder = Folder
backup-second = Second copy
backup-folder-own = The data folder
backup-second-none = None
backup-second-here = there
backup-second-seen = seen { $day }
backup-second-never = not there
backup-scheduled = Scheduled with
backup-schedule-active = active
backup-schedule-none = Only while the till is open
backup-schedule-set = Schedule…
backup-schedule-unset = Unschedule…
backup-schedule-title = Schedule the daily backup
backup-schedule-hint = The system makes it even while the till is closed. This is exactly what will be written and run; all else stays as it is.
backup-schedule-unset-title = Remove the scheduled backup
backup-schedule-unset-hint = This is exactly what will be deleted and run. The open till still makes its daily backup.
backup-schedule-do = Do it
backup-change = Change…
backup-change-title = When and where they are kept
backup-change-folder = Folder (empty: the usual one)
backup-change-second = Second copy, such as a USB stick (empty: none)
backup-change-days = Kept for, in days
backup-bad-time = Write a time such as 22:00.
backup-bad-days = Write 1 to 3650 days.
backup-list = Backups
backup-list-none = No backups yet
backup-list-none-todo = The button above makes the first one.
backup-row-good = Verified: { $sales ->
        [one] 1 sale
       *[other] { $sales } sales
    }, whole
backup-row-unverified = Not verified: { $sales ->
        [one] 1 sale
       *[other] { $sales } sales
    }
backup-row-bad = No good: { $why }
backup-row-failed = Failed: { $why }
backup-row-restore = Restore…
backup-look-title = Backup of { $made }
backup-look-sales = Sales and voids
backup-look-ticket = Last ticket
backup-look-last = Last sale
backup-look-sold = Sold in all
backup-look-balances = Pupils’ balances
backup-look-people = People
backup-look-products = Products
backup-look-photos = Photos
backup-look-users = Users
backup-look-app = Version
backup-look-file = File
backup-look-hint = This only looks: nothing is changed.
backup-verify = Verify
backup-verified = The backup { $name } is whole: it can be restored.
backup-restore-title = Restore the backup of { $made }
backup-restore-tickets = Ticket numbers go on from { $ticket }: those of the lost sales are used again.
backup-restore-word = Type “{ $word }”
backup-restore-pin = A manager’s PIN
backup-restore-do = Restore
backup-cart-first = There is a cart in hand. Nothing was changed: sell, hold or clear it, and restore then.
backup-done-restored = The backup of { $made } was restored. Sign in again.
backup-done-made = Backup made and verified: { $sales ->
        [one] 1 sale
       *[other] { $sales } sales
    }.
backup-undo-title = A backup was restored
backup-undo-hint = What was there before is kept in { $name }.
backup-undo = Undo…
backup-chip-good = Backup ✓
backup-chip-never = No backups
backup-chip-bad = Backup: have a look
backup-chip-running = Backing up { $percent } %
backup-told-never = There are no backups yet. Tell a manager: Settings › Backups.
backup-told-bad = The backup needs attention. Tell a manager: Settings › Backups.
backup-told-good = The last backup is verified.

## La línea de comandos
cli-bench-backup = { $megabytes } MB, { $sales } sales ({ $build }): backup and proof { $made } s; copying and packing the file alone, { $floor } s, and unpacking and reading it, { $read } s; ratio { $ratio }; memory { $memory } MB. Sale: p99 { $with } ms with a backup and { $without } ms without; ratio { $slower }.
help-backup = Makes, lists, verifies and restores backups
help-backup-now = Makes a backup and proves that it restores
help-backup-now-if-due = Only if none was made since the time of the daily one
help-backup-list = Lists the backups, oldest first
help-backup-verify = Unpacks a backup and compares all of it with what was written
help-backup-verify-all = Every backup in the folder
help-backup-show = Says what is in a backup, without restoring it
help-backup-prune = Deletes backups that are older than they are kept
help-backup-prune-dry-run = Only says which would go
help-backup-restore = Brings a backup back, after a backup of the present
help-backup-undo-restore = Brings back what there was before the last restore
help-backup-schedule = Has the system make a backup every day
help-backup-schedule-install = Sets the schedule; what others scheduled stays
help-backup-schedule-status = Says whether it is set, when it runs next and how the last backup went
help-backup-schedule-remove = Takes it away
help-backup-schedule-install-dry-run = Only says what would be written and run
help-backup-schedule-remove-dry-run = Only says what would be deleted and run
help-backup-verify-file = A backup: a path, or its name in the folder
help-backup-show-file = A backup: a path, or its name in the folder
help-backup-restore-file = A backup: a path, or its name in the folder
help-any-yes = Does not ask
help-bench-backup = Makes and proves a backup, beside copying and packing the file alone, and sells meanwhile
help-bench-backup-rounds = How many sales are measured with the backup and without

## The dialog that undoes
backup-undo-dialog = Go back to what there was before the restore
backup-undo-do = Go back
