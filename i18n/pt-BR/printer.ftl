### The printer: status, queue, wizard

printer-not-configured = Nenhuma impressora configurada. Os cupons ficam em espera: configure uma em Ajustes.
printer-connecting = Conectando à impressora…
printer-not-connected = Sem impressora: { $reason } Nova tentativa automática.
printer-ready = Impressora pronta
printer-write-only = Impressora conectada (não avisa se tem papel)
printer-printing = Imprimindo o trabalho { $job }…
printer-stalled = A impressora não recebe mais dados. Verifique o papel e a tampa; o trabalho { $job } continua sozinho.
printer-queue-failed = Não foi possível ler a fila de impressão. As vendas estão salvas; nova tentativa automática.
printer-stopped = A impressão parou. Reinicie o programa; os cupons em espera são mantidos.
printer-uncertain = O trabalho { $job } saiu? A impressora parou no meio e ele não foi impresso de novo.
printer-waiting = { $count ->
    [one] 1 cupom em espera
   *[other] { $count } cupons em espera
 }

# The state of a job.
printer-job-waiting = Em espera
printer-job-sending = Enviando
printer-job-printed = Impresso
printer-job-uncertain = Não confirmado
printer-job-cancelled = Cancelado

# Why a printer cannot be reached; each stands inside printer-not-connected.
printer-error-not-found = { $name } não está conectada. Verifique o cabo.
printer-error-denied = Sem permissão para abrir { $name }. No Linux, adicione o usuário ao grupo dialout.
printer-error-busy = Outro programa está usando { $name }. Feche-o.
printer-error-refused = Ninguém atende em { $name }. Verifique o endereço, se a impressora está ligada e se outro caixa não a está usando.
printer-error-gone = { $name } foi desconectada. Verifique o cabo.
printer-error-other = { $name } não responde. Desligue e ligue a impressora.
