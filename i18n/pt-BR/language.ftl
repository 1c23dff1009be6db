### A língua de quem atende.

language-title = Idioma de { $name }
language-hint = Vale cada vez que você entra. O que não está em guarani se lê em espanhol.
language-house = O da casa: { $name }
language-leave = Deixar como está (Esc)
