### Productos: la lista, la ficha, los cambios de muchos, los precios con fecha, las etiquetas

nav-products = Productos
right-products = Cambiar productos y precios
store-price-changed = El precio de { $name } cambió. No se cobró nada; el ticket sigue acá con el precio nuevo: mirá el total y cobrá de nuevo.
goods-no-right = Tu usuario no puede cambiar productos. Pedíselo a un encargado.

## La lista
goods-search = Buscar por nombre, categoría o código
goods-filter = Filtrar
goods-filter-on = Filtrar ({ $count })
goods-filter-clear = Quitar filtros
goods-filter-show = Ver { $shown } de { $all }
goods-new = Producto nuevo
goods-new-short = Nuevo
goods-retry = Leer de nuevo
goods-reading = Leyendo los productos…
goods-none = Todavía no hay productos
goods-none-todo = Apretá «Nuevo», escaneá un envase o importá la lista en Ajustes.
goods-not-found = Ningún producto es así
goods-not-found-todo = Probá con otra palabra o quitá los filtros.
goods-col-name = Producto
goods-col-category = Categoría
goods-col-price = Precio
goods-col-stock = Stock
goods-no-code = sin código
goods-off = De baja
goods-count = { $all ->
    [one] { $shown } de 1 producto
   *[other] { $shown } de { $all } productos
}
goods-keys = ↑ ↓ elegir · Espacio marcar · Enter abrir · F3 nuevo · F4 cambiar
goods-chosen = { $count ->
    [one] { $count } marcado
   *[other] { $count } marcados
}
goods-none-chosen = Desmarcar
goods-tags = Etiquetas
goods-change = Cambiar…
goods-sold = Se venden
goods-not-sold = De baja
goods-either = Todos
goods-only-favourite = Favoritos
goods-only-no-code = Sin código
goods-only-undeclared = Sin declarar
goods-only-low = En el mínimo
goods-all-categories = Todas
goods-kept = { $name }: guardado. La caja ya lo muestra así.
goods-changed = { $count ->
    [one] Un producto cambiado. La caja ya lo muestra así.
   *[other] { $count } productos cambiados. La caja ya los muestra así.
}
goods-cancel = Cancelar
goods-close = Cerrar

## Muchos a la vez
goods-mass-title = { $count ->
    [one] Cambiar un producto
   *[other] Cambiar { $count } productos
}
goods-mass-percent = Precio por %
goods-mass-price = Precio fijo
goods-mass-category = Categoría
goods-mass-rate = IVA
goods-mass-active = Alta o baja
goods-mass-favourite = Favorito
goods-mass-percent-field = Cuánto por ciento
goods-mass-percent-hint = 10 sube, -10 baja
goods-mass-todo = Completá el dato y acá ves cómo queda cada uno antes de guardar. Los precios por % se redondean a ₲ 50.
goods-mass-same = ya está así
goods-mass-cannot = no se puede, queda así
goods-mass-on = Se vende
goods-mass-off = De baja
goods-mass-star = Favorito
goods-mass-no-star = Sin marcar
goods-mass-save = { $count ->
    [0] Nada que cambiar
    [one] Guardar un cambio
   *[other] Guardar { $count } cambios
}

## La ficha
goods-new-title = Producto nuevo
goods-tab-product = Producto
goods-tab-prices = Precios
goods-tab-stock = Stock y balanza
goods-tab-tile = Botón
goods-tab-label = Ingredientes
goods-copy = Copiar
goods-let-go = Dar de baja
goods-bring-back = Dar de alta
goods-undo = Deshacer
goods-save = Guardar (F4)
goods-unsaved = Hay cambios sin guardar
goods-unsaved-todo = Si salís ahora se pierden.
goods-discard = Descartar
goods-stay = Seguir editando
goods-name = Nombre
goods-name-hint = Empanada de carne
goods-category = Categoría
goods-category-hint = Elegí una o escribí una nueva
goods-unit = Se vende por
goods-unit-each = Unidad
goods-unit-kilogram = Peso (kg)
goods-rate = IVA incluido
goods-rate-10 = 10 %
goods-rate-5 = 5 %
goods-rate-0 = Exenta
goods-codes = Códigos
goods-code-hint = Escaneá o escribí
goods-code-add = Agregar
goods-codes-none = Escaneá el envase ahora, estés donde estés de la ficha. Puede tener varios códigos, o ninguno.
goods-codes-some = Apretá un código para quitarlo.

