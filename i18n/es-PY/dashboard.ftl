# El panel: qué pasó, si es normal, qué hacer.

nav-dashboard = Panel
dash-tab-summary = Resumen
dash-tab-week = Semana
dash-tab-month = Mes
dash-tab-hours = Horas
dash-search = Nº, alumno, producto, monto o día
dash-search-short = Buscar ventas
dash-export = Exportar
dash-reading = Leyendo…
dash-reading-what = Los datos llegan enseguida.
dash-not-read = Sin datos
dash-again = Reintentar
dash-age-now = recién
dash-age-minutes = hace { $count } min
dash-age-hours = hace { $count } h
dash-today = Hoy
dash-yesterday = Ayer
dash-week = Semana
dash-month = Mes
dash-year = Año
dash-term = Período escolar
dash-range = Rango…
dash-versus-previous = Contra el período anterior
dash-versus-last-year = Contra el año pasado
dash-versus-chosen = Contra los días que elijas…
dash-compare-title = ¿Contra qué se compara?
dash-compare-what = El período que todavía corre se compara hasta la misma hora.
dash-compared = comparado con { $days }
dash-until = { $day }, hasta las { $time }
dash-than-yesterday = ayer
dash-than-day = el { $day }
dash-than-previous = el período anterior
dash-than-last-year = el año pasado
dash-than-chosen = los días elegidos
dash-key-right = { $what } (der.)
dash-than-usual = lo usual { $days }
dash-than-month = el mes anterior
dash-more = { $percent } % más que { $than }
dash-less = { $percent } % menos que { $than }
dash-same = igual que { $than }
dash-nothing-before = sin ventas { $than }
dash-sales = Ventas
dash-income = Ingresos
dash-average = Promedio por venta
dash-average-short = Promedio
dash-no-average = Hace falta una venta en cada período.
dash-projection = Proyección del día
dash-projected-sales = { $count ->
    [one] 1 venta si sigue como siempre
   *[other] { $count } ventas si sigue como siempre
}
dash-usual-mean = { $count ->
    [one] usual: { $usual }, de un día
   *[other] usual: { $usual }, de { $count } días
}
dash-margin = Margen
dash-margin-unknown = Cargá el costo de los productos para verlo.
dash-margin-share = { $percent } % de lo vendido con costo cargado
dash-margin-part = { $amount } se vendió sin costo cargado
dash-pupils = Alumnos atendidos
dash-items = Artículos
dash-refunds = Devoluciones
dash-voids = Anulaciones
dash-overrides = Restricciones autorizadas
dash-discount = Descuentos
dash-by-hour = Evolución por hora
dash-key-sales = ventas (izq.)
dash-axis-amount = monto en ₲
dash-axis-thousands = monto en miles de ₲
dash-axis-millions = monto en millones de ₲
dash-key-usual = franja: ventas de un día usual
dash-key-usual-bar = □ lo usual
dash-key-unusual = ▼ día inusual
dash-key-before = mes anterior
dash-hour = { $hour } a { $hour }:59
dash-sold = { $sales ->
    [one] 1 venta · { $amount }
   *[other] { $sales } ventas · { $amount }
}
dash-usual-between = { $high ->
    [one] usual: de { $low } a 1 venta
   *[other] usual: de { $low } a { $high } ventas
}
dash-usual-is = usual: { $usual }
dash-usual-so-far = usual a esta hora: { $usual }
dash-day-so-far = { $day }, hasta ahora
dash-so-far-what = Hoy no terminó: se compara con lo usual hasta esta misma hora, como en Resumen.
dash-part-of = de { $total }
dash-no-usual = todavía no hay un día usual
dash-see-sales = Ver ventas ›
dash-tenders = Métodos de pago
dash-ring-sales = { $count ->
    [one] venta
   *[other] ventas
}
dash-top-products = Top 10 productos
dash-by-count = Por cantidad
dash-by-amount = Por monto
dash-by-sales = Ventas
dash-product = Producto
dash-quantity = Cant.
dash-amount = Monto
dash-by-tender = Desglose por método
dash-tender = Método
dash-total = Total
dash-top-customers = Top 5 clientes
dash-customer = Cliente
dash-purchases = Compras
dash-spent = Gasto
dash-no-customers = Nadie se identificó
dash-no-customers-todo = Pasá la tarjeta o buscá al alumno antes de cobrar.
dash-empty = No hay ventas
dash-empty-today = Cobrá la primera venta de hoy y el panel se llena solo.
dash-empty-days = Elegí otros días arriba.
dash-empty-month = Ver este mes
dash-see = Ver
dash-alerts = Alertas de hoy
dash-alerts-more = { $count ->
    [one] y una alerta más
   *[other] y { $count } alertas más
}
dash-alerts-noted = { $count ->
    [one] Una alerta, ya revisada
   *[other] { $count } alertas, ya revisadas
}
dash-usual-from = Lo usual sale de: { $days }
dash-acknowledge = Revisada
dash-acknowledged = Revisada por { $who }: { $note }
dash-note = ¿Qué pasó? ¿Qué hiciste?
dash-note-keep = Guardar nota
dash-rule-low_sales = Regla: muchas menos ventas que lo usual a esta hora.
dash-rule-cash_high = Regla: casi todo se cobra en efectivo.
dash-rule-cash_low = Regla: mucho menos efectivo que lo usual.
dash-rule-tender_stopped = Regla: un método que siempre se usa hoy no se usó.
dash-rule-no_sale = Regla: hay stock y pasan los días sin vender.
dash-rule-sold_out = Regla: se agotó antes del segundo recreo.
dash-rule-overrides = Regla: se autorizan muchas restricciones.
dash-rule-drawer = Regla: la caja de una persona difiere seguido.
dash-rule-drawer_once = Regla: un cierre de caja difiere mucho.
dash-rule-backup = Regla: hace demasiado que no hay una copia buena.
dash-rule-printer = Regla: la impresora no imprime.
dash-close = Cerrar
dash-cancel = Cancelar
dash-apply = Ver estos días
dash-back = Volver
dash-pick-period = ¿Qué días?
dash-pick-comparison = ¿Contra qué días?
dash-from = Desde
dash-to = Hasta
dash-day-form = DD/MM/AAAA
dash-no-day = Escribí las dos fechas así: 23/11/2026, o tocalas abajo.
dash-backwards = «Hasta» es antes que «Desde»: cambialas.
dash-too-long = Se miran hasta diez años: elegí menos días.
dash-week-of = Semana del { $day }
dash-week-days = Los días de la semana
dash-week-trend = Las últimas semanas
dash-school-days = { $count ->
    [one] un día de clase
   *[other] { $count } días de clase
}
dash-unusual = Días inusuales
dash-unusual-none = Ninguno: la semana va como siempre.
dash-why-low = { $percent } % de lo usual: mucho menos
dash-why-high = { $percent } % de lo usual: mucho más
dash-why-no-sales = día de clase sin ventas
dash-why-day-off = ventas en un día sin clase
dash-why-refunds = devoluciones por { $amount }
dash-day = Día
dash-usual = Usual
dash-before-was = { $day }: { $amount }
dash-month-trend = El mes, día por día
dash-most-used = Método más usado
dash-stock = Rotación de productos
dash-stock-reorder = Para pedir
dash-stock-dead = Sin ventas
dash-stock-slow = Lentos
dash-stock-all = Todos
dash-stock-lost = Mermas
dash-in-stock = Stock
dash-sold-weeks = 4 semanas
dash-days-left = Alcanza (días)
dash-order = Pedir
dash-cost = Costo
dash-no-stock = Ninguno
dash-no-stock-todo = Ningún producto está así. Mirá las otras listas.
dash-no-loss = Sin mermas
dash-no-loss-todo = No salió stock sin venta este mes.
dash-page = Página { $page }
dash-page-of = Página { $page } de { $pages }
dash-heat-title = Cuándo se vende
dash-heat-of = { $count ->
    [one] De un solo día con ventas ({ $days })
   *[other] Promedio por día, de { $count } días con ventas ({ $days })
}
dash-cell = { $days }, de { $hour } a { $hour }:59
dash-cell-sold = { $sales } ventas por día · { $amount }
dash-cell-none = sin ventas
dash-list-hour = Ventas de { $hour } a { $hour }:59
dash-list-cell = Ventas { $days }, de { $hour } a { $hour }:59
dash-found = Ventas encontradas
dash-list-none = No hay ventas así
dash-list-none-todo = Volvé y elegí otros días, o buscá otra cosa.
dash-when = Hora
dash-is-refund = Devolución
dash-was-refunded = Devuelta en parte o entera
dash-export-title = Exportar
dash-export-html = Página (HTML)
dash-export-picture = Imagen (PNG)
dash-export-sales = Ventas
dash-export-lines = Renglones
dash-export-payments = Pagos
dash-form-xlsx = Excel (.xlsx)
dash-form-csv = CSV (.csv)
dash-export-folder = Carpeta
dash-export-name = Se guarda como { $name }. Si ya está, se reemplaza.
dash-export-running = Escribiendo…
dash-export-rows = { $rows ->
    [one] Guardado: 1 fila, { $total }. { $file }
   *[other] Guardado: { $rows } filas, { $total }. { $file }
}
dash-export-done = Guardado: { $file }
dash-export-failed = No se pudo escribir { $file } ({ $why }). Lo que había antes sigue ahí. Elegí otra carpeta.
dash-too-many-rows = Son más filas de las que entran en Excel. Elegí menos días, o CSV.
dash-print = Imprimir resumen
dash-printed = El resumen va a la impresora.
dash-save = Guardar
dash-file-page = panel
dash-file-sales = ventas
dash-file-lines = renglones
dash-file-payments = pagos
dash-mondays = los lunes
dash-tuesdays = los martes
dash-wednesdays = los miércoles
dash-thursdays = los jueves
dash-fridays = los viernes
dash-saturdays = los sábados
dash-sundays = los domingos
dash-mon = lun
dash-tue = mar
dash-wed = mié
dash-thu = jue
dash-fri = vie
dash-sat = sáb
dash-sun = dom
dash-january = enero
dash-february = febrero
dash-march = marzo
dash-april = abril
dash-may = mayo
dash-june = junio
dash-july = julio
dash-august = agosto
dash-september = setiembre
dash-october = octubre
dash-november = noviembre
dash-december = diciembre
help-bench-charts = Dibuja el panel, sin ventana
cli-bench-charts = Cuatro gráficos en 1280 × 800, { $rounds } vueltas ({ $build }): con datos nuevos { $median } ms, p99 { $high }; sin cambios { $kept } ms, p99 { $kepthigh }; todo el panel { $page } ms, p99 { $pagehigh }
