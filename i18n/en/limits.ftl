# Limits of pupils, tenders, breaks and rights

## At the till

pupil-owes = Owes
limit-left-week = week: { $left } left
limit-left-month = month: { $left } left
limit-left-meal = break: { $left } left
limit-no = no { $name }
limit-items-left = { $left ->
    [0] no more items today
    [one] 1 more item today
   *[other] { $left } more items today
 }
limit-hours = buys { $hours }
limit-tile-blocked = their guardian says no
limit-line-blocked = not allowed
limit-blocked-added = Their guardian does not allow: { $names }
limit-blocked-added-todo = Take it out of the cart, or have a supervisor approve it when charging.
approval-limit-bought = Sell to { $name } beyond what their guardian asked for. { $why }.
refused-over-weekly-limit = Beyond the week’s limit: { $left } left
refused-over-weekly-limit-todo = Take the rest in cash by QR · mixed, take something out or ask for approval.
refused-over-monthly-limit = Beyond the month’s limit: { $left } left
refused-over-monthly-limit-todo = Take the rest in cash by QR · mixed, take something out or ask for approval.
refused-over-meal-limit = Beyond the break’s limit: { $left } left
refused-over-meal-limit-todo = Take the rest in cash by QR · mixed, take something out or ask for approval.
refused-too-many-items = { $left ->
    [0] They have bought all of today’s items
    [one] Beyond today’s number: 1 item left
   *[other] Beyond today’s number: { $left } items left
 }
refused-too-many-items-todo = Take something out of the cart or ask for approval.
refused-outside-hours = Their guardian lets them buy at { $hours }
refused-outside-hours-todo = Let them come back then, or ask for approval.
refused-blocked = Their guardian does not allow something in this cart
refused-blocked-todo = It is marked in the cart: take it out or ask for approval.
cash-keep-change = Change to the account of { $name }
cash-to-account = To the account
pay-surcharge = Surcharge of this way to pay
store-limits-changed = What the pupil may buy has changed. Nothing was charged and the cart is still here. Identify the pupil again and check the cart.
store-terms-changed = The commission of a way to pay has changed. Nothing was charged and the cart is still here. Charge again.
failed-last-administrator = This is the last administrator: they must keep all their rights. Nothing was changed. Name another administrator first.
failed-beyond-role = Your role is not high enough to change that. Nothing was changed. Ask somebody with a higher role.
failed-own-rights = Nobody changes their own role or their own rights. Nothing was changed. Ask another administrator.
ticket-to-account = To the account
ticket-surcharge = Surcharge
ticket-paid = Paid

## cantina sell

cli-over-weekly-limit = It passes the weekly limit: { $left } left. Not sold: take the rest another way.
cli-over-monthly-limit = It passes the monthly limit: { $left } left. Not sold: take the rest another way.
cli-over-meal-limit = It passes the break’s limit: { $left } left. Not sold: take the rest another way.
cli-too-many-items = It passes the number of items for the day: { $left } more. Not sold: take something out.
cli-outside-hours = They may buy at { $hours }. Not sold: it needs an approval.
cli-blocked-product = Their guardian does not allow product #{ $product }. Not sold: take it out, or it needs an approval.
cli-no-reason = The approval needs a reason of 3 letters or more. Not sold.

## The PIN and card of who works here

login-change = Choose your new PIN
login-change-again = Type it again
login-pin-same = Choose another: that is the one you were given
login-card-unknown = Nobody of the canteen has that card. Sign in with your PIN.
login-card-blocked = That card is blocked. Sign in with your PIN or tell the administrator.
login-card-pin-first = You have a PIN for one sign-in: use it and choose your own.
pin-must-change = that PIN is for one sign-in: sign in with it and choose another
cli-pin-must-change = That PIN is for one sign-in. Not sold: sign in at the till with it and choose another.

## Limits of a pupil

pupils-tab-limits = Limits
limits-hint = What their guardian asked for. What is left empty has no limit. Money counts what goes to the account; items, hours and what is blocked hold however they pay.
limits-none = no limit
limits-daily = A day
limits-weekly = A week
limits-monthly = A month
limits-meal = A break
limits-items = Items a day
limits-credit = Credit up to
limits-credit-none = no credit
limits-from = Buys from
limits-from-hint = 9:00
limits-to = Buys until
limits-to-hint = 12:30
limits-blocked = May not buy
limits-product = Block a product
limits-product-hint = Part of its name
limits-said-by = Who asked for it
limits-note = Note
limits-save = Save the limits
limits-past = What was asked for before
limits-says-daily = { $amount } a day
limits-says-weekly = { $amount } a week
limits-says-monthly = { $amount } a month
limits-says-meal = { $amount } a break
limits-says-credit = credit up to { $amount }
limits-says-items = { $count ->
    [one] 1 item a day
   *[other] { $count } items a day
 }
