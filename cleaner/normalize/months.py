"""Names of the months and days of the week, as dates hold them."""

# Month names by number, in the languages of most news pages; a longer name may begin like a shorter one.
MONTHS = (
    "january jan janvier enero ene gennaio januar jänner janeiro ocak января يناير جانفي",
    "february feb février févr fevrier febrero febbraio februar fevereiro şubat февраля فبراير فيفري شباط",
    "march mar mars marzo märz maerz março mart марта مارس آذار أذار",
    "april apr avril avr abril abr aprile nisan апреля أبريل إبريل افريل نيسان",
    "may mai mayo maggio maio mayıs мая مايو ماي أيار ايار",
    "june jun juin junio giugno juni junho haziran июня يونيو جوان حزيران",
    "july jul juillet juil julio luglio juli julho temmuz июля يوليو جويلية تموز",
    "august aug août aout agosto ago ağustos августа أغسطس أوت غشت آب",
    "september sep sept septembre septiembre settembre setembro eylül сентября سبتمبر شتنبر أيلول ايلول",
    "october oct octobre octubre ottobre oktober outubro ekim октября أكتوبر",
    "november nov novembre noviembre novembro kasım ноября نوفمبر نونبر",
    "december dec décembre déc decembre diciembre dic dicembre dezember dezembro aralık декабря ديسمبر دجنبر",
)
LONG_MONTHS = {"كانون الثاني": 1, "كانون الأول": 12, "تشرين الأول": 10, "تشرين الثاني": 11}
WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lunes martes miércoles jueves viernes sábado domingo",
    "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
)
