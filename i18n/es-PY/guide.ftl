### La ayuda dentro del programa.

guide-title = Ayuda
guide-back = Volver (Esc)
guide-contents = Contenido
guide-guides = Guías
guide-places = Pantallas
guide-search = Buscar en la ayuda
guide-none = Nada con esas palabras
guide-none-todo = Probá con menos letras, o elegí un tema.
guide-print = Imprimir
guide-see-also = Ver también
guide-queued = La página de ayuda va a la impresora.
guide-waits = No hay impresora: la página espera en la cola.
guide-key = F1
guide-picture = Imagen: { $what }

## La línea de comandos
help-help = Muestra una página de la ayuda, o la imprime
help-help-topic = De qué; sin nada, la lista de temas
help-help-paper = La imprime en la impresora de tickets
help-tour-screens = Renueva las imágenes de la ayuda en esta carpeta, claras y oscuras
help-tour-check = Mide cada pantalla en vez de dibujarla: contraste, tamaño de lo que se toca, orden del teclado, texto cortado
cli-no-topic = No hay ayuda sobre «{ $topic }». Los temas están en «cantina help».
cli-tour-checked = { $screens } pantallas, { $count } faltas
