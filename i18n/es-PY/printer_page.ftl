### The printer in the window: its page in the settings, the panel of the chip, the printer on the screen, the help

page-close = Cerrar
page-cancel = Cancelar
page-back = Atrás
page-leave = Salir sin cambiar
page-next = Seguir
page-retry = Probar de nuevo
page-help = Ver ayuda
page-test = Imprimir prueba
page-drawer = Abrir el cajón
page-paper = Ver el papel
page-settings = Ajustes de la impresora

## The setup

page-setup-title = Ajustes · Impresora

page-step-detect-title = ¿Cuál es la impresora?
page-step-detect-todo = Conectá el cable, encendé la impresora y elegí su puerto. El más probable está primero.
page-step-connection-title = Conexión
page-step-connection-todo = La caja abre el puerto, busca la velocidad y le pregunta a la impresora cómo está.
page-step-text-title = ¿Salió así en el papel?
page-step-text-todo = Mirá que el título esté centrado y en negrita, y que salgan bien las letras ñ á ¿ ¡.
page-step-ticket-title = ¿Salió así en el papel?
page-step-ticket-todo = Mirá que los acentos y la ñ salgan bien, que el total esté en negrita y que el papel se haya cortado.
page-step-save-title = Todo listo
page-step-save-todo = Mirá el resumen y guardalo. Hasta ahora no cambió nada.

page-busy-looking = Buscando impresoras…
page-busy-connecting = Conectando y probando velocidades… Puede tardar unos segundos.
page-busy-printing = Imprimiendo la prueba… Mirá el papel.
page-busy-saving = Guardando…

page-paper-example = Así es la primera prueba
page-paper-wanted = Así tiene que salir
page-paper-kept = Así van a salir los tickets

page-ports-none = No se encontró ningún puerto
page-ports-none-todo = Conectá el cable USB de la impresora, encendela, esperá unos segundos y tocá «Buscar de nuevo». Si usa un cable de red, escribí su dirección abajo.
page-port-likely = Probable
page-port-held = En uso
page-look-again = Buscar de nuevo
page-address = Otra dirección
page-address-example = /dev/ttyUSB0, COM3, tcp:192.168.0.50
page-address-try = Probar
page-address-hint = Un puerto, una dirección de red (tcp:192.168.0.50) o una carpeta que hace de impresora (virtual:carpeta).
page-virtual-use = No tengo impresora: usar una en pantalla

page-speed = { $speed } baudios
page-speeds = Velocidad
page-speeds-hint = Si no responde, elegí la velocidad que dice su etiqueta o la hoja que imprime al encenderla con el botón de avance apretado.
page-model = Modelo: { $name }
page-models = ¿Qué modelo es?
page-models-todo = Si no está, elegí el genérico con el ancho de tu papel.
page-model-columns = { $columns } columnas
page-models-refused =
    { $count ->
        [one] 1 archivo de modelo no se pudo leer y quedó afuera.
       *[other] { $count } archivos de modelo no se pudieron leer y quedaron afuera.
    }

page-print-again = Imprimir de nuevo
page-good = Sí, salió bien
page-nothing-title = No salió nada
page-save = Guardar
page-save-keeps = Los tickets que esperan salen apenas guardes.
page-saved = Impresora guardada. Los tickets salen por ella.
page-saved-none = La caja trabaja sin impresora. Los tickets quedan en espera.

## The page, and the panel

page-panel-title = Impresora
page-none = Todavía no hay impresora
page-none-todo = Se puede vender igual: los tickets quedan en espera y salen cuando la configures.
page-begin = Configurar impresora
page-again = Configurar de nuevo
page-remove = Trabajar sin impresora
page-remove-title = ¿Trabajar sin impresora?
page-remove-what = Los tickets quedan guardados y en espera. Salen cuando configures una impresora.
page-remove-keep = Dejar la impresora
page-log = Últimos eventos
page-log-empty = Todavía no pasó nada.
page-queue = En la cola
page-queue-empty = Nada en espera.
page-queue-more =
    { $count ->
        [one] y 1 más
       *[other] y { $count } más
    }
page-job-ticket = Ticket { $number }
page-job-copy = Ticket { $number } (copia)
page-job-drawer = Abrir el cajón
page-came-out-question = ¿Salió «{ $title }»?
page-drawer-question = ¿Se abrió el cajón?
page-drawer-settled = Listo
page-cancel-job = Cancelar
page-cancel-title = ¿Cancelar «{ $title }»?
page-cancel-what = No se va a imprimir. La venta sigue guardada y después podés reimprimir una copia.
page-cancel-reason = Motivo
page-cancel-keep = Dejar en espera
page-cancel-now = Cancelar el papel
page-cancel-late = Ya no estaba en espera: mirá el papel.
page-cancelled = Cancelado. No se imprime.
page-reason-left = El cliente ya se fue
page-reason-twice = Está dos veces
page-reason-not-wanted = No hace falta
page-test-queued = La prueba está en la cola. Mirá el papel.
page-test-waits = La prueba espera en la cola: sale cuando la impresora pueda.
page-drawer-sent = Se mandó abrir el cajón.
page-drawer-not-now = La impresora no puede abrir el cajón ahora. Si en unos segundos no se abre, abrilo con la llave.

