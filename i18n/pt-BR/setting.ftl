### Configurações linha por linha: nomes, frases, a busca, o arquivo de todas

## Pages

settings-taxes = Impostos e arredondamento
settings-shift = Caixa e turno
settings-accounts = Contas
settings-calendar = Calendário escolar
settings-dashboard = Painel e avisos
settings-machine = Este caixa
settings-transfer = Exportar e importar
settings-hint-taxes = A lei define: é mostrado aqui e não se muda.
settings-hint-shift = Vale a partir do próximo turno. O que já fechou não muda.
settings-hint-accounts = Vale a partir da próxima recarga ou venda. O já anotado não muda.
settings-hint-calendar = Usado pelo painel e seus avisos. Os recreios estão em «Horários».
settings-hint-dashboard = Quando o painel avisa e o que se escreve sozinho.
settings-hint-machine = É desta máquina: não vai no arquivo de configurações.
settings-hint-transfer = Todas as configurações em um arquivo, para outro caixa ou para guardar. Sem PIN nem usuários, nem o que é desta máquina: impressora, pastas e tela.

## Search

settings-find = Buscar um ajuste
settings-find-none = Nenhuma configuração «{ $query }». Tente outra palavra.
setting-found = O que você procurava

## A line

setting-yes = Sim
setting-no = Não
setting-none = vazio
setting-default = De fábrica: { $value }
setting-back = Voltar a «{ $value }»
setting-to-default = Como vem de fábrica
setting-add = Adicionar
setting-fixed = Fixo por lei
setting-said-saved = Configurações salvas
setting-change = { $what }: de { $before } para { $after }
setting-choice-es-py = Español
setting-choice-en = English
setting-choice-pt-br = Português
setting-choice-light = Clara
setting-choice-dark = Escura
setting-choice-automatic = Auto
setting-choice-always = Sempre
setting-choice-never = Nunca
setting-weekday-1 = Seg
setting-weekday-2 = Ter
setting-weekday-3 = Qua
setting-weekday-4 = Qui
setting-weekday-5 = Sex
setting-weekday-6 = Sáb
setting-weekday-7 = Dom

## Why not

setting-fault-missing = Não pode ficar vazio. Continua o valor de antes.
setting-fault-long = Até { $most } letras. Continua o valor de antes.
setting-fault-number = Tem que ser um número inteiro. Continua o valor de antes.
setting-fault-range = De { $from } a { $to }. Continua o valor de antes.
setting-fault-money = Um valor inteiro, como 10.000. Continua o valor de antes.
setting-fault-time = Uma hora, como 22:00. Continua o valor de antes.
setting-fault-choice = Não é uma das opções. Continua o valor de antes.
setting-fault-folder = O caminho completo da pasta, desde o começo. Continua o valor de antes.
setting-fault-days = Como 3/4/2026, 13/7/2026 - 24/7/2026 ou 8/12, primeiro o mais cedo.
setting-fault-overlap = Um começa antes de outro terminar.
setting-fault-twice = Já está na lista.
setting-fault-many = Até { $most }. Tire um primeiro.

## Shop

setting-shop-name = Nome do comércio
setting-shop-name-what = No alto de cada recibo e da entrada.
setting-shop-name-also = cantina cabeçalho
setting-shop-ruc = RUC
setting-shop-ruc-what = Sai sob o nome; o dígito verificador é conferido.
setting-shop-ruc-also = contribuinte imposto
setting-shop-address = Endereço
setting-shop-address-what = Rua e cidade, sob o RUC.
setting-shop-phone = Telefone
setting-shop-phone-what = Para que os pais possam ligar.
setting-shop-footer = Última linha do recibo
setting-shop-footer-what = Uma saudação ou um aviso no pé de cada recibo.
setting-shop-footer-also = rodapé mensagem
shop-preview = O recibo como sai

## Language, look, sounds

setting-locale = Idioma
setting-locale-what = Das telas e do recibo.
setting-locale-also = espanhol inglês português língua
setting-appearance-theme = Aparência
setting-appearance-theme-what = Clara para um lugar com luz, escura para um na penumbra.
setting-appearance-theme-also = tema escuro claro cores
setting-appearance-scale = Tamanho
setting-appearance-scale-what = Aumenta letras e botões.
setting-appearance-scale-also = escala letra grande zoom
setting-sounds = Sons
setting-sounds-what = Os alertas também se ouvem.
setting-sounds-also = volume bipe
setting-read-aloud = Ler os alertas em voz alta
setting-read-aloud-what = Diz o nome do aluno e o que ele não pode comer.
setting-read-aloud-also = voz falar

