### What went wrong: what happened, what was kept, what to do now

## La carpeta de datos y config.toml
settings-no-home = No se sabe dónde guardar los datos. Indicá una carpeta con --data-dir o CANTINA_DATA_DIR.
settings-not-a-folder = { $path } es un archivo, no una carpeta. No se cambió nada. Elegí otra carpeta con --data-dir.
settings-not-made = No se pudo crear { $path } ({ $cause }). Revisá los permisos o elegí otra carpeta con --data-dir.
settings-not-writable = No se puede escribir en { $path } ({ $cause }). No se cambió nada. Revisá los permisos y el espacio en el disco.
settings-not-readable = No se puede leer { $path } ({ $cause }). El archivo quedó como estaba. Revisá los permisos.
settings-broken = { $path }, línea { $line }: { $cause }. El archivo quedó como estaba. Corregí esa línea, o mové el archivo para empezar de nuevo.
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
store-other = No se pudo guardar la venta ({ $cause }). El carrito sigue acá. Cobrá de nuevo.
clock-behind = El reloj está atrasado: la última venta es del { $day }. Podés vender, pero corregí antes la fecha y la hora de la computadora.
