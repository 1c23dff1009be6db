### La lista del primer día

first-day-title = Primer día
first-day-head = Día 1
first-day-hint = Lo que hace falta antes de la primera venta de verdad. Cada línea se marca sola; tocala para ir ahí.
first-day-done = { $done } de { $all } hechas
first-day-dismiss = No mostrar más
first-day-dismissed = La lista del primer día sigue en Ajustes › Este equipo.
first-day-is-done = Hecho
first-day-is-open = Falta
first-day-shop = Comercio y ticket
first-day-shop-hint = Nombre, RUC y dirección, como salen en el ticket.
first-day-users = Usuarios
first-day-users-hint = Al menos uno más que el administrador: quien vende entra con su propio PIN.
first-day-catalogue = Productos
first-day-catalogue-hint = { $products ->
    [0] De tu lista (CSV), o el catálogo de arranque.
    [one] Hay { $products } producto. Revisá precio, IVA y etiqueta.
   *[other] Hay { $products } productos. Revisá precios, IVA y etiquetas.
 }
first-day-pupils = Alumnos
first-day-pupils-hint = { $pupils ->
    [0] De la lista del colegio (CSV): nombre, grado, tarjeta, saldo, alergias.
    [one] Hay { $pupils } alumno.
   *[other] Hay { $pupils } alumnos.
 }
first-day-printer = Impresora
first-day-printer-hint = En cinco pasos, con una hoja de prueba. Sin impresora también se vende.
first-day-backup = Copia de seguridad
first-day-backup-hint = Elegí dónde van y hacé la primera; mejor también en una memoria USB.
first-day-sale = Venta de práctica
first-day-sale-hint = Abrí el turno, vendé algo, mirá el ticket y anulala en Ventas.
first-day-starter = Catálogo de arranque
first-day-starter-title = Catálogo de arranque
first-day-starter-warns = Los precios son de ejemplo y nadie leyó las etiquetas: de lo que llevan solo se dice lo habitual. Nada queda como «libre de»; revisá cada etiqueta en Restricciones.
first-day-starter-take = Cargar { $count } productos
first-day-starter-later = Ahora no
first-day-starter-taken = Se cargaron { $count } productos. Revisá los precios antes de vender.