limits-says-none = No limits
limits-fault-amount = An amount is a whole number of guaraníes, such as 15.000.
limits-fault-items = The number of items is from 0 to 1,000.
limits-no-right = Your user may not change limits. Nothing was changed: ask a supervisor.

## Tenders

tenders-page = Ways to pay
tenders-hint = They are offered at the till in this order. Each change holds from the day you say; what was paid before does not change.
tenders-change = Change
tenders-off = Not taken
tenders-says-reference = asks for the number
tenders-says-drawer = opens the drawer
tenders-says-no-refund = no refunds
tenders-cost-canteen = { $cost }, borne by the canteen
tenders-cost-customer = { $cost }, paid by the customer
tenders-cost-none = no commission
tenders-past = Before
tenders-past-line = from { $day }: { $what } · written by { $who }
tenders-name = Name
tenders-since = Holds from
tenders-icon-card = Pupil’s card
tenders-icon-banknote = Note
tenders-icon-credit-card = Card
tenders-icon-qr-code = QR
tenders-icon-phone = Phone
tenders-icon-bank = Bank
tenders-icon-coins = Coins
tenders-active = Taken
tenders-reference = Asks for the operation’s number
tenders-drawer = Opens the drawer
tenders-refundable = Can be given back
tenders-yes = Yes
tenders-no = No
tenders-percent = Commission in %
tenders-fixed = Plus a fixed amount each time
tenders-payer = Who pays the commission
tenders-payer-canteen = The canteen
tenders-payer-customer = The customer
tenders-example-canteen = Of a payment of { $amount } the canteen pays { $cost }.
tenders-example-customer = A payment of { $amount } gets a surcharge of { $cost }.
tenders-fault-percent = The commission is from 0 to 50 %, with up to 4 decimals, such as 3,3.
tenders-fault-fixed = The fixed amount is a whole number from 0 to 1.000.000 guaraníes.
tenders-fault-past = That day is over: it can hold from today on.

## Hours

hours-page = Hours
hours-breaks = Breaks
hours-breaks-hint = The limit “a break” of a pupil counts within each of these.
hours-none = There are no breaks yet: add the first.
hours-name = Name
hours-name-hint = Morning break
hours-from = From
hours-from-hint = 9:30
hours-to = Until
hours-to-hint = 9:50
hours-add = Add
hours-remove = Remove
hours-lock = Automatic lock
hours-lock-hint = A till that nobody touches locks and asks for the PIN. The cart stays as it is.
hours-lock-never = Never
hours-lock-after = { $minutes } min
hours-fault-name = The name is missing.
hours-fault-time = A time is written as 9:30.
hours-fault-backwards = It ends before it begins: check both times.
hours-fault-overlaps = It overlaps another break.
hours-fault-many = Those are too many breaks for a day.

## Rights

users-rights = Rights
rights-back = Users
rights-access = How they sign in
rights-cards-hint = With their card they sign in without a PIN. If they lose it, block it.
rights-card-hint = Scan or type the card’s number
rights-card-add = Give card
rights-card-block = Block
rights-card-open = Unblock
rights-card-blocked = Blocked
rights-reset = Forgot their PIN
rights-reset-hint = Gives a PIN for one sign-in; at it they choose their own.
rights-reset-title = Give { $name } a new PIN?
rights-reset-what = The PIN they had no longer works. The new one is shown once and opens the till once.
rights-reset-yes = Give new PIN
rights-pin-title = PIN of { $name }
rights-pin-hint = Tell nobody but them. They must choose another when they sign in; this one is not shown again.
rights-pin-read = Done
rights-matrix = Rights
rights-matrix-hint = Each role brings its own. Here you can give one to this person or take it away; it is kept in the record.
rights-role-yes = by role: yes
rights-role-no = by role: no
rights-own = Own
rights-fixed = You cannot take it from yourself
rights-may = May
rights-may-not = May not
right-sell = Sell
right-top-up = Top up accounts
right-shift = Open and close shifts
right-lunch = Serve lunches
right-discount = Give discounts
right-price = Sell at another price
right-void = Void sales of the day
right-refund = Refund sales
right-drawer = Open the drawer without a sale
right-approve-restriction = Approve restrictions
right-approve-limit = Approve limits and credit
right-cards = Give and block pupils’ cards
right-declare = Declare what products contain
right-health = See pupils’ restrictions
right-accounts = Correct accounts
right-difference = Close with a difference
right-reports = See reports
right-audit = See the record
right-policy = Change the policy of alerts
right-import = Import lists
right-settings = Change settings
right-users = Make users and rights

## cantina sell --help

help-sell-approve-pin = The PIN of who lets this sale go beyond the pupil’s limits
help-sell-approve-reason = Why they do
help-sell-change-to-account = The change goes to the pupil’s account
