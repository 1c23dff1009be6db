# Limits of pupils, tenders, breaks and rights

## At the till

pupil-owes = Owes
limit-left-week = { $left } left this week
limit-left-month = { $left } left this month
limit-left-meal = { $left } left in this break
limit-no = no { $name }
limit-items-left = { $left ->
    [0] no more items today
    [one] 1 more item today
   *[other] { $left } more items today
 }
limit-hours = buys { $hours }
limit-tile-blocked = their guardian says no
limit-line-blocked = Their guardian does not allow it
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
