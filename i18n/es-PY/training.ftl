### El modo práctica: todo sobre una copia que se tira.

training-word = PRÁCTICA
training-band = Nada de esto es de verdad
training-begin = Practicar
training-begin-hint = Sobre una copia de tus datos que se tira al terminar.
training-end = Terminar práctica
training-real-paper = Usar la impresora
training-virtual-paper = Papel en pantalla
training-preparing = Preparando la práctica…
training-failed = No se pudo empezar la práctica ({ $cause }). No se cambió nada. Revisá el espacio en el disco y probá de nuevo.
training-ended = Terminó la práctica: su copia se borró. Ahora es de verdad.
training-footer = PRÁCTICA: este papel no vale
training-not-now = Terminá lo que está abierto y probá de nuevo.
training-not-here = En la práctica esto no se cambia: es de la cantina de verdad.
training-paper-on = Los tickets de práctica salen por la impresora.
training-paper-off = Los tickets de práctica se ven en la pantalla.
training-paper-none = No hay impresora configurada: siguen en la pantalla.

## La línea de comandos
help-any-training = Abre la caja en modo práctica, sobre una copia que se tira al terminar
cli-training-alone = La práctica se abre sola: «cantina --training», sin otro comando.
