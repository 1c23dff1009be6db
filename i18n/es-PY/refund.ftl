# Devoluciones y cambios, y las ventas de otros días.

## Buscar
sales-day-today = Hoy, { $day }
sales-today-button = Hoy
sales-found = Encontradas
sales-query = Ticket, alumno o escaneo
sales-find = Buscar
sales-none-day = Ese día no hubo ventas
sales-none-day-todo = Probá con otro día, o buscá por ticket o por alumno.
sales-none-found = No se encontró ninguna venta
sales-none-found-todo = Fijate en el número del ticket, o escribí el nombre o el apellido del alumno.
sales-is-refund = Devolución
sales-given-back = Devuelta
sales-given-back-part = Devuelta en parte
sales-refund = Devolver…
sales-exchange = Cambiar…

## El diálogo
refund-title = Devolver del ticket { $number }
refund-title-exchange = Cambiar del ticket { $number }
refund-what = Elegí qué vuelve. La plata vuelve por donde entró.
refund-what-exchange = Elegí qué vuelve. Después se abre la caja para lo que se lleva, y se liquida solo la diferencia.
refund-all = Todo
refund-left = Quedan { $left }, se pagó { $paid }
refund-none-left = Ya se devolvió
refund-to-stock = Al stock
refund-spoiled = Descartado
refund-total = Vuelve
refund-nothing-chosen = Todavía no se eligió nada.
refund-no-money = No vuelve plata.
refund-go-on = Seguir
refund-keep = No devolver
refund-back = Atrás
refund-now = Devolver
refund-now-exchange = Devolver y vender
refund-reason-bad = Producto en mal estado
refund-reason-wrong = Producto equivocado
refund-reason-unwanted = No lo quiso

## Lo que se dice después
refund-done = Devuelto { $money }. Sale el ticket { $number }.
refund-done-cash = Devuelto { $money }: entregá { $cash } en efectivo. Sale el ticket { $number }.
refund-cart-in-hand = Hay una venta sin terminar en la caja. Cobrala o ponela en espera y probá de nuevo.
refund-needs-shift = Para devolver efectivo hace falta un turno abierto. No se devolvió nada: abrí el turno en Caja y probá de nuevo.
refund-difference = Cambio: se devolvió { $money }; diferencia { $difference }

## En el ticket
ticket-refund = DEVOLUCIÓN

## Lo que no se puede
failed-void-is-refund = Una devolución no se anula. No cambió nada: si fue un error, cobrá de nuevo lo que se devolvió.
failed-void-refunded = De esta venta ya se devolvió algo y no se puede anular. No cambió nada: devolvé lo que queda.
failed-refund-not-a-sale = Esto es una anulación o una devolución. No cambió nada: buscá el ticket de la venta.
failed-refund-other-buyer = Se había pagado de la cuenta de otro alumno: el cambio es solo para él. No cambió nada; identificalo, o devolvé el ticket y vendé aparte.
failed-refund-voided = Esta venta está anulada: ya volvió todo. No cambió nada.
failed-refund-nothing = No se eligió nada para devolver. No cambió nada: elegí al menos un producto.
failed-refund-no-line = El ticket no tiene ese producto. No cambió nada: abrí la venta de nuevo.
failed-refund-too-much = De { $name } se puede devolver como mucho { $left }. No cambió nada.
failed-refund-quantity = Esa cantidad no se puede devolver. No cambió nada: elegí otra.
failed-refund-not-approved = El permiso no es para devolver. No cambió nada: pedí el PIN de nuevo.
failed-refund-changed = Alguien devolvió algo de esta venta recién. No cambió nada más: abrila de nuevo.