## Precios
goods-price = Precio
goods-price-hint = 4.500
goods-staff-price = Precio para el personal
goods-staff-hint = igual al general
goods-since = Desde
goods-since-hint = hoy, o DD/MM/AAAA
goods-price-of-piece = Por unidad, con IVA. Con una fecha por venir, el precio nuevo rige solo desde ese día.
goods-price-of-kilogram = Por kilogramo, con IVA. Con una fecha por venir, el precio nuevo rige solo desde ese día.
goods-cost = Costo
goods-margin = Queda { $left } por venta ({ $percent })
goods-margin-none = Con precio y costo acá ves cuánto queda por venta.
goods-to-come = Por venir
goods-coming = { $list }: { $price } desde el { $day }
goods-withdraw = Anular
goods-history = Historial
goods-since-ever = desde el principio
goods-since-day = desde el { $day }
goods-by-list = una lista
goods-said-by = { $by }, { $at }
goods-as-general = como el general
goods-list-general = General
goods-list-staff = Personal
goods-list-other = Lista { $list }

## Stock y balanza
goods-stock-now = La caja cuenta { $stock }. Las entradas y los recuentos se hacen en Stock.
goods-minimum = Stock mínimo
goods-minimum-hint = 0
goods-rule = Sin stock
goods-rule-refuse = No se vende
goods-rule-allow = Se vende igual
goods-scale = Etiqueta de la balanza
goods-scale-none = Ninguna
goods-scale-weight = Dice el peso
goods-scale-price = Dice el precio
goods-prefix = Prefijo
goods-prefix-hint = 20 a 29
goods-plu = PLU en la balanza
goods-plu-hint = 00001
goods-scale-hint = La balanza imprime un EAN-13 propio del comercio: prefijo de 20 a 29, cinco cifras de PLU, cinco de gramos o guaraníes y una de control. Escaneá una etiqueta y prefijo y PLU se completan solos. Con «dice el precio» la caja calcula los gramos, y el total puede diferir unos guaraníes.

## El botón
goods-favourite = Siempre en favoritos
goods-place = Lugar entre los favoritos
goods-place-hint = 1 es el primero
goods-colour = Color
goods-colour-none = Sin color
goods-example = Así se ve
goods-photo = Foto
goods-photo-path = Archivo PNG o JPEG
goods-photo-hint = Elegí abajo o escribí la ruta
goods-photo-read = Usar
goods-photo-remove = Quitar
goods-photo-above = Carpeta de arriba
goods-photo-refused = Eso no es una foto PNG o JPEG de hasta 12 MB. Probá con otra.

## Ingredientes
goods-ingredients = Ingredientes, como en la etiqueta
goods-ingredients-hint = harina de trigo, huevo, leche…
goods-declared = Ya hay algo declarado de este producto.
goods-undeclared = Nadie declaró qué contiene: la caja pregunta antes de venderlo a un alumno con restricciones.
goods-declare-later = Guardalo primero; después se declara qué contiene.
goods-declare = Declarar
goods-declare-save = Guardá los cambios para ir a declarar.

