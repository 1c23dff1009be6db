### Copias de seguridad: hacerlas, probarlas y volver a una.

## Por qué no se hizo
backup-said = { $what }
backup-busy = Ya se está haciendo o restaurando una copia. No se hizo otra: esperá a que termine.
backup-cancelled = Se canceló. No quedó nada a medias y las copias de antes siguen.
backup-destination-full = No hay lugar en { $folder }. La copia no se hizo; las de antes siguen. Liberá espacio o elegí otra carpeta.
backup-destination-missing = La carpeta { $folder } no existe. La copia no se hizo; las de antes siguen. Enchufá el disco, creá la carpeta o elegí otra.
backup-destination-read-only = No se puede escribir en { $folder }. La copia no se hizo; las de antes siguen. Revisá los permisos o elegí otra carpeta.
backup-destination-failed = No se pudo usar { $folder } ({ $cause }). La copia no se hizo; las de antes siguen. Revisá el disco y probá de nuevo.
backup-data-failed = No se pudo usar { $path } ({ $cause }). No se cambió nada: revisá el espacio y los permisos.
backup-changed-meanwhile = { $name } cambió mientras se copiaba. La copia no se hizo; las de antes siguen. Probá de nuevo.
backup-lacking = A la copia le faltaban ventas. No se guardó; las de antes siguen. Probá de nuevo; si se repite, llamá al técnico.
backup-not-there = No está la copia { $path }. No se cambió nada: mirá la lista con «cantina backup list».
backup-not-good = La copia { $path } no sirve: { $why }. No se cambió nada: usá otra copia.
backup-sold-meanwhile = Se vendió algo mientras se preparaba la copia. No se cambió nada: probá de nuevo.
backup-nothing-to-undo = No hay una restauración para deshacer, o la copia de antes ya no está. No se cambió nada.
backup-open-elsewhere = La caja está abierta en otra ventana. No se cambió nada: restaurá desde Ajustes › Copias de seguridad, o cerrala primero.
backup-locked = Otro programa está leyendo la base de datos. No se cambió nada: cerralo y probá de nuevo.
backup-present-damaged = La base de datos está dañada y no se pudo copiar. Las copias de antes siguen: cerrá la caja y restaurá la última.
backup-present-no-database = { $path } no es una base de datos de Cantina. No se copió; las copias de antes siguen. Restaurá la última.
backup-present-newer = Los datos son de una Cantina más nueva. No se copiaron: actualizá el programa.
backup-disk-full = El disco está lleno. La copia no se hizo; las de antes siguen. Liberá espacio.
backup-database-io = El disco no respondió ({ $cause }). La copia no se hizo; las de antes siguen. Revisá el espacio y el disco.
backup-database = La base de datos respondió con un error (código { $code }). No se cambió nada: probá de nuevo; si se repite, llamá al técnico.
backup-needs-yes = Restaurar cambia los datos de ahora por los de la copia. No se cambió nada: agregá --yes, o hacelo en una terminal.
backup-not-wanted = No se cambió nada.
backup-no-scheduler = Acá no funciona systemd de usuario ni cron. No se programó nada: la caja abierta hace igual su copia diaria.
backup-bad-path = La ruta del programa o de los datos tiene letras que no se pueden escribir. No se programó nada.
backup-schedule-refused = El sistema no aceptó «{ $command }» ({ $said }). Revisalo y probá de nuevo.

## Por qué una copia no sirve
backup-flaw-none = no es una copia de Cantina
backup-flaw-cut = le falta el final
backup-flaw-damaged = está dañada
backup-flaw-part = está dañada en { $name }
backup-flaw-unreadable = no se puede leer ({ $cause })
backup-flaw-pages = su base de datos está dañada
backup-flaw-keys = en su base de datos faltan filas
backup-flaw-ledger = los libros no suman cero
backup-flaw-contents = no tiene lo que dice tener
backup-flaw-newer = es de una Cantina más nueva; actualizá el programa

## Lo que se dice
backup-contents = { $sales ->
        [one] 1 venta
       *[other] { $sales } ventas
    }, último ticket { $ticket }, vendido { $sold }, saldos { $balances }, { $students } personas, { $products } productos
backup-made = Copia hecha y verificada: { $path } ({ $size }): { $what }.
backup-not-due = Hoy ya hay una copia buena. No hizo falta otra.
backup-none = Todavía no hay copias. Hacé una con «cantina backup now».
backup-unverified = sin verificar;
backup-would-prune = Copias que se borrarían: { $count }.
backup-pruned = Copias borradas: { $count }.
backup-loss =
    La copia es del { $made }. { $sales ->
        [0] No se perdería ninguna venta posterior
        [one] Se perdería 1 venta posterior
       *[other] Se perderían { $sales } ventas posteriores
    } ({ $total }), { $restrictions ->
        [0] ninguna restricción
        [one] una restricción
       *[other] { $restrictions } restricciones
    } de alumnos y todo lo demás que se anotó desde entonces. Antes se guarda una copia de lo de ahora.
