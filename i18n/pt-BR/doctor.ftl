### Se este computador serve para o caixa; atualizações

machine-page = Este computador
machine-hint = O que o caixa precisa deste computador, e o que fazer onde falta algo. Não muda nada.
machine-again = Verificar de novo
machine-running = Verificando…
machine-version = Cantina { $version }
machine-fine = Tudo em ordem
machine-look = Há algo a olhar
machine-wrong = Há algo a consertar

doctor-all-good = Este computador serve para o caixa.
doctor-all-warned = O caixa funciona; convém consertar o marcado com «!».
doctor-all-bad = Assim o caixa não funciona bem: conserte primeiro o marcado com «✗».

doctor-display-shown = Tela: a janela está aberta.
doctor-display-own = Tela: a do sistema.
doctor-display-wayland = Tela: Wayland, { $name }.
doctor-display-x11 = Tela: X11, { $name }.
doctor-display-none = Tela: não há (nem DISPLAY nem WAYLAND_DISPLAY).
doctor-display-none-todo = Abra o Cantina pela área de trabalho. Para vender sem janela há «cantina sell».
doctor-display-silent = Tela: { $name } não responde.
doctor-display-silent-todo = Abra o Cantina na área de trabalho do usuário que entrou, não de outra sessão.
doctor-libraries-good = Bibliotecas da janela: estão todas.
doctor-libraries-missing = Bibliotecas da janela: faltam { $names }.
doctor-libraries-missing-todo = No Debian ou Ubuntu: «sudo apt install libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon0 libxkbcommon-x11-0». O pacote .deb já as traz.
doctor-fonts-good = Letras: o programa traz as suas, com { $count } testadas (ñ, ẽ, ₲).
doctor-fonts-lacking = Letras: sem forma { $letters }.
doctor-fonts-lacking-todo = O programa está incompleto: instale de novo.

doctor-folder-good = Pasta de dados: dá para escrever em { $path }.
doctor-folder-none = Pasta de dados: ainda não existe; é criada ao abrir o caixa em { $path }.
doctor-folder-is-a-file = Pasta de dados: { $path } é um arquivo.
doctor-folder-is-a-file-todo = Escolha outra pasta com --data-dir, ou mova esse arquivo.
doctor-folder-not-writable = Pasta de dados: não dá para escrever em { $path } ({ $cause }).
doctor-folder-not-writable-todo = Verifique as permissões da pasta e o espaço no disco.
doctor-settings-good = Ajustes: são lidas sem erro.
doctor-settings-bad = Ajustes: { $why }
doctor-settings-bad-todo = Até corrigir o config.toml o caixa não abre.
doctor-database-none = Banco de dados: ainda não há; é criado ao abrir o caixa.
doctor-database-good = { $sales ->
    [one] Banco de dados: versão { $found }, a deste programa; 1 venda.
   *[other] Banco de dados: versão { $found }, a deste programa; { $sales } vendas.
}
doctor-database-old = Banco de dados: versão { $found }; este programa passa para a { $known } ao abrir, depois de guardar uma cópia.
doctor-database-bad = Banco de dados: { $why }
doctor-database-bad-todo = Não mexa nele. Veja as cópias com «cantina backup list», ou chame o técnico.
doctor-other-none = Outro Cantina: nenhum tem estes dados abertos.
doctor-other-open = Outro Cantina tem estes dados abertos: é o caixa, se estiver aberto.
doctor-other-open-todo = Se nenhuma janela está aberta, reinicie o computador.
doctor-other-unknown = Outro Cantina: não dá para saber ({ $why }).
doctor-other-unknown-todo = Verifique as permissões da pasta de dados.

doctor-space-good = Disco: restam { $left } MB.
doctor-space-little = Disco: restam { $left } MB.
doctor-space-little-todo = Libere espaço: com menos de 512 MB as cópias de segurança param.
doctor-space-none = Disco: restam só { $left } MB.
doctor-space-none-todo = Libere espaço agora: com o disco cheio não dá para vender.
doctor-space-unknown = Disco: o sistema não diz quanto resta.
doctor-sync-good = Disco: grava em definitivo em { $median } ms (o pior, { $worst } ms).
doctor-sync-slow = Disco lento: grava em definitivo em { $median } ms (o pior, { $worst } ms).
doctor-sync-slow-todo = Vende do mesmo jeito, mas cada venda demora. Use o disco interno, melhor um SSD, e não um pen drive nem a rede.
doctor-sync-too-slow = Disco lento demais: grava em definitivo em { $median } ms (o pior, { $worst } ms).
doctor-sync-too-slow-todo = Ponha a pasta de dados no disco interno com --data-dir: assim a fila espera o disco.
doctor-sync-failed = Disco: não deu para gravar em definitivo ({ $cause }).
doctor-sync-failed-todo = Não venda assim: o que for vendido pode se perder. Troque o disco ou chame o técnico.

