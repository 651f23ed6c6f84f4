# Українська: слова сторінки та експорту.
#
# Роки, дні та числа пишуться цифрами; слово при числі має форми one, few, many (і other для дробів).
# Назви джерел і голосів беруться з файлу довідки в називному відмінку, тому речення побудовано так,
# щоб відмінювати їх не доводилося. `told_to` у файлі пишеться в давальному: «журналістам».

## Типографіка

quote-open = «
quote-close = »
quote-open-inner = „
quote-close-inner = “
group-separator = { "\u00A0" }
binding-words = а в з й і о у В З І О У А № п. с. ст. р. пан пані

## Числа й переліки

number = { $figures }
counting-words = один одна одне одного однієї два дві двоє двох три троє трьох чотири четверо чотирьох п’ять п’ятеро шість шестеро сім семеро вісім восьмеро дев’ять дев’ятеро десять десятеро
list-two = { $first } і { $last }
list-separator = { ", " }
list-last = { $first } і { $last }
clause-separator = { "; " }
also-separator = { "; також " }

## Дати

month = { $index ->
    [1] січень
    [2] лютий
    [3] березень
    [4] квітень
    [5] травень
    [6] червень
    [7] липень
    [8] серпень
    [9] вересень
    [10] жовтень
    [11] листопад
   *[12] грудень
}
month-with-day = { $index ->
    [1] січня
    [2] лютого
    [3] березня
    [4] квітня
    [5] травня
    [6] червня
    [7] липня
    [8] серпня
    [9] вересня
    [10] жовтня
    [11] листопада
   *[12] грудня
}
month-within = { $index ->
    [1] січні
    [2] лютому
    [3] березні
    [4] квітні
    [5] травні
    [6] червні
    [7] липні
    [8] серпні
    [9] вересні
    [10] жовтні
    [11] листопаді
   *[12] грудні
}
date-day = { $day }{ "\u00A0" }{ $month-with-day }
date-day-year = { $day }{ "\u00A0" }{ $month-with-day } { $year }{ "\u00A0" }р.
date-days = { $from }–{ $to }{ "\u00A0" }{ $month-with-day }
date-days-year = { $from }–{ $to }{ "\u00A0" }{ $month-with-day } { $year }{ "\u00A0" }р.
date-month = { $case ->
    [genitive] { $month-with-day } { $year }{ "\u00A0" }р.
   *[nominative] { $month } { $year }{ "\u00A0" }р.
}
date-day-of-month = { $case ->
    [genitive] одного з днів у { $month-within } { $year }{ "\u00A0" }р.
   *[nominative] один із днів у { $month-within } { $year }{ "\u00A0" }р.
}
date-month-of-year = { $case ->
    [genitive] одного з місяців { $year }{ "\u00A0" }р.
   *[nominative] один із місяців { $year }{ "\u00A0" }р.
}
date-day-of-year = { $case ->
    [genitive] одного з днів { $year }{ "\u00A0" }р.
   *[nominative] один із днів { $year }{ "\u00A0" }р.
}
date-season = { $case ->
    [genitive] { $season ->
        [spring] весни
        [summer] літа
        [autumn] осені
       *[winter] зими
    }
   *[nominative] { $season ->
        [spring] весна
        [summer] літо
        [autumn] осінь
       *[winter] зима
    }
} { $year }{ "\u00A0" }р.
date-year = { $case ->
    [genitive] { $year }{ "\u00A0" }р.
   *[nominative] { $year }{ "\u00A0" }рік
}
year-before-our-era = { $year }{ "\u00A0" }до{ "\u00A0" }н.{ "\u00A0" }е.
date-decade = { $case ->
    [genitive] { $year }-х років
   *[nominative] { $year }-ті роки
}
date-century = { $case ->
    [genitive] століття, що почалося { $year }{ "\u00A0" }р.
   *[nominative] століття, що почалося { $year }{ "\u00A0" }р.
}
date-uncertain = { $date }, непевно
date-about = приблизно { $date }
date-about-uncertain = приблизно { $date }, непевно
date-interval = { $from } – { $to }
date-interval-year = { $from } – { $to } { $year }{ "\u00A0" }р.
date-from = від { $date }
date-from-to-unknown = від { $date }, кінець невідомий
date-until = до { $date }
date-until-from-unknown = до { $date }, початок невідомий
date-time = { $date }, { $time }{ "\u00A0" }({ $zone })
time-of-day = { $hour }:{ $minute }
time-of-day-with-seconds = { $hour }:{ $minute }:{ $second }
zone-utc = UTC
zone-from-utc = UTC{ $offset }
zone-not-given = часовий пояс не вказано
date-inferred = { $words } [{ $date }, виведено]
date-not-given = без дати

