### O modo de treino: tudo sobre uma cópia que se joga fora.

training-word = TREINO
training-band = Nada disto é de verdade
training-begin = Praticar
training-begin-hint = Sobre uma cópia dos seus dados que se joga fora ao terminar.
training-end = Terminar treino
training-real-paper = Usar a impressora
training-virtual-paper = Papel na tela
training-preparing = Preparando o treino…
training-failed = Não foi possível começar o treino ({ $cause }). Nada mudou. Verifique o espaço no disco e tente de novo.
training-ended = O treino terminou: sua cópia se apagou. Agora é de verdade.
training-footer = TREINO: este papel não vale
training-not-now = Termine o que está aberto e tente de novo.
training-not-here = No treino isto não se muda: é da cantina de verdade.
training-paper-on = Os tíquetes de treino saem pela impressora.
training-paper-off = Os tíquetes de treino se veem na tela.
training-paper-none = Não há impressora configurada: continuam na tela.

## A linha de comando
help-any-training = Abre o caixa em modo de treino, sobre uma cópia que se joga fora ao terminar
cli-training-alone = O treino abre sozinho: «cantina --training», sem outro comando.
