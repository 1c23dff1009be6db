### The window: navigation, login, first start, settings, dashboard

# What its speakers call this language.
locale-name = English

## Role

role-cashier = Cashier
role-supervisor = Supervisor
role-manager = Manager
role-administrator = Administrator

## Login

login-title = Who is at the till?
login-todo = Choose your name and type your PIN.
login-locked = Till locked
login-locked-todo = The cart is kept. Type your PIN to go on.
login-choose = Choose a name
login-hint = PIN of 4 to 8 digits
login-checking = Checking…
login-wrong = Wrong PIN. Try again.
login-wrong-wait = Wrong PIN. Wait { $seconds } s.
login-enter = Enter

## Setup

setup-welcome = Your canteen, ready in minutes
setup-promise = All of it stays on this computer and can be changed later.
setup-language = Language
setup-language-title = Which language do you work in?
setup-language-todo = It changes at once. Amounts are always in guaraníes.
setup-shop = Shop
setup-shop-title = What is the canteen called?
setup-shop-todo = This is what every ticket says.
setup-ruc = RUC, the tax number (optional)
setup-administrator = Administrator
setup-administrator-title = Who administers the till?
setup-administrator-todo = May do everything: users, settings, voids. Keep the PIN safe.
setup-lists = Lists
setup-lists-title = Do you have your lists already?
setup-lists-todo = Import products and pupils from a CSV sheet, or begin empty and add them later.
setup-back = Back
setup-next = Continue
setup-finish = Open the till
setup-finish-empty = Begin empty

## Sales

sales-none = No sales yet today
sales-none-todo = Each sale appears here as soon as it is paid, with its ticket.
sales-number = No.
sales-time = Time
sales-buyer = Pupil
sales-total = Total
sales-nobody = No pupil
sales-tender-card = Pupil card
sales-tender-cash = Cash
sales-tender-debit = Debit
sales-tender-credit = Credit
sales-tender-qr = QR
sales-tender-transfer = Transfer
sales-tender-giro = Mobile money
sales-is-void = Void
sales-voided = Voided
sales-uncertain = Did ticket { $number } come out?
sales-uncertain-page = Did the last page come out?
sales-uncertain-todo = The printer broke off halfway. Look at the paper; the sale is kept.
sales-came-out = Yes, it did
sales-print-again = Print again
sales-ticket = Ticket { $number }
sales-reprint = Reprint a copy
sales-void = Void…
sales-no-ticket = No ticket
sales-no-ticket-todo = This sale left no ticket to show or reprint.
sales-void-title = Void the sale
sales-void-what = Balance and stock return, and a ticket marked ANULADO is printed. It cannot be undone.
sales-reason = Reason
sales-reason-mistake = Entered by mistake
sales-reason-returned = Returned
sales-reason-tender = Wrong tender
sales-keep = Keep the sale
sales-void-now = Void the sale
sales-approval = PIN of whoever approves

## The frame around the screens
opening = Opening the canteen…
nav-checkout = Sale
nav-sales = Sales
sales-today = Sales of the day
nav-settings = Settings
nav-lock = Lock
no-right = Your user may not do that. Ask a manager.
pin-wrong = Wrong PIN. Try again.
pin-wait = Too many tries. Wait { $seconds } s.
pin-no-reason = Write the reason, at least 3 letters.
pin-not-checked = The PIN could not be checked. { $why }
copy-queued = The copy goes to the printer.
test-page = Test page
chip-printer-ready = Printer ready
chip-printer-printing = Printing…
chip-printer-none = No printer
chip-printer-connecting = Connecting…
chip-printer-stalled = Check the paper
chip-printer-gone = Printer disconnected
chip-printer-uncertain = Did the ticket come out?
chip-clock-back = Clock is behind
clock-back = The computer says { $now }, but something was already done on { $before }. You can go on selling; correct the clock when you can.
import-file-too-large = The file is too large to be a list. Nothing was imported.
import-unreadable = Cannot read { $path } ({ $cause }). Nothing was imported.
import-changed = The list changed since it was checked. Nothing was imported: check it again.
file-saved = Saved in { $path }
file-not-saved = { $path } could not be saved ({ $cause }). Free some room or check the folder and try again.
