# El código del ticket, y lo que se paga y se devuelve.

## El código de un ticket, escaneado
scan-ticket-title = Es el ticket { $number }
scan-ticket-what = Ese código es de un ticket de esta caja, no de un producto ni de una tarjeta. El carrito queda como está.
scan-ticket-open = Abrir la venta
ticket-misread = El código del ticket se leyó mal; no se abrió nada. Escanealo de nuevo.
scan-ticket-stay = Seguir acá
scan-ticket-at-lunch = Es el código del ticket { $number }, no una tarjeta.
scan-ticket-at-lunch-todo = Escaneá la tarjeta del alumno. Las ventas se abren en Ventas.

## Lo que se entrega al devolver un saldo en efectivo
accounts-handed = Se entrega
accounts-handed-rounding = En monedas, a favor del alumno: { $rounding } más que el saldo.
slip-handed = Entregado

## El informe X cuando se cuenta a ciegas
shift-x-blind = Se cuenta a ciegas: lo que debe haber se ve recién al cerrar.

## Un cambio se liquida de una vez
ticket-tender-exchange = Crédito por cambio
sales-tender-exchange = Cambio
exchange-begun = Vuelve mercadería por { $money }. Cargá lo que se lleva: recién al cobrar se liquida todo junto.
exchange-both = Cambio: vuelve { $money }, se lleva { $total }
exchange-due = A cobrar
exchange-cancel = Cancelar el cambio
exchange-cancel-title = ¿Cancelar el cambio?
exchange-cancel-text = No se devuelve ni se vende nada: queda todo como antes.
exchange-keep = Seguir con el cambio
exchange-title = Cambio
exchange-returned = Vuelve
exchange-goes-out = Se lleva
exchange-back = A devolver
exchange-even = Sin diferencia
exchange-back-now = Devolver e imprimir
exchange-even-now = Cambiar e imprimir
failed-void-exchanged = Esta venta salió por un cambio y no se anula. No cambió nada: usá Devolver o Cambiar.

## El recibo de un almuerzo
lunch-slip-title = ALMUERZOS
lunch-slip-job = Recibo de almuerzos { $number }

## Lo que no vuelve con una devolución
refund-kept = El recargo de { $kept } por pagar así no se devuelve.
