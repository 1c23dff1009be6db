# Límites de los alumnos, medios de pago, recreos y permisos

## En la caja

pupil-owes = Debe
limit-left-week = quedan esta semana { $left }
limit-left-month = quedan este mes { $left }
limit-left-meal = quedan en este recreo { $left }
limit-no = sin { $name }
limit-items-left = { $left ->
    [0] ningún artículo más hoy
    [one] 1 artículo más hoy
   *[other] { $left } artículos más hoy
 }
limit-hours = compra { $hours }
limit-tile-blocked = su responsable dice que no
limit-line-blocked = Su responsable no lo permite
limit-blocked-added = Su responsable no permite: { $names }
limit-blocked-added-todo = Quitalo del carrito, o pedí que un supervisor lo autorice al cobrar.
approval-limit-bought = Vender a { $name } más allá de lo que pidió su responsable. { $why }.
refused-over-weekly-limit = Pasa el límite de la semana: quedan { $left }
refused-over-weekly-limit-todo = Cobrá el resto en efectivo con QR · mixto, quitá algo o pedí autorización.
refused-over-monthly-limit = Pasa el límite del mes: quedan { $left }
refused-over-monthly-limit-todo = Cobrá el resto en efectivo con QR · mixto, quitá algo o pedí autorización.
refused-over-meal-limit = Pasa el límite del recreo: quedan { $left }
refused-over-meal-limit-todo = Cobrá el resto en efectivo con QR · mixto, quitá algo o pedí autorización.
refused-too-many-items = { $left ->
    [0] Ya compró todos los artículos de hoy
    [one] Pasa la cantidad del día: queda 1 artículo
   *[other] Pasa la cantidad del día: quedan { $left } artículos
 }
refused-too-many-items-todo = Quitá algo del carrito o pedí autorización.
refused-outside-hours = Su responsable le deja comprar de { $hours }
refused-outside-hours-todo = Que vuelva a esa hora, o pedí autorización.
refused-blocked = Su responsable no permite algo de este carrito
refused-blocked-todo = Está marcado en el carrito: quitalo o pedí autorización.
cash-keep-change = Vuelto a la cuenta de { $name }
cash-to-account = A la cuenta
pay-surcharge = Recargo por este medio de pago
store-limits-changed = Cambió lo que el alumno puede comprar. No se cobró nada y el carrito sigue acá. Identificá al alumno de nuevo y revisá el carrito.
store-terms-changed = Cambió la comisión de un medio de pago. No se cobró nada y el carrito sigue acá. Cobrá de nuevo.
failed-last-administrator = Es el último administrador: tiene que conservar todos sus permisos. No se cambió nada. Nombrá antes a otro administrador.
ticket-to-account = A la cuenta
ticket-surcharge = Recargo
ticket-paid = Pagado

## cantina sell

cli-over-weekly-limit = Pasa el límite de la semana: quedan { $left }. No se vendió: cobrá el resto de otra forma.
cli-over-monthly-limit = Pasa el límite del mes: quedan { $left }. No se vendió: cobrá el resto de otra forma.
cli-over-meal-limit = Pasa el límite del recreo: quedan { $left }. No se vendió: cobrá el resto de otra forma.
cli-too-many-items = Pasa la cantidad de artículos del día: { $left } más. No se vendió: quitá algo.
cli-outside-hours = Puede comprar de { $hours }. No se vendió: hace falta una autorización.
cli-blocked-product = Su responsable no permite el producto n.º { $product }. No se vendió: quitalo, o hace falta una autorización.
cli-no-reason = La autorización necesita un motivo de 3 letras o más. No se vendió.
