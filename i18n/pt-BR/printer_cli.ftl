### `cantina printer`

## What the command says
cli-printer-no-ports = Não há portas. Conecte a impressora, ou dê o endereço com «cantina printer setup --port».
cli-printer-printed = Trabalho { $job }: a impressora confirmou que imprimiu.
cli-printer-sent = Trabalho { $job }: enviado. A impressora não confirma: olhe o papel.
cli-printer-uncertain = Trabalho { $job }: não se sabe se saiu inteiro. Olhe o papel; não se imprime de novo sozinho.
cli-printer-waiting = Trabalho { $job }: fica em espera. { $reason }
cli-printer-dropped = Trabalho { $job }: a gaveta não abriu a tempo e não abre mais sozinha. { $reason }
cli-printer-copy = CÓPIA
cli-printer-job = { $job }  { $state }  { $title }  { $copy }
cli-printer-preview = Salvo em { $path } ({ $bytes } bytes).
cli-printer-saved = Salvo. Os tickets saem por esta impressora.
cli-printer-said = { $sentence }
cli-printer-pulse = Esse trabalho abre a gaveta e não se repete. Use «cantina printer drawer».
cli-printer-no-profile = Não há um modelo «{ $name }». Veja «cantina printer setup --profiles».
cli-printer-bad-profile = { $path }, linha { $line }: não foi lido ({ $reason }). Os outros modelos servem: corrija a linha.
cli-printer-ask-port = Qual? Número, ou endereço (/dev/ttyUSB0, COM3, tcp:192.168.0.50); Enter procura de novo:
cli-printer-ask-connection = Enter segue · 19200 testa essa velocidade · ? testa de novo · generic-58 escolhe esse modelo · < volta:
cli-printer-ask-page = Saiu bem? Enter segue · número: o que saiu errado · r imprime de novo · < volta:
cli-printer-ask-save = Enter salva · < volta:

## Help
help-printer = A impressora de tickets: portas, configuração, estado, trabalhos, registro e gaveta
help-printer-ports = As portas deste computador, as mais prováveis primeiro
help-printer-setup = Configura a impressora: pergunta no terminal, ou toma tudo das opções
help-printer-setup-port = Onde está: /dev/ttyUSB0, COM3, tcp:HOST, virtual:DIR; com isto não pergunta nada
help-printer-setup-speed = Bits por segundo; sem isto testam-se as usuais
help-printer-setup-profile = Seu modelo, pelo nome do perfil
help-printer-setup-columns = Letras por linha: 48, 42 ou 32
help-printer-setup-letters = A tabela de caracteres e seu número na impressora, como 858=19
help-printer-setup-cut = Como corta: partial, full, short, old ou none
help-printer-setup-line-feed = Como terminam as linhas: lf ou crlf
help-printer-setup-test = Imprime o ticket de teste antes de salvar
help-printer-setup-profiles = Nomeia os modelos, e os arquivos que não servem
help-printer-status = O que a impressora faz, e o que fazer
help-printer-test = Imprime uma página com acentos, larguras e corte
help-printer-print = Imprime de novo um trabalho, marcado como cópia
help-printer-print-job = O número do trabalho, como diz «jobs»
help-printer-preview = Mostra o ticket de uma venda sem imprimir
help-printer-preview-sale = O número do cupom, ou o seu código lido
help-printer-preview-format = Em que formato
help-printer-preview-out = O arquivo; sem isto o texto vai ao terminal
help-printer-jobs = Os últimos trabalhos, o mais novo primeiro
help-printer-jobs-most = No máximo tantos
help-printer-jobs-open = Só os que esperam ou que alguém tem de olhar
help-printer-log = O que aconteceu com a impressora
help-printer-log-errors = Só o que alguém deve olhar
help-printer-log-since = Desde este dia, como 2026-11-26
help-printer-drawer = Abre a gaveta
cli-test-not-printed = O teste não saiu: { $how } Nada foi salvo: a impressora de antes continua.
