### Cópias de segurança: fazer, provar e voltar a uma.

## Por qué no se hizo
backup-said = { $what }
backup-busy = Já se está fazendo ou restaurando uma cópia. Não se fez outra: espere terminar.
backup-cancelled = Cancelado. Nada ficou pela metade e as cópias de antes continuam.
backup-destination-full = Não há espaço em { $folder }. A cópia não foi feita; as de antes continuam. Libere espaço ou escolha outra pasta.
backup-destination-missing = A pasta { $folder } não existe. A cópia não foi feita; as de antes continuam. Conecte o disco, crie a pasta ou escolha outra.
backup-destination-read-only = Não se pode escrever em { $folder }. A cópia não foi feita; as de antes continuam. Confira as permissões ou escolha outra pasta.
backup-destination-failed = Não foi possível usar { $folder } ({ $cause }). A cópia não foi feita; as de antes continuam. Confira o disco e tente de novo.
backup-data-failed = Não foi possível usar { $path } ({ $cause }). Nada mudou: confira o espaço e as permissões.
backup-changed-meanwhile = { $name } mudou enquanto era copiado. A cópia não foi feita; as de antes continuam. Tente de novo.
backup-lacking = Faltavam vendas na cópia. Ela não foi guardada; as de antes continuam. Tente de novo; se repetir, chame o técnico.
backup-not-there = Não há a cópia { $path }. Nada mudou: veja a lista com “cantina backup list”.
backup-not-good = A cópia { $path } não serve: { $why }. Nada mudou: use outra cópia.
backup-sold-meanwhile = Algo foi vendido enquanto a cópia era preparada. Nada mudou: tente de novo.
backup-nothing-to-undo = Não há restauração para desfazer, ou a cópia de antes não está mais lá. Nada mudou.
backup-open-elsewhere = O caixa está aberto em outra janela. Nada mudou: restaure em Configurações › Cópias de segurança, ou feche-o antes.
backup-locked = Outro programa está lendo o banco de dados. Nada mudou: feche-o e tente de novo.
backup-present-damaged = O banco de dados está danificado e não pôde ser copiado. As cópias de antes continuam: feche o caixa e restaure a última.
backup-present-no-database = { $path } não é um banco de dados da Cantina. Não foi copiado; as cópias de antes continuam. Restaure a última.
backup-present-newer = Os dados são de uma Cantina mais nova. Não foram copiados: atualize o programa.
backup-disk-full = O disco está cheio. A cópia não foi feita; as de antes continuam. Libere espaço.
backup-database-io = O disco não respondeu ({ $cause }). A cópia não foi feita; as de antes continuam. Confira o espaço e o disco.
backup-database = O banco de dados respondeu com um erro (código { $code }). Nada mudou: tente de novo; se repetir, chame o técnico.
backup-needs-yes = Restaurar põe a cópia no lugar dos dados de agora. Nada mudou: acrescente --yes, ou faça em um terminal.
backup-not-wanted = Nada foi alterado.
backup-no-scheduler = Aqui não funciona o systemd do usuário nem o cron. Nada foi agendado: o caixa aberto faz a cópia diária do mesmo jeito.
backup-bad-path = O caminho do programa ou dos dados tem letras que não se podem escrever. Nada foi agendado.
backup-schedule-refused = O sistema não aceitou “{ $command }” ({ $said }). Confira e tente de novo.

## Por qué una copia no sirve
backup-flaw-none = não é uma cópia da Cantina
backup-flaw-cut = falta o final
backup-flaw-damaged = está danificada
backup-flaw-part = está danificada em { $name }
backup-flaw-unreadable = não pode ser lida ({ $cause })
backup-flaw-pages = seu banco de dados está danificado
backup-flaw-keys = faltam linhas em seu banco de dados
backup-flaw-ledger = os livros não somam zero
backup-flaw-contents = não tem o que diz ter
backup-flaw-newer = é de uma Cantina mais nova; atualize o programa

## Lo que se dice
backup-contents = { $sales ->
        [one] 1 venda
       *[other] { $sales } vendas
    }, último tíquete { $ticket }, vendido { $sold }, saldos { $balances }, { $students } pessoas, { $products } produtos
backup-made = Cópia feita e verificada: { $path } ({ $size }): { $what }.
backup-not-due = Já há uma cópia boa de hoje. Não foi preciso outra.
backup-none = Ainda não há cópias. Faça uma com “cantina backup now”.
backup-unverified = sem verificar;
backup-would-prune = Cópias que seriam apagadas: { $count }.
backup-pruned = Cópias apagadas: { $count }.
backup-loss =
    A cópia é de { $made }. { $sales ->
        [0] Não se perderia nenhuma venda posterior
        [one] Seria perdida 1 venda posterior
       *[other] Seriam perdidas { $sales } vendas posteriores
    } ({ $total }), { $restrictions ->
        [0] nenhuma restrição
        [one] uma restrição
       *[other] { $restrictions } restrições
    } de alunos e tudo o mais que se anotou desde então. Antes se guarda uma cópia do que há agora.
