### The printer: status, queue, wizard

printer-not-configured = No hay impresora configurada. Los tickets quedan en espera: configurala en Ajustes.
printer-connecting = Conectando con la impresora…
printer-not-connected = Sin impresora: { $reason } Se vuelve a intentar solo.
printer-ready = Impresora lista
printer-write-only = Impresora conectada (no avisa si tiene papel)
printer-printing = Imprimiendo el trabajo { $job }…
printer-stalled = La impresora no recibe más datos. Mirá si tiene papel y si la tapa está cerrada; el trabajo { $job } sigue solo.
printer-queue-failed = No se pudo leer la cola de impresión. Las ventas están guardadas; se vuelve a intentar solo.
printer-stopped = La impresión se detuvo. Reiniciá el programa; los tickets en espera se conservan.
printer-uncertain = ¿Salió el trabajo { $job }? La impresora se cortó a la mitad y no se volvió a imprimir.
printer-waiting = { $count ->
    [one] 1 ticket en espera
   *[other] { $count } tickets en espera
 }

# The state of a job.
printer-job-waiting = En espera
printer-job-sending = Enviando
printer-job-printed = Impreso
printer-job-uncertain = Sin confirmar
printer-job-cancelled = Cancelado

# Why a printer cannot be reached; each stands inside printer-not-connected.
printer-error-not-found = { $name } no está. Revisá el cable.
printer-error-denied = No hay permiso para abrir { $name }. En Linux, agregá el usuario al grupo dialout.
printer-error-busy = Otro programa está usando { $name }. Cerralo.
printer-error-refused = En { $name } nadie atiende. Revisá la dirección, que la impresora esté encendida y que otra caja no la esté usando.
printer-error-gone = { $name } se desconectó. Revisá el cable.
printer-error-other = { $name } no responde. Apagá la impresora y volvé a encenderla.
