### The printer: what is not known, and who says it

printer-silent = La impresora no responde: está apagada o trabada.
printer-todo-silent = Mirá que esté encendida y con la luz fija; si lo está, apagala y volvé a encenderla. Los tickets esperan.
chip-printer-silent = No responde
printer-job-sent = Enviado, sin confirmación
page-busy-speed = Probando a { $baud } baudios…

## `cantina printer jobs answer`
help-printer-jobs-answer = Responde por un trabajo en duda: si salió o no
help-printer-jobs-answer-job = El número del trabajo, como lo dice «jobs»
help-printer-jobs-answer-printed = Salió entero
help-printer-jobs-answer-not-printed = No salió: se imprime de nuevo con la palabra COPIA
cli-printer-answered-printed = Trabajo { $job }: anotado, salió.
cli-printer-answered-not-printed = Trabajo { $job }: se imprime de nuevo con la palabra COPIA.
cli-printer-answered-drawer = Trabajo { $job }: anotado. Un cajón no se abre de nuevo solo: usá «cantina printer drawer».
cli-printer-not-in-doubt = El trabajo { $job } no está en duda: está { $state }. Mirá «cantina printer jobs».
