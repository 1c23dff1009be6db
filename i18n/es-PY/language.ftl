### La lengua de quien atiende.

language-title = Idioma de { $name }
language-hint = Vale cada vez que entrás. Lo que no está en guaraní se lee en castellano.
language-house = El de la casa: { $name }
language-leave = Dejar como está (Esc)
