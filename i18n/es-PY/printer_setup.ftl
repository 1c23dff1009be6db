### The printer: what it says of itself, its setup, its ports, the virtual one, its log

## What it does

printer-confirming = Esperando que la impresora confirme el trabajo { $job }…
printer-no-paper = La impresora no tiene papel.
printer-cover-open = La tapa de la impresora está abierta.
printer-offline = La impresora dice que está fuera de línea.

## What to do about it

printer-todo-not-configured = Configurala en Ajustes › Impresora.
printer-todo-not-connected = { $minutes ->
    [0] Revisá el cable y que esté encendida.
    [one] Hace 1 minuto que no está: revisá el cable y que esté encendida.
   *[other] Hace { $minutes } minutos que no está: revisá el cable y que esté encendida.
 } Próximo intento en { $seconds } s.
printer-todo-write-only = Mirá que cada ticket salga: esta impresora no avisa si le falta papel.
printer-todo-no-paper = Poné un rollo nuevo: el ticket sigue solo desde donde quedó.
printer-todo-cover-open = Cerrá la tapa: el ticket sigue solo desde donde quedó.
printer-todo-offline = Fijate si tiene una luz roja o si la cuchilla quedó trabada. Los tickets esperan.
printer-todo-stalled = Mirá si tiene papel y si la tapa está cerrada; si sigue así, apagala y volvé a encenderla.
printer-todo-queue-failed = Las ventas están guardadas. Si no se arregla solo, reiniciá el programa.
printer-todo-stopped = Reiniciá el programa: los tickets en espera se conservan.
printer-todo-paper-low = Queda poco papel: tené un rollo a mano.

## In the bar

chip-printer-confirming = Confirmando…
chip-printer-no-paper = Sin papel
chip-printer-cover = Tapa abierta
chip-printer-offline = Fuera de línea

## The log

printer-log-connected = Conectada: { $name }
printer-log-printed = Trabajo { $job }: impreso y confirmado por la impresora ({ $bytes } bytes)
printer-log-sent = Trabajo { $job }: enviado ({ $bytes } bytes); la impresora no confirma
printer-log-uncertain = Trabajo { $job }: sin confirmar después de { $bytes } bytes; no se imprime de nuevo solo
printer-log-not-sent = Trabajo { $job }: no salió ningún byte; sigue en espera
printer-log-dropped = Trabajo { $job }: descartado por viejo (apertura del cajón)
printer-log-recovered = Trabajo { $job }: sin confirmar; el programa se cerró mientras se enviaba
printer-log-stopped = Impresión detenida

## Ports

ports-printer = Impresora USB { $product }
ports-adapter = Adaptador { $chip }
ports-usb = Dispositivo USB { $product }
ports-serial = Puerto serie
ports-held = en uso por { $by }

## The virtual printer

virtual-no-paper = Sin papel
virtual-paper-low = Poco papel
virtual-cover-open = Tapa abierta
virtual-offline = Fuera de línea
virtual-stall = Trabada
virtual-unplugged = Desenchufada
virtual-lies = Dice que imprimió y no imprime

## Setup

setup-step-detect = Detectar
setup-step-connection = Conexión
setup-step-text = Prueba simple
setup-step-ticket = Ticket de prueba
setup-step-save = Guardar

setup-not-found = { $name } no está. Revisá el cable y que la impresora esté encendida.
setup-denied-group = No hay permiso para abrir { $name }. Agregá el usuario al grupo { $group } (sudo usermod -aG { $group } USUARIO), cerrá la sesión y volvé a entrar.
setup-denied = No hay permiso para abrir { $name }. Abrí el programa con un usuario que lo tenga.
setup-busy-by = { $name } está en uso por { $by }. Cerralo y probá de nuevo.
setup-busy = { $name } está en uso por otro programa. Cerralo y probá de nuevo.
setup-refused = En { $name } nadie atiende. Revisá la dirección, que la impresora esté encendida y que otra caja no la esté usando.
setup-gone = { $name } se desconectó mientras se probaba. Revisá el cable.
setup-other = { $name } no se pudo abrir. Apagá la impresora, volvé a encenderla y probá de nuevo.

setup-answers = La impresora responde: avisa si le falta papel y confirma cada ticket.
setup-answers-trouble = La impresora responde, pero ahora no puede imprimir. Mirá el papel y la tapa.
setup-write-only = La impresora no responde: solo se le puede enviar, y nadie sabe si le falta papel.

setup-printed-confirmed = La impresora confirmó que imprimió.
setup-printed-sent = Se envió todo. Mirá el papel.
setup-printed-uncertain = No se sabe si salió entero. Mirá el papel.
setup-printed-waiting = Todavía no sale: { $reason }

setup-trouble-letters = Los acentos salen mal → probar otra tabla
setup-trouble-cut = No cortó el papel → probar otro corte
setup-trouble-width = Las líneas no entran o quedan cortas → probar otro ancho
setup-trouble-line-feed = Las líneas se pisan → probar otro fin de línea
setup-trouble-nothing = No salió nada → ver ayuda

setup-changed-letters = Ahora con PC{ $page } (tabla { $table })
setup-changed-cut = Ahora con corte: { $cut }
setup-changed-width = Ahora con { $columns } columnas
setup-changed-lf = Ahora con fin de línea LF
setup-changed-crlf = Ahora con fin de línea CR LF

setup-cut-partial = parcial
setup-cut-full = completo
setup-cut-short = corto (GS V 1)
setup-cut-old = antiguo (ESC i)
setup-cut-none = sin cuchilla

setup-fact-port = Puerto
setup-fact-speed = Velocidad
setup-fact-model = Modelo
setup-fact-paper = Papel
setup-fact-letters = Caracteres
setup-fact-cut = Corte
setup-paper = { $columns ->
    [32] 58 mm · 32 columnas
   *[other] 80 mm · { $columns } columnas
 }
setup-letters = PC{ $page } (tabla { $table })

setup-help-power = ¿Está encendida y sin luz roja?
setup-help-paper = ¿Tiene papel, y del lado correcto? Rayalo con la uña: la cara térmica se oscurece.
setup-help-cable = ¿El cable está firme en los dos lados? Probá otro puerto USB.
setup-help-speed = Si es por puerto serie, probá otra velocidad: está en la hoja de prueba de la impresora.
setup-help-self-test = Imprimí su hoja de prueba: apagala, mantené apretado el botón de avance y encendela.
setup-help-port = Si la hoja de prueba sale y esta no, elegí otro puerto en el primer paso.

setup-page-text = Prueba simple
setup-page-ticket = Ticket de prueba
setup-page-centred = Texto centrado
setup-page-bold = Texto en negrita
setup-page-item-1 = Empanada de carne
setup-page-item-2 = Agua mineral 500 ml
setup-page-item-3 = Jugo de ñandypa

# Why the file of a model was not taken
profile-unreadable = no se puede leer: { $cause }
profile-too-long = el archivo es demasiado largo para un modelo
profile-file-name = el nombre del archivo no es texto común
profile-words = no se entiende: { $cause }
profile-no-name = al modelo le falta un nombre de una línea
profile-many-pages = demasiadas tablas de letras
profile-unknown-page = las tablas de letras son 850, 858, 860 y 437
profile-drawer-line = el cajón está en la línea 0 (patita 2) o 1 (patita 5)