doctor-backups-good = Cópias de segurança: em dia, em { $path }.
doctor-backups-ready = Cópias de segurança: a pasta está pronta, { $path }.
doctor-backups-unknown = Cópias de segurança: os ajustes não dizem onde ficam.
doctor-backups-unknown-todo = Primeiro é preciso corrigir os ajustes.
doctor-backups-no-folder = Cópias de segurança: a pasta { $path } não está.
doctor-backups-no-folder-todo = Conecte esse disco, ou escolha outra pasta em Ajustes › Cópias de segurança.
doctor-backups-not-writable = Cópias de segurança: não dá para escrever em { $path } ({ $cause }).
doctor-backups-not-writable-todo = Verifique as permissões, ou escolha outra pasta em Ajustes › Cópias de segurança.
doctor-backups-never = Cópias de segurança: ainda não se fez nenhuma.
doctor-backups-never-todo = Faça uma agora: Ajustes › Cópias de segurança, ou «cantina backup now».
doctor-backups-failed = Cópias de segurança: a última falhou.
doctor-backups-failed-todo = Veja por que em Ajustes › Cópias de segurança, e faça uma agora.
doctor-backups-old = Cópias de segurança: a última é velha.
doctor-backups-old-todo = Faça uma agora: Ajustes › Cópias de segurança, ou «cantina backup now».
doctor-scheduler-set = Cópia diária com o caixa fechado: { $name } faz.
doctor-scheduler-unset = Cópia diária com o caixa fechado: não está ligada; { $name } poderia fazer.
doctor-scheduler-unset-todo = Com o caixa aberto se faz sozinho. Para fazer também com ele fechado: «cantina backup schedule install», ou Ajustes › Cópias de segurança.
doctor-scheduler-none = Cópia diária com o caixa fechado: este sistema não tem quem faça.
doctor-scheduler-none-todo = Deixe o caixa aberto na hora da cópia.

doctor-printer-good = Impressora: { $what } está e pode ser aberta.
doctor-printer-none = Impressora: ainda não há nenhuma.
doctor-printer-none-todo = Ajustes › Impressora, ou «cantina printer setup». Sem impressora também se vende.
doctor-printer-network = Impressora: na rede, { $what }. Aqui não é testada.
doctor-printer-virtual = Impressora: na tela, sem papel.
doctor-printer-bad = Impressora: «{ $what }» não é um endereço.
doctor-printer-bad-todo = Configure de novo: Ajustes › Impressora, ou «cantina printer setup».
doctor-printer-not-there = Impressora: { $what } não está.
doctor-printer-not-there-todo = Conecte e ligue. «cantina printer ports» diz que portas há.
doctor-printer-not-tried = Impressora: { $what } está; não se sabe se pode ser aberta.
doctor-printer-denied = Impressora: este usuário não pode abrir { $what }.
doctor-printer-denied-todo = «sudo usermod -aG { $group } USUARIO». Depois saia da sessão e entre de novo.
doctor-printer-unknown = Impressora: os ajustes não podem ser lidos.
doctor-printer-unknown-todo = Primeiro é preciso corrigir os ajustes.
doctor-group-good = Permissão para portas seriais: este usuário tem.
doctor-group-missing = Permissão para portas seriais: este usuário não está no grupo dialout.
doctor-group-missing-todo = Se a impressora é serial ou USB: «sudo usermod -aG dialout USUARIO». Depois saia da sessão e entre de novo.

doctor-clock-good = Relógio: { $now }.
doctor-clock-by-hand = Relógio: { $now }; não foi acertado pela rede.
doctor-clock-by-hand-todo = Compare com outro relógio: dele saem a data dos tíquetes e o dia das vendas.
doctor-clock-wrong = Relógio: { $now } não pode ser.
doctor-clock-wrong-todo = Acerte data e hora antes de vender. Se acontecer de novo, a bateria da placa está gasta.
doctor-clock-behind = Relógio: { $now }, mas a última venda é de { $before }.
doctor-clock-behind-todo = Acerte data e hora antes de vender.
doctor-zone-good = Fuso horário: { $zone } ({ $offset }).
doctor-zone-other = Fuso horário: { $zone } ({ $offset }), não America/Asuncion.
doctor-zone-other-todo = Se a cantina fica no Paraguai: «sudo timedatectl set-timezone America/Asuncion»; no Windows, Configurações › Hora e idioma, «Assunção».
doctor-zone-old = Fuso horário: { $zone }, mas com { $offset } em vez de UTC−3.
doctor-zone-old-todo = Atualize o sistema: desde outubro de 2024 o Paraguai fica o ano todo em UTC−3.
doctor-memory-good = Memória: { $free } MB livres de { $whole }.
doctor-memory-little = Memória: restam { $free } MB livres de { $whole }.
doctor-memory-little-todo = Feche os programas que não fazem falta.
doctor-memory-none = Memória: restam só { $free } MB livres de { $whole }.
doctor-memory-none-todo = Feche outros programas antes de vender.
doctor-memory-unknown = Memória: o sistema não diz quanta há.

upgrade-none = Cantina { $program }; dados da versão { $known } são criados ao abrir o caixa.
upgrade-current = Cantina { $program }; os dados são da versão { $found }, a deste programa.
upgrade-old = Cantina { $program }; os dados são da versão { $found }. Ao abrir o caixa passam para a { $known }, depois de guardar uma cópia.
upgrade-no-undo = Não há atualização que possa ser desfeita: não há cópia de antes.
upgrade-can-undo = A última atualização pode ser desfeita: os dados voltam a { $made }, versão { $schema }. Vendas feitas depois: { $sales }; ficam em uma cópia de segurança e saem do caixa.
upgrade-needs-yes = Nada mudou. Para desfazer a atualização sem perguntar, acrescente --yes.
upgrade-undone = Os dados são de novo da versão { $schema }. O de agora ficou em { $path }. Instale o programa anterior antes de abrir o caixa: este os atualizaria outra vez.

## Ajuda
help-doctor = Verifica se este computador serve para o caixa e diz o que fazer
help-upgrade = O que uma atualização do programa mudou nos dados, e como desfazer
help-upgrade-status = De que versão são os dados, e se a última atualização pode ser desfeita
help-upgrade-undo = Deixa os dados como antes da última atualização, depois de uma cópia de segurança
