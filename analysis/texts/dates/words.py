"""What dates are written with: names of months and days, labels, zones, in the languages of the news."""

from __future__ import annotations

# Full names and the short ones that papers print; Russian and Ukrainian in both cases, French without accents too.
MONTHS = {
    1: "january jan января январь янв січня січень січ januar jänner janvier janv enero ene gennaio gen "
    "janeiro қаңтар қаңтары қаң",
    2: "february feb февраля февраль февр фев лютого лютий лют februar feber février fevrier févr fevr fév febrero "
    "febbraio febb fevereiro fev ақпан ақпаны ақп",
    3: "march mar марта март мар березня березень бер märz maerz mär mrz mars marzo março наурыз наурызы нау",
    4: "april apr апреля апрель апр квітня квітень квіт avril avr abril abr aprile сәуір сәуірі сәу",
    5: "may мая май травня травень трав mai mayo maggio mag maio мамыр мамыры мам",
    6: "june jun июня июнь июн червня червень черв juni juin junio giugno giu junho маусым маусымы мау",
    7: "july jul июля июль июл липня липень лип juli juillet juil julio luglio lug julho шілде шілдесі шіл",
    8: "august aug августа август авг серпня серпень серп août aout agosto ago тамыз тамызы там",
    9: "september sept sep сентября сентябрь сент сен вересня вересень вер septembre septiembre setiembre settembre "
    "sett set setembro қыркүйек қыркүйегі қыр",
    10: "october oct октября октябрь окт жовтня жовтень жовт octobre oktober okt octubre ottobre ott outubro "
    "қазан қазаны қаз",
    11: "november nov ноября ноябрь нояб ноя листопада листопад лист novembre noviembre novembro қараша қарашасы қар",
    12: "december dec декабря декабрь дек грудня грудень груд décembre decembre déc dezember dez diciembre dic "
    "dicembre dezembro желтоқсан желтоқсаны жел",
}
MONTH_NUMBER = {name: number for number, names in MONTHS.items() for name in names.split()}

# Monday first, as datetime.weekday() counts
WEEKDAYS = (
    "monday mon понедельник пн понеділок montag mo lundi lun lunes lunedì segunda-feira дүйсенбі дс",
    "tuesday tues tue вторник вт вівторок dienstag di mardi mar martes martedì terça-feira сейсенбі сс",
    "wednesday weds wed среда среду ср середа mittwoch mi mercredi mer miércoles miercoles mié mercoledì "
    "quarta-feira сәрсенбі",
    "thursday thurs thur thu четверг чт четвер donnerstag do jeudi jeu jueves jue giovedì quinta-feira бейсенбі бс",
    "friday fri пятница пятницу пт п'ятниця freitag fr vendredi ven viernes vie venerdì sexta-feira жұма жм",
    "saturday sat суббота субботу сб субота samstag sonnabend sa samedi sam sábado sabado sáb sabato сенбі сн",
    "sunday sun воскресенье вс неділя sonntag so dimanche dim domingo dom domenica жексенбі жк",
)
WEEKDAY_NUMBER = {name: number for number, names in enumerate(WEEKDAYS) for name in names.split()}

_PUBLISHED = (
    r"(?:first |originally |date |article )?(?:published|posted|filed|issued|released|created|added|printed)|"
    r"pub(?:lication|lish)?[ _]?date|date(?: of publication| published| posted)?|release date|"
    r"опубликован[оаы]?|(?:дата(?: и время)?|время)(?: публикации| создания| выхода)?|размещен[оа]|создано|добавлено|"
    r"опубліковано|дата публікації|"
    r"(?:mis en ligne|publiée?|parue?|date de publication|date de parution)|"
    r"(?:veröffentlicht|erschienen|erstellt|erstmals veröffentlicht|datum|veröffentlichungsdatum)|"
    r"(?:publicad[oa]|fecha(?: de publicación)?|creado|data(?: di pubblicazione| de publicação)?|pubblicato)|"
    r"жариялан(?:ды|ған)(?: күні)?|жарияланған уақыты|күні"
)
_UPDATED = (
    r"(?:last |latest |most recently )?(?:updated?|modified|edited|revised|changed|reviewed)|"
    r"(?:последнее )?обновлен(?:о|а|ие)|изменен[оа]|отредактировано|исправлено|оновлено|"
    r"(?:dernière )?(?:mise? à jour|modifiée?|actualisée?)|"
    r"(?:zuletzt )?(?:aktualisiert|geändert|bearbeitet)|letzte (?:aktualisierung|änderung)|stand|"
    r"(?:última )?(?:actualizad[oa]|actualización|modificad[oa]|atualizad[oa]|atualização)|aggiornat[oa]|"
    r"жаңарт(?:ылды|ылған)|өзгертілген"
)
_BEFORE = r"(?: (?:on|at|am|um|le|el|il|a|à|em|den|vom|от|в|date))*(?: ?: ?| ?[-–—] | )"
PUBLISHED = rf"(?:{_PUBLISHED}){_BEFORE}"
UPDATED = rf"(?:{_UPDATED}){_BEFORE}"
ZONE = (
    r"(?:\(?(?:z|utc|gmt|cet|cest|eet|eest|wet|west|bst|ist|msk|msd|мск|[ecmp][sd]?t|ak[sd]t|hst|jst|kst|sgt|hkt|"
    r"a?e[sd]t|nz[sd]t|mez|mesz|almt|aqtt)?(?: ?[+-](?:\d{4}(?: [a-z]{3,4})?|\d{1,2}(?::\d\d)?))?\)?"
    r"(?: \([^()\d]{2,40}\))?|\(?(?:по мск|по москве|по московскому времени|московского времени|moscow time|local time|"
    r"eastern time|heure de paris|ortszeit|киевского времени|по киеву|астана уақытымен)\)?|, ?uk)"
)