backup-loss-unknown = A cópia é de { $made }. Os dados de agora não podem ser lidos: não se sabe o que seria perdido. Antes são guardados como estão.
backup-word = restaurar
backup-type-word = Para continuar, digite “{ $word }”:
backup-restored = A cópia de { $made } foi restaurada: { $what }. O que havia antes está em { $before }; volta-se com “cantina backup undo-restore”.
backup-restored-aside = A cópia de { $made } foi restaurada: { $what }. Os dados danificados ficaram em { $before }.
backup-restored-new = A cópia de { $made } foi restaurada: { $what }.
backup-schedule-installed = Pronto: o sistema faz a cópia todos os dias.
backup-schedule-removed = Pronto: o sistema não faz mais a cópia.
backup-schedule-dry = Nada mudou: isto é o que se faria.
backup-schedule-on = Agendada com { $scheduler }. Próxima: { $next }.
backup-schedule-off = Não está agendada com { $scheduler }. Com o caixa aberto, próxima: { $next }.
backup-schedule-last = Última: { $last }. Resultado: { $result }
backup-last-good = boa e verificada
backup-never = nunca
backup-scheduler-systemd = systemd (usuário)
backup-scheduler-crontab = cron
backup-scheduler-windows = o Agendador de Tarefas

## El registro
backup-log-made = Cópia feita e verificada: { $name } ({ $size }, { $sales ->
        [one] 1 venda
       *[other] { $sales } vendas
    }).
backup-log-failed = A cópia falhou: { $why }
backup-log-cancelled = A cópia foi cancelada.
backup-log-good = Cópia verificada: { $name } ({ $sales ->
        [one] 1 venda
       *[other] { $sales } vendas
    }).
backup-log-bad = A cópia { $name } não serve: { $why }.
backup-log-pruned = A cópia { $name } foi apagada: era mais velha do que se guarda.
backup-log-not-pruned = As cópias velhas não foram apagadas: { $why }
backup-log-second = Segunda cópia em { $folder }: { $count } novas.
backup-log-second-absent = A segunda pasta { $folder } não está lá: copia-se quando voltar.
backup-log-second-failed = A segunda cópia falhou: { $why }
backup-log-restored = Foi restaurada { $name }, de { $made }. O que havia antes: { $before }
backup-log-not-restored = Não foi restaurada: { $why }
backup-log-rest = O banco foi restaurado; fotos ou configurações, não: { $why }

## La página
backup-page = Cópias de segurança
backup-protected = Tudo protegido
backup-not-protected = Sem proteção
backup-head-never = Ainda não há nenhuma cópia. Faça a primeira agora.
backup-head-good = Última cópia verificada: { $last } · { $count } guardadas · próxima { $next }
backup-head-failed = A última cópia falhou: { $why }
backup-head-missed = A cópia diária não foi feita. A última boa é de { $last }. Faça uma agora.
backup-head-old = A última cópia boa é de { $last }. Faça uma agora e confira a pasta.
backup-head-unreadable = { $why }
backup-now = Fazer cópia agora
backup-cancel = Cancelar
backup-close = Fechar
backup-running-copying = Copiando os dados…
backup-running-packing = Guardando a cópia…
backup-running-checking = Provando que se pode restaurar…
backup-running-second = Levando a segunda cópia…
backup-running-restoring = Voltando à cópia…
backup-running-hint = Pode-se continuar vendendo.
backup-restoring-hint = Não desligue o computador.
backup-time = Hora diária
backup-keep = Guardar
backup-keep-days = { $days } dias
backup-folder = Pasta
backup-second = Segunda cópia
backup-folder-own = A pasta de dados
backup-second-none = Nenhuma
backup-second-here = está lá
backup-second-seen = vista em { $day }
backup-second-never = não está lá
backup-scheduled = Agendada com
backup-schedule-active = ativa
backup-schedule-none = Só com o caixa aberto
backup-schedule-set = Agendar…
backup-schedule-unset = Tirar agendamento…
backup-schedule-title = Agendar a cópia diária
backup-schedule-hint = O sistema a faz mesmo com o caixa fechado. Isto é exatamente o que será escrito e executado; o resto fica como está.
backup-schedule-unset-title = Tirar a cópia agendada
backup-schedule-unset-hint = Isto é exatamente o que será apagado e executado. O caixa aberto continua fazendo sua cópia diária.
backup-schedule-do = Fazer
backup-change = Mudar…
backup-change-title = Quando e onde se guardam
backup-change-folder = Pasta (vazia: a de sempre)
backup-change-second = Segunda cópia, como um pendrive (vazia: nenhuma)
backup-change-days = Guardar, em dias
backup-bad-time = Ponha uma hora como 22:00.
backup-bad-days = Ponha de 1 a 3650 dias.
backup-list = Cópias
backup-list-none = Ainda não há cópias
backup-list-none-todo = A primeira se faz com o botão de cima.
backup-row-good = Verificada: { $sales ->
        [one] 1 venda
       *[other] { $sales } vendas
    }, íntegra
