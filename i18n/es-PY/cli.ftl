### The command line

## Lo que dice la línea de comandos
cli-sold = Ticket { $number }: { $total }, vuelto { $change }
cli-line-refused = Línea { $line }: { $message }
cli-demo-made = Cantina de prueba en { $path }: { $products } productos, { $students } personas, { $days } días de clase vendidos.
cli-demo-pin =   { $name }: PIN { $pin }
cli-tour-drawn = { $count } imágenes en { $path }.
cli-demo-no-display = No hay pantalla: se juegan tres ventas sin ventana; las imágenes y los tickets quedan en { $path }
cli-demo-sold = Ticket { $number }: { $buyer }, { $total }
cli-demo-stopped = No se vendió: { $goods } a { $buyer }. La pantalla lo frenó.
cli-demo-nobody = cliente sin identificar
cli-promise-broken = No se cumple { $promise }: { $rows } filas.
cli-selfcheck-holds = Todo coincide: { $sales } ventas; saldos, stock y totales salen de los hechos.
cli-selfcheck-broken = Los datos no coinciden ({ $sales } ventas). No se cambió nada: guardá una copia de la carpeta y llamá al técnico.
cli-bench-sale = { $rounds } ventas de 5 líneas ({ $build }): mediana { $median } ms, p99 { $high } ms; filas solas: mediana { $bare } ms, p99 { $barehigh } ms; razón { $ratio }.

## Por qué no se hizo
cli-no-canteen = No hay una cantina en { $path }. Abrí «cantina» para crearla, o «cantina demo» para probar.
cli-not-a-demo = En { $path } ya hay una cantina de verdad. No se tocó: elegí otra carpeta con --data-dir.
cli-no-display = No hay pantalla (ni DISPLAY ni WAYLAND_DISPLAY). Abrí Cantina desde el escritorio, o vendé sin ventana con «cantina sell».
cli-no-window = La ventana no se pudo abrir ({ $cause }). Instalá libx11-6 libxcursor1 libxi6 libxkbcommon-x11-0, o vendé con «cantina sell».
cli-no-picture = No se pudo dibujar ({ $cause }). Avisá al técnico.
cli-demo-lacks = A la cantina de prueba le falta: { $what }. Probá con otra carpeta.
cli-no-file = No se puede leer { $path } ({ $cause }). No se vendió nada: revisá el nombre.
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
cli-already-sold = Ese carrito ya se vendió: ticket { $number }. Usá otro --cart-id.
cli-imported = Se tomaron { $rows } filas. Columnas que no se usan: { $ignored }
cli-list-is-good = La lista está bien: { $rows } filas. No se tomó nada. Columnas que no se usan: { $ignored }
cli-bad-list = No se tomó ninguna fila: la lista tiene { $count } problemas. Corregilos y probá de nuevo.

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
help-selfcheck = Recalcula saldos, stock y totales a partir de los hechos
help-tour = Dibuja cada pantalla como imagen, sin monitor
help-tour-out = Dónde van las imágenes; se crea si no está
help-tour-size = La ventana, en píxeles lógicos
help-tour-theme = Clara u oscura
help-tour-scale = Cuántos píxeles de la imagen hace uno lógico, de 0.5 a 4
help-bench = Mide esta máquina
help-bench-sale = Guarda ventas de cinco líneas y, al lado, las filas solas de la misma venta
help-bench-sale-rounds = Cuántas ventas se miden
help-bench-sale-disk = Una carpeta del disco que se mide; lo escrito se borra; si falta, la de archivos temporales

## Arguments that make no sense
help-wrong = No se entiende. No se hizo nada: mirá «cantina --help».
help-wrong-unknown = No existe «{ $what }». No se hizo nada: mirá «cantina --help».
help-wrong-missing = Falta { $what }. No se hizo nada: mirá «cantina --help».
help-wrong-conflict = { $what } no va con lo demás. No se hizo nada: mirá «cantina --help».
help-wrong-value = «{ $value }» no sirve para { $what }. No se hizo nada: mirá «cantina --help».
