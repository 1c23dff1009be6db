### Settings line by line: their names, their sentences, the search, the file of all of them

## Pages

settings-taxes = Taxes and rounding
settings-shift = Drawer and shift
settings-accounts = Accounts
settings-calendar = School calendar
settings-dashboard = Dashboard and alerts
settings-machine = This till
settings-transfer = Export and import
settings-hint-taxes = Set by law: shown here, not changed.
settings-hint-shift = Holds from the next shift on. What is closed does not change.
settings-hint-accounts = Holds from the next top-up or sale on. What is noted does not change.
settings-hint-calendar = Used by the dashboard and its alerts. Breaks are under “Hours”.
settings-hint-dashboard = When the dashboard warns, and what is written by itself.
settings-hint-machine = Belongs to this machine: it is not in the file of settings.
settings-hint-transfer = All settings in one file, for another till or to keep. Without PINs and users, and without what belongs to this machine: printer, folders, screen.

## Search

settings-find = Find a setting
settings-find-none = No setting is called “{ $query }”. Try another word.
setting-found = What you looked for

## A line

setting-yes = Yes
setting-no = No
setting-none = empty
setting-default = Default: { $value }
setting-back = Back to “{ $value }”
setting-to-default = Back to the default
setting-add = Add
setting-fixed = Set by law
setting-said-saved = Settings saved
setting-change = { $what }: from { $before } to { $after }
setting-choice-es-py = Español
setting-choice-en = English
setting-choice-pt-br = Português
setting-choice-light = Light
setting-choice-dark = Dark
setting-choice-automatic = Auto
setting-choice-always = Always
setting-choice-never = Never
setting-weekday-1 = Mon
setting-weekday-2 = Tue
setting-weekday-3 = Wed
setting-weekday-4 = Thu
setting-weekday-5 = Fri
setting-weekday-6 = Sat
setting-weekday-7 = Sun

## Why not

setting-fault-missing = It must not be empty. The old value stays.
setting-fault-long = At most { $most } letters. The old value stays.
setting-fault-number = It must be a whole number. The old value stays.
setting-fault-range = From { $from } to { $to }. The old value stays.
setting-fault-money = A whole amount, such as 10.000. The old value stays.
setting-fault-time = A time, such as 22:00. The old value stays.
setting-fault-choice = None of the choices. The old value stays.
setting-fault-folder = The whole path of the folder, from its root. The old value stays.
setting-fault-days = As 3/4/2026, 13/7/2026 - 24/7/2026 or 8/12, day before month, the earlier first.
setting-fault-overlap = One begins before another has ended.
setting-fault-twice = It is in the list already.
setting-fault-many = At most { $most }. Take one out first.

## Shop

setting-shop-name = Name of the shop
setting-shop-name-what = At the head of every ticket and of the sign-in.
setting-shop-name-also = canteen header heading
setting-shop-ruc = RUC
setting-shop-ruc-what = Printed below the name; its check digit is verified.
setting-shop-ruc-also = taxpayer tax
setting-shop-address = Address
setting-shop-address-what = Street and city, below the RUC.
setting-shop-phone = Phone
setting-shop-phone-what = So that parents can call.
setting-shop-footer = Last line of the ticket
setting-shop-footer-what = A greeting or a notice at the foot of every ticket.
setting-shop-footer-also = footer message
shop-preview = The ticket as it prints

## Language, look, sounds

setting-locale = Language
setting-locale-what = Of the screens and of the ticket.
setting-locale-also = Spanish English Portuguese
setting-appearance-theme = Look
setting-appearance-theme-what = Light for a bright place, dark for a dim one.
setting-appearance-theme-also = theme dark light colours
setting-appearance-scale = Size
setting-appearance-scale-what = Makes letters and buttons larger.
setting-appearance-scale-also = scale large letters zoom
setting-sounds = Sounds
setting-sounds-what = Alerts are heard too.
setting-sounds-also = volume beep
setting-read-aloud = Read alerts out loud
setting-read-aloud-what = Says the pupil's name and what they must not eat.
setting-read-aloud-also = voice speak

## Lock

setting-lock-minutes = Lock of the till
setting-lock-minutes-what = Minutes without a touch until it asks for the PIN again.
setting-lock-minutes-also = locking minutes pin session

## Drawer and shift

setting-shift-required = Sell only in an open shift
setting-shift-required-what = Asks to open the shift before the first payment.
setting-shift-required-also = cash drawer
setting-shift-blind = Blind count
setting-shift-blind-what = Whoever counts does not see what is expected until they confirm.
setting-shift-blind-also = cash drawer counting
setting-shift-tolerance = Difference allowed
setting-shift-tolerance-what = Up to this amount a shift closes without a manager's PIN.
setting-shift-tolerance-also = missing surplus cash drawer count
setting-shift-next-float = Float for the next shift
setting-shift-next-float-what = What stays in the drawer at the close; with 0, as much as it began with.
setting-shift-next-float-also = change cash opening

## Accounts

