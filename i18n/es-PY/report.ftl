# El panel en papel, en archivos y en la línea de comandos.
report-title = Panel de ventas
report-taken = al { $at }
report-sales = Ventas
report-income = Ingresos
report-average = Promedio por venta
report-projection = Proyección del día
report-usual = lo normal: { $usual }
report-pupils = Alumnos atendidos
report-items = Artículos
report-refunds = Devoluciones
report-margin = Margen
report-by-hour = Evolución por hora
report-thousands = monto en miles de ₲
report-tenders = Métodos de pago
report-products = Productos más vendidos
report-product = Producto
report-quantity = Cantidad
report-amount = Monto
report-customers = Mejores clientes
report-customer = Cliente
report-purchases = Compras
report-alerts = Avisos
report-nothing-before = sin datos para comparar
report-no-sales = Sin ventas en estos días.
report-against = contra { $period }
report-days = Días de referencia: { $days }
report-acknowledged = visto por { $by }: { $note }

report-alert-low_sales = Ventas muy por debajo de lo normal: { $sales }, y a esta hora suelen ser { $usual }.
report-alert-cash_high = Efectivo { $share } (lo normal es { $usual }): fijate si anda la terminal de tarjetas.
report-alert-cash_low = Efectivo { $share } (lo normal es { $usual }): fijate si falta cambio.
report-alert-tender_stopped = Sin pagos con { $tender } hoy; a esta hora suelen ser { $usual }.
report-alert-no_sale =
    { $count ->
        [one] 1 producto con stock y sin ventas en { $days } días de clase: { $names }.
       *[other] { $count } productos con stock y sin ventas en { $days } días de clase: { $names }.
    }
report-alert-sold_out =
    { $count ->
        [one] 1 producto se agotó antes del segundo recreo: { $names }.
       *[other] { $count } productos se agotaron antes del segundo recreo: { $names }.
    }
report-alert-overrides = { $count ->
    [one] Se autorizó 1 venta contra una restricción; lo normal es { $usual } por día.
   *[other] Se autorizaron { $count } ventas contra una restricción; lo normal es { $usual } por día.
}
report-alert-drawer = La caja de { $name } difirió en { $shifts } cierres: { $difference } en total.
report-alert-drawer-once = La caja que cerró { $name } el { $day } difirió en { $difference }.
report-alert-backup-never = Todavía no hay ninguna copia de seguridad.
report-alert-backup = La última copia de seguridad buena es de hace { $hours } horas.
report-alert-printer-unreachable = La impresora no está conectada; tickets en espera: { $waiting }.
report-alert-printer = La impresora no imprime; tickets en espera: { $waiting }.

report-table-sales = Ventas
report-table-lines = Renglones
report-table-payments = Pagos
report-column-day = Fecha
report-column-time = Hora
report-column-number = Número
report-column-kind = Tipo
report-column-of = De la venta
report-column-pupil = Alumno
report-column-grade = Grado
report-column-guardian = Responsable
report-column-cashier = Cajero
report-column-discount = Descuento
report-column-total = Total
report-column-rounding = Redondeo
report-column-paid = Pagado
report-column-product = Producto
report-column-category = Categoría
report-column-quantity = Cantidad
report-column-price = Precio
report-column-rate = IVA
report-column-tender = Medio de pago
report-column-received = Recibido
report-column-reference = Referencia
report-kind-sale = Venta
report-kind-void = Anulación
report-kind-refund = Devolución

report-exported = { $rows ->
    [one] 1 fila, { $total } en total: { $file }
   *[other] { $rows } filas, { $total } en total: { $file }
}
report-written = Panel guardado en { $file }
report-printing = El resumen va a la impresora.

cli-report-bad-days = Esos días no van: poné primero el más temprano, y como mucho diez años.
cli-report-cancelled = Se canceló; no se escribió nada.
cli-report-not-written = No se pudo escribir { $file }: { $cause }. Lo que había sigue ahí; elegí otra carpeta o liberá espacio.
cli-report-too-many-rows = Son más filas de las que entran en Excel. Exportá menos días, o a un archivo .csv.
cli-bench-dashboard = Panel ({ $build }): hoy { $today } ms, mes { $month } ms, tres años { $years } ms, página de ventas { $drill } ms; venta p99 { $without } ms sola y { $with } ms con el panel; razón { $slower }.

help-dashboard = El panel de unos días: como texto, JSON, HTML o en papel
help-dashboard-date = De este día; si falta, hoy
help-dashboard-from = Desde este día
help-dashboard-to = Hasta este día
help-dashboard-compare = Contra qué: `previous` (lo anterior), `last-year` (un año antes) o D..D
help-dashboard-html = Guarda el panel como un solo archivo HTML
help-dashboard-print = Imprime un resumen en la impresora de tickets
help-export = Ventas, renglones o pagos de unos días como archivo para Excel
help-export-what = Qué se exporta: `sales` (ventas), `lines` (renglones) o `payments` (pagos)
help-export-from = Desde este día
help-export-to = Hasta este día
help-export-out = El archivo: XLSX por su nombre, si no CSV
help-bench-dashboard = Lee el panel de la historia de esta cantina, y vende mientras tanto
help-bench-dashboard-rounds = Cuántas veces se lee cada página, y cuántas ventas se miden