## Lock

setting-lock-minutes = Bloqueio do caixa
setting-lock-minutes-what = Minutos sem toque até pedir o PIN outra vez.
setting-lock-minutes-also = bloquear minutos pin sessão

## Drawer and shift

setting-shift-required = Vender só com turno aberto
setting-shift-required-what = Pede para abrir o turno antes do primeiro pagamento.
setting-shift-required-also = caixa gaveta
setting-shift-blind = Contagem às cegas
setting-shift-blind-what = Quem conta não vê quanto deveria haver até confirmar.
setting-shift-blind-also = caixa gaveta
setting-shift-tolerance = Diferença permitida
setting-shift-tolerance-what = Até este valor o turno fecha sem o PIN da gerência.
setting-shift-tolerance-also = falta sobra caixa gaveta contagem
setting-shift-next-float = Fundo para o próximo turno
setting-shift-next-float-what = Quanto fica na gaveta ao fechar; com 0, o mesmo com que abriu.
setting-shift-next-float-also = troco caixa abertura

## Accounts

setting-accounts-minimum-top-up = Recarga mínima
setting-accounts-minimum-top-up-what = O mínimo que se carrega em uma conta de uma vez.
setting-accounts-minimum-top-up-also = carga saldo
setting-accounts-low-balance = Saldo baixo
setting-accounts-low-balance-what = Abaixo deste valor o saldo é marcado; com 0 só as dívidas.
setting-accounts-low-balance-also = aviso limite
setting-accounts-usual-top-ups = Recargas de um toque
setting-accounts-usual-top-ups-what = Os valores dos botões de recarga; até seis.
setting-accounts-usual-top-ups-also = botões valores
setting-accounts-usual-top-ups-new = Outro valor

## Calendar

setting-calendar-weekdays = Dias de aula
setting-calendar-weekdays-what = Nos outros dias não se esperam vendas.
setting-calendar-weekdays-also = semana sábado
setting-calendar-terms = Semestres
setting-calendar-terms-what = Primeiro e último dia, todo ano: usados pelo período «semestre» do painel.
setting-calendar-terms-also = trimestre período letivo
setting-calendar-terms-new = 20/2 - 10/7
setting-calendar-days-off = Feriados e férias
setting-calendar-days-off-what = Dias sem aula: com ano, uma vez; sem ano, todos os anos.
setting-calendar-days-off-also = folga páscoa
setting-calendar-days-off-new = 3/4/2026, 8/12 ou 13/7/2026 - 24/7/2026

## Dashboard

setting-alerts-low-sales-percent = Poucas vendas (%)
setting-alerts-low-sales-percent-what = Avisa abaixo desta parte do que se costuma vender até esta hora.
setting-alerts-low-sales-percent-also = limite aviso
setting-alerts-cash-percent = Muito dinheiro vivo (%)
setting-alerts-cash-percent-what = Avisa se o dinheiro chega a esta parte do que foi pago.
setting-alerts-cash-points-below = Pouco dinheiro vivo (pontos)
setting-alerts-cash-points-below-what = Avisa se o dinheiro está tantos pontos abaixo do habitual.
setting-alerts-tender-sales = Meio de pagamento parado (vendas)
setting-alerts-tender-sales-what = Avisa se um meio que já costuma ter tantas vendas não tem nenhuma.
setting-alerts-tender-sales-also = cartão qr máquina
setting-alerts-enough-sales = Vendas para comparar
setting-alerts-enough-sales-what = Com menos vendas que estas não se avisa: seria acaso.
setting-alerts-idle-days = Produto sem vendas (dias)
setting-alerts-idle-days-what = Avisa do que tem estoque e não vendeu em tantos dias de aula.
setting-alerts-idle-days-also = estoque parado
setting-alerts-second-break-hour = Hora do segundo recreio
setting-alerts-second-break-hour-what = Avisa do que esgotou antes desta hora.
setting-alerts-second-break-hour-also = esgotado
setting-alerts-overrides = Restrições autorizadas por dia
setting-alerts-overrides-what = Avisa a partir de tantas em um dia, se forem o dobro do habitual.
setting-alerts-overrides-also = alergia autorização
setting-alerts-drawer-shifts = Turnos com diferença
setting-alerts-drawer-shifts-what = Avisa se acontece a uma mesma pessoa em tantos turnos de quatro semanas.
setting-alerts-drawer-shifts-also = caixa gaveta contagem
setting-alerts-drawer-difference = Diferença de caixa que conta
setting-alerts-drawer-difference-what = O que uma gaveta pode diferir sem que o painel conte.
setting-alerts-drawer-difference-also = gaveta contagem
setting-alerts-drawer-once = Diferença grande em um fechamento
setting-alerts-drawer-once-what = Avisa quando um só fechamento difere mais que isto; com 0 não avisa.
setting-alerts-drawer-once-also = gaveta caixa contagem falta sobra
setting-alerts-backup-hours = Backup atrasado (horas)
setting-alerts-backup-hours-what = Avisa se o último backup bom é mais velho que isto.
setting-alerts-backup-hours-also = cópia
setting-reports-folder = Pasta da página do dono
setting-reports-folder-what = O painel é escrito ali em cada fechamento; pode ser uma pasta sincronizada.
setting-reports-folder-also = relatório nuvem celular html