setting-accounts-minimum-top-up = Least top-up
setting-accounts-minimum-top-up-what = The least that is taken onto an account at once.
setting-accounts-minimum-top-up-also = minimum balance
setting-accounts-low-balance = Low balance
setting-accounts-low-balance-what = Below this a balance is marked; with 0 only debts are.
setting-accounts-low-balance-also = notice threshold
setting-accounts-usual-top-ups = Top-ups of one touch
setting-accounts-usual-top-ups-what = The amounts on the buttons of a top-up; at most six.
setting-accounts-usual-top-ups-also = buttons amounts
setting-accounts-usual-top-ups-new = Another amount

## Calendar

setting-calendar-weekdays = School days
setting-calendar-weekdays-what = On other days no sales are expected.
setting-calendar-weekdays-also = week Saturday
setting-calendar-terms = Terms
setting-calendar-terms-what = First and last day of each, every year: used by the dashboard's period “term”.
setting-calendar-terms-also = semester period
setting-calendar-terms-new = 20/2 - 10/7
setting-calendar-days-off = Holidays and vacations
setting-calendar-days-off-what = Days without school: with a year, once; without, every year. Day before month.
setting-calendar-days-off-also = day off Easter
setting-calendar-days-off-new = 3/4/2026, 8/12 or 13/7/2026 - 24/7/2026

## Dashboard

setting-alerts-low-sales-percent = Few sales (%)
setting-alerts-low-sales-percent-what = Warns below this share of what is usually sold by this hour.
setting-alerts-low-sales-percent-also = threshold alert
setting-alerts-cash-percent = Much cash (%)
setting-alerts-cash-percent-what = Warns when cash reaches this share of what was paid.
setting-alerts-cash-points-below = Little cash (points)
setting-alerts-cash-points-below-what = Warns when cash is so many points below the usual.
setting-alerts-tender-sales = Tender that stopped (sales)
setting-alerts-tender-sales-what = Warns when a tender that usually has so many sales by now has none.
setting-alerts-tender-sales-also = card qr terminal
setting-alerts-enough-sales = Sales enough to compare
setting-alerts-enough-sales-what = With fewer sales than these nothing is said: it would be chance.
setting-alerts-idle-days = Product without sales (days)
setting-alerts-idle-days-what = Warns of what is in stock and was not sold in so many school days.
setting-alerts-idle-days-also = dead stock
setting-alerts-second-break-hour = Hour of the second break
setting-alerts-second-break-hour-what = Warns of what sold out before this hour.
setting-alerts-second-break-hour-also = sold out
setting-alerts-overrides = Restrictions approved in a day
setting-alerts-overrides-what = Warns from so many in a day on, if they are twice the usual too.
setting-alerts-overrides-also = allergy approval
setting-alerts-drawer-shifts = Shifts with a difference
setting-alerts-drawer-shifts-what = Warns when one person has them in so many shifts of four weeks.
setting-alerts-drawer-shifts-also = cash drawer count
setting-alerts-drawer-difference = Drawer difference that counts
setting-alerts-drawer-difference-what = What a drawer may differ by without the dashboard counting it.
setting-alerts-drawer-difference-also = cash drawer count
setting-alerts-drawer-once = Large difference at one close
setting-alerts-drawer-once-what = Warns when a single close differs by more than this; 0 for never.
setting-alerts-drawer-once-also = cash drawer count missing over
setting-alerts-backup-hours = Backup overdue (hours)
setting-alerts-backup-hours-what = Warns when the last good backup is older than this.
setting-alerts-backup-hours-also = backups
setting-reports-folder = Folder of the owner's page
setting-reports-folder-what = The dashboard is written there at each close; it may be a synced folder.
setting-reports-folder-also = report cloud phone html

## This machine

setting-appearance-fullscreen = Whole screen
setting-appearance-fullscreen-what = The till covers the whole screen; from its next start on.
setting-appearance-fullscreen-also = fullscreen window kiosk
setting-appearance-touch-keyboard = Keyboard on the screen
setting-appearance-touch-keyboard-what = Auto: it comes when a finger touches where one writes, or by its button at the top right.
setting-appearance-touch-keyboard-also = touch type letters finger
keyboard-enter = Enter
keyboard-next = Next
keyboard-hide = Hide
keyboard-space = space
setting-scanner-gap-ms = Speed of the scanner (milliseconds)
setting-scanner-gap-ms-what = Keys closer than this are a scanner's. Raise it if your scanner misses codes.
setting-scanner-gap-ms-also = reader barcode card

## Backup

setting-backup-time = Time of the daily backup
setting-backup-time-what = When the backup of each day is made.
setting-backup-time-also = copy
setting-backup-keep-days = Days a backup is kept
setting-backup-keep-days-what = After that it is deleted by itself.
setting-backup-keep-days-also = copy
setting-backup-folder = Folder of backups
setting-backup-folder-what = Where they go; empty, in the data folder.
setting-backup-folder-also = copy
setting-backup-second = Second folder of backups
setting-backup-second-what = Each backup goes there too, as onto a USB stick.
setting-backup-second-also = copy usb

