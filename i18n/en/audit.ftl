# Who did what and when, and whether the facts are as they were written.

## The page
audit-page = Audit
audit-hint = Who did what and when. None of it can be changed or deleted; if somebody does so from outside, the check finds and names it.
audit-anybody = Everybody
audit-any-action = Everything
audit-day = Day
audit-day-hint = DD/MM/YYYY
audit-day-wrong = Type the day as 23/11/2026.
audit-older = Older
audit-newer = Newer
audit-none = Nothing noted
audit-none-todo = Choose another person, action or day.
audit-nobody = The till
audit-path = CSV file to keep it in
audit-export = Export
audit-verify = Verify
audit-verifying = Verifying…
audit-exported = { $count ->
    [one] 1 entry in { $path }.
   *[other] { $count } entries in { $path }.
}
audit-verified = Everything is as it was written: { $facts } facts. Head of the chain: { $head }
audit-not-verified = { $altered } facts are not as they were written. Look into it before you go on: tell the manager and keep a copy of the database. Head of the chain: { $head }
audit-head-when = When
audit-head-who = Who
audit-head-what = What
audit-head-action = Action
audit-head-subject = About
audit-head-detail = Detail

## What is found
audit-altered = { $table }, row { $seq }: { $how }
audit-altered-sale = { $table }, row { $seq } (ticket { $number }): { $how }
audit-how-changed = changed
audit-how-deleted = missing
audit-how-inserted = put in from outside
audit-how-cut-off = the end of the chain is missing

## Actions, to choose from
audit-action-discount = Discounts
audit-action-approve-restriction = Alerts approved
audit-action-approve-credit = Credit approved
audit-action-approve-daily-limit = Daily limit passed
audit-action-void = Voids
audit-action-refund = Refunds
audit-action-lunch-plan = Lunch plans
audit-action-pupil-lunch = Lunch subscriptions
audit-action-pupil-lunch-ended = Subscriptions ended
audit-action-alert-seen = Alerts acknowledged
audit-action-export = Files exported
audit-action-wrong-pin = Wrong PINs
audit-action-health-seen = Health data seen
audit-action-self-check = Self-checks
audit-action-restore = Backups restored
audit-action-cancel-job = Prints cancelled
audit-action-open-drawer = Drawer opened
audit-action-audit-export = Audit exported
audit-action-approve-weekly-limit = Weekly limit passed
audit-action-approve-monthly-limit = Monthly limit passed
audit-action-approve-meal-limit = Break limit passed
audit-action-approve-items = More items approved
audit-action-approve-hours = Sale outside hours
audit-action-approve-blocked = Blocked product approved
audit-action-approve-difference = Drawer differences approved
audit-action-limits = Pupils' limits
audit-action-meal-breaks = Breaks
audit-action-tender-terms = Ways to pay
audit-action-rights = Rights
audit-action-user-added = New users
audit-action-user-let-in = Users let in
audit-action-user-let-out = Users let go
audit-action-pin-reset = PINs reset
audit-action-pin-changed = PINs changed
audit-action-card-given = Staff cards
audit-action-card-blocked = Staff cards blocked
audit-action-card-opened = Staff cards unblocked
audit-action-lunch-payment-back = Lunch payments taken back
audit-action-account-correction = Account corrections
audit-action-account-top-up-undone = Top-ups undone
audit-action-account-transfer = Transfers between accounts
audit-action-account-payout = Balances paid out
audit-action-account-share = Accounts shared
audit-action-account-card-issued = Cards issued
audit-action-account-card-replaced = Cards replaced
audit-action-account-card-blocked = Cards blocked
audit-action-account-card-unblocked = Cards unblocked
audit-action-account-card-expiry = Last days of cards
audit-action-shift-opened = Shifts opened
audit-action-shift-closed = Shifts closed
audit-action-shift-handed-over = Hand-overs
audit-action-cash-paid-in = Cash in
audit-action-cash-paid-out = Cash out
audit-action-cash-drop = Drops to the safe

## Actions, said
audit-said-discount = approved a discount (ticket { $subject })
audit-said-approve-restriction = approved a sale with an alert (ticket { $subject })
audit-said-approve-credit = approved going beyond the balance (ticket { $subject })
audit-said-approve-daily-limit = approved going beyond the daily limit (ticket { $subject })
audit-said-void = voided a sale (ticket { $subject })
audit-said-refund = gave back (ticket { $subject }): { $detail }
audit-said-lunch-plan = saved the lunch plan { $subject }: { $detail }
audit-said-pupil-lunch = subscribed { $subject } to lunch: { $detail }
audit-said-pupil-lunch-ended = ended the lunch subscription of { $subject }: { $detail }
audit-said-alert-seen = acknowledged an alert. { $subject }
audit-said-export = exported to { $subject }
audit-said-wrong-pin = wrong PIN, { $detail } in a row
audit-said-health-seen = looked at the health data { $subject ->
    [all] of all
   *[other] of { $subject }
 }
