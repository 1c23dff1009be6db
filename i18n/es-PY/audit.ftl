# Quién hizo qué y cuándo, y si los hechos están como se escribieron.

## La página
audit-page = Auditoría
audit-hint = Quién hizo qué y cuándo. Nada de esto se puede cambiar ni borrar; si alguien lo cambia por fuera, la revisión lo encuentra y lo nombra.
audit-anybody = Todos
audit-any-action = Todo
audit-day = Día
audit-day-hint = DD/MM/AAAA
audit-day-wrong = Escribí el día como 23/11/2026.
audit-older = Anteriores
audit-newer = Siguientes
audit-none = Nada anotado
audit-none-todo = Elegí otra persona, otra acción u otro día.
audit-nobody = La caja
audit-path = Archivo CSV donde guardar
audit-export = Exportar
audit-verify = Comprobar
audit-verifying = Comprobando…
audit-exported = { $count ->
    [one] 1 anotación en { $path }.
   *[other] { $count } anotaciones en { $path }.
}
audit-verified = Todo está como se escribió: { $facts } hechos. Cabeza de la cadena: { $head }
audit-not-verified = { $altered } hechos no están como se escribieron. No sigas sin mirar: avisá al encargado y guardá una copia de la base. Cabeza de la cadena: { $head }
audit-head-when = Cuándo
audit-head-who = Quién
audit-head-what = Qué
audit-head-action = Acción
audit-head-subject = Sobre
audit-head-detail = Detalle

## Lo que se encuentra
audit-altered = { $table }, fila { $seq }: { $how }
audit-altered-sale = { $table }, fila { $seq } (ticket { $number }): { $how }
audit-how-changed = cambió
audit-how-deleted = falta
audit-how-inserted = se agregó por fuera
audit-how-cut-off = falta el final de la cadena

## Las acciones, para elegir
audit-action-discount = Descuentos
audit-action-approve-restriction = Avisos autorizados
audit-action-approve-credit = Crédito autorizado
audit-action-approve-daily-limit = Límite del día pasado
audit-action-void = Anulaciones
audit-action-refund = Devoluciones
audit-action-lunch-plan = Planes de almuerzo
audit-action-pupil-lunch = Inscripciones al almuerzo
audit-action-pupil-lunch-ended = Inscripciones terminadas
audit-action-alert-seen = Avisos revisados
audit-action-export = Archivos exportados
audit-action-wrong-pin = PIN equivocado
audit-action-health-seen = Datos de salud vistos
audit-action-self-check = Revisiones
audit-action-restore = Copias restauradas
audit-action-cancel-job = Impresiones canceladas
audit-action-open-drawer = Cajón abierto
audit-action-audit-export = Auditoría exportada
audit-action-approve-weekly-limit = Límite de la semana pasado
audit-action-approve-monthly-limit = Límite del mes pasado
audit-action-approve-meal-limit = Límite del recreo pasado
audit-action-approve-items = Más unidades autorizadas
audit-action-approve-hours = Venta fuera de hora
audit-action-approve-blocked = Producto bloqueado autorizado
audit-action-approve-difference = Diferencias de caja autorizadas
audit-action-limits = Límites de alumnos
audit-action-meal-breaks = Recreos
audit-action-tender-terms = Medios de pago
audit-action-rights = Permisos
audit-action-user-added = Usuarios nuevos
audit-action-user-let-in = Usuarios habilitados
audit-action-user-let-out = Usuarios dados de baja
audit-action-pin-reset = PIN restablecidos
audit-action-pin-changed = PIN cambiados
audit-action-card-given = Tarjetas del personal
audit-action-card-blocked = Tarjetas del personal bloqueadas
audit-action-card-opened = Tarjetas del personal habilitadas
audit-action-lunch-payment-back = Pagos de almuerzo devueltos
audit-action-account-correction = Correcciones de cuentas
audit-action-account-top-up-undone = Cargas anuladas
audit-action-account-transfer = Transferencias entre cuentas
audit-action-account-payout = Saldos devueltos
audit-action-account-share = Cuentas compartidas
audit-action-account-card-issued = Tarjetas dadas
audit-action-account-card-replaced = Tarjetas reemplazadas
audit-action-account-card-blocked = Tarjetas bloqueadas
audit-action-account-card-unblocked = Tarjetas desbloqueadas
audit-action-account-card-expiry = Vencimientos de tarjetas
audit-action-shift-opened = Turnos abiertos
audit-action-shift-closed = Turnos cerrados
audit-action-shift-handed-over = Entregas de caja
audit-action-cash-paid-in = Entradas de efectivo
audit-action-cash-paid-out = Salidas de efectivo
audit-action-cash-drop = Retiros a la caja fuerte