backup-loss-unknown = La copia es del { $made }. Los datos de ahora no se pueden leer: no se sabe qué se perdería. Antes se guardan tal como están.
backup-word = restaurar
backup-type-word = Para seguir, escribí «{ $word }»:
backup-restored = Se restauró la copia del { $made }: { $what }. Lo de antes está en { $before }; se vuelve con «cantina backup undo-restore».
backup-restored-aside = Se restauró la copia del { $made }: { $what }. Los datos dañados quedaron en { $before }.
backup-restored-new = Se restauró la copia del { $made }: { $what }.
backup-schedule-installed = Listo: el sistema hace la copia todos los días.
backup-schedule-removed = Listo: el sistema ya no hace la copia.
backup-schedule-dry = No se cambió nada: esto es lo que se haría.
backup-schedule-on = Programada con { $scheduler }. Próxima: { $next }.
backup-schedule-off = No está programada con { $scheduler }. Con la caja abierta, próxima: { $next }.
backup-schedule-last = Última: { $last }. Resultado: { $result }
backup-last-good = buena y verificada
backup-never = nunca
backup-scheduler-systemd = systemd (usuario)
backup-scheduler-crontab = cron
backup-scheduler-windows = el Programador de tareas

## El registro
backup-log-made = Copia hecha y verificada: { $name } ({ $size }, { $sales ->
        [one] 1 venta
       *[other] { $sales } ventas
    }).
backup-log-failed = La copia falló: { $why }
backup-log-cancelled = La copia se canceló.
backup-log-good = Copia verificada: { $name } ({ $sales ->
        [one] 1 venta
       *[other] { $sales } ventas
    }).
backup-log-bad = La copia { $name } no sirve: { $why }.
backup-log-pruned = Se borró la copia { $name }: era más vieja de lo que se conserva.
backup-log-not-pruned = No se borraron las copias viejas: { $why }
backup-log-second = Segunda copia en { $folder }: { $count } nuevas.
backup-log-second-absent = La segunda carpeta { $folder } no está: se copia cuando vuelva.
backup-log-second-failed = La segunda copia falló: { $why }
backup-log-restored = Se restauró { $name }, del { $made }. Lo de antes: { $before }
backup-log-not-restored = No se restauró: { $why }
backup-log-rest = La base se restauró; fotos o ajustes, no: { $why }

## La página
backup-page = Copias de seguridad
backup-protected = Todo protegido
backup-not-protected = Sin protección
backup-head-never = Todavía no hay ninguna copia. Hacé la primera ahora.
backup-head-good = Última copia verificada: { $last } · { $count } guardadas · próxima { $next }
backup-head-failed = La última copia falló: { $why }
backup-head-missed = La copia diaria no se hizo. La última buena es del { $last }. Hacé una ahora.
backup-head-old = La última copia buena es del { $last }. Hacé una ahora y revisá la carpeta.
backup-head-unreadable = { $why }
backup-now = Hacer copia ahora
backup-cancel = Cancelar
backup-close = Cerrar
backup-running-copying = Copiando los datos…
backup-running-packing = Guardando la copia…
backup-running-checking = Probando que se puede restaurar…
backup-running-second = Llevando la segunda copia…
backup-running-restoring = Volviendo a la copia…
backup-running-hint = Se puede seguir vendiendo.
backup-restoring-hint = No apagues la computadora.
backup-time = Hora diaria
backup-keep = Conservar
backup-keep-days = { $days } días
backup-folder = Carpeta
backup-second = Segunda copia
backup-folder-own = La carpeta de datos
backup-second-none = Ninguna
backup-second-here = está
backup-second-seen = vista el { $day }
backup-second-never = no está
backup-scheduled = Programada con
backup-schedule-active = activa
backup-schedule-none = Solo con la caja abierta
backup-schedule-set = Programar…
backup-schedule-unset = Quitar programación…
backup-schedule-title = Programar la copia diaria
backup-schedule-hint = El sistema la hace aunque la caja esté cerrada. Esto es exactamente lo que se va a escribir y ejecutar; lo demás queda como está.
backup-schedule-unset-title = Quitar la copia programada
backup-schedule-unset-hint = Esto es exactamente lo que se va a borrar y ejecutar. La caja abierta sigue haciendo su copia diaria.
backup-schedule-do = Hacerlo
backup-change = Cambiar…
backup-change-title = Cuándo y dónde se guardan
backup-change-folder = Carpeta (vacía: la de siempre)
backup-change-second = Segunda copia, como una memoria USB (vacía: ninguna)
backup-change-days = Conservar, en días
backup-bad-time = Poné una hora como 22:00.
backup-bad-days = Poné de 1 a 3650 días.
backup-list = Copias
backup-list-none = Todavía no hay copias
backup-list-none-todo = La primera se hace con el botón de arriba.
backup-row-good = Verificada: { $sales ->
        [one] 1 venta
       *[other] { $sales } ventas
    }, íntegra
