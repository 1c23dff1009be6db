### The printer: what is not known, and who says it

printer-silent = A impressora não responde: está desligada ou travada.
printer-todo-silent = Veja se está ligada e com a luz fixa; se estiver, desligue e ligue de novo. Os tickets esperam.
chip-printer-silent = Não responde
printer-job-sent = Enviado, sem confirmação
page-busy-speed = Tentando a { $baud } bauds…

## `cantina printer jobs answer`
help-printer-jobs-answer = Responde por um trabalho em dúvida: se saiu ou não
help-printer-jobs-answer-job = O número do trabalho, como o diz «jobs»
help-printer-jobs-answer-printed = Saiu inteiro
help-printer-jobs-answer-not-printed = Não saiu: imprime-se de novo com a palavra CÓPIA
cli-printer-answered-printed = Trabalho { $job }: anotado, saiu.
cli-printer-answered-not-printed = Trabalho { $job }: imprime-se de novo com a palavra CÓPIA.
cli-printer-answered-drawer = Trabalho { $job }: anotado. Uma gaveta não se abre de novo sozinha: use «cantina printer drawer».
cli-printer-not-in-doubt = O trabalho { $job } não está em dúvida: está { $state }. Veja «cantina printer jobs».