## The printer on the screen

page-virtual-title = Impresora virtual
page-virtual-troubles = ¿Qué le pasa?
page-virtual-troubles-hint = Para practicar: probá cada problema y mirá qué dice la caja.
page-virtual-mend = Todo vuelve a andar
page-virtual-none = Todavía no salió papel
page-virtual-none-todo = Vendé algo o imprimí una prueba: el papel sale acá.
page-virtual-newest = El último
page-virtual-job = N.º { $job }
page-virtual-coming = Saliendo…
page-virtual-longer = El papel sigue; los archivos lo tienen entero.
page-virtual-files = Guardar el papel
page-virtual-folder = Carpeta
page-virtual-save = PNG y texto
page-virtual-saved = Guardado en { $path }
page-virtual-file = papel
page-switch-on = Pasa
page-switch-off = No
nav-paper = Papel

## The help

page-help-title = Ayuda: la impresora
page-help-back = Volver
page-help-first = La caja nunca espera a la impresora: seguí vendiendo. Los tickets quedan guardados y salen en orden cuando la impresora vuelve.

page-weekly = Una vez por semana
page-weekly-paper = Abrí la tapa y mirá cuánto papel queda. Una raya roja en el borde dice que se termina.
page-weekly-spare = Contá los rollos de repuesto: que haya al menos dos, del ancho justo (80 o 58 mm).
page-weekly-clean = Con la impresora apagada y fría, limpiá el cabezal con un hisopo y alcohol; soplá el polvo del papel.
page-weekly-cable = Mirá que el cable USB y el de corriente estén firmes, y que nadie los pise.
page-weekly-test = Imprimí una prueba y mirá los acentos, la negrita y el corte.
page-weekly-log = Mirá los últimos eventos en Ajustes › Impresora: si «no conectada» se repite, cambiá el cable.

page-troubles = Cuando algo anda mal
page-trouble = Qué pasa
page-trouble-todo = Qué hacer
page-trouble-nothing = No sale nada
page-trouble-nothing-todo = Mirá que esté encendida y con la luz fija. Dale vuelta al rollo: el papel térmico imprime de un solo lado (rayalo con la uña: se pone negro). Después imprimí una prueba.
page-trouble-no-paper = Dice «sin papel»
page-trouble-no-paper-todo = Poné un rollo nuevo y cerrá la tapa hasta que haga clic. El ticket sigue solo; no lo imprimas de nuevo.
page-trouble-cover = Dice «tapa abierta»
page-trouble-cover-todo = Apretá la tapa de los dos lados hasta que haga clic. El ticket sigue solo.
page-trouble-gone = Dice «sin impresora»
page-trouble-gone-todo = Sacá y poné el cable USB y mirá que esté encendida. La caja vuelve a intentar sola. Si cambiaste la impresora o el puerto, configurala de nuevo.
page-trouble-denied = Dice que no hay permiso
page-trouble-denied-todo = En Linux, el usuario tiene que estar en el grupo dialout: «sudo usermod -aG dialout usuario». Después cerrá la sesión y volvé a entrar.
page-trouble-busy = Dice que otro programa la usa
page-trouble-busy-todo = Cerrá el programa que la caja nombra (otra caja abierta, un monitor de puertos) y probá de nuevo.
page-trouble-garbage = Salen letras sin sentido
page-trouble-garbage-todo = La velocidad no es la de la impresora. En Ajustes › Impresora configurala de nuevo y elegí la que dice su etiqueta.
page-trouble-accents = Los acentos y la ñ salen mal
page-trouble-accents-todo = Configurala de nuevo y en el paso 4 tocá «Los acentos salen mal» hasta que salgan bien.
page-trouble-cut = No corta, o corta sobre el texto
page-trouble-cut-todo = Configurala de nuevo y en el paso 4 tocá «No cortó el papel». Si no tiene cuchilla, cortá contra el borde.
page-trouble-faint = Sale muy claro o con rayas blancas
page-trouble-faint-todo = Limpiá el cabezal con alcohol. Si sigue, probá otro rollo: el papel viejo o guardado al sol se aclara.
page-trouble-doubt = Pregunta «¿Salió el ticket?»
page-trouble-doubt-todo = Mirá el papel. Si está entero, tocá «Sí, salió»; si falta o está cortado, «Imprimir de nuevo». La caja no puede saberlo y por eso no lo repite sola.

page-promise = Lo que la caja promete
page-promise-what = Ningún ticket se pierde ni sale dos veces sin que lo sepas. Lo que se reimprime dice COPIA. Un cajón que no se abrió a tiempo no se abre después.
page-calling = Antes de llamar al técnico
page-calling-what = Anotá qué dice la caja y a qué hora. El detalle está en el archivo { $log }.