backup-row-unverified = Sem verificar: { $sales ->
        [one] 1 venda
       *[other] { $sales } vendas
    }
backup-row-bad = Não serve: { $why }
backup-row-failed = Falhou: { $why }
backup-row-restore = Restaurar…
backup-look-title = Cópia de { $made }
backup-look-sales = Vendas e anulações
backup-look-ticket = Último tíquete
backup-look-last = Última venda
backup-look-sold = Vendido ao todo
backup-look-balances = Saldos de alunos
backup-look-people = Pessoas
backup-look-products = Produtos
backup-look-photos = Fotos
backup-look-users = Usuários
backup-look-app = Versão
backup-look-file = Arquivo
backup-look-hint = Só se olha: nada muda.
backup-verify = Verificar
backup-verified = A cópia { $name } está íntegra: pode ser restaurada.
backup-restore-title = Restaurar a cópia de { $made }
backup-restore-tickets = Os números de tíquete seguem do { $ticket }: os das vendas perdidas são usados outra vez.
backup-restore-word = Digite “{ $word }”
backup-restore-pin = PIN de um encarregado
backup-restore-do = Restaurar
backup-cart-first = Há um carrinho pela metade. Nada mudou: cobre, guarde ou esvazie-o, e restaure depois.
backup-done-restored = A cópia de { $made } foi restaurada. Entre de novo.
backup-done-made = Cópia feita e verificada: { $sales ->
        [one] 1 venda
       *[other] { $sales } vendas
    }.
backup-undo-title = Uma cópia foi restaurada
backup-undo-hint = O que havia antes está guardado em { $name }.
backup-undo = Desfazer…
backup-chip-good = Cópia ✓
backup-chip-never = Sem cópias
backup-chip-bad = Cópia: é preciso olhar
backup-chip-running = Copiando { $percent } %
backup-told-never = Ainda não há cópias de segurança. Avise um encarregado: Configurações › Cópias de segurança.
backup-told-bad = A cópia de segurança precisa de atenção. Avise um encarregado: Configurações › Cópias de segurança.
backup-told-good = A última cópia está verificada.

## La línea de comandos
cli-bench-backup = { $megabytes } MB, { $sales } vendas ({ $build }): cópia e prova { $made } s; copiar e comprimir o arquivo só, { $floor } s, e descomprimi-lo e lê-lo, { $read } s; razão { $ratio }; memória { $memory } MB. Venda: p99 { $with } ms com cópia e { $without } ms sem; razão { $slower }.
help-backup = Faz, lista, verifica e restaura cópias de segurança
help-backup-now = Faz uma cópia e prova que se pode restaurar
help-backup-now-if-due = Só se não houver uma desde a hora da diária
help-backup-list = Lista as cópias, a mais velha primeiro
help-backup-verify = Abre uma cópia e a compara inteira com o que foi escrito
help-backup-verify-all = Todas as da pasta
help-backup-show = Diz o que há em uma cópia, sem restaurá-la
help-backup-prune = Apaga as cópias mais velhas do que se guarda
help-backup-prune-dry-run = Só diz quais seriam apagadas
help-backup-restore = Volta a uma cópia, depois de guardar o que há agora
help-backup-undo-restore = Volta ao que havia antes da última restauração
help-backup-schedule = Faz o sistema fazer uma cópia a cada dia
help-backup-schedule-install = Agenda; o que outros agendaram fica
help-backup-schedule-status = Diz se está agendada, quando é a próxima e como foi a última
help-backup-schedule-remove = Tira
help-backup-schedule-install-dry-run = Só diz o que seria escrito e executado
help-backup-schedule-remove-dry-run = Só diz o que seria apagado e executado
help-backup-verify-file = Uma cópia: seu caminho, ou seu nome na pasta
help-backup-show-file = Uma cópia: seu caminho, ou seu nome na pasta
help-backup-restore-file = Uma cópia: seu caminho, ou seu nome na pasta
help-any-yes = Não pergunta
help-bench-backup = Faz e prova uma cópia, ao lado de copiar e comprimir o arquivo só, e vende enquanto isso
help-bench-backup-rounds = Quantas vendas se medem com a cópia e sem ela

## O diálogo que desfaz
backup-undo-dialog = Voltar ao que havia antes de restaurar
backup-undo-do = Voltar ao de antes
