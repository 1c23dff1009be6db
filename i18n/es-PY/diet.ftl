# Restricciones alimentarias: por qué algo se avisa o se rechaza.
because-usually = suele tenerlo lo que se llama «{ $quote }»
because-changed = se declaró que no el { $day }, y la etiqueta cambió después
because-part = lleva { $part }
because-reads = dice «{ $quote }» ({ $place })
because-diet-said = dicho el { $day }
place-ingredients = ingredientes
place-declaration = leyenda de la etiqueta
place-claim = aviso del envase
place-name = nombre
place-category = categoría
place-type = tipo de producto
diet-conflicts = No apto: { $diet }
wish-said = { $diet } · según { $who }
diet-vegetariano = vegetariano
diet-vegano = vegano
diet-diabetes = diabetes
diet-hipertension = hipertensión
diet-no-cerdo = sin cerdo
diet-lactosa = intolerancia a la lactosa
diet-own = dieta propia n.º { $number }
allergen-almendra = almendra
allergen-avellana = avellana
allergen-nuez = nuez
allergen-caju = castaña de cajú
allergen-pecan = nuez pecán
allergen-nuez-de-brasil = castaña de Pará
allergen-pistacho = pistacho
allergen-macadamia = macadamia

# La alerta en la caja: a quién llamar, y leer la etiqueta ahí mismo.
restriction-call = Llamar a { $who }: { $phone }
restriction-contact = Avisar a { $who }
declared-by = { $source }, anotado por { $who }
label-read = Leer la etiqueta
label-close = Cerrar etiqueta
label-question = ¿Qué dice la etiqueta del producto?
label-noting = Anotando lo que dice la etiqueta…
label-contains = Contiene
label-may-contain = Puede contener
label-free = No contiene
label-stands = Se anotó «No contiene { $allergen }», pero no alcanza: un supervisor tiene que revisarlo en Restricciones › Por revisar.
label-noted = Etiqueta leída: { $product } se puede vender
label-not-noted = No se anotó lo que dice la etiqueta
tile-unread = sin leer

# Pantalla de restricciones: qué tiene cada producto.
nav-declare = Restricciones
declare-range = { $from }–{ $to } / { $all }
declare-no-right = Las restricciones las ve y las declara un supervisor. Bloqueá la caja y entrá con un usuario que pueda.
declare-reading = Leyendo los productos…
declare-reading-todo = Se puede seguir vendiendo mientras tanto.
declare-not-read = No se pudieron leer los productos
declare-saved-unread = Se guardó, pero no se pudo volver a leer. { $why }
declare-retry = Leer de nuevo
declare-no-products = Todavía no hay productos
declare-no-products-todo = Importá el catálogo en Ajustes › Importar listas; después se declara acá qué tiene cada uno.
declare-page-matrix = Productos
declare-page-queue = Por revisar ({ $count })
declare-page-first = Declarar primero
declare-coverage = { $percent } % de lo vendido en { $days } días está declarado
declare-coverage-short = { $percent } % declarado
declare-coverage-products = { $declared } de { $products } productos
declare-coverage-products-short = { $declared } de { $products }
declare-search = Producto…
declare-filter-all = Todos
declare-filter-open = Incompletos
declare-filter-restricted = Vendidos a alumnos con restricciones
declare-filter-restricted-short = A alumnos con restr.
declare-category-all = Todas
declare-categories = Categorías
declare-is-it = ¿Tiene { $allergen }?
declare-diet-nobody = Nadie lo dijo todavía
declare-category-title = Categoría
declare-none = Ningún producto
declare-none-todo = Con esta búsqueda y este filtro no hay ninguno: probá con «Todos».
declare-products = { $count ->
    [one] 1 producto
   *[other] { $count } productos
 }
declare-sold = { $category } · { $sold } vendidos
declare-only-kitchen = Solo de cocina: no se vende
declare-kitchen = Cocina
declare-key-contains = C
declare-key-may-contain = P
declare-key-free = S
declare-key-unknown = N
declare-key-accept = A
declare-contains = Contiene
declare-may-contain = Puede
declare-free = Sin
declare-unknown = No se sabe
declare-not-known = No se sabe si tiene { $allergen }
declare-nobody = Nadie lo declaró todavía: no se muestra nunca como «sin».
declare-look = Pide una nueva mirada
declare-writing = Guardando…
declare-said-by = dicho por { $who }
declare-said-list = de una lista importada
declare-rest = Resto sin (⇧ { $key })
declare-rest-done = { $count ->
    [0] Nada más que declarar acá
    [one] 1 declarado «sin»
   *[other] { $count } declarados «sin»
 }
declare-rest-left = { $count ->
    [one] 1 declarado «sin»; falta mirar lo que queda
   *[other] { $count } declarados «sin»; falta mirar lo que queda
 }