## Імена голосів

voice-counted = { $description } ({ $number })
voice-uncounted = { $description } (кількість не вказано)
voice-outlet = { $outlet }, власне твердження
voice-writer = { $name }, автор цієї довідки
voice-spokesperson = { $voice } (від імені: { $principal })

## Статус, переказ, позиція

record-on-record = під запис
record-anonymous = анонімно
record-document = документ
record-outlets-own = від видання
record-no-source-named = джерела не названо
record-writer = судження автора

retelling = { $count ->
    [0] з{ "\u00A0" }перших{ "\u00A0" }рук
    [1] з{ "\u00A0" }других{ "\u00A0" }рук
    [2] з{ "\u00A0" }третіх{ "\u00A0" }рук
    [3] з{ "\u00A0" }четвертих{ "\u00A0" }рук
    [4] з{ "\u00A0" }п’ятих{ "\u00A0" }рук
    [5] з{ "\u00A0" }шостих{ "\u00A0" }рук
    [one] переказано { $number } раз
    [few] переказано { $number } рази
   *[many] переказано { $number } разів
}
range = { $nearest } – { $farthest }
origins = { $count ->
    [one] { $number }{ "\u00A0" }першоджерело
    [few] { $number }{ "\u00A0" }першоджерела
   *[many] { $number }{ "\u00A0" }першоджерел
}
retellings-and-origins = { $retellings }, { $origins }

stance-supports = за
stance-opposes = проти
stance-conditional = за умови
stance-undecided = не визначено
stance-says-so = стверджує
stance-denies = заперечує
stance-does-not-know = не знає
stance-describes = описує
stance-declined = коментар відхилено
stance-no-reply = відповіді не надано
stance-no-position = позиції не висловлено

## Місця в джерелах і що сталося з джерелами

# Де саме в джерелі, за CSL.
locator = { $label ->
    [volume] т. { $value }
    [issue] № { $value }
    [version] версія { $value }
    [supplement] дод. { $value }
    [book] кн. { $value }
    [title-locator] титул { $value }
    [part] ч. { $value }
    [act] дія { $value }
    [scene] сцена { $value }
    [chapter] гл. { $value }
    [article-locator] ст. { $value }
    [section] розд. { $value }
    [rule] правило { $value }
    [canon] канон { $value }
    [appendix] додаток { $value }
    [opus] тв. { $value }
    [elocation] стаття { $value }
    [sub-verbo] під словом { $value }
    [folio] арк. { $value }
    [column] стовп. { $value }
    [paragraph] абз. { $value }
    [verse] вірш { $value }
    [line] рядок { $value }
    [figure] рис. { $value }
    [table] табл. { $value }
    [equation] рівн. { $value }
    [note] прим. { $value }
    [timestamp] на { $value }
   *[page] с. { $value }
}
# Те саме для діапазону або кількох.
locator-several = { $label ->
    [volume] тт. { $value }
    [issue] № { $value }
    [version] версії { $value }
    [supplement] дод. { $value }
    [book] кн. { $value }
    [title-locator] титули { $value }
    [part] ч. { $value }
    [act] дії { $value }
    [scene] сцени { $value }
    [chapter] гл. { $value }
    [article-locator] ст. { $value }
    [section] розд. { $value }
    [rule] правила { $value }
    [canon] канони { $value }
    [appendix] додатки { $value }
    [opus] тв. { $value }
    [elocation] статті { $value }
    [sub-verbo] під словом { $value }
    [folio] арк. { $value }
    [column] стовп. { $value }
    [paragraph] абз. { $value }
    [verse] вірші { $value }
    [line] рядки { $value }
    [figure] рис. { $value }
    [table] табл. { $value }
    [equation] рівн. { $value }
    [note] прим. { $value }
    [timestamp] на { $value }
   *[page] с. { $value }
}
# Джерело й місце в ньому.
source-at = { $source }, { $at }
source-labelled = { $source } ({ $label })

