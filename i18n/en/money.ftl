# A ticket's code, and what is paid and given back.

## A ticket's code, scanned
scan-ticket-title = This is ticket { $number }
scan-ticket-what = This code is a ticket of this till, neither a product nor a card. The cart stays as it is.
scan-ticket-open = Open the sale
ticket-misread = The code of the ticket was read wrong; nothing was opened. Scan it again.
scan-ticket-stay = Stay here
scan-ticket-at-lunch = This is the code of ticket { $number }, not a card.
scan-ticket-at-lunch-todo = Scan the pupil's card. Sales are opened in Sales.

## What is handed out when a balance is paid out in cash
accounts-handed = Handed out
accounts-handed-rounding = In coins, in the pupil's favour: { $rounding } more than the balance.
slip-handed = Handed out

## The X report where counts are made blind
shift-x-blind = Counts are made blind: what must be there shows at the close.

## An exchange is settled at once
ticket-tender-exchange = Exchange credit
sales-tender-exchange = Exchange
exchange-begun = Goods for { $money } come back. Add what goes out: all of it is settled together when it is charged.
exchange-both = Exchange: { $money } comes back, { $total } goes out
exchange-due = To charge
exchange-cancel = Cancel the exchange
exchange-cancel-title = Cancel the exchange?
exchange-cancel-text = Nothing is given back or sold: all stays as it was.
exchange-keep = Go on with it
exchange-title = Exchange
exchange-returned = Comes back
exchange-goes-out = Goes out
exchange-back = To give back
exchange-even = No difference
exchange-back-now = Give back and print
exchange-even-now = Exchange and print
failed-void-exchanged = This sale was made in exchange and is not voided. Nothing changed: use Give back or Exchange.

## The receipt of a lunch payment
lunch-slip-title = LUNCHES
lunch-slip-job = Lunch receipt { $number }

## What a refund does not give back
refund-kept = The surcharge of { $kept } for paying so is not given back.
