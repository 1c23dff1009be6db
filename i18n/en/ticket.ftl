### What is printed on a ticket

ticket-number = Ticket
ticket-void = VOID
ticket-copy = COPY
ticket-reason = Reason
ticket-cashier = Cashier
ticket-pupil = Pupil
ticket-discount = Discount
ticket-total = TOTAL
ticket-rounding = Rounding
ticket-received = Received
ticket-change = Change
ticket-included = Includes
ticket-vat = IVA
ticket-exempt = Exempt
ticket-balance-before = Balance before
ticket-balance-after = Balance now
ticket-phone = Phone
ticket-ruc = RUC
ticket-not-fiscal = Internal ticket, not a tax invoice

# One for each way to pay.
ticket-tender-card = Pupil's card
ticket-tender-cash = Cash
ticket-tender-debit = Debit card
ticket-tender-credit = Credit card
ticket-tender-qr = QR
ticket-tender-transfer = Bank transfer
ticket-tender-giro = Mobile money