# Що видавець зробив із джерелом після виходу.
update = { $kind ->
    [corrected] виправлено
    [retracted] відкликано
   *[updated] оновлено
}
update-on = { $update } ({ $date })
update-sentence = { $update }.
update-noted = { $update }: { $note }
# Біля твердження: його джерело або те, через яке воно відоме.
source-updated = { $source }: { $updates }

## Рамка сторінки

skip-link = До заголовка
kind-of-page = Довідка з джерелами
unfinished = Чернетка: те, що в пунктирній рамці, ще не написано.
as-of = Станом на { $date }
edition = Випуск { $edition }
description = { $topic }. Новинна довідка з джерелами, станом на { $date }.
page-of-pages = Сторінка { $page } з { $pages }

## Підсумок, числа й умовні позначки

summary-origins = { $count ->
    [one] Загалом { $number } окреме першоджерело; { $resting }.
    [few] Загалом { $number } окремі першоджерела; { $resting }.
   *[many] Загалом { $number } окремих першоджерел; { $resting }.
}
resting-every = кожне твердження спирається на одне
resting-none = жодне твердження не спирається лише на одне
resting-some = { $count ->
    [one] { $number } із { $all } тверджень спирається лише на одне
   *[other] { $number } із { $all } тверджень спираються лише на одне
}

quotes-unchecked = Цитати не звірено з джерелами.
quotes-checked = Цитати звірено з копіями { $sources }.
quotes-checked-on = Цитати звірено { $date } з копіями { $sources }.
quotes-no-words = { $count ->
    [1] { $claims } не наводить слів джерела: їх не шукали.
   *[other] { $claims } не наводять слів джерел: їх не шукали.
}
origins-explained = Першоджерела: найменше людей або перших повідомлень, які всі мали б помилятися, щоб не лишилося нічого.

## Смужка тверджень: її заголовок – висновок

# З усіх тверджень, що належать іншим.
finding-every = { $count ->
    [one] Єдине твердження спирається на один текст: { $source }
    [2] Обидва твердження спираються на один текст: { $source }
    [few] Усі { $figures } твердження спираються на один текст: { $source }
   *[many] Усі { $figures } тверджень спираються на один текст: { $source }
}
finding-main = { $count ->
    [one] { $figures } із { $all } тверджень спирається на один текст: { $source }
    [few] { $figures } із { $all } тверджень спираються на один текст: { $source }
   *[other] { $figures } із { $all } тверджень спираються на один текст: { $source }
}
finding-others-one = { $count ->
    [one] { $main }; інше – на один інший: { $source }
   *[other] { $main }; інші { $figures } – на один інший: { $source }
}
# За `$texts-count`.
finding-others-several = { $count ->
    [one] { $main }; інше – на { $texts } { $texts-count ->
        [one] текст
        [few] тексти
       *[other] текстів
    }
   *[other] { $main }; інші { $figures } – на { $texts } { $texts-count ->
        [one] текст
        [few] тексти
       *[other] текстів
    }
}
finding-others-unknown = { $count ->
    [one] { $main }; інше – на кілька текстів
   *[other] { $main }; інші { $figures } – на кілька текстів
}
# За `$texts-count` і `$most-count`.
finding-spread = { $count ->
    [one] Єдине твердження спирається на { $texts } { $texts-count ->
        [one] текст
        [few] тексти
       *[other] текстів
    }
   *[other] Тверджень: { $figures }, текстів: { $texts }; { $most-count ->
        [0] жодне не спирається лише на один
       *[other] лише на один текст спирається щонайбільше { $most }
    }
}
strip-writer = автор
strip-several = { $count ->
    [one] { $figures } текст
    [few] { $figures } тексти
   *[other] { $figures } текстів
}
strip-many = кілька текстів
strip-label = Твердження за текстом, через який надійшли

## Ланцюжки

chain-no-voice = не названо
chain-own-reporting = власна інформація
chains-origins = { $more }; { $origins }
chains-more = { $count ->
    [one] і ще { $figures } ланцюжок
    [few] і ще { $figures } ланцюжки
   *[other] і ще { $figures } ланцюжків
}
chains-more-than = { $count ->
    [0] та інші ланцюжки
   *[other] і понад { $figures } інших ланцюжків
}