## Lo que falta o está mal
goods-fault-name = Falta el nombre.
goods-fault-name-taken = Ya se vende otro producto con ese nombre.
goods-fault-category = Elegí o escribí una categoría.
goods-fault-price = Escribí un precio entero, de ₲ 1 a ₲ 1.000.000.000.
goods-fault-staff = Escribí un precio entero, o dejalo vacío.
goods-fault-cost = Escribí un monto entero, o dejalo vacío.
goods-fault-percent = Escribí un porcentaje, como 10 o -7,5.
goods-fault-day = Escribí el día como 01/03/2027.
goods-fault-no-day = Ese día no existe.
goods-fault-past = Ese día ya pasó: un precio rige desde hoy o después.
goods-fault-minimum = Escribí una cantidad; por unidad, sin decimales.
goods-fault-scale = El prefijo va de 20 a 29 y el PLU tiene hasta cinco cifras.
goods-fault-scale-pieces = Una etiqueta de balanza es de algo que se vende por peso: cambiá la unidad o elegí «Ninguna».
goods-fault-scale-taken = Ese prefijo y PLU son de { $name }.
goods-fault-place = Un lugar es un número de 1 a 999.
goods-fault-code = Un código tiene de 1 a 32 letras o cifras.
goods-fault-code-left = Apretá «Agregar», o borrá lo que quedó escrito.
goods-fault-code-taken = El código { $code } es de { $name }.

## Etiquetas
goods-tags-title = Etiquetas
goods-tags-price = De precio
goods-tags-barcode = De código
goods-tags-price-hint = Nombre y precio grandes para el estante. En A4, 24 por hoja (70 × 37 mm).
goods-tags-barcode-hint = Nombre y código de barras para el envase. En A4, 40 por hoja (52,5 × 29,7 mm).
goods-tags-each = Todas
goods-tags-folder = Carpeta donde guardar el PDF
goods-tags-print = Imprimir
goods-tags-save = { $count ->
    [0] Guardar PDF
   *[other] Guardar PDF ({ $count })
}
goods-tags-job = Etiquetas
goods-tags-file = etiquetas
goods-tags-saved = Guardado en { $path }
goods-tags-not-saved = No se pudo guardar { $path }: { $cause }. Elegí otra carpeta.

## Auditoría
audit-action-product-added = Productos nuevos
audit-action-product-changed = Productos cambiados
audit-action-product-off = Productos dados de baja
audit-action-product-on = Productos dados de alta
audit-said-product-added = agregó el producto { $subject }
audit-said-product-changed = cambió el producto { $subject }
audit-said-product-off = dio de baja el producto { $subject }
audit-said-product-on = dio de alta el producto { $subject }

## La línea de órdenes
cli-product-row = { $id } · { $name } · { $category } · { $price } · stock { $stock }
cli-product-price = { $list }: { $price } desde { $since } ({ $by })
cli-product-priced = { $name }: { $price } desde el { $day }
cli-product-same = { $name } ya tiene ese precio desde el { $day }
cli-product-off = { $name }: de baja
cli-product-off-already = { $name } ya estaba de baja
cli-product-unknown = No hay un producto { $name }: usá su número, un código o su nombre entero.
cli-bench-lists = { $products } productos ({ $build }): abrir { $open } ms, el índice aparte { $index } ms, filtrar { $filter } ms (p99 { $filterhigh }), un cuadro al desplazar { $frame } ms (p99 { $framehigh })

## La ayuda de la línea de órdenes
help-product = Productos: lista, ficha, precio, baja
help-product-list = Lista los productos
help-product-list-search = Solo los que se encuentran así por nombre o código
help-product-list-all = También los dados de baja
help-product-show = Muestra un producto con sus precios
help-product-show-which = Un código, #NÚMERO o el nombre entero
help-product-set-price = Pone un precio, desde hoy o un día por venir
help-product-set-price-price = Guaraníes enteros
help-product-set-price-list = En qué lista: general o staff (personal)
help-product-set-price-since = El primer día en que rige; si falta, hoy
help-product-deactivate = Deja de vender un producto; lo vendido queda
help-bench-lists = Una lista larga de productos: abrir, buscar, desplazar
help-bench-lists-products = Cuántos productos hay
help-bench-lists-rounds = Cuántas veces se mide
help-product-set-price-which = Un código, #NÚMERO o el nombre entero
help-product-deactivate-which = Un código, #NÚMERO o el nombre entero