## Las acciones, dichas
audit-said-discount = autorizó un descuento (ticket { $subject })
audit-said-approve-restriction = autorizó una venta con aviso (ticket { $subject })
audit-said-approve-credit = autorizó pasar del saldo (ticket { $subject })
audit-said-approve-daily-limit = autorizó pasar del límite del día (ticket { $subject })
audit-said-void = anuló una venta (ticket { $subject })
audit-said-refund = devolvió (ticket { $subject }): { $detail }
audit-said-lunch-plan = guardó el plan de almuerzo { $subject }: { $detail }
audit-said-pupil-lunch = inscribió a { $subject } al almuerzo: { $detail }
audit-said-pupil-lunch-ended = terminó la inscripción de { $subject } al almuerzo: { $detail }
audit-said-alert-seen = revisó un aviso. { $subject }
audit-said-export = exportó a { $subject }
audit-said-wrong-pin = PIN equivocado, { $detail } seguidos
audit-said-health-seen = miró los datos de salud { $subject ->
    [all] de todos
   *[other] de { $subject }
 }
audit-said-self-check = la caja se revisó: { $subject ->
    [ok] todo bien
   *[other] encontró algo
 }
audit-said-restore = restauró la copia { $subject }
audit-said-cancel-job = canceló la impresión { $subject }
audit-said-open-drawer = abrió el cajón sin venta
audit-said-audit-export = exportó { $detail } anotaciones a { $subject }
audit-said-approve-weekly-limit = autorizó pasar del límite de la semana (ticket { $subject })
audit-said-approve-monthly-limit = autorizó pasar del límite del mes (ticket { $subject })
audit-said-approve-meal-limit = autorizó pasar del límite del recreo (ticket { $subject })
audit-said-approve-items = autorizó más unidades que las permitidas (ticket { $subject })
audit-said-approve-hours = autorizó una venta fuera de hora (ticket { $subject })
audit-said-approve-blocked = autorizó un producto bloqueado (ticket { $subject })
audit-said-approve-difference = autorizó la diferencia del cierre Z { $subject }
audit-said-limits = cambió los límites de { $subject }
audit-said-meal-breaks = cambió los recreos: { $detail }
audit-said-tender-terms = cambió un medio de pago: comisión { $detail }
audit-said-rights = cambió los permisos de { $subject }: { $detail }
audit-said-user-added = agregó al usuario { $subject }
audit-said-user-let-in = habilitó al usuario { $subject }
audit-said-user-let-out = dio de baja al usuario { $subject }
audit-said-pin-reset = restableció el PIN de { $subject }
audit-said-pin-changed = cambió el PIN de { $subject }
audit-said-card-given = dio una tarjeta a { $subject }
audit-said-card-blocked = bloqueó una tarjeta de { $subject }
audit-said-card-opened = habilitó una tarjeta de { $subject }
audit-said-lunch-payment-back = devolvió un pago de almuerzo
audit-said-account-correction = corrigió la cuenta de { $subject }: { $detail }
audit-said-account-top-up-undone = anuló una carga de { $subject }: { $detail }
audit-said-account-transfer = transfirió de la cuenta de { $subject }: { $detail }
audit-said-account-payout = devolvió el saldo de { $subject }: { $detail }
audit-said-account-share = cambió con quién comparte la cuenta { $subject }
audit-said-account-card-issued = dio una tarjeta a { $subject }: { $detail }
audit-said-account-card-replaced = reemplazó una tarjeta de { $subject }: { $detail }
audit-said-account-card-blocked = bloqueó una tarjeta de { $subject }: { $detail }
audit-said-account-card-unblocked = desbloqueó una tarjeta de { $subject }: { $detail }
audit-said-account-card-expiry = cambió el vencimiento de una tarjeta de { $subject }: { $detail }
audit-said-shift-opened = abrió el turno con { $detail }
audit-said-shift-closed = cerró el turno: Z { $subject }
audit-said-shift-handed-over = recibió la caja
audit-said-cash-paid-in = puso efectivo: { $detail }
audit-said-cash-paid-out = sacó efectivo: { $detail }
audit-said-cash-drop = llevó efectivo a la caja fuerte: { $detail }
audit-said-other = { $action } { $subject }

## En la línea de comandos
cli-bad-head = «{ $text }» no es la cabeza de una cadena: va como 12: y 64 letras. No se comprobó nada.
cli-bad-day = «{ $text }» no es un día: va como 23/11/2026 o 2026-11-23.
cli-no-such-user = Acá no trabaja nadie que se llame «{ $name }».
cli-file-there = { $path } ya existe. No se escribió nada: elegí otro nombre.
cli-audit-no-right = Esa persona no puede ver la auditoría. No se escribió nada: pedíselo a un encargado.

help-audit = Quién hizo qué, y si los hechos están como se escribieron
help-audit-list = Lista quién hizo qué, lo último primero
help-audit-verify = Prueba que cada hecho esté como se escribió
help-audit-export = Escribe todo en un archivo CSV, y lo anota
help-audit-list-user = Solo de esta persona
help-audit-list-action = Solo de esta acción
help-audit-list-from = Desde este día
help-audit-list-to = Hasta este día
help-audit-list-most = Cuántas como mucho
help-audit-list-before = Solo las de antes de esta
help-audit-verify-head = Una cabeza anotada antes, como la de un informe Z
help-audit-export-file = El archivo; no tiene que existir
help-audit-export-user = Solo de esta persona
help-audit-export-action = Solo de esta acción
help-audit-export-from = Desde este día
help-audit-export-to = Hasta este día
