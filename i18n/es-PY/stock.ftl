# Stock: compras, recuentos, mermas, movimientos, qué pedir y cuánto vale

nav-stock = Stock
right-stock = Manejar el stock

stock-tab-receive = Recibir
stock-tab-count = Contar
stock-tab-loss = Mermas
stock-tab-moves = Movimientos
stock-tab-order = Reponer
stock-tab-worth = Valor

stock-reading = Leyendo el stock…
stock-no-products = Todavía no hay productos
stock-no-products-todo = Cargá la lista de productos en Ajustes › Listas, y volvé acá.
stock-search = Producto o código
stock-not-found = Ningún producto se llama así
stock-not-found-todo = Probá con otra palabra o con el código. Si es nuevo, cargalo primero con los productos.
stock-has = hay { $stock }
stock-unknown-code = Ningún producto tiene el código { $code }. No se cambió nada: cargalo primero con los productos.
stock-back = Volver
stock-save = Guardar CSV
stock-print = Imprimir
stock-days = { $days ->
    [365] 1 año
   *[other] { $days } días
 }
stock-ticket = Ticket { $number }
stock-no-supplier = Sin proveedor conocido

stock-col-product = Producto
stock-col-quantity = Cantidad
stock-col-day = Fecha
stock-col-document = Documento
stock-col-who = Quién
stock-col-total = Total
stock-col-kind = Qué pasó
stock-col-balance = Saldo
stock-col-expected = Esperado y contado
stock-col-difference = Dif.
stock-col-value = Valor
stock-col-stock = Hay
stock-col-average = Promedio
stock-col-state = Cómo está
stock-col-order = Pedir
stock-col-cost = Costo

## Recibir una compra

stock-supplier = Proveedor
stock-ruc = RUC, si lo tenés
stock-document = Factura o boleta
stock-total = Total con IVA
stock-cost-each = Costo por unidad
stock-cost-total = Costo de la línea
stock-last-cost = último costo { $cost }
stock-no-lines = Escaneá lo que llegó
stock-no-lines-todo = O buscalo por nombre. Poné cantidad y costo con IVA, y el total del documento para comparar.
stock-past = Últimas compras
stock-sum = Suma de las líneas: { $sum }
stock-sum-equal = Coincide con el total del documento
stock-sum-differs = Diferencia con el documento: { $difference }
stock-clear = Vaciar
stock-receive = Recibir
stock-differs = El total no coincide
stock-differs-what = Las líneas suman { $sum } y el documento dice { $total }. Revisá cantidades y costos; si el documento trae un descuento o un redondeo, recibilo así.
stock-receive-anyway = Recibir igual
stock-clear-title = ¿Vaciar esta compra?
stock-clear-what = Se borra todo lo que escribiste. El stock queda como está.
stock-received = { $lines ->
    [one] Compra de { $supplier } recibida: 1 línea, { $cost }.
   *[other] Compra de { $supplier } recibida: { $lines } líneas, { $cost }.
 }{ $costs ->
    [0] {""}
    [one] {" "}Cambió el costo de 1 producto.
   *[other] {" "}Cambió el costo de { $costs } productos.
 }
stock-fault-supplier = Falta el proveedor: escribí su nombre.
stock-fault-ruc = El RUC va con números, guion y dígito, como 80009735-1.
stock-fault-ruc-digit = El dígito verificador de ese RUC sería { $digit }: revisá el número.
stock-fault-document = Falta el número del documento.
stock-fault-total = Falta el total del documento, en guaraníes enteros.
stock-fault-empty = Todavía no hay ninguna línea: escaneá lo que llegó.
stock-fault-too-long = Una compra tiene hasta 500 líneas: partila en dos documentos.
stock-fault-quantity = La cantidad de la línea { $line } no sirve.
stock-fault-cost = Falta el costo de la línea { $line }, en guaraníes enteros.

## Contar

stock-count-title = Contar el stock
stock-count-what = La caja sigue vendiendo: de cada producto se compara con lo que había en el momento en que lo contás.
stock-count-scope = ¿Qué se cuenta?
stock-count-all = Todo
stock-count-blind = A ciegas
stock-count-open = Mostrar lo esperado
stock-count-begin = Empezar
stock-count-none = Escaneá lo que hay
stock-count-none-todo = Cada lectura suma uno. También podés buscar el producto y escribir la cantidad.
stock-count-pieces = Unidades
stock-count-kilograms = Kilos
stock-count-note = Anotar
stock-count-expected = se esperaban { $expected }
stock-count-so-far = { $count ->
    [one] 1 producto contado
   *[other] { $count } productos contados
 } · { $rest ->
    [0] no falta ninguno con stock
    [one] falta 1 con stock
   *[other] faltan { $rest } con stock
 }
