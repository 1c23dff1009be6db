### The canteen's picture above its tickets

virtual-no-memory = No guarda el logo

logo-title = Logo del ticket
logo-none = Los tickets salen sin logo.
logo-kept = La impresora tiene el logo guardado: cada ticket lo pide con { $bytes } bytes.
logo-other = La impresora no tiene este logo todavía. Guardalo: hasta entonces los tickets salen sin él.
logo-cannot = Esta impresora no guarda logos. Los tickets salen sin él.
logo-sent = El logo viaja con cada ticket: tarda unos { $seconds } s más.
logo-choose = Elegir logo
logo-another = Elegir otro
logo-store = Guardar en la impresora
logo-send = Mandarlo con cada ticket
logo-remove = Quitar el logo
logo-removed = Los tickets salen sin logo.

logo-page-title = ¿Qué imagen va arriba del ticket?
logo-page-todo = Elegí un PNG. Se imprime en puntos negros, de hasta 48 × 20 mm: un dibujo claro con fondo blanco sale mejor que una foto.
logo-paper = Así sale en el papel
logo-paper-none = Elegí una imagen para verla como sale en el papel.
logo-size = { $width } × { $height } puntos
logo-store-takes = Guardarlo tarda unos { $seconds } s y se hace una sola vez.
logo-cannot-todo = Este modelo no guarda imágenes. Se puede mandar con cada ticket: a esta velocidad tarda unos { $seconds } s más cada uno.
logo-storing = Guardando en la impresora… No la apagues.
logo-question = ¿Salió el logo en el papel?
logo-question-todo = La impresora no avisa si lo guardó: mirá la prueba que acaba de salir.
logo-came = Sí, salió
logo-did-not-come = No salió
logo-stored = Listo: los tickets salen con el logo.
logo-sent-now = Listo: el logo viaja con cada ticket.
logo-not-there = Esta impresora no lo guardó. Los tickets salen sin logo, como antes.
logo-waits = No se guardó: { $reason } Los tickets siguen saliendo. Probá de nuevo cuando la impresora esté lista.
logo-no-printer = No hay impresora configurada. Configurala primero.
logo-uncertain = La impresora se cortó mientras lo recibía. Los tickets salen sin logo: probá de nuevo.
logo-proof = Prueba del logo
logo-job = Guardar el logo

logo-unreadable = No se puede leer: { $cause }
logo-too-large = La imagen es demasiado grande: hasta 12 MB y 16 millones de puntos.
logo-not-png = No es un PNG, o está roto. Elegí otro.
logo-blank = La imagen saldría toda blanca. Elegí una con partes oscuras.
logo-files-none = Acá no hay imágenes PNG.
logo-above = Carpeta de arriba

## `cantina printer logo`
help-printer-logo = El logo de los tickets: ponerlo, quitarlo, verlo
help-printer-logo-set = Guarda un PNG en la impresora e imprime una prueba
help-printer-logo-set-file = El PNG
help-printer-logo-set-raster = Si la impresora no guarda imágenes, mandarlo con cada ticket
help-printer-logo-clear = Quita el logo: los tickets salen sin él
help-printer-logo-preview = Cómo sale en el papel, sin imprimir
help-printer-logo-preview-file = El PNG; sin esto, el logo de ahora
help-printer-logo-preview-out = El PNG que se escribe
cli-logo-stored = Enviado a la impresora. Mirá la prueba: si el logo no salió, «cantina printer logo clear».
cli-logo-sent = El logo viaja con cada ticket: { $bytes } bytes más.
cli-logo-none = No hay logo. Ponelo con «cantina printer logo set».
cli-logo-cannot = { $name } no guarda imágenes. Con --raster viaja con cada ticket.
cli-logo-bad = { $path }: { $reason }
cli-logo-not-stored = { $reason }
