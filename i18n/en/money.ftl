# A ticket's code, and what is paid and given back.

## A ticket's code, scanned
scan-ticket-title = This is ticket { $number }
scan-ticket-what = This code is a ticket of this till, neither a product nor a card. The cart stays as it is.
scan-ticket-open = Open the sale
scan-ticket-stay = Stay here
scan-ticket-at-lunch = This is the code of ticket { $number }, not a card.
scan-ticket-at-lunch-todo = Scan the pupil's card. Sales are opened in Sales.
