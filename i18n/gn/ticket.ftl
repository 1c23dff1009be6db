### Avañe’ẽ: ñemu kuatia (el ticket). Lo que falta se dice en castellano; lo que pide la ley queda en castellano.

ticket-number = Kuatia
ticket-cashier = Oñangareko
ticket-pupil = Temimbo’e
ticket-total = OPAVAVE
ticket-received = Oñeme’ẽva
ticket-change = Hembýva
ticket-balance-before = Viru oĩva’ekue
ticket-balance-after = Viru oĩva ko’ágã
ticket-phone = Pumbyry
ticket-tender-card = Temimbo’e kuatia’atã
ticket-tender-cash = Viru
