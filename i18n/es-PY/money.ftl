# El código del ticket, y lo que se paga y se devuelve.

## El código de un ticket, escaneado
scan-ticket-title = Es el ticket { $number }
scan-ticket-what = Ese código es de un ticket de esta caja, no de un producto ni de una tarjeta. El carrito queda como está.
scan-ticket-open = Abrir la venta
scan-ticket-stay = Seguir acá
scan-ticket-at-lunch = Es el código del ticket { $number }, no una tarjeta.
scan-ticket-at-lunch-todo = Escaneá la tarjeta del alumno. Las ventas se abren en Ventas.

## Lo que se entrega al devolver un saldo en efectivo
accounts-handed = Se entrega
accounts-handed-rounding = En monedas, a favor del alumno: { $rounding } más que el saldo.
slip-handed = Entregado

## El informe X cuando se cuenta a ciegas
shift-x-blind = Se cuenta a ciegas: lo que debe haber se ve recién al cerrar.
