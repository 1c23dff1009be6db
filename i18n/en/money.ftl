# A ticket's code, and what is paid and given back.

## A ticket's code, scanned
scan-ticket-title = This is ticket { $number }
scan-ticket-what = This code is a ticket of this till, neither a product nor a card. The cart stays as it is.
scan-ticket-open = Open the sale
scan-ticket-stay = Stay here
scan-ticket-at-lunch = This is the code of ticket { $number }, not a card.
scan-ticket-at-lunch-todo = Scan the pupil's card. Sales are opened in Sales.

## What is handed out when a balance is paid out in cash
accounts-handed = Handed out
accounts-handed-rounding = In coins, in the pupil's favour: { $rounding } more than the balance.
slip-handed = Handed out

## The X report where counts are made blind
shift-x-blind = Counts are made blind: what must be there shows at the close.
