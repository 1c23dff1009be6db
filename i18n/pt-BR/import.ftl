### Reading catalogue and pupil lists

## Where a problem is: $reason is one of the sentences below; $value is what the cell says
import-problem = Linha { $line }: { $reason }
import-problem-in-column = Linha { $line }, coluna “{ $column }”: { $reason }
import-not-text = o arquivo não é um texto que se possa ler. No Excel: Salvar como → CSV UTF-8.
import-spreadsheet = é uma planilha, não um texto. Abra no Excel e escolha Salvar como → CSV UTF-8.
import-too-large = a lista é longa demais: no máximo 50.000 linhas e 32 MB. Divida-a.
import-empty = não há nenhuma linha abaixo dos títulos.
import-missing-column = falta a coluna “{ $detail }” nos títulos.
import-doubled-column = esta coluna está duas vezes. Deixe só uma.
import-unread-diet = este título parece falar de alergias, mas não é reconhecido. Use “contiene”, “puede contener”, “libre de” ou “alergias”, ou apague a coluna.
import-unclosed-quote = uma aspa é aberta e nunca fechada. Apague-a ou feche-a.
import-extra-cell = sobra “{ $value }”: há mais células que títulos. Se for um número com vírgula, ponha-o entre aspas.
import-missing = não pode estar vazia.
import-text-too-long = o texto é longo demais: no máximo { $detail } letras.
import-not-money = “{ $value }” não é um valor inteiro em guaranis, como 18.000.
import-negative = “{ $value }” não pode ser menor que zero.
import-not-price = “{ $value }” não é um preço: de 1 a 1.000.000.000 de guaranis.
import-zero-limit = um limite de 0 não é claro. Deixe a célula vazia se não há limite.
import-not-quantity = “{ $value }” não é uma quantidade, como 12 ou 0,350.
import-not-whole = “{ $value }”: este produto é vendido por unidade, sem decimais.
import-not-rate = “{ $value }” não é uma alíquota de IVA: 10, 5, 0 ou isenta.
import-not-unit = “{ $value }” não é uma unidade: un ou kg.
import-not-yes-no = “{ $value }”: escreva sim ou não.
import-not-code = “{ $value }” não é um código: de 1 a 32 letras, números, pontos, hífens ou barras.
import-not-card = “{ $value }” não é um número de cartão: de 4 a 20 letras ou números.
import-scientific = O Excel transformou o código em “{ $value }” e perdeu algarismos. Formate a coluna como Texto e digite de novo.
import-doubled = “{ $value }” também está na linha { $detail }.
import-unknown-allergen = “{ $detail }” não é um alérgeno conhecido: gluten, crustaceos, ovo, peixe, amendoim, soja, leite, castanhas, aipo, mostarda, gergelim, sulfitos, tremoço, moluscos.
import-too-narrow = “livre de { $detail }” não basta para dizer que é livre de todo o alérgeno. Escreva o alérgeno inteiro, ou apague-o.
import-contradiction = diz que contém ou pode conter “{ $detail }” e também que é livre disso. Deixe só um.
import-not-severity = “{ $detail }” não é uma gravidade: leve, moderada, severa ou crítica.
import-not-source = “{ $value }” não é uma fonte: rótulo, fornecedor, receita ou equipe.
import-not-document = “{ $value }” não é um RUC nem uma CI.
import-ruc-digit = o dígito verificador de “{ $value }” deveria ser { $detail }.
import-guardian-without-name = há um telefone ou documento, mas falta o nome do responsável.
import-not-kind = “{ $value }” não é um tipo: aluno ou funcionário.
