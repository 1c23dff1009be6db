### What went wrong: what happened, what was kept, what to do now

## La carpeta de datos y config.toml
settings-no-home = No se sabe dónde guardar los datos. Indicá una carpeta con --data-dir o CANTINA_DATA_DIR.
settings-not-a-folder = { $path } es un archivo, no una carpeta. No se cambió nada. Elegí otra carpeta con --data-dir.
settings-not-made = No se pudo crear { $path } ({ $cause }). Revisá los permisos o elegí otra carpeta con --data-dir.
settings-not-writable = No se puede escribir en { $path } ({ $cause }). No se cambió nada. Revisá los permisos y el espacio en el disco.
settings-not-readable = No se puede leer { $path } ({ $cause }). El archivo quedó como estaba. Revisá los permisos.
settings-broken = { $path }, línea { $line }: «{ $text }» no se entiende o no está permitido. El archivo quedó como estaba. Corregí esa línea, o mové el archivo para empezar de nuevo.
settings-not-saved = No se pudo guardar { $path } ({ $cause }). Sigue valiendo lo anterior. Revisá el espacio en el disco y probá de nuevo.

## A sale that could not be written down
store-disk-full = El disco está lleno. La venta no se guardó y el carrito sigue acá. Liberá espacio y cobrá de nuevo.
store-read-only = No se puede escribir en la base de datos. La venta no se guardó y el carrito sigue acá. Avisá al técnico.
store-locked = Otro programa está usando la base de datos. La venta no se guardó y el carrito sigue acá. Cobrá de nuevo.
store-corrupt = La base de datos está dañada. La venta no se guardó. Pará de vender y restaurá una copia.
store-balance-changed = El saldo o el límite ya no alcanza. No se cobró nada y el carrito sigue acá. Elegí otra forma de pago.
store-card-changed = La tarjeta ya no se puede usar. No se cobró nada y el carrito sigue acá. Elegí otra forma de pago.
store-restricted = Cambió lo que se sabe de un producto o del alumno. No se vendió nada: revisá el carrito.
store-out-of-stock = { $name }: quedan solo { $left }. No se cobró nada y el carrito sigue acá.
store-already-sold = Este carrito ya se cobró con el ticket { $number }. No se cobró de nuevo.
store-not-found = Un producto, el alumno o tu usuario ya no está en los datos. No se cobró nada y el carrito sigue acá. Identificá al alumno de nuevo o quitá el producto.
store-unexpected = Los datos guardados dicen algo que esta Cantina no entiende. No se cobró nada y el carrito sigue acá. Llamá al técnico: la causa está en logs/till.log.
store-database = La base de datos respondió con un error (código { $code }). No se cobró nada y el carrito sigue acá. Cobrá de nuevo; si se repite, llamá al técnico.
store-io = El disco no respondió ({ $cause }). No se cobró nada y el carrito sigue acá. Cobrá de nuevo; si se repite, llamá al técnico.
store-closing = La caja se está cerrando. No se cobró nada y el carrito queda guardado. Abrila de nuevo y cobrá.

