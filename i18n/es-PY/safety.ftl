# Revisión de seguridad: lo que la caja comprueba de sí misma, y qué hacer.

## Las cuatro partes
check-line-good = [{ $part }/4] ✓ { $what }
check-line-bad = [{ $part }/4] ✗ { $what }
check-data = Datos: { $pupils } alumnos con restricciones; { $declared } de { $products } productos declarados por completo, { $percent } de lo vendido en 30 días. Libros: { $sales } ventas.
check-data-first = Todavía falta declarar; empezá por: { $names }.
check-rules = Reglas: { $count } casos conocidos de etiquetas y de la política.
check-rules-todo = No vendas a alumnos con restricciones. Si cambiaste las palabras propias o la política, volvé a las de antes; si no, llamá al técnico.
check-sales = Ventas de prueba: { $count }, una de cada gravedad y estado, en una copia de la base; en la de verdad no se escribe nada.
check-sales-todo = No vendas a alumnos con restricciones y llamá al técnico.
check-history = Historia: { $lines } productos vendidos a { $pupils } alumnos con restricciones, juzgados con lo que se sabía ese día y con lo de hoy.
check-history-todo = Avisá a la familia, mirá la etiqueta y anotá qué se hizo en Ajustes › Seguridad.
check-not-done = No se pudo revisar.
check-good = Todo está bien: ningún alumno corrió peligro y los libros coinciden.
check-bad = Hay algo que atender. Hacé lo que dice cada parte con ✗ y revisá de nuevo.

## Lo que se encuentra
check-wrong-label = «{ $name }» se lee: { $read } ({ $allergen }); tiene que ser al menos: { $expected }.
check-wrong-cell = { $state }, { $severity }: se hace «{ $is }» y corresponde «{ $expected }».
check-tried-wrong = Producto que { $state }, alergia { $severity }: la política dice «{ $expected }» y la caja hizo «{ $is }».
check-tried-late = Producto que { $state } desde justo antes de cobrar, alergia { $severity }: la política dice «{ $expected }» y la caja hizo «{ $is }».
check-touched = La base de verdad cambió durante la prueba.
check-met = Ticket { $number } del { $day }: { $student } llevó { $name }: { $why }. { $harm }
check-harm-refused-then = Ese día había que rechazarlo.
check-harm-unanswered = Ese día nadie respondió al aviso.
check-harm-known-today = Hoy se sabe que lo tiene.
check-reason = { $state } { $allergen } ({ $severity })
check-more = Y { $count } más.
check-state-free = está declarado libre de
check-state-unknown = nadie declaró si tiene
check-state-may-contain = puede contener
check-state-contains = contiene
check-response-allow = vender
check-response-confirm = confirmar
check-response-approve = PIN de supervisor
check-response-refuse = rechazar

## La página y la barra
safety-page = Seguridad
safety-hint = La caja se revisa sola al empezar el día. También podés revisarla ahora; mientras tanto se sigue vendiendo.
safety-never = Todavía no se revisó nunca.
safety-last-good = La última revisión, del { $day } a las { $time }, estuvo bien.
safety-last-bad = La última revisión, del { $day } a las { $time }, encontró algo en: { $parts }.
safety-now = Revisar ahora
safety-running = Revisando: parte { $part } de 4…
safety-open = Ventas sin respuesta
safety-open-hint = Alguien tiene que mirar cada una y anotar qué se hizo.
safety-answer = Anotar
safety-answer-title = Qué se hizo
safety-answer-note = Nota
safety-answer-hint = Lo anota { $name }. Queda para siempre.
safety-cancel = Ahora no
safety-chip-never = Seguridad: sin revisar
safety-chip-running = Revisando { $part }/4
safety-chip-good = Seguridad ✓ { $time }
safety-chip-bad = Seguridad: hay que mirar
safety-told-good = La última revisión estuvo bien.
safety-told-bad = La revisión de seguridad encontró algo. Avisá a un encargado: Ajustes › Seguridad.
safety-told-never = La revisión de seguridad todavía no se hizo.

## Política y palabras, en la línea de comandos
cli-diet-policy-loaded = La política de { $path } está en vigor.
cli-diet-words-loaded = Las palabras de { $path } están en vigor: { $lines } líneas.
cli-diet-no-words = La cantina no tiene palabras propias: valen las que vienen con la caja.
cli-diet-not-yours = { $state }, { $severity }: más permisivo que ahora. Solo un administrador puede; sigue la política de antes.
cli-diet-wrong-pin = El PIN no es de nadie que trabaje acá. No se cambió nada: probá de nuevo.
cli-diet-no-right = Esa persona no puede cambiar esto. No se cambió nada: pedíselo a un encargado.
cli-diet-bench-row = { $name }: { $time } (límite { $limit }); { $ratio } veces el piso de { $floor }
cli-diet-bench-head = Medido { $build }, mediana de { $rounds }:

help-diet-policy = Muestra o cambia lo que hace la caja según lo declarado y la gravedad
help-diet-policy-show = Muestra la política en vigor, como archivo
help-diet-policy-load = Pone en vigor la política de un archivo; uno malo no cambia nada
help-diet-policy-load-file = El archivo: dieciséis líneas «estado gravedad = respuesta»
help-diet-words = Muestra o cambia las palabras propias de la cantina para leer etiquetas
help-diet-words-show = Muestra las palabras propias, como archivo
help-diet-words-load = Pone en vigor las palabras de un archivo; uno malo no cambia nada
help-diet-words-load-file = El archivo de palabras
help-any-cashier = El PIN de quien lo hace
help-bench-diet = Mide cuánto cuesta juzgar productos, carritos y catálogos
help-bench-diet-rounds = Cuántas veces se mide cada cosa