backup-row-unverified = Sin verificar: { $sales ->
        [one] 1 venta
       *[other] { $sales } ventas
    }
backup-row-bad = No sirve: { $why }
backup-row-failed = Falló: { $why }
backup-row-restore = Restaurar…
backup-look-title = Copia del { $made }
backup-look-sales = Ventas y anulaciones
backup-look-ticket = Último ticket
backup-look-last = Última venta
backup-look-sold = Vendido en total
backup-look-balances = Saldos de alumnos
backup-look-people = Personas
backup-look-products = Productos
backup-look-photos = Fotos
backup-look-users = Usuarios
backup-look-app = Versión
backup-look-file = Archivo
backup-look-hint = Solo se mira: no se cambia nada.
backup-verify = Verificar
backup-verified = La copia { $name } está íntegra: se puede restaurar.
backup-restore-title = Restaurar la copia del { $made }
backup-restore-tickets = Los números de ticket siguen desde el { $ticket }: los de las ventas perdidas se usan otra vez.
backup-restore-word = Escribí «{ $word }»
backup-restore-pin = PIN de gerencia
backup-restore-do = Restaurar
backup-cart-first = Hay un carrito a medias. No se cambió nada: cobralo, guardalo o vacialo, y restaurá después.
backup-done-restored = Se restauró la copia del { $made }. Entrá de nuevo.
backup-done-made = Copia hecha y verificada: { $sales ->
        [one] 1 venta
       *[other] { $sales } ventas
    }.
backup-undo-title = Se restauró una copia
backup-undo-hint = Lo que había antes está guardado en { $name }.
backup-undo = Deshacer…
backup-chip-good = Copia ✓
backup-chip-never = Sin copias
backup-chip-bad = Copia: hay que mirar
backup-chip-running = Copiando { $percent } %
backup-told-never = Todavía no hay copias de seguridad. Avisá a gerencia: Ajustes › Copias de seguridad.
backup-told-bad = La copia de seguridad necesita atención. Avisá a gerencia: Ajustes › Copias de seguridad.
backup-told-good = La última copia está verificada.

## La línea de comandos
cli-bench-backup = { $megabytes } MB, { $sales } ventas ({ $build }): copia y prueba { $made } s; copiar el archivo y comprimirlo solo, { $floor } s, y descomprimirlo y leerlo, { $read } s; razón { $ratio }; memoria { $memory } MB. Venta: p99 { $with } ms con copia y { $without } ms sin; razón { $slower }.
help-backup = Hace, lista, verifica y restaura copias de seguridad
help-backup-now = Hace una copia y prueba que se puede restaurar
help-backup-now-if-due = Solo si no hay una desde la hora de la diaria
help-backup-list = Lista las copias, la más vieja primero
help-backup-verify = Abre una copia y la compara entera con lo que se escribió
help-backup-verify-all = Todas las de la carpeta
help-backup-show = Dice qué hay en una copia, sin restaurarla
help-backup-prune = Borra las copias más viejas de lo que se conserva
help-backup-prune-dry-run = Solo dice cuáles se borrarían
help-backup-restore = Vuelve a una copia, después de guardar lo de ahora
help-backup-undo-restore = Vuelve a lo que había antes de la última restauración
help-backup-schedule = Hace que el sistema haga una copia cada día
help-backup-schedule-install = La programa; lo que otros programaron queda
help-backup-schedule-status = Dice si está programada, cuándo sigue y cómo salió la última
help-backup-schedule-remove = La quita
help-backup-schedule-install-dry-run = Solo dice qué se escribiría y ejecutaría
help-backup-schedule-remove-dry-run = Solo dice qué se borraría y ejecutaría
help-backup-verify-file = Una copia: su ruta, o su nombre en la carpeta
help-backup-show-file = Una copia: su ruta, o su nombre en la carpeta
help-backup-restore-file = Una copia: su ruta, o su nombre en la carpeta
help-any-yes = No pregunta
help-bench-backup = Hace y prueba una copia, al lado de copiar y comprimir el archivo solo, y vende mientras tanto
help-bench-backup-rounds = Cuántas ventas se miden con la copia y sin ella

## El diálogo que deshace
backup-undo-dialog = Volver a lo que había antes de restaurar
backup-undo-do = Volver a lo de antes
