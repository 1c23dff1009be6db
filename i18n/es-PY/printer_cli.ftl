### `cantina printer`

## What the command says
cli-printer-no-ports = No hay puertos. Enchufá la impresora, o poné su dirección con «cantina printer setup --port».
cli-printer-printed = Trabajo { $job }: la impresora confirmó que lo imprimió.
cli-printer-sent = Trabajo { $job }: enviado. La impresora no confirma: mirá el papel.
cli-printer-uncertain = Trabajo { $job }: no se sabe si salió entero. Mirá el papel; no se imprime de nuevo solo.
cli-printer-waiting = Trabajo { $job }: queda en espera. { $reason }
cli-printer-dropped = Trabajo { $job }: el cajón no se abrió a tiempo y ya no se abre solo. { $reason }
cli-printer-copy = COPIA
cli-printer-job = { $job }  { $state }  { $title }  { $copy }
cli-printer-preview = Guardado en { $path } ({ $bytes } bytes).
cli-printer-saved = Guardado. Los tickets salen por esta impresora.
cli-printer-said = { $sentence }
cli-printer-pulse = Ese trabajo abre el cajón y no se repite. Usá «cantina printer drawer».
cli-printer-no-profile = No hay un modelo «{ $name }». Mirá «cantina printer setup --profiles».
cli-printer-bad-profile = { $path }, línea { $line }: no se tomó ({ $reason }). Los otros modelos sirven: corregí la línea.
cli-printer-ask-port = ¿Cuál? Número, o dirección (/dev/ttyUSB0, COM3, tcp:192.168.0.50); Enter busca de nuevo:
cli-printer-ask-connection = Enter sigue · 19200 prueba esa velocidad · ? prueba de nuevo · generic-58 elige ese modelo · < vuelve:
cli-printer-ask-page = ¿Salió bien? Enter sigue · número: qué salió mal · r imprime de nuevo · < vuelve:
cli-printer-ask-save = Enter guarda · < vuelve:

## Help
help-printer = La impresora de tickets: puertos, configuración, estado, trabajos, registro y cajón
help-printer-ports = Los puertos de esta computadora, los más probables primero
help-printer-setup = Configura la impresora: pregunta en la terminal, o toma todo de las opciones
help-printer-setup-port = Dónde está: /dev/ttyUSB0, COM3, tcp:HOST, virtual:DIR; con esto no pregunta nada
help-printer-setup-speed = Bits por segundo; sin esto se prueban las usuales
help-printer-setup-profile = Su modelo, por el nombre de su perfil
help-printer-setup-columns = Letras por línea: 48, 42 o 32
help-printer-setup-letters = La tabla de caracteres y su número en la impresora, como 858=19
help-printer-setup-cut = Cómo corta: partial, full, short, old o none
help-printer-setup-line-feed = Cómo termina las líneas: lf o crlf
help-printer-setup-test = Imprime el ticket de prueba antes de guardar
help-printer-setup-profiles = Nombra los modelos, y los archivos que no sirven
help-printer-status = Qué hace la impresora, y qué hacer
help-printer-test = Imprime una página con acentos, anchos y corte
help-printer-print = Imprime otra vez un trabajo, marcado como copia
help-printer-print-job = El número del trabajo, como lo dice «jobs»
help-printer-preview = Muestra el ticket de una venta sin imprimirlo
help-printer-preview-sale = El número del ticket, o su código escaneado
help-printer-preview-format = Como qué
help-printer-preview-out = El archivo; sin esto el texto va a la terminal
help-printer-jobs = Los últimos trabajos, el más nuevo primero
help-printer-jobs-most = A lo sumo tantos
help-printer-jobs-open = Solo los que esperan o que alguien tiene que mirar
help-printer-log = Qué le pasó a la impresora
help-printer-log-errors = Solo lo que alguien tiene que mirar
help-printer-log-since = Desde este día, como 2026-11-26
help-printer-drawer = Abre el cajón
cli-test-not-printed = La prueba no salió: { $how } No se guardó nada: la impresora de antes sigue.
