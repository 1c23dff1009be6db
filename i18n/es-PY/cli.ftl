### The command line

## Lo que dice la línea de comandos
cli-sold = Ticket { $number }: { $total }, vuelto { $change }
cli-line-refused = Línea { $line }: { $message }
cli-demo-made = Cantina de prueba en { $path }: { $products } productos, { $students } personas, { $days } días de clase vendidos.
cli-demo-long = Se escriben { $sales } ventas de los tres años anteriores; un millón tarda alrededor de un minuto.
cli-demo-pin =   { $name }: PIN { $pin }
cli-tour-drawn = { $count } imágenes en { $path }.
cli-demo-no-display = No hay pantalla: se juegan tres ventas sin ventana; las imágenes y los tickets quedan en { $path }
cli-demo-sold = Ticket { $number }: { $buyer }, { $total }
cli-demo-stopped = No se vendió: { $goods } a { $buyer }. La pantalla lo frenó.
cli-demo-nobody = cliente sin identificar
cli-promise-broken = No se cumple { $promise }: { $rows } filas.
cli-selfcheck-broken = Los datos no coinciden ({ $sales } ventas). No se cambió nada: guardá una copia de la carpeta y llamá al técnico.
cli-bench-sale = { $rounds } ventas de 5 líneas ({ $build }): mediana { $median } ms, p99 { $high } ms; filas solas: mediana { $bare } ms, p99 { $barehigh } ms; razón { $ratio }.
cli-bench-scan = { $rounds } lecturas entre { $products } productos ({ $build }): hasta la línea, mediana { $median } ms, p99 { $high } ms; con toda la pantalla dibujada, mediana { $frame } ms, p99 { $framehigh } ms; con { $few } productos, mediana { $floor } ms; razón { $ratio }.
cli-bench-search = { $rounds } teclas entre { $products } productos ({ $build }): buscar, mediana { $median } ms, p99 { $high } ms; con la pantalla nueva, mediana { $shown } ms, p99 { $shownhigh } ms; comparar sin más, mediana { $floor } ms; razón { $ratio }.
cli-bench-ticket = { $rounds } tickets de 10 líneas y { $bytes } bytes ({ $build }): mediana { $median } ms, p99 { $high } ms. Desde pedir una página hasta su primer byte en la impresora, con el guardado: mediana { $first } ms, p99 { $firsthigh } ms.
cli-bench-start = { $runs } arranques ({ $build }): hasta el ingreso, mediana { $login } ms, p99 { $loginhigh } ms; hasta la venta, mediana { $checkout } ms, p99 { $checkouthigh } ms, de ellos { $signin } ms desde el PIN; quieta { $seconds } s: { $work } % de procesador, { $frames } cuadros, { $memory } MB de memoria.