stock-count-drop = Abandonar
stock-count-drop-title = ¿Abandonar este recuento?
stock-count-drop-what = Se borra lo que se contó. El stock queda como está.
stock-count-review = Ver diferencias
stock-count-posted = { $count ->
    [one] Recuento asentado: 1 producto
   *[other] Recuento asentado: { $count } productos
 }, { $differences ->
    [0] ninguna diferencia.
    [one] 1 diferencia; faltante al costo { $missing }.
   *[other] { $differences } diferencias; faltante al costo { $missing }.
 }
stock-review-title = Diferencias antes de asentar
stock-review-equal = Todo lo contado coincide con lo esperado.
stock-review-counted = { $expected } → { $counted }
stock-review-more = { $count ->
    [one] y 1 producto más
   *[other] y { $count } productos más
 }
stock-review-sums = Falta { $missing } y sobra { $more }, al último costo
stock-review-without-cost = { $count ->
    [one] De 1 producto con diferencia no se sabe el costo
   *[other] De { $count } productos con diferencia no se sabe el costo
 }
stock-review-reason = Por qué hay diferencias
stock-review-approval = PIN de quien autoriza
stock-review-post = Asentar
stock-rest = { $count ->
    [one] Hay 1 producto con stock que nadie contó
   *[other] Hay { $count } productos con stock que nadie contó
 }
stock-rest-leave = Dejarlos como están
stock-rest-zero = No hay: ponerlos en cero
stock-count-why-month = Recuento del mes
stock-count-why-mistake = Error de carga
stock-count-why-missing = Faltante sin explicar

## Mermas y consumo propio

stock-loss-spoiled = Merma
stock-loss-own-use = Consumo propio
stock-loss-none = Escaneá lo que se tira o se usa
stock-loss-none-todo = O buscalo por nombre. Queda en el panel, al costo, con su motivo.
stock-loss-why = ¿Por qué?
stock-loss-note = Algo más, si hace falta
stock-loss-cost = al costo { $cost }
stock-loss-no-cost = sin costo conocido
stock-loss-write = Dar de baja
stock-loss-fault-reason = Elegí un motivo.
stock-loss-fault-note = Con «otro motivo» escribí cuál, de 3 letras o más.
stock-lost = Dado de baja: { $cost } al costo.
stock-lost-no-cost = Dado de baja. No se sabe su costo.
stock-reason-expired = Vencido
stock-reason-damaged = Roto o aplastado
stock-reason-gone-bad = Echado a perder
stock-reason-leftover = Sobró del día
stock-reason-missing = No está
stock-reason-staff-meal = Comida del personal
stock-reason-kitchen = Para la cocina
stock-reason-school = Para el colegio
stock-reason-sample = Degustación o regalo
stock-reason-other = Otro motivo

## Movimientos

stock-moves-none = ¿De qué producto?
stock-moves-none-todo = Escanealo o buscalo: se ve todo lo que entró y salió, quién, cuándo y con qué documento.
stock-moves-quiet = No se movió en esos días
stock-moves-quiet-todo = Elegí más días arriba.
stock-moves-from-to = había { $before }, ahora hay { $now }
stock-kind-sale = Venta
stock-kind-void = Anulación
stock-kind-refund = Devolución
stock-kind-purchase = Compra
stock-kind-count = Recuento
stock-kind-spoiled = Merma
stock-kind-own-use = Consumo propio
stock-kind-other = Otro

## Reponer

stock-order-none = No hace falta pedir nada
stock-order-none-todo = Acá aparece lo que está debajo del mínimo o se acaba en menos de tres días de clase.
stock-order-sum = { $count ->
    [one] 1 producto, { $cost } al último costo
   *[other] { $count } productos, { $cost } al último costo
 }
stock-order-cost = Costo aproximado
stock-paper-order = Lista para reponer
stock-need-both = hay { $stock }, mínimo { $minimum }, { $days ->
    [one] queda 1 día
   *[other] quedan { $days } días
 }
stock-need-days = hay { $stock }, { $days ->
    [one] queda 1 día
   *[other] quedan { $days } días
 }
stock-need-minimum = hay { $stock }, mínimo { $minimum }

## Valor

stock-worth-sum = { $value } al cierre del { $day }
stock-worth-how = Al costo promedio de lo que se pagó, con IVA
stock-worth-unpriced = { $count ->
    [one] De 1 producto no se sabe todo su costo: vale más que eso
   *[other] De { $count } productos no se sabe todo su costo: valen más que eso
 }
stock-worth-none = Ese día no había stock
stock-worth-none-todo = Elegí otro día, o recibí una compra.
stock-worth-day = DD/MM/AAAA
stock-worth-month-end = Fin del mes pasado

## Archivos