## Схема

figure-title = Хто що каже і через які матеріали це дійшло до довідки: { $topic }
drawing-read = прочитано
drawing-not-read = не прочитано
column-voices = Голоси
column-first = уперше сказано в
column-relays = передано через
column-both = сказано в або передано через
this-brief = ця довідка
more-voices = { $count ->
    [one] ще { $number } голос
    [few] ще { $number } голоси
   *[many] ще { $number } голосів
}
more-sources = { $count ->
    [one] ще { $number } матеріал
    [few] ще { $number } матеріали
   *[many] ще { $number } матеріалів
}
more-claims = ще { $figures }
chain = { $voice } ({ $records }) { $arrow } { $path }: { $claims }

## Твердження

bottom-line = Головне
claims = Ключові твердження
tension-with = Розбіжність із { $claims }.
characterised = Оцінка джерела
note = Примітка
told-to = кому: { $audience }
place-position = { $voice }: { $issue }
place-position-dated = { $voice }: { $issue }, { $date }

quote-fragment = уривок
quote-edited = змінено тут
quote-edited-in-source = [ ] у джерелі
quote-translated = переклад
quote-translated-from = пер.{ "\u00A0" }{ $language }
language = { $tag ->
    [ar] з{ "\u00A0" }араб.
    [be] з{ "\u00A0" }білор.
    [de] з{ "\u00A0" }нім.
    [en] з{ "\u00A0" }англ.
    [es] з{ "\u00A0" }ісп.
    [fr] з{ "\u00A0" }фр.
    [he] з{ "\u00A0" }івриту
    [it] з{ "\u00A0" }італ.
    [ja] з{ "\u00A0" }яп.
    [pl] з{ "\u00A0" }пол.
    [pt] з{ "\u00A0" }порт.
    [ro] з{ "\u00A0" }рум.
    [ru] з{ "\u00A0" }рос.
    [tr] з{ "\u00A0" }тур.
    [uk] з{ "\u00A0" }укр.
    [zh] з{ "\u00A0" }кит.
   *[other] ({ $full-tag })
}
quote-original = Оригінал
passage = місце в джерелі: { $source }
passage-number = місце { $place } в джерелі: { $source }
# `$words` – `quote`; для перекладу – `original`, якщо звірено слова джерела, або `translation`, якщо
# переклад наводить саме джерело.
quote-word-for-word = { $words ->
    [original] оригінал дослівно
    [translation] переклад джерела дослівно
   *[quote] дослівно
}
quote-but-for-typography = { $words ->
    [original] оригінал дослівно, крім типографіки
    [translation] переклад джерела дослівно, крім типографіки
   *[quote] дослівно, крім типографіки
}
quote-but-for-edits = { $words ->
    [original] оригінал дослівно, крім позначених змін
    [translation] переклад джерела дослівно, крім позначених змін
   *[quote] дослівно, крім позначених змін
}
quote-checked-on = , звірено { $date }
quote-not-yet = ще не звірено
quote-ambiguous = не звірено: у джерелі стоїть у кількох місцях
quote-cannot-check = { $reason ->
    [no-snapshot] не звірено: немає копії джерела
    [too-short] не звірено: закоротка, щоб шукати
    [no-original] не звірено: оригіналу не наведено
    [empty] не звірено: копія джерела порожня
    [no-words] не звірено: у копії джерела немає слів
    [unfilled] не звірено: у копії джерела майже немає слів, хіба що меню тощо
    [unreadable] не звірено: копію джерела не вдалося прочитати
    [pdf] не звірено: копія джерела – PDF
    [scanned-pdf] не звірено: у копії джерела є сторінки, що є зображеннями
    [encrypted-pdf] не звірено: копія джерела – PDF із паролем
    [broken-pdf] не звірено: копія джерела – пошкоджений PDF
    [unmapped-pdf] не звірено: копія джерела – PDF, літери якого невідомі
    [packed] не звірено: копія джерела запакована
    [web-archive] не звірено: копія джерела – вебархів
    [broken-archive] не звірено: копія джерела – пошкоджений або неповний архів
    [no-page] не звірено: копія джерела – архів без сторінки
    [picture] не звірено: копія джерела – зображення чи запис
    [compressed] не звірено: копія джерела стиснена
    [broken-gzip] не звірено: копія джерела пошкоджена
    [opens-too-large] не звірено: копія джерела завелика
    [not-text] не звірено: копія джерела – не текст
    [undecodable] не звірено: копія джерела пошкоджена
    [lost-characters] не звірено: у копії джерела втрачено літери
    [page-break] не звірено: можливо, через кінець сторінки
    [out-of-order] не звірено: у копії джерела рядки не за порядком
    [marked-up] не звірено: у копії джерела між її словами стоять позначки, примітки чи ремарки
    [broken-word] не звірено: можливо, уривається посеред слова чи числа
    [context-absent] не звірено: контексту немає в джерелі
    [context-without-quote] не звірено: контекст її не містить
    [other-encoding] не звірено: копія джерела нечитна
    [hidden] не звірено: у копії джерела приховано
    [unsure] не звірено: у копії джерела, можливо, приховано
    [tangled] не звірено: копія джерела надто заплутана
   *[other] не звірено: знайти не вдалося
}
quote-caveat = { $caveat ->
    [several-blocks] , з кількох абзаців, пунктів чи комірок
    [struck-out] , зі словами, які джерело закреслило
    [written-between] , без слів, які дописує таблиця стилів джерела
   *[without-struck-out] , без слів, які джерело закреслило
}
quote-absent = не звірено: у джерелі цього немає

