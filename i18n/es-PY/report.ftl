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
report-alert-overrides = Se autorizaron { $count } ventas contra una restricción; lo normal es { $usual } por día.
report-alert-drawer = La caja de { $name } difirió en { $shifts } cierres: { $difference } en total.
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

report-exported = { $rows } filas, { $total } en total: { $file }
report-written = Panel guardado en { $file }
report-printing = El resumen va a la impresora.
