### What is printed on a ticket

ticket-number = Ticket
ticket-void = ANULADO
ticket-copy = COPIA
ticket-reason = Motivo
ticket-cashier = Atendió
ticket-pupil = Alumno
ticket-discount = Descuento
ticket-total = TOTAL
ticket-rounding = Redondeo
ticket-received = Recibido
ticket-change = Vuelto
ticket-included = Incluye
ticket-vat = IVA
ticket-exempt = Exentas
ticket-balance-before = Saldo anterior
ticket-balance-after = Saldo actual
ticket-phone = Tel.
ticket-ruc = RUC
ticket-not-fiscal = Ticket interno, sin valor fiscal

# One for each way to pay.
ticket-tender-card = Tarjeta alumno
ticket-tender-cash = Efectivo
ticket-tender-debit = Débito
ticket-tender-credit = Crédito
ticket-tender-qr = QR
ticket-tender-transfer = Transferencia
ticket-tender-giro = Giro