## This machine

setting-appearance-fullscreen = Tela cheia
setting-appearance-fullscreen-what = O caixa cobre toda a tela; vale a partir do próximo início.
setting-appearance-fullscreen-also = janela quiosque
setting-appearance-touch-keyboard = Teclado na tela
setting-appearance-touch-keyboard-what = Auto: aparece quando um dedo toca onde se escreve, ou com seu botão em cima à direita.
setting-appearance-touch-keyboard-also = toque digitar letras dedo
keyboard-enter = Enter
keyboard-next = Próximo
keyboard-hide = Ocultar
keyboard-space = espaço
setting-scanner-gap-ms = Velocidade do leitor (milissegundos)
setting-scanner-gap-ms-what = Teclas mais juntas que isto são do leitor. Aumente se ele perde códigos.
setting-scanner-gap-ms-also = scanner código de barras cartão

## Backup

setting-backup-time = Hora do backup diário
setting-backup-time-what = A que hora se faz o backup de cada dia.
setting-backup-time-also = cópia
setting-backup-keep-days = Dias que se guarda cada backup
setting-backup-keep-days-what = Passado esse tempo se apaga sozinho.
setting-backup-keep-days-also = cópia
setting-backup-folder = Pasta dos backups
setting-backup-folder-what = Onde ficam; vazia, na pasta de dados.
setting-backup-folder-also = cópia
setting-backup-second = Segunda pasta de backups
setting-backup-second-what = Cada backup vai também ali, como a um pen drive.
setting-backup-second-also = cópia usb

## On pages of their own making