## Anything else that was not done, on the screen and on the command line
failed-disk-full = El disco está lleno. No se guardó nada: liberá espacio y probá de nuevo.
failed-read-only = No se puede escribir en los datos. No se guardó nada: revisá los permisos.
failed-locked = Otro programa tiene los datos ocupados. No se guardó nada: cerralo y probá de nuevo.
failed-corrupt = La base de datos está dañada. No se cambió nada: guardá una copia y llamá al técnico.
failed-unexpected = Los datos guardados dicen algo que esta Cantina no entiende. No se cambió nada: llamá al técnico, la causa está en logs/till.log.
failed-database = La base de datos respondió con un error (código { $code }). No se guardó nada: probá de nuevo; si se repite, llamá al técnico.
failed-io = El sistema no lo pudo hacer ({ $cause }). No se guardó nada: fijate en lo que dice el sistema, y si se repite llamá al técnico.
failed-closing = La caja se está cerrando. No se guardó nada: abrila y probá de nuevo.
failed-not-found = Lo que pediste ya no está en los datos. No se cambió nada: buscalo de nuevo.
failed-taken = «{ $what }» ya está en uso. No se guardó nada: elegí otro.
failed-already-open = Otra Cantina está usando { $path }. Cerrala y probá de nuevo.
failed-not-a-database = { $path } no es una base de datos de Cantina. No se tocó: movela a otro lado o elegí otra carpeta con --data-dir.
failed-newer-schema = Los datos son de una Cantina más nueva. No se tocaron: actualizá el programa.
failed-void-already = Esta venta ya estaba anulada. No se cambió nada: mirá la lista de nuevo.
failed-void-other-day = Solo se anulan ventas de hoy. No se cambió nada: para otro día hace falta una devolución.
failed-void-is-void = Una anulación no se puede anular. No se cambió nada: cobrá la venta de nuevo.
failed-void-not-approved = La autorización no es para anular. No se cambió nada: pedila de nuevo.
failed-address-empty = Falta la dirección de la impresora. Sigue la de antes. Escribila como /dev/ttyUSB0@9600, COM3@9600 o virtual:CARPETA.
failed-address-no-path = Después de «{ $text }» falta dónde está la impresora. Sigue la de antes. Escribila como file:/dev/usb/lp0 o virtual:CARPETA.
failed-address-bad-speed = «{ $text }» no es una velocidad de impresora. Sigue la de antes. Poné 9600, 19200, 38400, 57600 o 115200 después de la @.
failed-address-unknown = «{ $text }» no es una dirección de impresora. Sigue la de antes. Escribila como /dev/ttyUSB0@9600, COM3@9600, file:RUTA o virtual:CARPETA.
failed-ruc-form = Ese RUC no se entiende. No se guardó nada: escribilo con números, guion y dígito, como 80009735-1.
failed-ruc-digit = El dígito verificador de ese RUC sería { $digit }. No se guardó nada: revisá el número.

## What the system says, in brackets inside the sentences above
cause-not-found = no existe
cause-permission = falta permiso
cause-full = el disco está lleno
cause-read-only = es de solo lectura
cause-busy = lo está usando otro programa
cause-not-text = no es texto
cause-code = error { $code } del sistema
cause-unknown = el sistema no dijo por qué
failed-no-name = Falta un nombre con letras. No se cambió nada: escribilo y probá de nuevo.
failed-part-of-itself = «{ $what }» ya lleva este producto: una receta no puede llevarse a sí misma. No se cambió nada.
failed-words = Línea { $line } del archivo de palabras: { $reason ->
    [unknown_code] nadie conoce el código «{ $what }»
    [bad_heading] «{ $what }» no es un título como [= leche]
    [no_heading] hay palabras antes del primer título
    [empty] hay una palabra vacía
    [too_long] «{ $what }» es demasiado largo
    [twice] «{ $what }» está dos veces
    [number] «{ $what }» tiene un número que no se compara
    [contradiction] «{ $what }» dice que es y que no es lo mismo
   *[other] hay demasiado en un solo archivo
}. No se tomó nada: siguen valiendo las últimas palabras buenas. Corregí la línea y probá de nuevo.
failed-policy = Línea { $line } de la política: { $reason ->
    [not-a-line] «{ $what }» no es «estado gravedad = respuesta»
    [unknown-word] nadie conoce la palabra «{ $what }»
    [twice] «{ $what }» está dos veces
    [missing] falta «{ $what }»
    [below-floor] «{ $what }» queda por debajo de lo que ninguna política puede permitir
   *[other] «{ $what }» queda más permisivo que un caso menos grave
}. No se tomó nada: sigue valiendo la última política buena.
clock-behind = El reloj está atrasado: la última venta es del { $day }. Podés vender, pero corregí antes la fecha y la hora de la computadora.