## Por qué no se hizo
cli-no-canteen = No hay una cantina en { $path }. Abrí «cantina» para crearla, o «cantina demo» para probar.
cli-not-a-demo = En { $path } ya hay una cantina de verdad. No se tocó: elegí otra carpeta con --data-dir.
cli-no-display = No hay pantalla (ni DISPLAY ni WAYLAND_DISPLAY). Abrí Cantina desde el escritorio, o vendé sin ventana con «cantina sell».
cli-no-window = La ventana no se pudo abrir ({ $cause }). Instalá libx11-6 libxcursor1 libxi6 libxkbcommon-x11-0, o vendé con «cantina sell».
cli-no-picture = No se pudo dibujar ({ $cause }). Avisá al técnico.
cli-not-shown = La ventana no se mostró o no se pudo ingresar. Revisá --user y --pin, y que nadie más use esa carpeta.
cli-demo-lacks = A la cantina de prueba le falta: { $what }. Probá con otra carpeta.
cli-no-file = No se puede leer { $path } ({ $cause }). No se hizo nada: revisá el nombre.
cli-bad-usage = Esta línea no es una venta: cerca de la letra { $column } falta algo o sobra. No se vendió: corregila.
cli-nobody-works-here = Nadie puede vender todavía. Abrí «cantina» y creá un usuario.
cli-wrong-pin = El PIN no es de nadie que pueda vender. No se vendió: probá de nuevo.
cli-wait-for-pin = Demasiados PIN equivocados. Esperá { $seconds } s y probá de nuevo.
cli-unknown-code = El código { $code } no es de ningún producto ni tarjeta. No se vendió: revisá el código.
cli-empty-cart = El carrito está vacío. Agregá un producto con --item.
cli-nothing-to-pay = No queda nada que pagar. Revisá los descuentos.
cli-no-price = { $name } no tiene precio. Ponele uno antes de venderlo.
cli-too-many-lines = El carrito tiene demasiadas líneas. Hacé dos ventas.
cli-quantity-no-number = La cantidad no es un número. Escribila como 2 o 0,350.
cli-quantity-not-positive = La cantidad tiene que ser más que 0. Corregila.
cli-quantity-too-large = La cantidad es a lo sumo 10.000. Corregila.
cli-quantity-not-whole = Este producto se vende por unidad. Poné una cantidad entera.
cli-out-of-stock = De { $name } quedan { $left }. No se vendió: bajá la cantidad.
cli-restricted = El alumno tiene una restricción contra: { $names }. No se vendió: sacalo del carrito o llamá a un supervisor.
cli-restricted-refused = El alumno no puede comer esto: { $names }. No se vendió y nadie lo puede autorizar: sacalo del carrito. La pantalla dice por qué.
cli-insufficient-balance = El saldo no alcanza: hay { $available }. No se vendió: cobrá el resto de otra forma.
cli-over-daily-limit = Pasa el límite del día: quedan { $left }. No se vendió: cobrá el resto de otra forma.
cli-card-blocked = La tarjeta está bloqueada. No se vendió: cobrá de otra forma.
cli-card-expired = La tarjeta venció el { $day }. No se vendió: cobrá de otra forma.
cli-short-payment = Faltan { $missing }. No se vendió: agregá un --tender.
cli-too-much = Sobran { $over } y solo el efectivo da vuelto. No se vendió: bajá el importe.
cli-bad-amount = El importe no sirve. Poné guaraníes enteros, más que 0, como cash=20000.
cli-bad-reference = La referencia tiene de 1 a 40 letras o cifras. Corregila.
cli-tender-twice = { $tender } está dos veces. Sumá los importes en uno.
cli-no-such-tender = Acá no se cobra con «{ $tender }». Usá cash, card, debit, credit, qr, transfer o giro.
cli-needs-reference = { $tender } pide el número de la operación. Agregá --reference.
cli-nobody-to-charge = Para cobrar de la cuenta falta la tarjeta del alumno. Agregá --card.
cli-clock-behind = El reloj está atrasado: la última venta es del { $day }. La venta se guardó: corregí la fecha y la hora de la computadora.
cli-already-sold = Ese carrito ya se vendió: ticket { $number }. Usá otro --cart-id.
cli-imported = Filas tomadas: { $rows }. Columnas que no se usan: { $ignored }
cli-list-is-good = La lista está bien. Filas: { $rows }. No se tomó nada. Columnas que no se usan: { $ignored }
cli-bad-list =
    No se tomó ninguna fila: la lista tiene { $count ->
        [one] un problema
       *[other] { $count } problemas
    }. Corregí lo que está mal y probá de nuevo.

