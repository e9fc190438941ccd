"""Articles of our own without any furniture, by language, in which tests set lines that must stay."""

ENGLISH = """\
The mill that the valley kept
For forty-one years the miller has ground the valley's rye between two stones that his great-grandfather cut.
The county said in March that it would no longer pay for a wheel which nobody could insure, and gave him a summer.
A dozen farmers came to the hall on Tuesday to ask what would become of people who own neither lorry nor silo.
His daughter, who keeps the books, reckons that the wheel turns for two hundred families in a year of good rain.
The roof was patched last in the autumn of the great flood, when half of the slates went down the river at night.
An engineer from the coast looked at the axle for a whole day and wrote a page that everybody reads differently.
Whether the stones are worth the money is a question that the council has put off three times since the spring.
Meanwhile the flour goes out in paper sacks that the school children stamp by hand on the last Friday of a month.
The miller said that he would keep the key on his kitchen sill, where his neighbours could still come and ask for it.
"""
FRENCH = """\
Le moulin que la vallée a gardé
Depuis quarante et un ans, le meunier moud le seigle de la vallée entre deux pierres que tailla son bisaïeul.
Le département a dit en mars qu'il ne paierait plus une roue que personne ne peut assurer, et lui a laissé un été.
Une douzaine de paysans sont venus mardi demander ce que deviendraient ceux qui n'ont ni camion ni silo chez eux.
Sa fille, qui tient les comptes, estime que la roue tourne pour deux cents familles dans une année de bonnes pluies.
Le toit a été réparé à l'automne de la grande crue, quand la moitié des ardoises est partie dans la rivière la nuit.
Un ingénieur venu de la côte a regardé l'essieu toute une journée et a écrit une page que chacun lit à sa façon.
Savoir si les pierres valent leur prix est une question que le conseil a reportée trois fois depuis le printemps.
En attendant, la farine part dans des sacs de papier que les écoliers tamponnent à la main chaque fin de mois.
Le meunier a dit qu'il garderait la clé sur le rebord de sa cuisine, où ses voisins pourraient encore la demander.
"""
ARABIC = """\
الطاحونة التي احتفظ بها الوادي
منذ واحد وأربعين عاما يطحن الطحان شعير الوادي بين حجرين نحتهما جد أبيه بيديه قبل أن تشق الطريق إلى القرية.
وقالت البلدية في آذار إنها لن تدفع بعد اليوم ثمن دولاب لا يقبل أحد أن يؤمن عليه، وأمهلته حتى نهاية الصيف.
وجاء اثنا عشر مزارعا إلى القاعة يوم الثلاثاء يسألون عن مصير من لا يملك شاحنة ولا صومعة في هذا الوادي البعيد.
وتقدر ابنته التي تمسك الدفاتر أن الدولاب يدور لمئتي عائلة في السنة التي يجود فيها المطر على سفوح الجبل.
ورمم السقف آخر مرة في خريف الفيضان الكبير حين حمل النهر نصف ألواحه ليلا إلى القرى الواقعة أسفل الوادي.
ونظر مهندس جاء من الساحل إلى المحور يوما كاملا ثم كتب صفحة يقرؤها كل واحد من أهل القرية على طريقته الخاصة.
أما هل يستحق الحجران هذا المال فسؤال أجله المجلس ثلاث مرات منذ الربيع ولا يبدو أنه سيجيب عنه قبل الشتاء.
وفي هذه الأثناء يخرج الطحين في أكياس من ورق يختمها تلاميذ المدرسة بأيديهم في آخر جمعة من كل شهر في السنة.
وقال الطحان إنه سيضع المفتاح على حافة نافذة مطبخه حيث يستطيع جيرانه أن يأتوا ويطلبوه متى شاؤوا كما اعتادوا.
"""
PERSIAN = """\
آسیابی که دره نگه داشت
چهل و یک سال است که آسیابان جو دره را میان دو سنگی آرد می‌کند که پدر پدربزرگش با دست خود تراشیده بود.
استانداری در فروردین گفت دیگر هزینه چرخی را که کسی بیمه‌اش نمی‌کند نمی‌پردازد و تا پایان تابستان به او مهلت داد.
دوازده کشاورز سه‌شنبه به تالار آمدند تا بپرسند سرنوشت کسانی که نه کامیون دارند و نه سیلو چه خواهد شد.
دخترش که دفترها را نگه می‌دارد حساب کرده است که چرخ در سالی پرباران برای دویست خانواده می‌چرخد.
سقف آخرین بار در پاییز سیل بزرگ تعمیر شد، وقتی نیمی از سفال‌ها را شبانه رودخانه با خود برد و پس نداد.
مهندسی که از ساحل آمده بود یک روز تمام به محور نگاه کرد و صفحه‌ای نوشت که هر کس به شیوه خودش می‌خواند.
این که سنگ‌ها به این پول می‌ارزند یا نه پرسشی است که شورا از بهار تا کنون سه بار به تعویق انداخته است.
در این میان آرد در کیسه‌های کاغذی بیرون می‌رود که بچه‌های مدرسه آخرین جمعه هر ماه با دست مهر می‌زنند.
آسیابان گفت کلید را روی لبه پنجره آشپزخانه می‌گذارد تا همسایه‌ها بتوانند مثل همیشه بیایند و آن را بخواهند.
"""
SPANISH = """\
El molino que el valle conservó
Desde hace cuarenta y un años el molinero muele el centeno del valle entre dos piedras que talló su bisabuelo.
La provincia dijo en marzo que ya no pagaría una rueda que nadie puede asegurar y le dio de plazo un verano.
Una docena de campesinos vino el martes a preguntar qué sería de quienes no tienen camión ni silo en su casa.
Su hija, que lleva las cuentas, calcula que la rueda gira para doscientas familias en un año de buenas lluvias.
El tejado se arregló en el otoño de la gran crecida, cuando la mitad de las tejas se fue río abajo en la noche.
Un ingeniero de la costa miró el eje un día entero y escribió una página que cada uno lee a su manera aquí.
Si las piedras valen ese dinero es una pregunta que el concejo ha aplazado tres veces desde la primavera.
Mientras tanto la harina sale en sacos de papel que los niños de la escuela sellan a mano cada fin de mes.
El molinero dijo que dejaría la llave en el alféizar de su cocina, donde los vecinos aún podrían pedirla.
"""
TURKISH = """\
Vadinin sakladığı değirmen
Kırk bir yıldır değirmenci vadinin çavdarını büyük dedesinin kendi elleriyle yonttuğu iki taşın arasında öğütüyor.
İl yönetimi mart ayında kimsenin sigortalamadığı bir çark için artık para ödemeyeceğini söyledi ve ona bir yaz verdi.
Salı günü bir düzine çiftçi salona gelip kamyonu da silosu da olmayan insanların ne yapacağını yönetime sordu.
Defterleri tutan kızı yağmurun bol olduğu bir yılda çarkın iki yüz aile için döndüğünü hesaplamış durumda.
Çatı en son büyük selin sonbaharında onarıldı, o gece kiremitlerin yarısını nehir alıp götürmüştü aşağı köylere.
Kıyıdan gelen bir mühendis bütün gün dingile baktı ve herkesin kendince okuduğu bir sayfalık bir yazı yazdı.
Taşların bu paraya değip değmediği sorusunu meclis ilkbahardan bu yana üç kez ertelemiş bulunuyor ne yazık ki.
Bu arada un her ayın son cuma günü okul çocuklarının elle damgaladığı kâğıt torbalarda dışarı çıkıyor.
Değirmenci anahtarı mutfak penceresinin kenarına koyacağını, komşuların yine gelip isteyebileceğini söyledi.
"""
RUSSIAN = """\
Мельница, которую сохранила долина
Сорок один год мельник мелет рожь долины между двумя камнями, которые вытесал когда-то его прадед своими руками.
Область сказала в марте, что больше не станет платить за колесо, которое никто не страхует, и дала ему одно лето.
Во вторник дюжина крестьян пришла в зал спросить, что станет с людьми, у которых нет ни грузовика, ни амбара.
Дочь, которая ведёт книги, считает, что в дождливый год колесо крутится для двухсот семей по всей этой долине.
Крышу чинили последний раз осенью большого паводка, когда половина черепицы за одну ночь ушла вниз по реке.
Инженер с побережья целый день смотрел на ось и написал страницу, которую каждый читает здесь на свой лад.
Стоят ли камни этих денег, это вопрос, который совет с весны откладывал уже три раза и отложит ещё раз.
А пока мука уходит в бумажных мешках, на которых школьники в последнюю пятницу месяца ставят печать от руки.
Мельник сказал, что оставит ключ на подоконнике кухни, где соседи всегда смогут попросить его как и раньше.
"""
TEXTS = {"en": ENGLISH, "fr": FRENCH, "ar": ARABIC, "fa": PERSIAN, "es": SPANISH, "tr": TURKISH, "ru": RUSSIAN}
HEADINGS = {
    "en": ("How it began", "What the wheel costs"),
    "fr": ("Comment cela a commencé", "Ce que coûte la roue"),
    "ar": ("كيف بدأت الحكاية", "كم يكلف الدولاب"),
    "fa": ("آغاز ماجرا", "هزینه چرخ"),
    "es": ("Cómo empezó", "Lo que cuesta la rueda"),
    "tr": ("Nasıl başladı", "Çarkın bedeli"),
    "ru": ("Как всё началось", "Сколько стоит колесо"),
}
ARTICLES = {language: text.splitlines() for language, text in TEXTS.items()}
_EARLY, _MIDST, _LATE = 3, 5, 7  # lines above


def in_midst(language: str, *lines: str) -> list[str]:
    """The article with these lines between two of its paragraphs."""
    article = ARTICLES[language]
    return [*article[:_MIDST], *lines, *article[_MIDST:]]


def among_headings(language: str, *lines: str) -> list[str]:
    """The same where the article has a heading above and one below."""
    article, (first, last) = ARTICLES[language], HEADINGS[language]
    return [*article[:_EARLY], first, *article[_EARLY:_MIDST], *lines, *article[_MIDST:_LATE], last, *article[_LATE:]]


def at_end(language: str, *lines: str) -> list[str]:
    """The article with these lines below its last paragraph."""
    return [*ARTICLES[language], *lines]
