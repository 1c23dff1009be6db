### The printer in the window: its page in the settings, the panel of the chip, the printer on the screen, the help

page-close = Fechar
page-cancel = Cancelar
page-back = Voltar
page-leave = Sair sem mudar
page-next = Continuar
page-retry = Tentar de novo
page-help = Ver ajuda
page-test = Imprimir teste
page-drawer = Abrir a gaveta
page-paper = Ver o papel
page-settings = Ajustes da impressora

## The setup

page-setup-title = Ajustes · Impressora

page-step-detect-title = Qual é a impressora?
page-step-detect-todo = Conecte o cabo, ligue a impressora e escolha a porta. A mais provável vem primeiro.
page-step-connection-title = Conexão
page-step-connection-todo = O caixa abre a porta, procura a velocidade e pergunta à impressora como ela está.
page-step-text-title = Saiu assim no papel?
page-step-text-todo = Veja se o título está centralizado e em negrito, e se as letras ñ á ¿ ¡ saíram certas.
page-step-ticket-title = Saiu assim no papel?
page-step-ticket-todo = Veja se os acentos e o ñ saíram certos, se o total está em negrito e se o papel foi cortado.
page-step-save-title = Tudo pronto
page-step-save-todo = Confira o resumo e salve. Até agora nada mudou.

page-busy-looking = Procurando impressoras…
page-busy-connecting = Conectando e testando velocidades… Pode levar alguns segundos.
page-busy-printing = Imprimindo o teste… Olhe o papel.
page-busy-saving = Salvando…

page-paper-example = Este é o primeiro teste
page-paper-wanted = Tem que sair assim
page-paper-kept = É assim que os tíquetes vão sair

page-ports-none = Nenhuma porta foi encontrada
page-ports-none-todo = Conecte o cabo USB da impressora, ligue-a, espere alguns segundos e toque em “Procurar de novo”. Se ela usa cabo de rede, digite o endereço abaixo.
page-port-likely = Provável
page-port-held = Em uso
page-look-again = Procurar de novo
page-address = Outro endereço
page-address-example = /dev/ttyUSB0, COM3, tcp:192.168.0.50
page-address-try = Testar
page-address-hint = Uma porta, um endereço de rede (tcp:192.168.0.50) ou uma pasta que faz de impressora (virtual:pasta).
page-virtual-use = Não tenho impressora: usar uma na tela

page-speed = { $speed } bauds
page-speeds = Velocidade
page-speeds-hint = Se ela não responde, escolha a velocidade da etiqueta ou da folha que ela imprime quando é ligada com o botão de avanço apertado.
page-model = Modelo: { $name }
page-models = Qual é o modelo?
page-models-todo = Se não estiver na lista, escolha o genérico com a largura do seu papel.
page-model-columns = { $columns } colunas
page-models-refused =
    { $count ->
        [one] 1 arquivo de modelo não pôde ser lido e ficou de fora.
       *[other] { $count } arquivos de modelo não puderam ser lidos e ficaram de fora.
    }

page-print-again = Imprimir de novo
page-good = Sim, saiu certo
page-nothing-title = Não saiu nada
page-save = Salvar
page-save-keeps = Os tíquetes em espera saem assim que você salvar.
page-saved = Impressora salva. Os tíquetes saem por ela.
page-saved-none = O caixa trabalha sem impressora. Os tíquetes ficam em espera.

## The page, and the panel

page-panel-title = Impressora
page-none = Ainda não há impressora
page-none-todo = Dá para vender assim mesmo: os tíquetes ficam em espera e saem quando você configurar uma.
page-begin = Configurar impressora
page-again = Configurar de novo
page-remove = Trabalhar sem impressora
page-remove-title = Trabalhar sem impressora?
page-remove-what = Os tíquetes ficam guardados e em espera. Saem quando você configurar uma impressora.
page-remove-keep = Manter a impressora
page-log = Últimos eventos
page-log-empty = Ainda não aconteceu nada.
page-queue = Na fila
page-queue-empty = Nada em espera.
page-queue-more =
    { $count ->
        [one] e mais 1
       *[other] e mais { $count }
    }
page-job-ticket = Tíquete { $number }
page-job-copy = Tíquete { $number } (cópia)
page-job-drawer = Abrir a gaveta
page-came-out-question = “{ $title }” saiu?
page-drawer-question = A gaveta abriu?
page-drawer-settled = Pronto
page-cancel-job = Cancelar
page-cancel-title = Cancelar “{ $title }”?
page-cancel-what = Não será impresso. A venda continua guardada e depois dá para reimprimir uma cópia.
page-cancel-reason = Motivo
page-cancel-keep = Deixar em espera
page-cancel-now = Cancelar o papel
page-cancel-late = Já não estava em espera: olhe o papel.
page-cancelled = Cancelado. Não será impresso.
page-reason-left = O cliente já foi embora
page-reason-twice = Está duas vezes
page-reason-not-wanted = Não precisa
page-test-queued = O teste está na fila. Olhe o papel.
page-test-waits = O teste espera na fila: sai quando a impressora puder.
page-drawer-sent = A gaveta recebeu a ordem de abrir.
page-drawer-not-now = A impressora não consegue abrir a gaveta agora. Se em alguns segundos ela não abrir, use a chave.

