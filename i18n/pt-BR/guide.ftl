### A ajuda dentro do programa.

guide-title = Ajuda
guide-back = Voltar (Esc)
guide-contents = Conteúdo
guide-guides = Guias
guide-places = Telas
guide-search = Procurar na ajuda
guide-none = Nada com essas palavras
guide-none-todo = Tente com menos letras, ou escolha um tema.
guide-print = Imprimir
guide-see-also = Ver também
guide-queued = A página de ajuda vai para a impressora.
guide-waits = Não há impressora: a página espera na fila.
guide-key = F1
guide-picture = Imagem: { $what }

## A linha de comando
help-help = Mostra uma página da ajuda, ou a imprime
help-help-topic = Sobre o quê; sem nada, a lista de temas
help-help-paper = Imprime na impressora de tíquetes
help-tour-screens = Renova as imagens da ajuda nesta pasta, claras e escuras
help-tour-check = Mede cada tela em vez de desenhá-la: contraste, tamanho do que se toca, ordem do teclado, texto cortado
cli-no-topic = Não há ajuda sobre «{ $topic }». Os temas estão em «cantina help».
cli-tour-checked = { $screens } telas, { $count } faltas