## Наскільки це надійно

strength = Чи надійно це?
strength-judgements = Спирається на судження автора: { $claims }.
strength-on-claims = Усього тверджень, на які це спирається: { $number }.
strength-behind = { $count ->
    [1] За ним стоїть твердження { $claims }.
   *[other] За ним стоять твердження { $claims }.
}
strength-weakest = { $count ->
    [1] Найслабше твердження, на яке це спирається: { $claims }.
   *[other] Найслабші твердження, на які це спирається: { $claims }.
}
strength-nobody-named = Ніхто названий цього не каже.
strength-own-text = Сказано у власному тексті чи промові: { $voices } ({ $sources }).
strength-on-record = Сказано під своїм іменем: { $voices } (за повідомленням: { $sources }).
strength-anonymous = Імен не названо: { $voices } (за повідомленням: { $sources }).
strength-found-out = За повідомленням, з’ясовано самостійно: { $outlets }.
strength-no-source-named = Повідомлено без названого джерела: { $outlets }.
strength-read = Ми читали це саме там.
strength-not-read = Прочитано лише в переказі ({ $relays }): { $sources }.
strength-by-way-of = Відомо лише через інші джерела ({ $relays }): { $sources }.
strength-retold = Ми маємо це лише в переказі ({ $relays }); першим повідомляє: { $sources }.
strength-others = інші
strength-several-own-text = Названі особи сказали це у власних текстах чи промовах.
strength-several-on-record = Названі особи сказали це під своїм іменем, як повідомляють інші.
strength-several-found-out = Ніхто названий цього не каже: видання повідомляють це як з’ясоване самостійно.
strength-several-anonymous = Ніхто названий цього не каже: імен не названо.
strength-several-no-source-named = Ніхто названий цього не каже: видання повідомляють це без названого джерела.
strength-several-read = Те, де це сказано вперше, ми читали.
strength-several-partly-read = Те, де це сказано вперше, ми читали лише частково.
strength-several-retold = Ми маємо це лише в переказі інших.
strength-updated = Серед джерел цього – { $source }, яке { $updates }.
strength-origins = { $count ->
    [1] Першоджерело одне.
   *[other] Першоджерел: { $number }.
}
strength-origins-of-all = Усього першоджерел: { $number }.
strength-on-one = Лише на одному з них: { $claims }.
strength-every-on-one = Кожне твердження – лише на одному з них.

## Судження автора

judgements = Наші судження
judgements-explained = Що автор виводить із тверджень. Жодне джерело цього не каже.
judged-from = Судить { $writers } на підставі { $claims }.
judgement-likelihood = Імовірність: { $likelihood }.
judgement-confidence = Упевненість: { $confidence }.
judgement-no-confidence = Упевненість: не зазначено.
confidence-low = низька
confidence-moderate = помірна
confidence-high = висока
likelihood-almost-no-chance = майже неможливо
likelihood-very-unlikely = дуже малоймовірно
likelihood-unlikely = малоймовірно
likelihood-roughly-even = шанси приблизно рівні
likelihood-likely = імовірно
likelihood-very-likely = дуже ймовірно
likelihood-almost-certain = майже напевно
likelihood-meaning = { $from }–{ $to } відсотків (ICD 203)