## The printer on the screen

page-virtual-title = Impressora virtual
page-virtual-troubles = O que há com ela?
page-virtual-troubles-hint = Para treinar: teste cada problema e veja o que o caixa diz.
page-virtual-mend = Tudo volta a funcionar
page-virtual-none = Ainda não saiu papel
page-virtual-none-todo = Venda algo ou imprima um teste: o papel sai aqui.
page-virtual-newest = O último
page-virtual-job = N.º { $job }
page-virtual-coming = Saindo…
page-virtual-longer = O papel continua; os arquivos têm ele inteiro.
page-virtual-files = Salvar o papel
page-virtual-folder = Pasta
page-virtual-save = PNG e texto
page-virtual-saved = Salvo em { $path }
page-virtual-file = papel
page-switch-on = Sim
page-switch-off = Não
nav-paper = Papel

## The help

page-help-title = Ajuda: a impressora
page-help-back = Voltar
page-help-first = O caixa nunca espera pela impressora: continue vendendo. Os tíquetes ficam guardados e saem em ordem quando a impressora volta.

page-weekly = Uma vez por semana
page-weekly-paper = Abra a tampa e veja quanto papel resta. Um risco vermelho na borda avisa que está acabando.
page-weekly-spare = Conte os rolos de reserva: pelo menos dois, da largura certa (80 ou 58 mm).
page-weekly-clean = Com a impressora desligada e fria, limpe a cabeça com cotonete e álcool; sopre o pó do papel.
page-weekly-cable = Veja se o cabo USB e o de energia estão firmes e se ninguém pisa neles.
page-weekly-test = Imprima um teste e olhe os acentos, o negrito e o corte.
page-weekly-log = Olhe os últimos eventos em Ajustes › Impressora: se “não conectada” se repete, troque o cabo.

page-troubles = Quando algo está errado
page-trouble = O que acontece
page-trouble-todo = O que fazer
page-trouble-nothing = Não sai nada
page-trouble-nothing-todo = Veja se está ligada e com a luz fixa. Vire o rolo: o papel térmico imprime de um lado só (risque com a unha: fica preto). Depois imprima um teste.
page-trouble-no-paper = Diz “sem papel”
page-trouble-no-paper-todo = Ponha um rolo novo e feche a tampa até ouvir o clique. O tíquete continua sozinho; não o imprima de novo.
page-trouble-cover = Diz “tampa aberta”
page-trouble-cover-todo = Aperte a tampa dos dois lados até ouvir o clique. O tíquete continua sozinho.
page-trouble-gone = Diz “sem impressora”
page-trouble-gone-todo = Tire e ponha o cabo USB e veja se está ligada. O caixa tenta de novo sozinho. Se você trocou a impressora ou a porta, configure-a de novo.
page-trouble-denied = Diz que não há permissão
page-trouble-denied-todo = No Linux, o usuário tem que estar no grupo dialout: “sudo usermod -aG dialout usuario”. Depois saia da sessão e entre de novo.
page-trouble-busy = Diz que outro programa a usa
page-trouble-busy-todo = Feche o programa que o caixa indica (outro caixa aberto, um monitor de portas) e tente de novo.
page-trouble-garbage = Saem letras sem sentido
page-trouble-garbage-todo = A velocidade não é a da impressora. Em Ajustes › Impressora configure-a de novo e escolha a da etiqueta.
page-trouble-accents = Os acentos e o ñ saem errados
page-trouble-accents-todo = Configure-a de novo e no passo 4 toque em “Os acentos saem errados” até saírem certos.
page-trouble-cut = Não corta, ou corta em cima do texto
page-trouble-cut-todo = Configure-a de novo e no passo 4 toque em “Não cortou o papel”. Se ela não tem guilhotina, rasgue contra a borda.
page-trouble-faint = Sai muito claro ou com riscos brancos
page-trouble-faint-todo = Limpe a cabeça com álcool. Se continuar, tente outro rolo: papel velho ou guardado ao sol clareia.
page-trouble-doubt = Pergunta “O tíquete saiu?”
page-trouble-doubt-todo = Olhe o papel. Se está inteiro, toque em “Sim, saiu”; se falta ou está cortado, “Imprimir de novo”. O caixa não tem como saber, e por isso não o repete sozinho.

page-promise = O que o caixa promete
page-promise-what = Nenhum tíquete se perde nem sai duas vezes sem você saber. O que é reimpresso diz CÓPIA. Uma gaveta que não abriu a tempo não abre depois.
page-calling = Antes de chamar o técnico
page-calling-what = Anote o que o caixa diz e a que horas. O detalhe está no arquivo { $log }.