## On pages of their own making

setting-rounding = Rounding of cash
setting-rounding-what = Cash is rounded down to ₲ 50, in the customer's favour (SEDECO, Res. 1670/2022).
setting-rounding-also = coin change cents
setting-iva = IVA included
setting-iva-what = Prices include IVA; 10 %, 5 % or exempt is chosen with each product, and the ticket shows it.
setting-iva-also = tax rate vat
setting-tenders = Ways to pay
setting-tenders-what = Name and order of each, and whether it is used.
setting-tenders-also = card qr transfer cash tender
setting-commission = Commission of each tender
setting-commission-what = What the processor takes, and who pays it.
setting-commission-also = surcharge percent card
setting-tender-drawer = Open the drawer when paid
setting-tender-drawer-what = Which ways to pay open the drawer.
setting-tender-drawer-also = cash till
setting-breaks = Breaks
setting-breaks-what = When each break begins and ends, for limits per break.
setting-breaks-also = lunch hours recess
setting-printer = Printer
setting-printer-what = Port, model, letters and cut, step by step.
setting-printer-also = port usb serial com connect
setting-paper = Width of the paper
setting-paper-what = 80 or 58 millimetres: chosen in the setup of the printer.
setting-paper-also = columns roll
setting-logo = Logo of the ticket
setting-logo-what = The picture above every ticket.
setting-logo-also = image header
setting-backup-now = Backups
setting-backup-now-what = Make one now, look at one, or bring one back.
setting-backup-now-also = copy restore
setting-users = Users
setting-users-what = Who works here: add, rename, deactivate.
setting-users-also = cashier staff employee
setting-roles = Role of a user
setting-roles-what = Cashier, supervisor, manager or administrator: under “Rights” of each user.
setting-roles-also = promote position
setting-rights = Rights of a user
setting-rights-what = What each may do beside their role.
setting-rights-also = permissions void discount
setting-pin = PIN
setting-pin-what = Change your own, or give one for one sign-in to who forgot theirs.
setting-pin-also = password key card
setting-lists = Import lists
setting-lists-what = Products, pupils and top-ups from a spreadsheet.
setting-lists-also = csv excel
setting-selfcheck = Self-check
setting-selfcheck-what = Proves that the books agree and that nobody is in danger.
setting-selfcheck-also = verify check
setting-policy = Rules of restrictions
setting-policy-what = What the till does about each allergy and severity.
setting-policy-also = allergy policy
setting-own = Allergies and words of our own
setting-own-what = What this canteen adds to the known allergies and diets.
setting-own-also = diet allergen
setting-audit = Audit
setting-audit-what = Who did what, and when.
setting-audit-also = history log
setting-transfer = Settings as a file
setting-transfer-what = Export all settings, or take those of another till.
setting-transfer-also = export import copy

## The file

transfer-path = File
transfer-path-hint = /folder/settings.toml
transfer-export = Export to this file
transfer-look = Look through to import
transfer-import = Apply
transfer-plan =
    { $count ->
        [0] Nothing would differ
        [one] 1 setting would change
       *[other] { $count } settings would change
    }
transfer-left-out = Belongs to the other machine and is not taken: { $what }
transfer-exported = The settings are in { $path }.
transfer-imported =
    { $count ->
        [0] Nothing differed: all is as it was.
        [one] 1 setting was changed.
       *[other] { $count } settings were changed.
    }
transfer-there = { $path } is there already and is not touched. Choose another name.
transfer-file = { $path }: { $why } Nothing was changed.
transfer-io = { $cause }.
transfer-bad = { $path } is not taken: { $why } Nothing was changed.
transfer-bad-line = line { $line } makes no sense.
transfer-bad-not-ours = it is no file of Cantina's settings.
transfer-bad-newer = a later version wrote it. Bring this till up to date first.
transfer-bad-unknown = “{ $key }” is no setting of this version.
transfer-bad-value = { $what }: { $why }
transfer-bad-breaks = its breaks make no sense or overlap.

## Who works here

rights-who = Name and role
rights-role-hint = Nobody gives a role above their own, and an administrator always stays.
rights-role-mine = Your own role is changed by somebody else.
audit-action-setting = Settings
audit-action-user-renamed = Names of users
audit-action-user-role = Roles of users
audit-said-user-renamed = renamed { $subject }: { $detail }
audit-said-user-role = changed the role of { $subject }: { $detail }

## The command

help-settings = All settings: listed, as one file, taken over from one
help-settings-list = Lists every setting, as it is and as it is by default
help-settings-export = Writes all settings into a new file, without what belongs to this machine
help-settings-export-file = The file; it must not be there yet
help-settings-import = Takes over the settings of a file, all or nothing
help-settings-import-file = The file
help-settings-import-dry-run = Shows what would differ, and changes nothing
help-settings-import-cashier = The PIN of who does it, for the audit
cli-settings-line = { $key }: { $name } = { $value } (default: { $usual })
cli-settings-refused = { $why }
