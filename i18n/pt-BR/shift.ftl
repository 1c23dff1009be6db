### The cash drawer's shift: on paper, on the screen, on the command line

# On paper and on the screen.
shift-x-title = Informe X
shift-z-title = Informe Z N.º { $number }
shift-opened-line = Abierto { $at } por { $by }
shift-closed-line = Cerrado { $at } por { $by }
shift-read-line = Leído { $at }
shift-tickets = Tickets { $first } a { $last }
shift-sales = Ventas
shift-voids = Anulaciones
shift-refunds = Devoluciones
shift-net = TOTAL
shift-discounts = Descuentos hechos
shift-rounding = Redondeo
shift-commissions = Comisiones
shift-by-tender = Por medio de pago
shift-by-cashier = Por cajero
shift-taxes = IVA incluido
shift-top-ups = Recargas de saldo
shift-withdrawals = Retiros de saldo
shift-drawer-opened = Cajón abierto sin venta
shift-without = Sin turno
shift-float = Fondo inicial
shift-sold = Ventas
shift-given-back = Devuelto
shift-topped-up = Recargas
shift-withdrawn = Retiros de saldo
shift-paid-in = Ingreso
shift-paid-out = Egreso
shift-dropped = A caja fuerte
shift-expected = Debe haber
shift-moves = Movimientos de efectivo
shift-hand-overs = Relevos
shift-count = Arqueo
shift-counted-of = Contado { $tender }
shift-missing = Falta { $amount }
shift-over = Sobra { $amount }
shift-fits = Coincide
shift-explained = Explicación: { $why }
shift-approved = Aprobó: { $by }
shift-next-float = Fondo para mañana
shift-signature = Firma: ______________________

# Why the drawer does not do it.
failed-no-shift = No hay ningún turno abierto; no se anotó nada. Abrí el turno primero.
failed-shift-open = Ya hay un turno abierto; no se anotó nada. Cerralo antes de abrir otro.
failed-shift-amount = Ese importe no sirve; no se anotó nada. Escribí los guaraníes, más de cero.
failed-shift-reason = Falta el motivo; no se anotó nada. Escribilo en pocas palabras.
failed-not-counted = Todavía no se contó la caja; el turno sigue abierto. Contala y cerrá de nuevo.
failed-counted-before = Se anotó algo después de contar; el turno sigue abierto. Contá la caja de nuevo.
failed-explain = Hay una diferencia y nadie dijo por qué; el turno sigue abierto. Escribí la explicación.
failed-approve-difference = La diferencia es mayor que la permitida; el turno sigue abierto. Pedí el PIN de un gerente.