declare-part-decides = Lo decide su receta: declaralo en «{ $part }»
declare-accepted = { $count ->
    [one] 1 aceptado
   *[other] { $count } aceptados
 }
declare-source = Fuente: { $source }
declare-source-label = etiqueta
declare-source-supplier = proveedor
declare-source-recipe = receta
declare-source-staff = personal
declare-source-title = ¿Dónde lo leés?
declare-source-what = Vale para todo lo que declares hasta que lo cambies o salgas.
declare-confirm-title = ¿{ $product }: «{ $wanted }»?
declare-confirm-reads = Lo escrito en «{ $product }» dice otra cosa
declare-confirm-what = Vas a declarar «{ $wanted }» contra esas palabras, con la fuente { $who }. Queda anotado que las viste. Un chico alérgico va a poder comprarlo.
declare-confirm-back = Volver
declare-confirm-sure = Leí el envase: «{ $wanted }»
declare-first-what = Lo que más compraron alumnos con restricciones y nadie declaró del todo. Tocá uno para declararlo.
declare-first-product = Producto
declare-first-restricted = A alumnos con restricciones, 30 días
declare-first-sold = Vendidos
declare-first-missing = Falta
declare-missing = { $count ->
    [one] falta 1
   *[other] faltan { $count }
 }
declare-all-done = Todo lo que se vende está declarado
declare-all-done-todo = Un producto nuevo o cambiado vuelve a aparecer acá.
declare-queue-empty = Nada por revisar
declare-queue-empty-todo = Acá aparece lo que una etiqueta dice y nadie declaró, y lo que cambió después de declarado.
declare-why-contradicts = La etiqueta dice más de lo declarado
declare-why-changed = Cambió después de declararlo
declare-why-undeclared = Sin declarar
declare-trust-high = Confianza alta (90 o más)
declare-trust-medium = Confianza media (70 a 89)
declare-trust-low = Confianza baja (50 a 69)
declare-trust-short-high = alta
declare-trust-short-medium = media
declare-trust-short-low = baja
declare-place-ingredients = Ingredientes
declare-place-declaration = Leyenda de la etiqueta
declare-place-claim = Aviso del envase
declare-place-name = Nombre
declare-place-category = Categoría
declare-place-type = Tipo de producto
declare-accept = Aceptar: { $state } (A)
declare-accept-all = Aceptar las { $count } de confianza alta (⇧ A)
declare-open = Abrir (Enter)
declare-skip = Saltar (→)
declare-back = Volver
declare-gone = Este producto ya no está
declare-to-row = Alérgenos
declare-tab-diets = Dietas
declare-tab-recipe = Receta
declare-tab-history = Historial
declare-name = Nombre
declare-ingredients = Ingredientes
declare-ingredients-hint = Como están en el envase
declare-statement = Leyenda de alérgenos de la etiqueta
declare-statement-hint = Contiene … Puede contener …
declare-text-looks = { $count ->
    [one] Lo declarado «sin» (1) va a pedir una nueva mirada
   *[other] Lo declarado «sin» ({ $count }) va a pedir una nueva mirada
 }
declare-unsaved = El texto no está guardado
declare-unsaved-todo = Lo que escribiste de este producto se pierde si salís ahora.
declare-unsaved-on = Seguir editando
declare-unsaved-away = Descartar
declare-text-undo = Deshacer
declare-text-save = Guardar texto
declare-diet-suits = Apto
declare-diet-not = No apto
declare-diet-unknown = No se sabe
declare-recipe-what = Sus alérgenos salen de lo que lleva: manda siempre el más peligroso.
declare-recipe-none = No tiene receta. Agregá productos o ingredientes de cocina.
declare-part = Agregar producto o ingrediente…
declare-part-free = declarado sin alérgenos
declare-ingredient-new = Nuevo ingrediente de cocina: «{ $name }»
declare-taken-back = Se retiró lo dicho de { $allergen }
declare-said-suits = Apto: { $diet }
declare-said-not = No apto: { $diet }
declare-said-unknown = Se retiró lo dicho de { $diet }
declare-said-text = Texto: { $name }
declare-said-recipe = Receta: { $parts }
declare-said-no-recipe = Ya no tiene receta
declare-short-gluten = Gluten
declare-short-crustaceos = Crust.
declare-short-huevo = Huevo
declare-short-pescado = Pesc.
declare-short-mani = Maní
declare-short-soja = Soja
declare-short-leche = Leche
declare-short-frutos-secos = F. sec.
declare-short-apio = Apio
declare-short-mostaza = Most.
declare-short-sesamo = Sésam.
declare-short-sulfitos = Sulf.
declare-short-altramuz = Altr.
declare-short-moluscos = Molus.

# Scans where somebody writes
scan-not-here = Acá no se escanea: terminá o cerrá primero lo que está abierto
pupils-reading = Leyendo la lista…
chips-more = +{ $count } más