audit-said-self-check = the till checked itself: { $subject ->
    [ok] all is well
   *[other] it found something
 }
audit-said-restore = restored the backup { $subject }
audit-said-cancel-job = cancelled print job { $subject }
audit-said-open-drawer = opened the drawer without a sale
audit-said-audit-export = exported { $detail } entries to { $subject }
audit-said-approve-weekly-limit = approved going beyond the weekly limit (ticket { $subject })
audit-said-approve-monthly-limit = approved going beyond the monthly limit (ticket { $subject })
audit-said-approve-meal-limit = approved going beyond the limit of the break (ticket { $subject })
audit-said-approve-items = approved more items than allowed (ticket { $subject })
audit-said-approve-hours = approved a sale outside the pupil's hours (ticket { $subject })
audit-said-approve-blocked = approved a blocked product (ticket { $subject })
audit-said-approve-difference = approved the difference of Z { $subject }
audit-said-limits = changed the limits of { $subject }
audit-said-meal-breaks = changed the breaks: { $detail }
audit-said-tender-terms = changed a way to pay: commission { $detail }
audit-said-rights = changed the rights of { $subject }: { $detail }
audit-said-user-added = added the user { $subject }
audit-said-user-let-in = let the user { $subject } in again
audit-said-user-let-out = took the user { $subject } off
audit-said-pin-reset = reset the PIN of { $subject }
audit-said-pin-changed = changed the PIN of { $subject }
audit-said-card-given = gave a card to { $subject }
audit-said-card-blocked = blocked a card of { $subject }
audit-said-card-opened = unblocked a card of { $subject }
audit-said-lunch-payment-back = took back a lunch payment
audit-said-account-correction = corrected the account of { $subject }: { $detail }
audit-said-account-top-up-undone = undid a top-up of { $subject }: { $detail }
audit-said-account-transfer = transferred from the account of { $subject }: { $detail }
audit-said-account-payout = paid out the balance of { $subject }: { $detail }
audit-said-account-share = changed whom { $subject } shares an account with
audit-said-account-card-issued = gave a card to { $subject }: { $detail }
audit-said-account-card-replaced = replaced a card of { $subject }: { $detail }
audit-said-account-card-blocked = blocked a card of { $subject }: { $detail }
audit-said-account-card-unblocked = unblocked a card of { $subject }: { $detail }
audit-said-account-card-expiry = changed the last day of a card of { $subject }: { $detail }
audit-said-shift-opened = opened the shift with { $detail }
audit-said-shift-closed = closed the shift: Z { $subject }
audit-said-shift-handed-over = took over the drawer
audit-said-cash-paid-in = put cash in: { $detail }
audit-said-cash-paid-out = took cash out: { $detail }
audit-said-cash-drop = took cash to the safe: { $detail }
audit-said-other = { $action } { $subject }

## On the command line
cli-bad-head = “{ $text }” is not the head of a chain: it is written as 12: and 64 letters. Nothing was verified.
cli-bad-day = “{ $text }” is not a day: it is written as 23/11/2026 or 2026-11-23.
cli-no-such-user = Nobody called “{ $name }” works here.
cli-file-there = { $path } is there already. Nothing was written: choose another name.
cli-audit-no-right = That person may not see the audit. Nothing was written: ask a manager.

help-audit = Who did what, and whether the facts are as they were written
help-audit-list = Lists who did what, latest first
help-audit-verify = Proves that every fact is as it was written
help-audit-export = Writes all of it into a CSV file, and notes it
help-audit-list-user = Of this person alone
help-audit-list-action = Of this action alone
help-audit-list-from = From this day on
help-audit-list-to = Up to this day
help-audit-list-most = The most that are listed
help-audit-list-before = Only what was done before this one
help-audit-verify-head = A head that was noted before, as on a Z report
help-audit-export-file = The file; it must not be there yet
help-audit-export-user = Of this person alone
help-audit-export-action = Of this action alone
help-audit-export-from = From this day on
help-audit-export-to = Up to this day
