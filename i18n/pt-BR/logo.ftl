### The canteen's picture above its tickets

virtual-no-memory = Não guarda o logo

logo-title = Logo do ticket
logo-none = Os tickets saem sem logo.
logo-kept = A impressora tem o logo guardado: cada ticket o pede com { $bytes } bytes.
logo-other = A impressora ainda não tem este logo. Guarde-o: até lá os tickets saem sem ele.
logo-cannot = Esta impressora não guarda logos. Os tickets saem sem ele.
logo-sent = O logo vai com cada ticket: demora uns { $seconds } s a mais.
logo-choose = Escolher logo
logo-another = Escolher outro
logo-store = Guardar na impressora
logo-send = Mandar com cada ticket
logo-remove = Tirar o logo
logo-removed = Os tickets saem sem logo.

logo-page-title = Que imagem vai em cima do ticket?
logo-page-todo = Escolha um PNG. É impresso em pontos pretos, de até 48 × 20 mm: um desenho claro com fundo branco sai melhor que uma foto.
logo-paper = Assim sai no papel
logo-paper-none = Escolha uma imagem para vê-la como sai no papel.
logo-size = { $width } × { $height } pontos
logo-store-takes = Guardar demora uns { $seconds } s e se faz uma só vez.
logo-cannot-todo = Este modelo não guarda imagens. Pode ir com cada ticket: nesta velocidade cada um demora uns { $seconds } s a mais.
logo-storing = Guardando na impressora… Não a desligue.
logo-question = O logo saiu no papel?
logo-question-todo = A impressora não avisa se o guardou: olhe a prova que acabou de sair.
logo-came = Sim, saiu
logo-did-not-come = Não saiu
logo-stored = Pronto: os tickets saem com o logo.
logo-sent-now = Pronto: o logo vai com cada ticket.
logo-not-there = Esta impressora não o guardou. Os tickets saem sem logo, como antes.
logo-waits = Não foi guardado: { $reason } Os tickets continuam saindo. Tente de novo quando a impressora estiver pronta.
logo-no-printer = Não há impressora configurada. Configure-a primeiro.
logo-uncertain = A impressora foi cortada enquanto o recebia. Os tickets saem sem logo: tente de novo.
logo-proof = Prova do logo
logo-job = Guardar o logo

logo-unreadable = Não dá para ler: { $cause }
logo-too-large = A imagem é grande demais: até 12 MB e 16 milhões de pontos.
logo-not-png = Não é um PNG, ou está quebrado. Escolha outro.
logo-blank = A imagem sairia toda branca. Escolha uma com partes escuras.
logo-files-none = Aqui não há imagens PNG.
logo-above = Pasta de cima

## `cantina printer logo`
help-printer-logo = O logo dos tickets: pôr, tirar, ver
help-printer-logo-set = Guarda um PNG na impressora e imprime uma prova
help-printer-logo-set-file = O PNG
help-printer-logo-set-raster = Se a impressora não guarda imagens, mandar com cada ticket
help-printer-logo-clear = Tira o logo: os tickets saem sem ele
help-printer-logo-preview = Como sai no papel, sem imprimir
help-printer-logo-preview-file = O PNG; sem isto, o logo de agora
help-printer-logo-preview-out = O PNG que se escreve
cli-logo-stored = Enviado à impressora. Olhe a prova: se o logo não saiu, «cantina printer logo clear».
cli-logo-sent = O logo vai com cada ticket: { $bytes } bytes a mais.
cli-logo-none = Não há logo. Ponha um com «cantina printer logo set».
cli-logo-cannot = { $name } não guarda imagens. Com --raster vai com cada ticket.
cli-logo-bad = { $path }: { $reason }
cli-logo-not-stored = { $reason }
