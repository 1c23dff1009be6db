### Si esta computadora sirve para la caja; actualizaciones

machine-page = Este equipo
machine-hint = Lo que la caja necesita de esta computadora, y qué hacer donde falta algo. No cambia nada.
machine-again = Revisar de nuevo
machine-running = Revisando…
machine-version = Cantina { $version }
machine-fine = Todo en orden
machine-look = Hay algo que mirar
machine-wrong = Hay algo que arreglar

doctor-all-good = Esta computadora sirve para la caja.
doctor-all-warned = La caja funciona; conviene arreglar lo marcado con «!».
doctor-all-bad = Así la caja no funciona bien: arreglá primero lo marcado con «✗».

doctor-display-shown = Pantalla: la ventana está abierta.
doctor-display-own = Pantalla: la del sistema.
doctor-display-wayland = Pantalla: Wayland, { $name }.
doctor-display-x11 = Pantalla: X11, { $name }.
doctor-display-none = Pantalla: no hay (ni DISPLAY ni WAYLAND_DISPLAY).
doctor-display-none-todo = Abrí Cantina desde el escritorio. Para vender sin ventana está «cantina sell».
doctor-display-silent = Pantalla: { $name } no contesta.
doctor-display-silent-todo = Abrí Cantina desde el escritorio del usuario que entró, no desde otra sesión.
doctor-libraries-good = Bibliotecas de la ventana: están todas.
doctor-libraries-missing = Bibliotecas de la ventana: faltan { $names }.
doctor-libraries-missing-todo = En Debian o Ubuntu: «sudo apt install libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon0 libxkbcommon-x11-0». El paquete .deb las trae solo.
doctor-fonts-good = Letras: el programa trae las suyas, con { $count } de prueba (ñ, ẽ, ₲).
doctor-fonts-lacking = Letras: sin forma { $letters }.
doctor-fonts-lacking-todo = El programa está incompleto: instalalo de nuevo.

doctor-folder-good = Carpeta de datos: se puede escribir en { $path }.
doctor-folder-none = Carpeta de datos: todavía no está; se crea al abrir la caja en { $path }.
doctor-folder-is-a-file = Carpeta de datos: { $path } es un archivo.
doctor-folder-is-a-file-todo = Elegí otra carpeta con --data-dir, o mové ese archivo.
doctor-folder-not-writable = Carpeta de datos: no se puede escribir en { $path } ({ $cause }).
doctor-folder-not-writable-todo = Revisá los permisos de la carpeta y el espacio en el disco.
doctor-settings-good = Ajustes: se leen bien.
doctor-settings-bad = Ajustes: { $why }
doctor-settings-bad-todo = Hasta que se corrija config.toml la caja no abre.
doctor-database-none = Base de datos: todavía no hay; se crea al abrir la caja.
doctor-database-good = { $sales ->
    [one] Base de datos: versión { $found }, la de este programa; 1 venta.
   *[other] Base de datos: versión { $found }, la de este programa; { $sales } ventas.
}
doctor-database-old = Base de datos: versión { $found }; este programa la pasa a la { $known } al abrirla, después de guardar una copia.
doctor-database-bad = Base de datos: { $why }
doctor-database-bad-todo = No la toques. Mirá las copias de seguridad con «cantina backup list», o llamá al técnico.
doctor-other-none = Otra Cantina: ninguna tiene abiertos estos datos.
doctor-other-open = Otra Cantina tiene abiertos estos datos: es la caja, si está abierta.
doctor-other-open-todo = Si ninguna ventana está abierta, reiniciá la computadora.
doctor-other-unknown = Otra Cantina: no se puede saber ({ $why }).
doctor-other-unknown-todo = Revisá los permisos de la carpeta de datos.

doctor-space-good = Disco: quedan { $left } MB.
doctor-space-little = Disco: quedan { $left } MB.
doctor-space-little-todo = Liberá espacio: con menos de 512 MB las copias de seguridad dejan de hacerse.
doctor-space-none = Disco: quedan solo { $left } MB.
doctor-space-none-todo = Liberá espacio ahora: con el disco lleno no se puede vender.
doctor-space-unknown = Disco: el sistema no dice cuánto queda.
doctor-sync-good = Disco: guarda en firme en { $median } ms (el peor, { $worst } ms).
doctor-sync-slow = Disco lento: guarda en firme en { $median } ms (el peor, { $worst } ms).
doctor-sync-slow-todo = Se vende igual, pero cada venta se hace esperar. Usá el disco interno, mejor uno SSD, y no una memoria USB ni la red.
doctor-sync-too-slow = Disco demasiado lento: guarda en firme en { $median } ms (el peor, { $worst } ms).
doctor-sync-too-slow-todo = Poné la carpeta de datos en el disco interno con --data-dir: así la fila espera al disco.
doctor-sync-failed = Disco: no se pudo guardar en firme ({ $cause }).
doctor-sync-failed-todo = No vendas así: lo que se venda se puede perder. Cambiá de disco o llamá al técnico.

