### What is printed on a ticket

ticket-number = Cupom
ticket-void = CANCELADO
ticket-copy = CÓPIA
ticket-reason = Motivo
ticket-cashier = Atendente
ticket-pupil = Aluno
ticket-discount = Desconto
ticket-total = TOTAL
ticket-rounding = Arredondamento
ticket-received = Recebido
ticket-change = Troco
ticket-included = Inclui
ticket-vat = IVA
ticket-exempt = Isentos
ticket-balance-before = Saldo anterior
ticket-balance-after = Saldo atual
ticket-phone = Tel.
ticket-ruc = RUC
ticket-not-fiscal = Cupom interno, sem valor fiscal

# One for each way to pay.
ticket-tender-card = Cartão do aluno
ticket-tender-cash = Dinheiro
ticket-tender-debit = Débito
ticket-tender-credit = Crédito
ticket-tender-qr = QR
ticket-tender-transfer = Transferência
ticket-tender-giro = Dinheiro móvel