## What --help says
help = Una caja para cantinas escolares. Sin comando, abre la caja.
help-usage = Uso:
help-commands = Comandos
help-command = COMANDO
help-arguments = Qué
help-options = Opciones
help-options-name = [OPCIONES]
help-default = [si falta: { $value }]
help-values = [{ $values }]
help-version = Muestra la versión
help-any-help = Muestra esta ayuda
help-any-json = Da el resultado como JSON
help-any-data-dir = La carpeta con los datos de la cantina; si falta, CANTINA_DATA_DIR o la de este usuario
help-any-printer = La impresora que se usa en lugar de la configurada; vacío para ninguna
help-any-locale = El idioma de la respuesta y, con «tour», de las imágenes: es-PY, en o pt-BR
help-demo = Arma una cantina de prueba y abre la caja en ella
help-demo-seed = Otro número, otra cantina
help-demo-data-only = Arma los datos y no abre ninguna ventana
help-sell = Vende sin pantalla: una venta, o un archivo de ventas
help-sell-card = La tarjeta de quien compra
help-sell-items = Un producto: su código, #NÚMERO o nombre exacto, y cuánto
help-sell-tenders = Con qué se paga: cash, card, debit, credit, qr, transfer o giro, y guaraníes
help-sell-reference = El número del comprobante o de la operación
help-sell-sale-id = El nombre de la venta; repetido, es la misma venta
help-sell-cart-id = El nombre del carrito; de un carrito sale a lo sumo una venta
help-sell-cashier = Quién vende; si falta, el primer usuario activo
help-sell-file = Vende cada línea de un archivo: un objeto JSON por línea
help-import = Toma una lista de productos o alumnos, todo o nada
help-import-what = De qué es la lista
help-import-file = La lista: texto con separadores, como lo guarda una planilla
help-import-dry-run = Lee la lista, dice qué tiene mal y no toma nada
help-selfcheck = Comprueba que ningún alumno corra peligro y que los libros coincidan; no escribe nada en la cantina
help-tour = Dibuja cada pantalla como imagen, sin monitor
help-tour-out = Dónde van las imágenes; se crea si no está
help-tour-size = La ventana, en píxeles lógicos
help-tour-theme = Clara u oscura
help-tour-scale = Cuántos píxeles de la imagen hace uno lógico, de 0.5 a 4
help-tour-interface = Qué tan grande es todo, como en los ajustes, en por ciento, de 100 a 200; nunca más de lo que entra, como allí
help-bench = Mide esta máquina
help-bench-sale = Guarda ventas de cinco líneas y, al lado, las filas solas de la misma venta
help-bench-sale-rounds = Cuántas ventas se miden
help-bench-sale-disk = Una carpeta del disco que se mide; lo escrito se borra; si falta, la de archivos temporales
help-diet = Lee etiquetas en busca de alérgenos y dietas; muestra y cambia la política y las palabras propias
help-diet-check = Lee una etiqueta y dice de qué habla, y con qué palabras
help-diet-check-name = El nombre del producto
help-diet-check-category = Su categoría
help-diet-check-ingredients = La lista de ingredientes, con todo lo que la acompaña
help-diet-check-declaration = La frase del envase sobre alérgenos
help-diet-check-claims = Lo que el envase promete, separado por comas: sin_gluten,vegano
help-diet-check-json = Da el resultado como JSON; los lugares cuentan letras del argumento tal como se dio
help-diet-eval = Lee una lista de productos de los que se sabe qué tienen, y cuenta
help-diet-eval-file = Los productos: CSV con las columnas id, name, category, ingredients, declaration, claims, contains, traces, absent, unsure y negatives_trusted; las listas de códigos van separadas por ;
help-diet-eval-used = Qué se lee de cada producto
help-demo-sales = Tantas ventas de los tres años anteriores, para ver cómo aguanta la caja
help-demo-products = Al menos tantos productos, para ver cómo aguanta la caja un catálogo grande
help-bench-scan = Del código leído a su línea en la pantalla, sin ventana
help-bench-search = Una tecla en la búsqueda
help-bench-ticket = Arma y codifica un ticket de diez líneas
help-bench-start = Abre la ventana: del arranque al ingreso y a la venta; después, memoria y trabajo en reposo
help-any-rounds = Cuántas veces se mide
help-any-products = Cuántos productos hay para vender
help-any-runs = Cuántas veces se abre la ventana
help-any-idle = Cuánto se deja quieta la última, en segundos
help-any-user = El número de quien entra
help-any-pin = Su PIN

## Arguments that make no sense
help-wrong = No se entiende. No se hizo nada: mirá «cantina --help».
help-wrong-unknown = No existe «{ $what }». No se hizo nada: mirá «cantina --help».
help-wrong-missing = Falta { $what }. No se hizo nada: mirá «cantina --help».
help-wrong-conflict = { $what } no va con lo demás. No se hizo nada: mirá «cantina --help».
help-wrong-value = «{ $value }» no sirve para { $what }. No se hizo nada: mirá «cantina --help».

## Lo que se lee en una etiqueta
cli-diet-contains = contiene
cli-diet-may-contain = puede contener
cli-diet-free = dice que no tiene
cli-diet-asks = hay que mirar
cli-diet-conflict = no va
cli-diet-fits = dice que va
cli-diet-trust-high = alta
cli-diet-trust-medium = media
cli-diet-trust-low = baja
cli-diet-quote = «{ $text }» ({ $place })
cli-diet-rest-unknown = De lo demás la etiqueta no dice nada: no se sabe. Es una propuesta; que la confirme alguien con el envase en la mano.
cli-diet-all = todos
cli-diet-tally = { $name } detectados { $detected }/{ $positives } ({ $recall }), por mirar { $asked }, falsas alarmas { $alarms }/{ $negatives } ({ $rate }), alarmas en certificados { $freealarms }/{ $free }
cli-diet-miss = No se vio { $code } en «{ $name }» ({ $id })
cli-diet-no-file = No se puede leer { $path } ({ $cause }). Revisá el nombre.
cli-diet-no-column = Línea 1: falta la columna «{ $column }». No se midió nada: agregala.
cli-diet-bad-row = Línea { $line }: no es una fila de CSV ({ $cause }). No se midió nada: corregila.
cli-diet-bad-value = Línea { $line }: «{ $value }» no sirve en la columna «{ $column }». No se midió nada: corregilo.