doctor-backups-good = Copias de seguridad: al día, en { $path }.
doctor-backups-ready = Copias de seguridad: la carpeta está lista, { $path }.
doctor-backups-unknown = Copias de seguridad: los ajustes no dicen dónde van.
doctor-backups-unknown-todo = Primero hay que corregir los ajustes.
doctor-backups-no-folder = Copias de seguridad: la carpeta { $path } no está.
doctor-backups-no-folder-todo = Enchufá ese disco, o elegí otra carpeta en Ajustes › Copias de seguridad.
doctor-backups-not-writable = Copias de seguridad: no se puede escribir en { $path } ({ $cause }).
doctor-backups-not-writable-todo = Revisá los permisos, o elegí otra carpeta en Ajustes › Copias de seguridad.
doctor-backups-never = Copias de seguridad: todavía no se hizo ninguna.
doctor-backups-never-todo = Hacé una ahora: Ajustes › Copias de seguridad, o «cantina backup now».
doctor-backups-failed = Copias de seguridad: la última falló.
doctor-backups-failed-todo = Mirá por qué en Ajustes › Copias de seguridad, y hacé una ahora.
doctor-backups-old = Copias de seguridad: la última es vieja.
doctor-backups-old-todo = Hacé una ahora: Ajustes › Copias de seguridad, o «cantina backup now».
doctor-scheduler-set = Copia diaria con la caja cerrada: la hace { $name }.
doctor-scheduler-unset = Copia diaria con la caja cerrada: no está puesta; podría hacerla { $name }.
doctor-scheduler-unset-todo = Con la caja abierta se hace sola. Para que se haga también cerrada: «cantina backup schedule install», o Ajustes › Copias de seguridad.
doctor-scheduler-none = Copia diaria con la caja cerrada: este sistema no tiene quién la haga.
doctor-scheduler-none-todo = Dejá la caja abierta a la hora de la copia.

doctor-printer-good = Impresora: { $what } está y se puede abrir.
doctor-printer-none = Impresora: todavía no hay ninguna puesta.
doctor-printer-none-todo = Ajustes › Impresora, o «cantina printer setup». Sin impresora también se vende.
doctor-printer-network = Impresora: en la red, { $what }. Acá no se la prueba.
doctor-printer-virtual = Impresora: en la pantalla, sin papel.
doctor-printer-bad = Impresora: «{ $what }» no es una dirección.
doctor-printer-bad-todo = Ponela de nuevo: Ajustes › Impresora, o «cantina printer setup».
doctor-printer-not-there = Impresora: { $what } no está.
doctor-printer-not-there-todo = Enchufala y prendela. «cantina printer ports» dice qué puertos hay.
doctor-printer-not-tried = Impresora: { $what } está; no se sabe si se puede abrir.
doctor-printer-denied = Impresora: este usuario no puede abrir { $what }.
doctor-printer-denied-todo = «sudo usermod -aG { $group } USUARIO». Después cerrá la sesión y volvé a entrar.
doctor-printer-unknown = Impresora: los ajustes no se pueden leer.
doctor-printer-unknown-todo = Primero hay que corregir los ajustes.
doctor-group-good = Permiso para puertos serie: este usuario lo tiene.
doctor-group-missing = Permiso para puertos serie: este usuario no está en el grupo dialout.
doctor-group-missing-todo = Si la impresora va por puerto serie o USB: «sudo usermod -aG dialout USUARIO». Después cerrá la sesión y volvé a entrar.

doctor-clock-good = Reloj: { $now }.
doctor-clock-by-hand = Reloj: { $now }; no se puso en hora por la red.
doctor-clock-by-hand-todo = Compará con otro reloj: de él salen la fecha de los tickets y el día de las ventas.
doctor-clock-wrong = Reloj: { $now } no puede ser.
doctor-clock-wrong-todo = Corregí fecha y hora antes de vender. Si vuelve a pasar, la pila de la placa está gastada.
doctor-clock-behind = Reloj: { $now }, pero la última venta es de { $before }.
doctor-clock-behind-todo = Corregí fecha y hora antes de vender.
doctor-zone-good = Zona horaria: { $zone } ({ $offset }).
doctor-zone-other = Zona horaria: { $zone } ({ $offset }), no America/Asuncion.
doctor-zone-other-todo = Si la cantina está en Paraguay: «sudo timedatectl set-timezone America/Asuncion»; en Windows, Configuración › Hora e idioma, «Asunción».
doctor-zone-old = Zona horaria: { $zone }, pero con { $offset } en vez de UTC−3.
doctor-zone-old-todo = Actualizá el sistema: desde octubre de 2024 Paraguay está todo el año en UTC−3.
doctor-memory-good = Memoria: { $free } MB libres de { $whole }.
doctor-memory-little = Memoria: quedan { $free } MB libres de { $whole }.
doctor-memory-little-todo = Cerrá los programas que no hacen falta.
doctor-memory-none = Memoria: quedan solo { $free } MB libres de { $whole }.
doctor-memory-none-todo = Cerrá otros programas antes de vender.
doctor-memory-unknown = Memoria: el sistema no dice cuánta hay.

upgrade-none = Cantina { $program }; datos de la versión { $known } se crean al abrir la caja.
upgrade-current = Cantina { $program }; los datos son de la versión { $found }, la de este programa.
upgrade-old = Cantina { $program }; los datos son de la versión { $found }. Al abrir la caja pasan a la { $known }, después de guardar una copia.
upgrade-no-undo = No hay ninguna actualización que se pueda deshacer: no hay copia de antes.
upgrade-can-undo = La última actualización se puede deshacer: los datos vuelven a { $made }, versión { $schema }. Ventas hechas después: { $sales }; quedan en una copia de seguridad y salen de la caja.
upgrade-needs-yes = No se cambió nada. Para deshacer la actualización sin preguntar, agregá --yes.
upgrade-undone = Los datos son otra vez de la versión { $schema }. Lo de ahora quedó en { $path }. Instalá el programa anterior antes de abrir la caja: este los actualizaría de nuevo.

## Ayuda
help-doctor = Revisa si esta computadora sirve para la caja y dice qué hacer
help-upgrade = Lo que una actualización del programa cambió en los datos, y cómo deshacerla
help-upgrade-status = De qué versión son los datos, y si la última actualización se puede deshacer
help-upgrade-undo = Deja los datos como antes de la última actualización, después de una copia de seguridad
