# Refunds and exchanges, and the sales of other days.

## Finding
sales-day-today = Today, { $day }
sales-today-button = Today
sales-found = Found
sales-query = Ticket, pupil or scan
sales-find = Find
sales-none-day = No sales on that day
sales-none-day-todo = Try another day, or look for a ticket or a pupil.
sales-none-found = No sale was found
sales-none-found-todo = Check the ticket's number, or type the pupil's first or last name.
sales-is-refund = Refund
sales-given-back = Given back
sales-given-back-part = Partly given back
sales-refund = Refund…
sales-exchange = Exchange…

## The dialog
refund-title = Refund from ticket { $number }
refund-title-exchange = Exchange from ticket { $number }
refund-what = Choose what comes back. The money goes back the way it came.
refund-what-exchange = Choose what comes back. Then the checkout opens for what goes out, and only the difference is settled.
refund-all = All
refund-left = { $left } left, { $paid } was paid
refund-none-left = Already given back
refund-to-stock = To stock
refund-spoiled = Thrown away
refund-total = Goes back
refund-nothing-chosen = Nothing chosen yet.
refund-no-money = No money goes back.
refund-go-on = Continue
refund-keep = Do not refund
refund-back = Back
refund-now = Refund
refund-now-exchange = Refund and sell
refund-reason-bad = Product in bad condition
refund-reason-wrong = Wrong product
refund-reason-unwanted = Did not want it

## What is said afterwards
refund-done = { $money } given back. Ticket { $number } is printing.
refund-done-cash = { $money } given back: hand over { $cash } in cash. Ticket { $number } is printing.
refund-cart-in-hand = There is an unfinished sale at the till. Charge it or put it on hold, and try again.
refund-needs-shift = Giving back cash needs an open shift. Nothing was given back: open the shift at Drawer and try again.
refund-difference = Exchange: { $money } given back; difference { $difference }

## On the ticket
ticket-refund = REFUND

## What cannot be done
failed-void-is-refund = A refund cannot be voided. Nothing has changed: if it was a mistake, charge again what was given back.
failed-void-refunded = Some of this sale was given back and it cannot be voided. Nothing has changed: give back what is left.
failed-refund-not-a-sale = This is a void or a refund. Nothing has changed: look for the ticket of the sale.
failed-refund-other-buyer = It was paid from another pupil’s account: the exchange is for them only. Nothing has changed; identify them, or give the ticket back and sell apart.
failed-refund-voided = This sale was voided: all of it is back. Nothing has changed.
failed-refund-nothing = Nothing was chosen to give back. Nothing has changed: choose at least one product.
failed-refund-no-line = The ticket has no such product. Nothing has changed: open the sale again.
failed-refund-too-much = Of { $name } at most { $left } can be given back. Nothing has changed.
failed-refund-quantity = That quantity cannot be given back. Nothing has changed: choose another.
failed-refund-not-approved = The permission is not for refunds. Nothing has changed: ask for the PIN again.
failed-refund-changed = Somebody has just given back some of this sale. Nothing else has changed: open it again.
