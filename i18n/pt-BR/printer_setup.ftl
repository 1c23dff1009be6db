### The printer: what it says of itself, its setup, its ports, the virtual one, its log

## What it does

printer-confirming = Esperando a impressora confirmar o trabalho { $job }…
printer-no-paper = A impressora está sem papel.
printer-cover-open = A tampa da impressora está aberta.
printer-offline = A impressora diz que está fora de linha.

## What to do about it

printer-todo-not-configured = Configure em Ajustes › Impressora.
printer-todo-not-connected = { $minutes ->
    [0] Verifique o cabo e se está ligada.
    [one] Faz 1 minuto que não está: verifique o cabo e se está ligada.
   *[other] Faz { $minutes } minutos que não está: verifique o cabo e se está ligada.
 } Próxima tentativa em { $seconds } s.
printer-todo-write-only = Veja se cada ticket sai: esta impressora não avisa quando falta papel.
printer-todo-no-paper = Coloque um rolo novo: o ticket continua sozinho de onde parou.
printer-todo-cover-open = Feche a tampa: o ticket continua sozinho de onde parou.
printer-todo-offline = Veja se há uma luz vermelha ou se a lâmina travou. Os tickets esperam.
printer-todo-stalled = Veja se tem papel e se a tampa está fechada; se continuar assim, desligue e ligue de novo.
printer-todo-queue-failed = As vendas estão guardadas. Se não se resolver sozinho, reinicie o programa.
printer-todo-stopped = Reinicie o programa: os tickets em espera ficam guardados.
printer-todo-paper-low = Resta pouco papel: tenha um rolo à mão.

## In the bar

chip-printer-confirming = Confirmando…
chip-printer-no-paper = Sem papel
chip-printer-cover = Tampa aberta
chip-printer-offline = Fora de linha

## The log

printer-log-connected = Conectada: { $name }
printer-log-printed = Trabalho { $job }: impresso e confirmado pela impressora ({ $bytes } bytes)
printer-log-sent = Trabalho { $job }: enviado ({ $bytes } bytes); a impressora não confirma
printer-log-uncertain = Trabalho { $job }: sem confirmação depois de { $bytes } bytes; não se imprime de novo sozinho
printer-log-not-sent = Trabalho { $job }: nenhum byte saiu; continua em espera
printer-log-dropped = Trabalho { $job }: descartado por ser antigo (abertura da gaveta)
printer-log-recovered = Trabalho { $job }: sem confirmação; o programa terminou enquanto se enviava
printer-log-stopped = Impressão parada

## Ports

ports-printer = Impressora USB { $product }
ports-adapter = Adaptador { $chip }
ports-usb = Dispositivo USB { $product }
ports-serial = Porta serial
ports-held = em uso por { $by }

## The virtual printer

virtual-no-paper = Sem papel
virtual-paper-low = Pouco papel
virtual-cover-open = Tampa aberta
virtual-offline = Fora de linha
virtual-stall = Travada
virtual-unplugged = Desconectada
virtual-lies = Diz que imprimiu e não imprime

## Setup

setup-step-detect = Detectar
setup-step-connection = Conexão
setup-step-text = Teste simples
setup-step-ticket = Ticket de teste
setup-step-save = Salvar

setup-not-found = { $name } não está. Verifique o cabo e se a impressora está ligada.
setup-denied-group = Sem permissão para abrir { $name }. Adicione o usuário ao grupo { $group } (sudo usermod -aG { $group } USUÁRIO), saia da sessão e entre de novo.
setup-denied = Sem permissão para abrir { $name }. Abra o programa com um usuário que a tenha.
setup-busy-by = { $name } está em uso por { $by }. Feche-o e tente de novo.
setup-busy = { $name } está em uso por outro programa. Feche-o e tente de novo.
setup-refused = Ninguém atende em { $name }. Verifique o endereço, se a impressora está ligada e se outro caixa não a está usando.
setup-gone = { $name } foi desconectada durante o teste. Verifique o cabo.
setup-other = { $name } não pôde ser aberta. Desligue a impressora, ligue de novo e tente outra vez.

setup-answers = A impressora responde: avisa quando falta papel e confirma cada ticket.
setup-answers-trouble = A impressora responde, mas agora não pode imprimir. Veja o papel e a tampa.
setup-write-only = A impressora não responde: só recebe dados, e ninguém sabe se tem papel.

setup-printed-confirmed = A impressora confirmou que imprimiu.
setup-printed-sent = Tudo foi enviado. Veja o papel.
setup-printed-uncertain = Não se sabe se saiu inteiro. Veja o papel.
setup-printed-waiting = Ainda não sai: { $reason }

setup-trouble-letters = Os acentos saem errados → tentar outra tabela
setup-trouble-cut = Não cortou o papel → tentar outro corte
setup-trouble-width = As linhas não cabem ou ficam curtas → tentar outra largura
setup-trouble-line-feed = As linhas se sobrepõem → tentar outro fim de linha
setup-trouble-nothing = Não saiu nada → ver ajuda

setup-changed-letters = Agora com PC{ $page } (tabela { $table })
setup-changed-cut = Agora com corte: { $cut }
setup-changed-width = Agora com { $columns } colunas
setup-changed-lf = Agora com fim de linha LF
setup-changed-crlf = Agora com fim de linha CR LF

setup-cut-partial = parcial
setup-cut-full = completo
setup-cut-short = curto (GS V 1)
setup-cut-old = antigo (ESC i)
setup-cut-none = sem guilhotina

setup-fact-port = Porta
setup-fact-speed = Velocidade
setup-fact-model = Modelo
setup-fact-paper = Papel
setup-fact-letters = Caracteres
setup-fact-cut = Corte
setup-paper = { $columns ->
    [32] 58 mm · 32 colunas
   *[other] 80 mm · { $columns } colunas
 }
setup-letters = PC{ $page } (tabela { $table })

setup-help-power = Está ligada e sem luz vermelha?
setup-help-paper = Tem papel, do lado certo? Risque com a unha: a face térmica escurece.
setup-help-cable = O cabo está firme nos dois lados? Tente outra porta USB.
setup-help-speed = Se for porta serial, tente outra velocidade: está na folha de teste da impressora.
setup-help-self-test = Imprima a folha de teste: desligue, segure o botão de avanço e ligue.
setup-help-port = Se a folha de teste sai e esta não, escolha outra porta no primeiro passo.

setup-page-text = Teste simples
setup-page-ticket = Ticket de teste
setup-page-centred = Texto centralizado
setup-page-bold = Texto em negrito
setup-page-item-1 = Empanada de carne
setup-page-item-2 = Água mineral 500 ml
setup-page-item-3 = Suco de jenipapo

# Why the file of a model was not taken
profile-unreadable = não pode ser lido: { $cause }
profile-too-long = o arquivo é longo demais para um modelo
profile-file-name = o nome do arquivo não é texto comum
profile-words = não se entende: { $cause }
profile-no-name = falta ao modelo um nome de uma linha
profile-many-pages = tabelas de letras demais
profile-unknown-page = as tabelas de letras são 850, 858, 860 e 437
profile-drawer-line = a gaveta está na linha 0 (pino 2) ou 1 (pino 5)