setting-rounding = Arredondamento do dinheiro
setting-rounding-what = O dinheiro é arredondado para baixo a ₲ 50, a favor do cliente (SEDECO, Res. 1670/2022).
setting-rounding-also = moeda troco centavos
setting-iva = IVA incluído
setting-iva-what = Os preços já têm o IVA; 10 %, 5 % ou isento se escolhe em cada produto, e o recibo mostra.
setting-iva-also = imposto taxa
setting-tenders = Meios de pagamento
setting-tenders-what = Nome, ordem e se cada meio é usado.
setting-tenders-also = cartão qr transferência dinheiro
setting-commission = Comissão de cada meio
setting-commission-what = Quanto cobra a processadora e quem paga.
setting-commission-also = taxa porcentagem cartão
setting-tender-drawer = Abrir a gaveta ao receber
setting-tender-drawer-what = Com quais meios de pagamento a gaveta abre.
setting-tender-drawer-also = caixa
setting-breaks = Recreios
setting-breaks-what = Quando começa e termina cada recreio, para os limites por recreio.
setting-breaks-also = almoço horário lanche
setting-printer = Impressora
setting-printer-what = Porta, modelo, letras e corte, passo a passo.
setting-printer-also = porta usb serial com conectar
setting-paper = Largura do papel
setting-paper-what = 80 ou 58 milímetros: se escolhe na configuração da impressora.
setting-paper-also = colunas rolo
setting-logo = Logo do recibo
setting-logo-what = A imagem no alto de cada recibo.
setting-logo-also = imagem cabeçalho
setting-backup-now = Backups
setting-backup-now-what = Fazer um agora, ver ou voltar a ele.
setting-backup-now-also = cópia restaurar
setting-users = Usuários
setting-users-what = Quem trabalha aqui: adicionar, mudar o nome, desativar.
setting-users-also = caixa pessoal funcionário
setting-roles = Papel de um usuário
setting-roles-what = Caixa, supervisão, gerência ou administração: em «Permissões» de cada usuário.
setting-roles-also = cargo promover
setting-rights = Permissões de um usuário
setting-rights-what = O que cada um pode fazer além do seu papel.
setting-rights-also = direitos anular desconto
setting-pin = PIN
setting-pin-what = Mudar o próprio, ou dar um de um só uso a quem esqueceu.
setting-pin-also = senha chave cartão
setting-lists = Importar listas
setting-lists-what = Produtos, alunos e recargas de uma planilha.
setting-lists-also = csv excel
setting-selfcheck = Autocontrole
setting-selfcheck-what = Comprova que as contas fecham e que ninguém corre perigo.
setting-selfcheck-also = verificar controle
setting-policy = Regras das restrições
setting-policy-what = O que o caixa faz com cada alergia e gravidade.
setting-policy-also = alergia política
setting-own = Alergias e palavras próprias
setting-own-what = O que esta cantina acrescenta às alergias e dietas conhecidas.
setting-own-also = dieta alérgeno
setting-audit = Auditoria
setting-audit-what = Quem fez o quê e quando.
setting-audit-also = histórico registro
setting-transfer = Configurações como arquivo
setting-transfer-what = Exportar todas, ou trazê-las de outro caixa.
setting-transfer-also = exportar importar copiar

## The file

transfer-path = Arquivo
transfer-path-hint = /pasta/configuracoes.toml
transfer-export = Exportar para este arquivo
transfer-look = Revisar para importar
transfer-import = Aplicar
transfer-plan =
    { $count ->
        [0] Nada seria diferente
        [one] Mudaria 1 configuração
       *[other] Mudariam { $count } configurações
    }
transfer-left-out = É da outra máquina e não se toma: { $what }
transfer-exported = As configurações estão em { $path }.
transfer-imported =
    { $count ->
        [0] Nada era diferente: tudo continua igual.
        [one] Mudou 1 configuração.
       *[other] Mudaram { $count } configurações.
    }
transfer-there = { $path } já existe e não é tocado. Escolha outro nome.
transfer-file = { $path }: { $why } Nada mudou.
transfer-io = { $cause }.
transfer-bad = { $path } não é tomado: { $why } Nada mudou.
transfer-bad-line = a linha { $line } não se entende.
transfer-bad-not-ours = não é um arquivo de configurações do Cantina.
transfer-bad-newer = é de uma versão mais nova. Atualize este caixa primeiro.
transfer-bad-unknown = «{ $key }» não é uma configuração desta versão.
transfer-bad-value = { $what }: { $why }
transfer-bad-breaks = os recreios não se entendem ou se sobrepõem.

## Who works here

rights-who = Nome e papel
rights-role-hint = Ninguém dá um papel maior que o próprio, e sempre fica alguém na administração.
rights-role-mine = O próprio papel é mudado por outra pessoa.
audit-action-setting = Configurações
audit-action-user-renamed = Nomes de usuários
audit-action-user-role = Papéis de usuários
audit-said-user-renamed = mudou o nome de { $subject }: { $detail }
audit-said-user-role = mudou o papel de { $subject }: { $detail }

## The command

help-settings = Todas as configurações: a lista, um arquivo com elas, trazê-las de um
help-settings-list = Lista cada configuração, como está e como vem de fábrica
help-settings-export = Escreve todas em um arquivo novo, sem o que é desta máquina
help-settings-export-file = O arquivo; não pode existir
help-settings-import = Toma as configurações de um arquivo, tudo ou nada
help-settings-import-file = O arquivo
help-settings-import-dry-run = Mostra o que seria diferente e não muda nada
help-settings-import-cashier = O PIN de quem faz, para a auditoria
cli-settings-line = { $key }: { $name } = { $value } (de fábrica: { $usual })
cli-settings-refused = { $why }
