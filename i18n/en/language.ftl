### The language of whoever works at the till.

language-title = Language of { $name }
language-hint = It holds each time you sign in. What is not in Guaraní is read in Spanish.
language-house = The house's: { $name }
language-leave = Leave it as it is (Esc)