stock-file-moves = movimientos
stock-file-order = reponer
stock-file-worth = valor-del-stock
stock-csv-supplier = Proveedor
stock-csv-product = Producto
stock-csv-category = Categoría
stock-csv-stock = Stock
stock-csv-minimum = Mínimo
stock-csv-sold = Vendido en 28 días
stock-csv-days = Días de clase que quedan
stock-csv-order = Pedir
stock-csv-cost = Costo
stock-csv-day = Fecha
stock-csv-time = Hora
stock-csv-kind = Qué pasó
stock-csv-document = Documento
stock-csv-who = Quién
stock-csv-quantity = Cantidad
stock-csv-balance = Saldo
stock-csv-note = Motivo
stock-csv-average = Costo promedio
stock-csv-value = Valor

## Lo que no se hace

stock-failed-same-document = El documento { $document } de { $supplier } ya fue recibido. No se cargó de nuevo: fijate en las últimas compras.
stock-failed-other-supplier = Ya hay un proveedor { $name } con ese nombre o ese RUC. No se recibió nada: elegilo de la lista o corregí el RUC.
stock-failed-no-count = No hay un recuento abierto. No se anotó nada: empezá uno.
stock-failed-count-open = Ya hay un recuento abierto. No se cambió nada: terminalo o abandonalo en Stock › Contar.
stock-failed-nothing-counted = Todavía no se contó nada. El recuento sigue abierto.
stock-failed-not-in-count = Ese producto no es de lo que se está contando. No se anotó nada.
stock-failed-no-reason = Falta el motivo de las diferencias, de 3 letras o más. No se asentó nada.
stock-failed-changed = El recuento cambió mientras lo mirabas. No se asentó nada: revisá las diferencias de nuevo.
stock-failed-not-approved = Las diferencias las autoriza un encargado con su PIN. No se asentó nada.
stock-failed-quantity = Esa cantidad no sirve. No se cambió nada: poné más que 0, y entero si va por unidad.
stock-failed-loss-reason = Ese motivo no es de los que hay para eso. No se dio de baja nada: mirá la lista en README; «other» lleva --note.
cli-stock-no-right = Esa persona no maneja el stock. No se hizo nada: pedile a un supervisor.
cli-stock-unknown = Ningún producto tiene el código o el nombre «{ $name }». No se hizo nada.
cli-stock-several = Varios productos se llaman «{ $name }». No se hizo nada: usá el código.
cli-total-differs = Las líneas suman { $sum } y el documento dice { $total }. No se recibió nada: corregí la lista, o agregá --allow-difference.
import-unknown-product = «{ $value }» no es ningún producto: cargalo primero con los productos.
import-several-products = Hay varios productos llamados «{ $value }»: poné el código.

audit-action-stock-received = Compras recibidas
audit-action-stock-counted = Recuentos de stock
audit-action-stock-spoiled = Mermas
audit-action-stock-own-use = Consumo propio
audit-said-stock-received = recibió la compra { $subject } de { $detail }
audit-said-stock-counted = asentó un recuento de stock
audit-said-stock-spoiled = dio de baja { $subject }
audit-said-stock-own-use = anotó consumo propio de { $subject }

## La línea de comandos

help-stock = El stock: compras, recuentos, mermas, movimientos, qué pedir y cuánto vale
help-stock-cashier = El PIN de quien lo hace; si falta, el primer usuario activo que puede
help-stock-receive = Recibe una compra de una lista, toda o nada
help-stock-receive-csv = La lista: producto o código, cantidad y costo o total
help-stock-receive-supplier = De quién es; si es nuevo, se crea
help-stock-receive-ruc = Su RUC, con el dígito verificador
help-stock-receive-document = El número del documento
help-stock-receive-total = Lo que dice el documento, con IVA
help-stock-receive-allow-difference = La recibe aunque las líneas sumen otra cosa
help-stock-count = Cuenta según una lista y asienta las diferencias, todo o nada
help-stock-count-csv = La lista: producto o código, y cuánto hay
help-stock-count-not-counted = Qué pasa con lo que no está en la lista
help-stock-count-reason = Por qué hay diferencias
help-stock-count-approve = El PIN de quien autoriza las diferencias
help-stock-move = Da de baja algo que salió sin venderse
help-stock-move-product = El código del producto, o su nombre
help-stock-move-quantity = Cuánto
help-stock-move-kind = spoiled (merma) u own_use (consumo propio)
help-stock-move-reason = Por qué: una palabra de la lista en README
help-stock-move-note = Algo más
help-stock-list = El stock de todo, o los movimientos de un producto
help-stock-list-product = El código del producto, o su nombre; si falta, el stock de todo
help-stock-list-days = Cuántos días para atrás
help-stock-list-csv = Escribe los movimientos como CSV en este archivo
help-stock-reorder = Qué pedir, por proveedor
help-stock-reorder-csv = Lo escribe como CSV en este archivo
help-stock-reorder-print = Lo imprime
help-stock-value = Cuánto valía el stock al cierre de un día
help-stock-value-day = De qué día; si falta, hoy
help-stock-value-csv = Lo escribe como CSV en este archivo