## Позиції, розбіжності, хронологія, прогалини

positions = Хто на якій позиції
positions-hatched = Заштриховано: у довідці немає його тверджень про це.
positions-italics = Курсив: за словами інших.
positions-ring = Кільце: лише опис, без позиції.
positions-issue = Питання
positions-stance = { $stance }:
positions-voice = Голос
positions-reported = , за словами інших,
positions-judged = за судженням автора
positions-speaker = { $voice }, від імені: { $principal }
positions-earlier = раніше, { $date }:
positions-also = також
no-statement = у довідці немає тверджень про це
no-statement-on-any = у довідці немає тверджень із цих питань
no-statement-from = { $count ->
    [one] У довідці немає тверджень із цього питання: { $voices }.
   *[other] У довідці немає тверджень із цих питань: { $voices }.
}
no-statement-on = У довідці немає тверджень про таке: { $names }.
no-statement-by = У довідці немає тверджень таких голосів: { $names }.
tensions = Розбіжності
timeline = Хронологія
event-unplaced = { $when } (порядок невідомий)
gaps = { $count ->
    [one] Чого не відомо з цього джерела
   *[other] Чого не відомо з цих джерел
}
table-of = Таблиця { $label }
gap-about = Стосується: { $issues }.
gap-of = Чиїх слів бракує: { $voices }.

## Зміни між випусками

changes-from = Зміни від випуску { $edition }
changes-sum = Твердження (попередній випуск: { $date }): { $counts }.
changes-none = Немає змін у темі, заголовку, головному, питаннях, твердженнях, позиціях, розбіжностях, хронології, прогалинах і методі.
changes-numbers = Твердження мають інші номери; більше немає змін у темі, заголовку, головному, питаннях, твердженнях, позиціях, розбіжностях, хронології, прогалинах і методі.
# У переліку після «Твердження (попередній випуск: 16 травня):».
count-added = { $count ->
    [one] { $number } нове
   *[other] { $number } нових
}
count-withdrawn = { $count ->
    [one] { $number } зняте
   *[other] { $number } знятих
}
count-changed = { $count ->
    [one] { $number } змінене
   *[other] { $number } змінених
}
count-as-before = { $number } без змін
outcome-added = нове
outcome-withdrawn = знято
outcome-changed = змінено
outcome-renumbered = інший номер
outcome-was = було { $label }
changes-topic = Тема
changes-headline = Заголовок
changes-issues = Питання
changes-gaps = Чого не відомо
change-reworded = інші слова
change-cites = тепер посилається на
change-cites-no-more = більше не посилається на
change-voices = хто каже
change-voice = голос
change-first-reports = уперше в
change-source = матеріал
change-chains = шлях
change-told-to = кому
change-record = статус
change-retellings = перекази
change-said = коли сказано
change-confidence = упевненість
change-likelihood = імовірність
change-about = про що
change-passages = місця в джерелі
change-quote-added = додано цитату
change-quote-withdrawn = знято цитату
change-quote-reworded = інші слова цитати
change-quote-label = позначка цитати
change-quote-voice = слова цитати належать
change-quote-check = звірка цитати
change-characterised = оцінка джерела
change-note = наша примітка
change-at = місце в джерелі
change-updates = що сталося з його джерелами
change-stance = позиція
change-claims = спирається на
change-when = дата
change-question = питання
change-why = причина
change-through = { $source } через { $relay }
change-among = серед { $voices }
legend-updates = виправлено, відкликано
meaning-updates = підкреслено: джерело на цьому шляху, після виходу
legend-changes = нове, змінене
meaning-changes = риска на полі: від попереднього випуску

## Джерела й голоси

sources = Джерела, голоси й метод
method = Метод
sources-counted = { $count ->
    [one] { $number } джерело
    [few] { $number } джерела
   *[many] { $number } джерел
}
voices-counted = { $count ->
    [one] { $number } голос
    [few] { $number } голоси
   *[many] { $number } голосів
}
sources-and-voices = { $sources }, { $voices } і метод
reference = , { $parts }.
authors = { $count ->
    [one] { $number } автор
    [few] { $number } автори
   *[many] { $number } авторів
}
read-on = прочитано { $date }
read = Прочитано.
# Номер справи, звіту чи законопроєкту, якщо це саме число.
source-number = № { $value }
# Перед адресою копії в архіві.
archived = Архівна копія:
archived-on = Архівна копія, { $date }:
known-only-through = Відомо лише через { $sources }.
code-label = QR-код: адреса { $source }
code-caption = Код веде до { $source }.
voice-plain = .
voice-role = , { $role }.
voice-members = : { $members }.
voice-role-members = , { $role }: { $members }.
voice-not-named = ; не названо.
voice-not-named-because = ; не названо: { $reason }.
voice-among-not-named = , серед { $voices }; не названо.
voice-among-not-named-because = , серед { $voices }; не названо: { $reason }.
reason-not-given = без пояснень
source-type = { $type ->
    [article] стаття
    [article-journal] стаття в науковому журналі
    [article-magazine] стаття в журналі
    [article-newspaper] новинна стаття
    [bill] законопроєкт
    [book] книга
    [broadcast] ефір
    [chapter] розділ
    [classic] класичний твір
    [collection] збірка
    [dataset] набір даних
    [entry] стаття довідника
    [entry-dictionary] словникова стаття
    [entry-encyclopedia] енциклопедична стаття
    [event] подія
    [figure] рисунок
    [graphic] зображення
    [hearing] слухання
    [interview] інтерв’ю
    [legal_case] судова справа
    [legislation] законодавчий акт
    [manuscript] рукопис
    [map] мапа
    [motion_picture] фільм
    [musical_score] партитура
    [pamphlet] брошура
    [paper-conference] доповідь на конференції
    [patent] патент
    [performance] вистава
    [periodical] періодичне видання
    [personal_communication] особисте повідомлення
    [post] допис
    [post-weblog] допис у блозі
    [regulation] підзаконний акт
    [report] звіт
    [review] рецензія
    [review-book] рецензія на книгу
    [software] програма
    [song] пісня
    [speech] виступ
    [standard] стандарт
    [thesis] дисертація
    [treaty] договір
    [webpage] вебсторінка
   *[document] документ
}

## Експорт

export-subtitle = { $topic }, станом на { $date }, випуск { $edition }
export-subtitle-prepared-by = { $topic }, станом на { $date }, випуск { $edition }, підготовлено: { $by }
export-issued-at = Опубліковано { $date }.
export-accessed-at = Переглянуто { $date }.
export-archived-at = Архівна копія: { $date }.
export-bottom-line = Головне.
export-claims = Твердження
export-characterised = Оцінка джерела: { $text }
export-note = Примітка: { $text }
export-passage = Місце в джерелі: { $words }
export-record = { $record }, { $retellings }, { $date }.
export-more-chains = і звідти ще { $figures }
export-position = { $stance } · { $position } ({ $remarks })
export-position-reported = за словами інших
export-position-none = { $claim } ({ $remarks })
export-statements = Заяви
export-sources = Джерела

## brief origins

claims-counted = { $count ->
    [one] { $number } твердження
    [few] { $number } твердження
   *[many] { $number } тверджень
}
distinct-origins = { $count ->
    [one] { $number } окреме першоджерело
    [few] { $number } окремі першоджерела
   *[many] { $number } окремих першоджерел
}
origins-summary = { $claims }, { $origins }, лише на одне спираються: { $figures }
origins-summary-judgements = { $summary }; { $number } { $count ->
    [one] судження
    [few] судження
   *[many] суджень
} автора
origins-chain = шлях
origins-record = статус
origins-retellings = перекази
origins-origins = першоджерела
origins-own = { $own } (серед першоджерел усіх тверджень: { $all })
origins-voices = голоси
origins-sources = повідомлення
origins-claims = твердження
origins-updates = оновлення
origins-judgement = підстава
retellings = { $words } (переказів: { $times })
# Першоджерело, яке є одним із кількох повідомлень.
origin-one-of = одне з: { $sources }
source-read = { $source } (прочитано)
source-not-read = { $source } (відомо лише через { $relays })
