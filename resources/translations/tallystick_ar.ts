<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A tally stick was split in two, so that each could check the other&apos;s half.</source>
        <translation>كانت عصا الحساب تُشقّ نصفين ليتحقق كل طرف من نصف الآخر.</translation>
    </message>
    <message>
        <source>About {app}</source>
        <translation>حول {app}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Send files to the computers around you, sure of which computer it is.</source>
        <translation>أرسل الملفات إلى الحواسيب من حولك، واثقًا من هوية كل حاسوب.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>الإصدار {version}</translation>
    </message>
</context>
<context>
    <name>AddressCard</name>
    <message>
        <source>Connect by address…</source>
        <translation>اتصال بعنوان…</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>&amp;Address of the other computer, or its invitation</source>
        <translation>&amp;عنوان الحاسوب الآخر أو دعوته</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Connect by address</source>
        <translation>اتصال بعنوان</translation>
    </message>
    <message>
        <source>Tallystick has to be open on the other computer. Both screens will show a code; with an invitation none is needed.</source>
        <translation>يجب أن يكون Tallystick مفتوحًا على الحاسوب الآخر. ستعرض الشاشتان رمزًا؛ ومع الدعوة لا حاجة إليه.</translation>
    </message>
</context>
<context>
    <name>AlwaysChoice</name>
    <message>
        <source>Al&amp;ways accept from this device</source>
        <translation>ا&amp;قبل دائمًا من هذا الجهاز</translation>
    </message>
    <message>
        <source>Always accept from {peer}</source>
        <translation>اقبل دائمًا من {peer}</translation>
    </message>
    <message>
        <source>In the same folder, within 24 hours at most</source>
        <translation>في المجلد نفسه، خلال ٢٤ ساعة بحد أقصى</translation>
    </message>
</context>
<context>
    <name>AlwaysDialog</name>
    <message>
        <source>&amp;Always accept from this device</source>
        <translation>ا&amp;قبل دائمًا من هذا الجهاز</translation>
    </message>
    <message>
        <source>Accept without asking</source>
        <translation>القبول من دون سؤال</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>تغيير مجلد الحفظ</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تغيير…</translation>
    </message>
    <message>
        <source>Files from {peer}</source>
        <translation>ملفات من {peer}</translation>
    </message>
    <message>
        <source>Only once it has proved to be this device. You are still asked about programs, about more than this, and where little space is left or something cannot be saved as it is.</source>
        <translation>فقط بعد أن يُثبت أنه هذا الجهاز. وستظل تُسأل عن البرامج، وعمّا يتجاوز هذا القدر، وعندما تقل المساحة أو يتعذر حفظ شيء كما هو.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Save in {folder}</source>
        <translation>الحفظ في {folder}</translation>
    </message>
    <message>
        <source>Within 24 hours at most</source>
        <translation>خلال ٢٤ ساعة بحد أقصى</translation>
    </message>
</context>
<context>
    <name>AutostartBox</name>
    <message>
        <source>Start at login, out of sight</source>
        <translation>البدء عند تسجيل الدخول، دون نافذة</translation>
    </message>
    <message>
        <source>out of sight, at its icon in the panel</source>
        <translation>دون نافذة، بأيقونة في الشريط</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Address to try, too</source>
        <translation>عنوان يُجرَّب أيضًا</translation>
    </message>
    <message>
        <source>An address to try, too: {example}</source>
        <translation>جرّب عنوانًا أيضًا: {example}</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>الفحص مجددًا</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>فحص الاتصال</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Looking at this computer and its networks. This takes some seconds.</source>
        <translation>يجري فحص هذا الحاسوب وشبكاته. يستغرق ذلك بضع ثوانٍ.</translation>
    </message>
    <message>
        <source>Nothing here keeps devices apart. Check the connection on the other computer, too.</source>
        <translation>لا شيء هنا يحجب الأجهزة بعضها عن بعض. افحص الاتصال على الحاسوب الآخر أيضًا.</translation>
    </message>
    <message>
        <source>The check could not be made.</source>
        <translation>تعذّر إجراء الفحص.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>جرّب</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>نتائج الفحص</translation>
    </message>
    <message numerus="yes">
        <source>{count} things may keep devices apart. Tallystick changes nothing by itself.</source>
        <translation>
            <numerusform>لا شيء قد يحجب الأجهزة بعضها عن بعض. لا يغيّر Tallystick شيئًا من تلقاء نفسه.</numerusform>
            <numerusform>أمر واحد قد يحجب الأجهزة بعضها عن بعض. لا يغيّر Tallystick شيئًا من تلقاء نفسه.</numerusform>
            <numerusform>أمران قد يحجبان الأجهزة بعضها عن بعض. لا يغيّر Tallystick شيئًا من تلقاء نفسه.</numerusform>
            <numerusform>{count} أمور قد تحجب الأجهزة بعضها عن بعض. لا يغيّر Tallystick شيئًا من تلقاء نفسه.</numerusform>
            <numerusform>{count} أمرًا قد يحجب الأجهزة بعضها عن بعض. لا يغيّر Tallystick شيئًا من تلقاء نفسه.</numerusform>
            <numerusform>{count} أمر قد يحجب الأجهزة بعضها عن بعض. لا يغيّر Tallystick شيئًا من تلقاء نفسه.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClearDialog</name>
    <message>
        <source>Clear all</source>
        <translation>مسح الكل</translation>
    </message>
    <message>
        <source>Clear all transfers that are over?</source>
        <translation>هل تُمسح كل عمليات النقل المنتهية؟</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>مسح القائمة</translation>
    </message>
    <message>
        <source>Its receipt goes with it. Files stay where they are.</source>
        <translation>يُحذف إيصالها معها. تبقى الملفات في مكانها.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>إزالة من القائمة</translation>
    </message>
    <message>
        <source>Remove this transfer from the list?</source>
        <translation>هل تُزال عملية النقل هذه من القائمة؟</translation>
    </message>
    <message>
        <source>Their receipts go with them. Files stay where they are.</source>
        <translation>تُحذف إيصالاتها معها. تبقى الملفات في مكانها.</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Close Tallystick</source>
        <translation>إغلاق Tallystick</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>المتابعة في الخلفية</translation>
    </message>
    <message>
        <source>In the background Tallystick ends when the transfers have. Starting it again brings this window back.</source>
        <translation>ينتهي Tallystick في الخلفية بانتهاء عمليات النقل. وتشغيله مجددًا يعيد هذه النافذة.</translation>
    </message>
    <message>
        <source>In the background Tallystick stays at its icon in the panel.</source>
        <translation>يبقى Tallystick في الخلفية بأيقونته في الشريط.</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>إبقاؤه مفتوحًا</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>إيقاف وإغلاق</translation>
    </message>
    <message>
        <source>What was accepted can go on another time. Files that were delivered stay delivered.</source>
        <translation>ما قُبل يمكن أن يُستكمل في وقت آخر. والملفات التي سُلِّمت تبقى مسلَّمة.</translation>
    </message>
    <message numerus="yes">
        <source>{count} transfers have not finished</source>
        <translation>
            <numerusform>لم تبقَ عمليات نقل جارية</numerusform>
            <numerusform>عملية نقل واحدة لم تنتهِ</numerusform>
            <numerusform>عمليتا نقل لم تنتهيا</numerusform>
            <numerusform>{count} عمليات نقل لم تنتهِ</numerusform>
            <numerusform>{count} عملية نقل لم تنتهِ</numerusform>
            <numerusform>{count} عملية نقل لم تنتهِ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>A computer without a name</source>
        <translation>حاسوب بلا اسم</translation>
    </message>
    <message>
        <source>Compare the code</source>
        <translation>مقارنة الرمز</translation>
    </message>
    <message>
        <source>Compare this code</source>
        <translation>قارن هذا الرمز</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Ending the session…</source>
        <translation>يجري إنهاء الجلسة…</translation>
    </message>
    <message>
        <source>Is exactly this code on the other screen? Read it aloud or look.</source>
        <translation>هل يظهر هذا الرمز نفسه تمامًا على الشاشة الأخرى؟ اقرأه بصوت مسموع أو انظر إليها.</translation>
    </message>
    <message>
        <source>Is exactly this code on the other screen? Read it aloud or look. If dots are there, this code is typed there first.</source>
        <translation>هل يظهر هذا الرمز نفسه تمامًا على الشاشة الأخرى؟ اقرأه بصوت مسموع أو انظر إليها. وإن ظهرت هناك نقاط فيُكتب هذا الرمز هناك أولًا.</translation>
    </message>
    <message>
        <source>It&apos;s different</source>
        <translation>مختلفان</translation>
    </message>
    <message>
        <source>Larger code</source>
        <translation>تكبير الرمز</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>لم يتم التحقق بعد</translation>
    </message>
    <message>
        <source>Show the code larger</source>
        <translation>عرض الرمز بحجم أكبر</translation>
    </message>
    <message>
        <source>They match</source>
        <translation>متطابقان</translation>
    </message>
    <message>
        <source>This device did not prove to be {peer}, which you remember. It may have forgotten this computer, or somebody is in between.</source>
        <translation>لم يُثبت هذا الجهاز أنه {peer} المحفوظ لديك. ربما نسي هذا الحاسوب، أو أن شخصًا ما يتوسط بينكما.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>تم التحقق</translation>
    </message>
    <message>
        <source>Waiting for {peer}…</source>
        <translation>في انتظار {peer}…</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Code: {digits}. Words: {words}.</source>
        <translation>الرمز: {digits}. الكلمات: {words}.</translation>
    </message>
    <message>
        <source>The code of this computer is covered</source>
        <translation>رمز هذا الحاسوب مغطّى</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Drop files here, or click to choose them.</source>
        <translation>أسقط الملفات هنا، أو انقر لاختيارها.</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>لا يجيب</translation>
    </message>
    <message>
        <source>Not seen · was at {address}</source>
        <translation>غير مرئي · كان عند {address}</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>تم التحقق</translation>
    </message>
    <message>
        <source>Verified · remembered</source>
        <translation>تم التحقق · محفوظ</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Devices nearby</source>
        <translation>الأجهزة القريبة</translation>
    </message>
    <message>
        <source>No device has been found yet. This list fills by itself.</source>
        <translation>لم يُعثر على أي جهاز بعد. تمتلئ هذه القائمة من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>إرسال إلى</translation>
    </message>
    <message>
        <source>Which device?</source>
        <translation>أي جهاز؟</translation>
    </message>
    <message>
        <source>{name} — not seen</source>
        <translation>{name} — غير مرئي</translation>
    </message>
    <message>
        <source>{name} — probably {known}, verified {day}</source>
        <translation>{name} — على الأرجح {known}، تم التحقق منه {day}</translation>
    </message>
    <message>
        <source>{name} — verified</source>
        <translation>{name} — تم التحقق</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>Clear the earlier transfers</source>
        <translation>مسح عمليات النقل السابقة</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>مسح…</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>التفاصيل…</translation>
    </message>
    <message>
        <source>Earlier transfers</source>
        <translation>عمليات النقل السابقة</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>المحاولة مجددًا</translation>
    </message>
    <message>
        <source>Nothing earlier holds {words}.</source>
        <translation>لا شيء سابق يحتوي على {words}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>إزالة من القائمة…</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>حفظ الإيصال…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Search the earlier transfers</source>
        <translation>بحث في عمليات النقل السابقة</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>The earlier transfers could not be looked up.</source>
        <translation>تعذّر الاطّلاع على عمليات النقل السابقة.</translation>
    </message>
</context>
<context>
    <name>ErrorDetails</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Details: {text}</source>
        <translation>التفاصيل: {text}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>التفاصيل…</translation>
    </message>
    <message>
        <source>It holds what is written here and nothing else. Tallystick sends it to nobody.</source>
        <translation>يحتوي على ما هو مكتوب هنا لا غير. لا يرسله Tallystick إلى أحد.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
</context>
<context>
    <name>ExistingChoice</name>
    <message>
        <source>Keep both: what comes gets a number</source>
        <translation>الاحتفاظ بكليهما: يُعطى الجديد رقمًا</translation>
    </message>
    <message>
        <source>Skip identical files: only what differs is saved, with a number</source>
        <translation>تخطي الملفات المتطابقة: يُحفظ المختلف فقط، برقم</translation>
    </message>
    <message numerus="yes">
        <source>{count} of these names are there already. They stay as they are.</source>
        <translation>
            <numerusform>لا شيء من هذه الأسماء موجود بالفعل.</numerusform>
            <numerusform>اسم واحد من هذه الأسماء موجود بالفعل، ويبقى كما هو.</numerusform>
            <numerusform>اسمان من هذه الأسماء موجودان بالفعل، ويبقيان كما هما.</numerusform>
            <numerusform>{count} من هذه الأسماء موجودة بالفعل، وتبقى كما هي.</numerusform>
            <numerusform>{count} من هذه الأسماء موجودة بالفعل، وتبقى كما هي.</numerusform>
            <numerusform>{count} من هذه الأسماء موجودة بالفعل، وتبقى كما هي.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} are there already. They stay as they are.</source>
        <translation>
            <numerusform>{names} موجود بالفعل، ويبقى كما هو.</numerusform>
            <numerusform>{names} موجود بالفعل، ويبقى كما هو.</numerusform>
            <numerusform>{names} موجودان بالفعل، ويبقيان كما هما.</numerusform>
            <numerusform>{names} موجودة بالفعل، وتبقى كما هي.</numerusform>
            <numerusform>{names} موجودة بالفعل، وتبقى كما هي.</numerusform>
            <numerusform>{names} موجودة بالفعل، وتبقى كما هي.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>I have read this</source>
        <translation>قرأت هذا</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>لم يتم التحقق</translation>
    </message>
    <message>
        <source>Until you close this notice, nobody can start another comparison with this computer.</source>
        <translation>إلى أن تُغلق هذا التنبيه، لا يستطيع أحد بدء مقارنة أخرى مع هذا الحاسوب.</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Command: {finding}</source>
        <translation>الأمر: {finding}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy the command: {finding}</source>
        <translation>نسخ الأمر: {finding}</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget</source>
        <translation>نسيان</translation>
    </message>
    <message>
        <source>Forget a device</source>
        <translation>نسيان جهاز</translation>
    </message>
    <message>
        <source>Forget {peer}?</source>
        <translation>هل تريد نسيان {peer}؟</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>The session with it ends now, and what is being sent stops.</source>
        <translation>تنتهي الجلسة معه الآن، ويتوقف ما يُرسل.</translation>
    </message>
    <message>
        <source>You will have to compare a code with it before anything can be sent again.</source>
        <translation>ستلزم مقارنة رمز معه قبل أن يمكن إرسال أي شيء مجددًا.</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>For a computer that does not appear under Nearby, for example behind a VPN. On the other computer this text goes into “Connect by address…”.</source>
        <translation>لحاسوب لا يظهر ضمن «في الجوار»، مثلًا خلف VPN. على الحاسوب الآخر يُلصق هذا النص في «اتصال بعنوان…».</translation>
    </message>
    <message>
        <source>Good for one session, until {time}. No code is compared: whoever gets hold of this text first can use it, so send it by a way that you both trust.</source>
        <translation>صالحة لجلسة واحدة، حتى {time}. لا يُقارَن أي رمز: من يحصل على هذا النص أولًا يستطيع استعماله، فأرسله بطريقة يثق بها كلاكما.</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>دعوة</translation>
    </message>
    <message>
        <source>Invite another computer</source>
        <translation>دعوة حاسوب آخر</translation>
    </message>
</context>
<context>
    <name>LimitBox</name>
    <message>
        <source>At most within 24 hours</source>
        <translation>الحد الأقصى خلال ٢٤ ساعة</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A firewall rule for the usual port does not cover this one.</source>
        <translation>قاعدة جدار الحماية الخاصة بالمنفذ المعتاد لا تشمل هذا المنفذ.</translation>
    </message>
    <message>
        <source>About {app}</source>
        <translation>حول {app}</translation>
    </message>
    <message>
        <source>Can&apos;t see a device?</source>
        <translation>ألا ترى جهازًا؟</translation>
    </message>
    <message>
        <source>Check for updates…</source>
        <translation>التحقق من وجود تحديثات…</translation>
    </message>
    <message>
        <source>Connect by address…</source>
        <translation>اتصال بعنوان…</translation>
    </message>
    <message>
        <source>Invite another computer…</source>
        <translation>دعوة حاسوب آخر…</translation>
    </message>
    <message>
        <source>Port {wanted} is used by another program, so Tallystick uses {port}.</source>
        <translation>المنفذ {wanted} يستعمله برنامج آخر، لذا يستعمل Tallystick المنفذ {port}.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Remembered devices…</source>
        <translation>الأجهزة المحفوظة…</translation>
    </message>
    <message>
        <source>Rename this computer</source>
        <translation>إعادة تسمية هذا الحاسوب</translation>
    </message>
    <message>
        <source>Search the earlier transfers</source>
        <translation>بحث في عمليات النقل السابقة</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>إرسال مجلد…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>إرسال ملفات…</translation>
    </message>
    <message>
        <source>Send what was copied…</source>
        <translation>إرسال ما نُسخ…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
</context>
<context>
    <name>Nearby</name>
    <message>
        <source>About this session…</source>
        <translation>حول هذه الجلسة…</translation>
    </message>
    <message>
        <source>Check which device it is</source>
        <translation>التحقق من هوية الجهاز</translation>
    </message>
    <message>
        <source>Compare codes only</source>
        <translation>مقارنة الرموز فقط</translation>
    </message>
    <message>
        <source>Forget this device…</source>
        <translation>نسيان هذا الجهاز…</translation>
    </message>
    <message>
        <source>Remember this device…</source>
        <translation>تذكّر هذا الجهاز…</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>إرسال مجلد…</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>إرسال ملفات…</translation>
    </message>
</context>
<context>
    <name>NobodyNear</name>
    <message>
        <source>A firewall or the router keeps devices from finding each other. An address often works.</source>
        <translation>جدار حماية أو الموجّه يمنع الأجهزة من أن يجد بعضها بعضًا. كثيرًا ما ينجح الاتصال بعنوان.</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>فحص الاتصال</translation>
    </message>
    <message>
        <source>Connect by address…</source>
        <translation>اتصال بعنوان…</translation>
    </message>
    <message>
        <source>Looking for devices on this network…</source>
        <translation>يجري البحث عن أجهزة على هذه الشبكة…</translation>
    </message>
    <message>
        <source>Nothing found yet. Most often it is one of these:</source>
        <translation>لم يُعثر على شيء بعد. الغالب أحد هذه الأسباب:</translation>
    </message>
    <message>
        <source>Tallystick is not open on the other computer, or not visible to everyone nearby.</source>
        <translation>Tallystick غير مفتوح على الحاسوب الآخر، أو غير مرئي لكل من في الجوار.</translation>
    </message>
    <message>
        <source>Tallystick sends files straight to a computer near you. Both screens show a code, so that you know which computer it is.</source>
        <translation>يرسل Tallystick الملفات مباشرة إلى حاسوب قريب منك. تعرض الشاشتان رمزًا لتعرف أي حاسوب هو.</translation>
    </message>
    <message>
        <source>The two computers are on different networks, for example a guest Wi-Fi or a VPN.</source>
        <translation>الحاسوبان على شبكتين مختلفتين، مثل شبكة Wi-Fi للضيوف أو VPN.</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Both screens show it now.</source>
        <translation>الشاشتان تعرضانه الآن.</translation>
    </message>
    <message>
        <source>Compare the code with {peer}</source>
        <translation>قارن الرمز مع {peer}</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Is {peer} meant?</source>
        <translation>هل المقصود {peer}؟</translation>
    </message>
    <message>
        <source>It answered at {called}.</source>
        <translation>أجاب عند {called}.</translation>
    </message>
    <message>
        <source>{peer} sends you files</source>
        <translation>{peer} يرسل إليك ملفات</translation>
    </message>
    <message>
        <source>{what}, to be saved in {folder}</source>
        <translation>{what}، للحفظ في {folder}</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>تغيير مجلد الحفظ</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تغيير…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Files for you</source>
        <translation>ملفات لك</translation>
    </message>
    <message>
        <source>Free here: {size}</source>
        <translation>المتاح هنا: {size}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ الفحص…</translation>
    </message>
    <message>
        <source>Save in {folder}</source>
        <translation>الحفظ في {folder}</translation>
    </message>
    <message>
        <source>This was interrupted. {size} of it are here already; only the rest comes.</source>
        <translation>انقطعت عملية النقل هذه. {size} منها موجودة هنا بالفعل؛ ولا يأتي إلا الباقي.</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>ما سيُرسل</translation>
    </message>
    <message numerus="yes">
        <source>{count} of these files are programs. Open them only if you expected them.</source>
        <translation>
            <numerusform>لا برامج بين هذه الملفات.</numerusform>
            <numerusform>أحد هذه الملفات برنامج. لا تفتحه إلا إذا كنت تتوقعه.</numerusform>
            <numerusform>اثنان من هذه الملفات برنامجان. لا تفتحهما إلا إذا كنت تتوقعهما.</numerusform>
            <numerusform>{count} من هذه الملفات برامج. لا تفتحها إلا إذا كنت تتوقعها.</numerusform>
            <numerusform>{count} من هذه الملفات برامج. لا تفتحها إلا إذا كنت تتوقعها.</numerusform>
            <numerusform>{count} من هذه الملفات برامج. لا تفتحها إلا إذا كنت تتوقعها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} in {count} folders, {size}</source>
        <translation>
            <numerusform>{files} في {count} مجلد، {size}</numerusform>
            <numerusform>{files} في مجلد واحد، {size}</numerusform>
            <numerusform>{files} في مجلدين، {size}</numerusform>
            <numerusform>{files} في {count} مجلدات، {size}</numerusform>
            <numerusform>{files} في {count} مجلدًا، {size}</numerusform>
            <numerusform>{files} في {count} مجلد، {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Drop files on a device, or click it.</source>
        <translation>أسقط ملفات على جهاز، أو انقر عليه.</translation>
    </message>
    <message>
        <source>Nearby</source>
        <translation>في الجوار</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>عمليات النقل</translation>
    </message>
</context>
<context>
    <name>PastActions</name>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON، للبرامج</translation>
    </message>
    <message>
        <source>Receipt of {name}</source>
        <translation>إيصال {name}</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>حفظ الإيصال</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>The receipt was saved as {name}.</source>
        <translation>حُفظ الإيصال باسم {name}.</translation>
    </message>
    <message>
        <source>There is no program here that opens it.</source>
        <translation>لا يوجد هنا برنامج يفتح ذلك.</translation>
    </message>
    <message>
        <source>What failed of {what}</source>
        <translation>ما فشل من {what}</translation>
    </message>
    <message>
        <source>{name} is no longer in {folder}.</source>
        <translation>لم يعد {name} في {folder}.</translation>
    </message>
</context>
<context>
    <name>PastDetails</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Earlier transfer</source>
        <translation>عملية نقل سابقة</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>انتهت</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>مستبعَد</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>لم يُسلَّم</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>حفظ الإيصال…</translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation>حُفظ في</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>تم التحقق</translation>
    </message>
    <message>
        <source>What it was made of</source>
        <translation>المحتوى</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Save in</source>
        <translation>الحفظ في</translation>
    </message>
</context>
<context>
    <name>RecognisedDialog</name>
    <message>
        <source>Another device than you called</source>
        <translation>جهاز غير الذي اتصلت به</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>عدم الإرسال</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Send to it?</source>
        <translation>هل يُرسل إليه؟</translation>
    </message>
    <message>
        <source>You called {called} — this is {peer}, verified {day}.</source>
        <translation>اتصلت بـ {called} — وهذا {peer}، تم التحقق منه {day}.</translation>
    </message>
    <message numerus="yes">
        <source>and {count} more</source>
        <translation>
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وواحدة أخرى</numerusform>
            <numerusform>واثنتان أخريان</numerusform>
            <numerusform>و{count} أخرى</numerusform>
            <numerusform>و{count} أخرى</numerusform>
            <numerusform>و{count} أخرى</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RememberedList</name>
    <message>
        <source>Expires</source>
        <translation>انتهاء الصلاحية</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>آخر استعمال</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Remembered devices</source>
        <translation>الأجهزة المحفوظة</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>تم التحقق</translation>
    </message>
    <message>
        <source>Without asking</source>
        <translation>من دون سؤال</translation>
    </message>
    <message>
        <source>accepted without asking: {size} a day, into {folder}</source>
        <translation>يُقبل من دون سؤال: {size} في اليوم، في {folder}</translation>
    </message>
    <message>
        <source>{day}, {ahead}</source>
        <translation>{day}، {ahead}</translation>
    </message>
    <message>
        <source>{name}, verified {verified}, last used {used}, expires {expires}</source>
        <translation>{name}، التحقق: {verified}، آخر استعمال: {used}، انتهاء الصلاحية: {expires}</translation>
    </message>
    <message>
        <source>{size} a day</source>
        <translation>{size} في اليوم</translation>
    </message>
</context>
<context>
    <name>RememberedWindow</name>
    <message>
        <source>Accept without asking…</source>
        <translation>القبول من دون سؤال…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>نسيان…</translation>
    </message>
    <message>
        <source>Once you have compared a code with a device, it can be remembered here.</source>
        <translation>بعد أن تقارن رمزًا مع جهاز، يمكن تذكّره هنا.</translation>
    </message>
    <message>
        <source>Remembered devices</source>
        <translation>الأجهزة المحفوظة</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة تسمية</translation>
    </message>
    <message numerus="yes">
        <source>They prove themselves without a code. Whichever is not used for {count} days is forgotten.</source>
        <translation>
            <numerusform>تُثبت هويتها بلا رمز. ويُنسى فورًا ما لا يُستعمل.</numerusform>
            <numerusform>تُثبت هويتها بلا رمز. ويُنسى ما لا يُستعمل يومًا واحدًا.</numerusform>
            <numerusform>تُثبت هويتها بلا رمز. ويُنسى ما لا يُستعمل يومين.</numerusform>
            <numerusform>تُثبت هويتها بلا رمز. ويُنسى ما لا يُستعمل {count} أيام.</numerusform>
            <numerusform>تُثبت هويتها بلا رمز. ويُنسى ما لا يُستعمل {count} يومًا.</numerusform>
            <numerusform>تُثبت هويتها بلا رمز. ويُنسى ما لا يُستعمل {count} يوم.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Save the file first, then drop it here.</source>
        <translation>احفظ الملف أولًا، ثم أسقطه هنا.</translation>
    </message>
    <message>
        <source>Send a folder</source>
        <translation>إرسال مجلد</translation>
    </message>
    <message>
        <source>Send files</source>
        <translation>إرسال ملفات</translation>
    </message>
    <message>
        <source>That is a link to the web, and Tallystick downloads nothing.</source>
        <translation>هذا رابط إلى الويب، وTallystick لا ينزّل شيئًا.</translation>
    </message>
    <message>
        <source>There is neither a file nor a text on the clipboard.</source>
        <translation>لا يوجد في الحافظة ملف ولا نص.</translation>
    </message>
</context>
<context>
    <name>SessionNotices</name>
    <message>
        <source>It is not remembered: both sides have to want that while the session lives.</source>
        <translation>لم يُحفظ: يجب أن يرغب الطرفان في ذلك ما دامت الجلسة قائمة.</translation>
    </message>
    <message>
        <source>On the other computer, choose “Remember this device…” on the card of this one.</source>
        <translation>على الحاسوب الآخر، اختر «تذكّر هذا الجهاز…» على بطاقة هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The session with {peer} is over. Its keys no longer exist.</source>
        <translation>انتهت الجلسة مع {peer}. لم تعد مفاتيحها موجودة.</translation>
    </message>
    <message>
        <source>{peer} is connected again; no code needed.</source>
        <translation>اتصل {peer} مجددًا؛ لا حاجة إلى رمز.</translation>
    </message>
    <message>
        <source>{peer} is remembered until {day}.</source>
        <translation>يبقى {peer} محفوظًا حتى {day}.</translation>
    </message>
    <message>
        <source>{peer} proved itself; no code needed.</source>
        <translation>أثبت {peer} هويته؛ لا حاجة إلى رمز.</translation>
    </message>
    <message>
        <source>{peer} will be remembered as soon as that is wanted there too.</source>
        <translation>سيُحفظ {peer} حالما يُرغب في ذلك هناك أيضًا.</translation>
    </message>
</context>
<context>
    <name>SessionPanel</name>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Calls itself</source>
        <translation>يسمّي نفسه</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>التشفير</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation>متصل منذ</translation>
    </message>
    <message>
        <source>Decrypted here</source>
        <translation>فُكّ تشفيره هنا</translation>
    </message>
    <message>
        <source>Encrypted here</source>
        <translation>شُفِّر هنا</translation>
    </message>
    <message>
        <source>End session and destroy its keys</source>
        <translation>إنهاء الجلسة وإتلاف مفاتيحها</translation>
    </message>
    <message>
        <source>Epoch {epoch}, not renewed yet</source>
        <translation>الحقبة {epoch}، لم تُجدَّد بعد</translation>
    </message>
    <message numerus="yes">
        <source>Epoch {epoch}, renewed {count} times, last at {time}</source>
        <translation>
            <numerusform>الحقبة {epoch}، لم تُجدَّد بعد، {time}</numerusform>
            <numerusform>الحقبة {epoch}، جُدِّدت مرة واحدة: {time}</numerusform>
            <numerusform>الحقبة {epoch}، جُدِّدت مرتين، آخرهما: {time}</numerusform>
            <numerusform>الحقبة {epoch}، جُدِّدت {count} مرات، آخرها: {time}</numerusform>
            <numerusform>الحقبة {epoch}، جُدِّدت {count} مرة، آخرها: {time}</numerusform>
            <numerusform>الحقبة {epoch}، جُدِّدت {count} مرة، آخرها: {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept in their folder by Tallystick alone</source>
        <translation>يحصرها Tallystick وحده في مجلدها</translation>
    </message>
    <message>
        <source>Kept in their folder by {system} as well</source>
        <translation>يحصرها {system} أيضًا في مجلدها</translation>
    </message>
    <message>
        <source>Key agreement</source>
        <translation>الاتفاق على المفاتيح</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Keys destroyed</source>
        <translation>أُتلفت المفاتيح</translation>
    </message>
    <message>
        <source>Received files</source>
        <translation>الملفات المستلَمة</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>الجلسة</translation>
    </message>
    <message>
        <source>Session over. Its keys no longer exist.</source>
        <translation>انتهت الجلسة. لم تعد مفاتيحها موجودة.</translation>
    </message>
    <message>
        <source>This session is verified and open.</source>
        <translation>تم التحقق من هذه الجلسة، وهي مفتوحة.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>تم التحقق</translation>
    </message>
    <message>
        <source>{time} · {age}</source>
        <translation>{time} · {age}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Careful comparison</source>
        <translation>مقارنة &amp;دقيقة</translation>
    </message>
    <message>
        <source>&amp;Name of this computer</source>
        <translation>ا&amp;سم هذا الحاسوب</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>الم&amp;نفذ</translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation>الح&amp;فظ في</translation>
    </message>
    <message>
        <source>&amp;Who can see this computer</source>
        <translation>&amp;من يستطيع رؤية هذا الحاسوب</translation>
    </message>
    <message>
        <source>A port is a number from {least} to {most}.</source>
        <translation>المنفذ رقم من {least} إلى {most}.</translation>
    </message>
    <message>
        <source>Appea&amp;rance</source>
        <translation>الم&amp;ظهر</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>السؤال كل مرة</translation>
    </message>
    <message>
        <source>Change the folder to save in</source>
        <translation>تغيير مجلد الحفظ</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تغيير…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Devices can be remembered for {least} to {most} days.</source>
        <translation>يمكن تذكّر الأجهزة لمدة {least} إلى {most} يومًا.</translation>
    </message>
    <message>
        <source>Keep both: what comes gets a number</source>
        <translation>الاحتفاظ بكليهما: يُعطى الجديد رقمًا</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>الل&amp;غة</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Names that are there &amp;already</source>
        <translation>الأسماء الم&amp;وجودة بالفعل</translation>
    </message>
    <message>
        <source>No&amp;tifications</source>
        <translation>الإ&amp;شعارات</translation>
    </message>
    <message>
        <source>Notifications while the window is hidden</source>
        <translation>إشعارات عندما تكون النافذة مخفية</translation>
    </message>
    <message>
        <source>Remember &amp;devices for</source>
        <translation>ت&amp;ذكّر الأجهزة لمدة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Skip identical files, number the others</source>
        <translation>تخطي الملفات المتطابقة وترقيم الأخرى</translation>
    </message>
    <message>
        <source>Start at &amp;login</source>
        <translation>ال&amp;بدء عند تسجيل الدخول</translation>
    </message>
    <message>
        <source>The port stays as it was.</source>
        <translation>يبقى المنفذ كما كان.</translation>
    </message>
    <message>
        <source>as --port says this time; has to be open in a firewall</source>
        <translation>كما يحدّده ‎--port هذه المرة؛ يجب أن يكون مفتوحًا في جدار الحماية</translation>
    </message>
    <message>
        <source>days after their last use</source>
        <translation>يومًا بعد آخر استعمال لها</translation>
    </message>
    <message>
        <source>has to be open in a firewall</source>
        <translation>يجب أن يكون مفتوحًا في جدار الحماية</translation>
    </message>
    <message>
        <source>type the code of the other screen when somebody connects</source>
        <translation>كتابة رمز الشاشة الأخرى عندما يتصل أحد</translation>
    </message>
    <message>
        <source>was taken: it is {port} for now, and that has to be open in a firewall</source>
        <translation>كان مشغولًا: المنفذ الآن {port}، ويجب أن يكون مفتوحًا في جدار الحماية</translation>
    </message>
    <message>
        <source>while the window is hidden</source>
        <translation>عندما تكون النافذة مخفية</translation>
    </message>
</context>
<context>
    <name>SideWindows</name>
    <message>
        <source>Save in</source>
        <translation>الحفظ في</translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Tallystick could not start</source>
        <translation>تعذّر بدء Tallystick</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>A text for you</source>
        <translation>نص لك</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>It holds characters that cannot be seen. Careful where you paste it.</source>
        <translation>يحتوي على محارف لا تُرى. انتبه أين تلصقه.</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>النص</translation>
    </message>
    <message numerus="yes">
        <source>{count} more texts wait until you close this one.</source>
        <translation>
            <numerusform>لا نصوص أخرى تنتظر أن تغلق هذا النص.</numerusform>
            <numerusform>نص واحد آخر ينتظر أن تغلق هذا النص.</numerusform>
            <numerusform>نصّان آخران ينتظران أن تغلق هذا النص.</numerusform>
            <numerusform>{count} نصوص أخرى تنتظر أن تغلق هذا النص.</numerusform>
            <numerusform>{count} نصًا آخر ينتظر أن تغلق هذا النص.</numerusform>
            <numerusform>{count} نص آخر ينتظر أن تغلق هذا النص.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>اسم هذا الحاسوب</translation>
    </message>
    <message>
        <source>Rename this computer</source>
        <translation>إعادة تسمية هذا الحاسوب</translation>
    </message>
    <message>
        <source>Rename this computer, now {name}</source>
        <translation>إعادة تسمية هذا الحاسوب، اسمه الآن {name}</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <source>Visible to everyone nearby</source>
        <translation>مرئي لكل من في الجوار</translation>
    </message>
    <message>
        <source>Visible to everyone until {time}</source>
        <translation>مرئي للجميع حتى {time}</translation>
    </message>
    <message>
        <source>Visible to nobody</source>
        <translation>غير مرئي لأحد</translation>
    </message>
    <message>
        <source>Visible to remembered devices</source>
        <translation>مرئي للأجهزة المحفوظة</translation>
    </message>
</context>
<context>
    <name>TransferRow</name>
    <message>
        <source>About this session…</source>
        <translation>حول هذه الجلسة…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancel {what}</source>
        <translation>إلغاء {what}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Continue {what}</source>
        <translation>متابعة {what}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>التفاصيل…</translation>
    </message>
    <message>
        <source>Files that were not delivered</source>
        <translation>ملفات لم تُسلَّم</translation>
    </message>
    <message>
        <source>Hide the list</source>
        <translation>إخفاء القائمة</translation>
    </message>
    <message>
        <source>More about {what}</source>
        <translation>المزيد عن {what}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open {what}</source>
        <translation>فتح {what}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Pause {what}</source>
        <translation>إيقاف {what} مؤقتًا</translation>
    </message>
    <message>
        <source>Progress of {what}</source>
        <translation>تقدّم {what}</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>إزالة من القائمة…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Resume {what}</source>
        <translation>استئناف {what}</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>حفظ الإيصال…</translation>
    </message>
    <message>
        <source>Send again what failed of {what}</source>
        <translation>إعادة إرسال ما فشل من {what}</translation>
    </message>
    <message>
        <source>Send {what} again</source>
        <translation>إعادة إرسال {what}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message numerus="yes">
        <source>Show the reasons</source>
        <translation>
            <numerusform>إظهار الأسباب</numerusform>
            <numerusform>إظهار السبب</numerusform>
            <numerusform>إظهار السببين</numerusform>
            <numerusform>إظهار الأسباب</numerusform>
            <numerusform>إظهار الأسباب</numerusform>
            <numerusform>إظهار الأسباب</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what was left out</source>
        <translation>إظهار ما استُبعد</translation>
    </message>
    <message>
        <source>Show {what} in its folder</source>
        <translation>إظهار {what} في مجلده</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Show {app}</source>
        <translation>إظهار {app}</translation>
    </message>
    <message>
        <source>Who can see this computer</source>
        <translation>من يستطيع رؤية هذا الحاسوب</translation>
    </message>
    <message numerus="yes">
        <source>{app}: {count} transfers are running</source>
        <translation>
            <numerusform>{app}: لا نقل جارٍ</numerusform>
            <numerusform>{app}: عملية نقل واحدة جارية</numerusform>
            <numerusform>{app}: عمليتا نقل جاريتان</numerusform>
            <numerusform>{app}: {count} عمليات نقل جارية</numerusform>
            <numerusform>{app}: {count} عملية نقل جارية</numerusform>
            <numerusform>{app}: {count} عملية نقل جارية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypedCode</name>
    <message>
        <source>That is not the code of this computer either. If you typed what is there, it is different.</source>
        <translation>وهذا أيضًا ليس رمز هذا الحاسوب. إن كنت قد كتبت ما يظهر هناك فالرمزان مختلفان.</translation>
    </message>
    <message>
        <source>That is not the code of this computer. Look again, and type it once more.</source>
        <translation>هذا ليس رمز هذا الحاسوب. انظر مرة أخرى واكتبه مجددًا.</translation>
    </message>
    <message>
        <source>The code on the other screen</source>
        <translation>الرمز على الشاشة الأخرى</translation>
    </message>
    <message>
        <source>Type the code that the screen of {peer} shows.</source>
        <translation>اكتب الرمز الذي تعرضه شاشة {peer}.</translation>
    </message>
</context>
<context>
    <name>UnprovenDialog</name>
    <message>
        <source>Compare codes anew…</source>
        <translation>مقارنة الرموز من جديد…</translation>
    </message>
    <message>
        <source>It answered at {address}.</source>
        <translation>أجاب عند {address}.</translation>
    </message>
    <message>
        <source>It may have forgotten this computer, or somebody is in between.</source>
        <translation>ربما نسي هذا الحاسوب، أو أن شخصًا ما يتوسط بينكما.</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>لم يتم التحقق</translation>
    </message>
    <message>
        <source>Nothing was sent. If you know why, for example because the other computer was set up anew, you can compare codes as with a device that you do not know.</source>
        <translation>لم يُرسل شيء. إذا كنت تعرف السبب، مثلًا لأن الحاسوب الآخر أُعيد إعداده، يمكنك مقارنة الرموز كما مع جهاز لا تعرفه.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>This did not prove to be {peer}.</source>
        <translation>لم يُثبت هذا الجهاز أنه {peer}.</translation>
    </message>
</context>
<context>
    <name>VerifiedPage</name>
    <message>
        <source>&amp;It is the same device: replace the one verified {day}</source>
        <translation>إنه ال&amp;جهاز نفسه: يحل محل الذي تم التحقق منه {day}</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remember this device for {count} days</source>
        <translation>
            <numerusform>ت&amp;ذكّر هذا الجهاز</numerusform>
            <numerusform>ت&amp;ذكّر هذا الجهاز يومًا واحدًا</numerusform>
            <numerusform>ت&amp;ذكّر هذا الجهاز يومين</numerusform>
            <numerusform>ت&amp;ذكّر هذا الجهاز {count} أيام</numerusform>
            <numerusform>ت&amp;ذكّر هذا الجهاز {count} يومًا</numerusform>
            <numerusform>ت&amp;ذكّر هذا الجهاز {count} يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>The codes match.</source>
        <translation>الرمزان متطابقان.</translation>
    </message>
    <message>
        <source>The codes match. This is {peer}.</source>
        <translation>الرمزان متطابقان. هذا {peer}.</translation>
    </message>
    <message>
        <source>{box}: ticked</source>
        <translation>{box}: محدَّد</translation>
    </message>
</context>
<context>
    <name>VisibilityMenu</name>
    <message>
        <source>Everyone nearby, for ten minutes</source>
        <translation>كل من في الجوار، لعشر دقائق</translation>
    </message>
</context>
<context>
    <name>Wakefulness</name>
    <message>
        <source>Files are being transferred</source>
        <translation>يجري نقل ملفات</translation>
    </message>
</context>
<context>
    <name>_NameDelegate</name>
    <message>
        <source>Your name for {name}</source>
        <translation>الاسم الذي تعطيه لـ {name}</translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>Details: {text}</source>
        <translation>التفاصيل: {text}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>التفاصيل…</translation>
    </message>
    <message>
        <source>Dismiss: {text}</source>
        <translation>إغلاق: {text}</translation>
    </message>
</context>
<context>
    <name>_SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>مسح البحث</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message numerus="yes">
        <source>in {count} days</source>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>بعد يوم</numerusform>
            <numerusform>بعد يومين</numerusform>
            <numerusform>بعد {count} أيام</numerusform>
            <numerusform>بعد {count} يومًا</numerusform>
            <numerusform>بعد {count} يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>غدًا</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>أمس</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A later version of Tallystick keeps the remembered devices in “{path}”; this one can use none of them.</source>
        <translation>يحتفظ إصدار أحدث من Tallystick بالأجهزة المحفوظة في «{path}»؛ ولا يستطيع هذا الإصدار استعمال أي منها.</translation>
    </message>
    <message>
        <source>Accept more when some of them are finished.</source>
        <translation>اقبل المزيد عندما ينتهي بعضها.</translation>
    </message>
    <message>
        <source>Agreeing on keys with {peer} failed ({detail}).</source>
        <translation>فشل الاتفاق على المفاتيح مع {peer} ({detail}).</translation>
    </message>
    <message>
        <source>Another code is on the screen already.</source>
        <translation>هناك رمز آخر على الشاشة بالفعل.</translation>
    </message>
    <message>
        <source>Another computer, which did not prove to be {peer}, answered at {address}.</source>
        <translation>أجاب حاسوب آخر على العنوان {address} ولم يُثبت أنه {peer}.</translation>
    </message>
    <message>
        <source>Another version of Tallystick noted: “{words}”.</source>
        <translation>دوّن إصدار آخر من Tallystick: «{words}».</translation>
    </message>
    <message>
        <source>Ask for a new one: each is good for one session.</source>
        <translation>اطلب دعوة جديدة: كل دعوة صالحة لجلسة واحدة.</translation>
    </message>
    <message>
        <source>Bigger ones will be left out. Choose another folder to keep them.</source>
        <translation>ستُستبعد الملفات الأكبر. اختر مجلدًا آخر للاحتفاظ بها.</translation>
    </message>
    <message>
        <source>Cancel the transfer to delete what had arrived; what was delivered stays.</source>
        <translation>ألغِ عملية النقل لحذف ما وصل؛ وما سُلِّم يبقى.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>تحقق من أذوناته.</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there and that both are on the same network.</source>
        <translation>تحقق من أن Tallystick مفتوح هناك وأن كليكما على الشبكة نفسها.</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there and visible to others, and that no firewall refuses it. If you typed an address, compare the port.</source>
        <translation>تحقق من أن Tallystick مفتوح هناك ومرئي للآخرين، وأن لا جدار حماية يرفضه. إن كتبت عنوانًا فقارن المنفذ.</translation>
    </message>
    <message>
        <source>Check that Tallystick is open there, or use its address: HOST:PORT.</source>
        <translation>تحقق من أن Tallystick مفتوح هناك، أو استعمل عنوانه: ⁦HOST:PORT⁩.</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and Tallystick open there and visible to others. A firewall there can be the cause, too, or a Wi-Fi that keeps its guests apart.</source>
        <translation>تحقق من أن الحاسوب الآخر مشغَّل، وأن Tallystick مفتوح هناك ومرئي للآخرين. قد يكون السبب أيضًا جدار حماية هناك، أو شبكة Wi-Fi تعزل ضيوفها.</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and put both on the same network, not a guest one. A firewall can be the cause, too.</source>
        <translation>تحقق من أن الحاسوب الآخر مشغَّل، وضع الجهازين على الشبكة نفسها، لا على شبكة ضيوف. قد يكون السبب أيضًا جدار حماية.</translation>
    </message>
    <message>
        <source>Check that the other computer is switched on, and put both on the same network, not a guest one. On this Mac, Tallystick has to be allowed under System Settings, Privacy and Security, Local Network.</source>
        <translation>تحقق من أن الحاسوب الآخر مشغَّل، وضع الجهازين على الشبكة نفسها، لا على شبكة ضيوف. على هذا الـ Mac يجب السماح لـ Tallystick في إعدادات النظام، الخصوصية والأمن، الشبكة المحلية.</translation>
    </message>
    <message>
        <source>Check the disk and send it again.</source>
        <translation>تحقق من القرص وأرسله مجددًا.</translation>
    </message>
    <message>
        <source>Check the disk there and send it again.</source>
        <translation>تحقق من القرص هناك وأرسله مجددًا.</translation>
    </message>
    <message>
        <source>Check the network of this computer, and put both on the same one.</source>
        <translation>تحقق من شبكة هذا الحاسوب، وضع الجهازين على الشبكة نفسها.</translation>
    </message>
    <message>
        <source>Check the spelling and try again.</source>
        <translation>تحقق من كتابته وحاول مجددًا.</translation>
    </message>
    <message>
        <source>Check the spelling, or use the number address that the other computer shows.</source>
        <translation>تحقق من الكتابة، أو استعمل العنوان الرقمي الذي يعرضه الحاسوب الآخر.</translation>
    </message>
    <message>
        <source>Choose a folder that is less deep.</source>
        <translation>اختر مجلدًا أقل عمقًا.</translation>
    </message>
    <message>
        <source>Choose another file name.</source>
        <translation>اختر اسم ملف آخر.</translation>
    </message>
    <message>
        <source>Choose another folder there and send again.</source>
        <translation>اختر مجلدًا آخر هناك وأرسل مجددًا.</translation>
    </message>
    <message>
        <source>Choose another folder with --profile.</source>
        <translation>اختر مجلدًا آخر باستعمال ⁦--profile⁩.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Choose them again to send them.</source>
        <translation>اخترها مجددًا لإرسالها.</translation>
    </message>
    <message>
        <source>Choose “Only remembered devices” or “Everyone nearby” first.</source>
        <translation>اختر أولًا «الأجهزة المحفوظة فقط» أو «كل من في الجوار».</translation>
    </message>
    <message>
        <source>Close it, then try again. If it cannot be closed, end it in the system&apos;s list of processes.</source>
        <translation>أغلقه، ثم حاول مجددًا. إذا تعذّر إغلاقه، فأنهِه من قائمة العمليات في النظام.</translation>
    </message>
    <message>
        <source>Close that program or choose another port with --port.</source>
        <translation>أغلق ذلك البرنامج أو اختر منفذًا آخر باستعمال ⁦--port⁩.</translation>
    </message>
    <message>
        <source>Compare codes with each of them again. The old file was kept as “{kept}”.</source>
        <translation>قارن الرموز مع كل منها مجددًا. أُبقي الملف القديم باسم «{kept}».</translation>
    </message>
    <message>
        <source>Connect by address instead, or let “tallystick doctor” look for the cause.</source>
        <translation>اتصل بعنوان بدلًا من ذلك، أو دع «tallystick doctor» يبحث عن السبب.</translation>
    </message>
    <message>
        <source>Connect to the same Wi-Fi or cable network as the other computer.</source>
        <translation>صِل هذا الحاسوب بشبكة Wi-Fi أو الشبكة السلكية نفسها التي عليها الحاسوب الآخر.</translation>
    </message>
    <message>
        <source>Copy it again, from “tallystick-invitation:” to its end.</source>
        <translation>انسخها مجددًا، من «⁦tallystick-invitation:⁩» إلى آخرها.</translation>
    </message>
    <message>
        <source>Data from {peer} was changed on the way, so the session was ended.</source>
        <translation>غُيِّرت بيانات من {peer} في الطريق، لذا أُنهيت الجلسة.</translation>
    </message>
    <message>
        <source>Devices nearby cannot be looked for ({reason}).</source>
        <translation>تعذّر البحث عن الأجهزة القريبة ({reason}).</translation>
    </message>
    <message>
        <source>Files cannot be saved in “{path}” ({reason}).</source>
        <translation>لا يمكن حفظ الملفات في «{path}» ({reason}).</translation>
    </message>
    <message>
        <source>Files that were delivered before stay.</source>
        <translation>تبقى الملفات التي سُلِّمت من قبل.</translation>
    </message>
    <message>
        <source>Finish that comparison first.</source>
        <translation>أنهِ تلك المقارنة أولًا.</translation>
    </message>
    <message>
        <source>Forget one of the two entries on this computer, then try again.</source>
        <translation>انسَ أحد المدخلين على هذا الحاسوب، ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>Forget one that you no longer use.</source>
        <translation>انسَ جهازًا لم تعد تستعمله.</translation>
    </message>
    <message>
        <source>If it does not come back by itself, continue the transfer; a code is compared again.</source>
        <translation>إذا لم يعد من تلقاء نفسه، فتابع عملية النقل؛ ويُقارَن رمز مجددًا.</translation>
    </message>
    <message>
        <source>If it does not come back by itself, somebody has to continue the transfer on {peer}.</source>
        <translation>إذا لم يعد من تلقاء نفسه، فعلى شخص ما أن يتابع عملية النقل على {peer}.</translation>
    </message>
    <message>
        <source>Install Tallystick again with a current &apos;cryptography&apos; package.</source>
        <translation>ثبّت Tallystick مجددًا مع حزمة «cryptography» حديثة.</translation>
    </message>
    <message>
        <source>It goes on when somebody resumes it there.</source>
        <translation>تستمر عندما يستأنفها شخص ما هناك.</translation>
    </message>
    <message>
        <source>It goes on when you resume it.</source>
        <translation>تستمر عندما تستأنفها.</translation>
    </message>
    <message>
        <source>It is not known any more where these files are on this computer.</source>
        <translation>لم يعد مكان هذه الملفات على هذا الحاسوب معروفًا.</translation>
    </message>
    <message>
        <source>It was not kept there.</source>
        <translation>لم يُحتفظ به هناك.</translation>
    </message>
    <message>
        <source>It was sent nothing: {peer} was found at another of its last addresses, and proved itself there.</source>
        <translation>لم يُرسَل إليه شيء: عُثر على {peer} في عنوان آخر من عناوينه الأخيرة وأثبت هويته هناك.</translation>
    </message>
    <message>
        <source>Let Tallystick out in the settings of that firewall.</source>
        <translation>اسمح لـ Tallystick بالاتصال بغيره في إعدادات جدار الحماية هذا.</translation>
    </message>
    <message>
        <source>Links, devices and other special files are left out.</source>
        <translation>تُستبعد الروابط وملفات الأجهزة وسائر الملفات الخاصة.</translation>
    </message>
    <message>
        <source>Look at the list and have those sent again.</source>
        <translation>انظر في القائمة واطلب إرسال تلك مجددًا.</translation>
    </message>
    <message>
        <source>Look at the list and send those again.</source>
        <translation>انظر في القائمة وأرسل تلك مجددًا.</translation>
    </message>
    <message>
        <source>Make room or choose another folder.</source>
        <translation>أفسِح مجالًا أو اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Make room there or send less.</source>
        <translation>أفسِح مجالًا هناك أو أرسل كمية أقل.</translation>
    </message>
    <message>
        <source>Make room. The transfer then goes on by itself.</source>
        <translation>أفسِح مجالًا. ثم تستمر عملية النقل من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>More than one device is called “{peer}”: {addresses}.</source>
        <translation>أكثر من جهاز اسمه «{peer}»: {addresses}.</translation>
    </message>
    <message>
        <source>More than {most} files and folders were selected.</source>
        <translation>اختير أكثر من {most} من الملفات والمجلدات.</translation>
    </message>
    <message>
        <source>No device called “{peer}” was found on this network.</source>
        <translation>لم يُعثر على جهاز اسمه «{peer}» على هذه الشبكة.</translation>
    </message>
    <message>
        <source>Nobody answered the offer here in time.</source>
        <translation>لم يُجب أحد هنا عن العرض في الوقت المحدد.</translation>
    </message>
    <message>
        <source>Nobody could be asked here about what {peer} offers.</source>
        <translation>لم يكن هنا أحد يمكن سؤاله عمّا يعرضه {peer}.</translation>
    </message>
    <message>
        <source>Nobody here could compare a code with {peer}.</source>
        <translation>لم يكن هنا أحد يستطيع مقارنة رمز مع {peer}.</translation>
    </message>
    <message>
        <source>Nobody on {peer} took the text.</source>
        <translation>لم يأخذ أحد النص على {peer}.</translation>
    </message>
    <message>
        <source>Nothing changed was kept. Try again; if it repeats, somebody may be interfering.</source>
        <translation>لم يُحتفظ بأي بيانات مغيَّرة. حاول مجددًا؛ وإذا تكرر ذلك فربما يتدخل شخص ما.</translation>
    </message>
    <message>
        <source>Nothing unchecked was kept. Check that both computers run a current Tallystick.</source>
        <translation>لم يُحتفظ بشيء لم يُفحص. تحقق من أن الحاسوبين يشغّلان إصدارًا حديثًا من Tallystick.</translation>
    </message>
    <message>
        <source>Nothing was received. Receive where somebody can answer, or say beforehand what is accepted.</source>
        <translation>لم يُستلم شيء. استلم حيث يستطيع أحد الإجابة، أو حدّد مسبقًا ما يُقبل.</translation>
    </message>
    <message>
        <source>Nothing was received. {peer} can send it again.</source>
        <translation>لم يُستلَم شيء. يستطيع {peer} إرساله مجددًا.</translation>
    </message>
    <message>
        <source>Nothing was sent or received.</source>
        <translation>لم يُرسل شيء ولم يُستلَم.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Compare it in the window, at a terminal, or with a program that answers.</source>
        <translation>لم يُرسَل شيء ولم يُستلَم. قارنه في النافذة أو في الطرفية أو ببرنامج يجيب.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Somebody may be interfering with this connection.</source>
        <translation>لم يُرسل شيء ولم يُستلَم. ربما يتدخل شخص ما في هذا الاتصال.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again when both people are there.</source>
        <translation>لم يُرسل شيء ولم يُستلَم. حاول مجددًا عندما يكون الشخصان حاضرين.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again, and compare with the right screen.</source>
        <translation>لم يُرسل شيء ولم يُستلَم. حاول مجددًا، وقارن بالشاشة الصحيحة.</translation>
    </message>
    <message>
        <source>Nothing was sent or received. Try again; if it happens again, somebody may be interfering.</source>
        <translation>لم يُرسل شيء ولم يُستلَم. حاول مجددًا؛ وإذا حدث مرة أخرى فربما يتدخل شخص ما.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask for a new invitation.</source>
        <translation>لم يُرسل شيء. اطلب دعوة جديدة.</translation>
    </message>
    <message>
        <source>Nothing was sent. Comparing codes anew is possible, if both people look closely.</source>
        <translation>لم يُرسل شيء. يمكن مقارنة الرموز من جديد إذا دقّق الشخصان النظر.</translation>
    </message>
    <message>
        <source>Nothing was sent. Try again when somebody is there.</source>
        <translation>لم يُرسل شيء. حاول مجددًا عندما يكون شخص ما هناك.</translation>
    </message>
    <message>
        <source>Nothing was written. Rename it on the sending computer.</source>
        <translation>لم يُكتب شيء. أعد تسميته على الحاسوب المُرسِل.</translation>
    </message>
    <message>
        <source>Nothing was written. Rename one of them on the sending computer.</source>
        <translation>لم يُكتب شيء. أعد تسمية أحدها على الحاسوب المُرسِل.</translation>
    </message>
    <message>
        <source>Once that folder is as it was, this goes on by itself. If it stays away, cancel and have it sent again.</source>
        <translation>حالما يعود ذلك المجلد كما كان يستمر هذا من تلقاء نفسه. وإن لم يعد فألغِ واطلب الإرسال من جديد.</translation>
    </message>
    <message>
        <source>Only what was delivered has one, as long as it is in the history.</source>
        <translation>لا إيصال إلا لما سُلِّم، ما دام في قائمة العمليات السابقة.</translation>
    </message>
    <message>
        <source>Other users of this computer could read the secrets of your remembered devices in “{path}”.</source>
        <translation>استطاع مستخدمون آخرون لهذا الحاسوب قراءة أسرار أجهزتك المحفوظة في «{path}».</translation>
    </message>
    <message>
        <source>Other users of this computer may be able to read the secrets of your remembered devices in “{path}”.</source>
        <translation>قد يستطيع مستخدمون آخرون لهذا الحاسوب قراءة أسرار أجهزتك المحفوظة في «{path}».</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>نرجو الإبلاغ عن هذا.</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer.</source>
        <translation>المنفذ {port} يستعمله برنامج آخر على هذا الحاسوب بالفعل.</translation>
    </message>
    <message>
        <source>Programs are only saved when you were asked.</source>
        <translation>لا تُحفظ البرامج إلا بعد سؤالك.</translation>
    </message>
    <message>
        <source>Rename it and send again.</source>
        <translation>أعد تسميته وأرسله مجددًا.</translation>
    </message>
    <message>
        <source>Save it as a file and send that.</source>
        <translation>احفظه ملفًا وأرسل الملف.</translation>
    </message>
    <message>
        <source>Send again when they have been answered.</source>
        <translation>أرسل مجددًا بعد الإجابة عنها.</translation>
    </message>
    <message>
        <source>Send it again when somebody has read them.</source>
        <translation>أرسله مجددًا بعد أن يقرأها شخص ما.</translation>
    </message>
    <message>
        <source>Send it again when somebody is there.</source>
        <translation>أرسله مجددًا عندما يكون شخص ما هناك.</translation>
    </message>
    <message>
        <source>Send it again.</source>
        <translation>أرسله مجددًا.</translation>
    </message>
    <message>
        <source>Send them again. What was delivered stays delivered.</source>
        <translation>أرسلها مجددًا. ما سُلِّم يبقى مسلَّمًا.</translation>
    </message>
    <message>
        <source>Send them in several parts.</source>
        <translation>أرسلها على أجزاء.</translation>
    </message>
    <message>
        <source>Some paths below “{path}” would have more than {most} bytes, which many programs cannot open.</source>
        <translation>ستتجاوز بعض المسارات تحت «{path}» {most} بايت، وهو ما لا تستطيع برامج كثيرة فتحه.</translation>
    </message>
    <message>
        <source>Somebody has to look at that screen and finish what is there, then try again.</source>
        <translation>على شخص ما أن ينظر إلى تلك الشاشة وينهي ما عليها، ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>Somebody has to make room there. The transfer then goes on by itself.</source>
        <translation>على شخص ما أن يُفسح مجالًا هناك. ثم تستمر عملية النقل من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>حدث خطأ ما.</translation>
    </message>
    <message>
        <source>Start a new one. A code is compared again, unless the device is remembered.</source>
        <translation>ابدأ جلسة جديدة. يُقارَن رمز مجددًا، إلا إذا كان الجهاز محفوظًا.</translation>
    </message>
    <message>
        <source>Tallystick is open already, but does not answer.</source>
        <translation>Tallystick مفتوح بالفعل، لكنه لا يجيب.</translation>
    </message>
    <message>
        <source>Tallystick made a mistake ({detail}).</source>
        <translation>ارتكب Tallystick خطأ ({detail}).</translation>
    </message>
    <message>
        <source>Tallystick made a mistake and ended the session ({detail}).</source>
        <translation>ارتكب Tallystick خطأ وأنهى الجلسة ({detail}).</translation>
    </message>
    <message>
        <source>Tallystick&apos;s own data in “{path}” cannot be used ({reason}).</source>
        <translation>لا يمكن استعمال بيانات Tallystick الخاصة في «{path}» ({reason}).</translation>
    </message>
    <message>
        <source>That address leads back to this computer.</source>
        <translation>ذلك العنوان يعود إلى هذا الحاسوب.</translation>
    </message>
    <message>
        <source>That disk keeps nothing from anybody. Choose a folder on another one with --profile.</source>
        <translation>لا يخفي هذا القرص شيئًا عن أحد. اختر مجلدًا على قرص آخر باستعمال ⁦--profile⁩.</translation>
    </message>
    <message>
        <source>The codes differ. Someone may be between you and {peer}, or you compared with another device.</source>
        <translation>الرمزان مختلفان. قد يكون شخص ما بينك وبين {peer}، أو أنك قارنت مع جهاز آخر.</translation>
    </message>
    <message>
        <source>The comparison with {peer} was not finished.</source>
        <translation>لم تكتمل المقارنة مع {peer}.</translation>
    </message>
    <message>
        <source>The connection to {peer} was interrupted.</source>
        <translation>انقطع الاتصال مع {peer}.</translation>
    </message>
    <message>
        <source>The connection to {peer} was lost.</source>
        <translation>فُقد الاتصال مع {peer}.</translation>
    </message>
    <message>
        <source>The disk is full: {needed} more needed, {free} free.</source>
        <translation>القرص ممتلئ: يلزم {needed} إضافية، والمتاح {free}.</translation>
    </message>
    <message>
        <source>The disk of {peer} is full.</source>
        <translation>قرص {peer} ممتلئ.</translation>
    </message>
    <message>
        <source>The disk of “{path}” cannot hold these names: {names}.</source>
        <translation>لا يدعم قرص «{path}» هذه الأسماء: {names}.</translation>
    </message>
    <message>
        <source>The disk of “{path}” holds no files of more than {most}.</source>
        <translation>لا يدعم قرص «{path}» ملفات أكبر من {most}.</translation>
    </message>
    <message>
        <source>The disk of “{path}” holds no names of more than {most} bytes, and there may be longer ones.</source>
        <translation>لا يدعم قرص «{path}» أسماء تزيد على {most} بايت، وقد يكون هناك أطول منها.</translation>
    </message>
    <message>
        <source>The folder chosen on {peer} cannot be written to.</source>
        <translation>لا يمكن الكتابة في المجلد المختار على {peer}.</translation>
    </message>
    <message>
        <source>The history of earlier transfers could not be used ({reason}); a new one was begun.</source>
        <translation>تعذّر استعمال قائمة عمليات النقل السابقة ({reason})؛ وبدأت قائمة جديدة.</translation>
    </message>
    <message>
        <source>The name {name!r} is not safe on every computer ({reason}).</source>
        <translation>الاسم {name!r} غير آمن على كل حاسوب ({reason}).</translation>
    </message>
    <message>
        <source>The old file was kept as “{kept}”.</source>
        <translation>أُبقي الملف القديم باسم «{kept}».</translation>
    </message>
    <message>
        <source>The old file was kept as “{kept}”. Received files are not touched by this.</source>
        <translation>أُبقي الملف القديم باسم «{kept}». لا يمس هذا الملفات المستلَمة.</translation>
    </message>
    <message>
        <source>The remembered devices could not be used ({reason}); none of them is trusted any more.</source>
        <translation>تعذّر استعمال الأجهزة المحفوظة ({reason})؛ ولم يعد أي منها موثوقًا.</translation>
    </message>
    <message>
        <source>The session with {peer} is over.</source>
        <translation>انتهت الجلسة مع {peer}.</translation>
    </message>
    <message>
        <source>The settings could not be used ({reason}); Tallystick started with its defaults, but for who can see this computer, where that could be read.</source>
        <translation>تعذّر استعمال الإعدادات ({reason})؛ بدأ Tallystick بالقيم الافتراضية، ما عدا من يستطيع رؤية هذا الحاسوب إن أمكنت قراءة ذلك.</translation>
    </message>
    <message>
        <source>The transfer goes on by itself when both computers are connected again.</source>
        <translation>تستمر عملية النقل من تلقاء نفسها عندما يتصل الحاسوبان مجددًا.</translation>
    </message>
    <message>
        <source>The transfer to {peer} can no longer be continued: the files here have changed.</source>
        <translation>لم يعد ممكنًا متابعة النقل إلى {peer}: تغيّرت الملفات هنا.</translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation>أُلغيت عملية النقل.</translation>
    </message>
    <message>
        <source>There is no receipt of this transfer ({reason}).</source>
        <translation>لا يوجد إيصال لعملية النقل هذه ({reason}).</translation>
    </message>
    <message>
        <source>There is no text to send.</source>
        <translation>لا يوجد نص لإرساله.</translation>
    </message>
    <message>
        <source>There is not enough space on {peer}.</source>
        <translation>لا توجد مساحة كافية على {peer}.</translation>
    </message>
    <message>
        <source>There is not enough space: {needed} needed, {free} free.</source>
        <translation>لا توجد مساحة كافية: يلزم {needed}، والمتاح {free}.</translation>
    </message>
    <message>
        <source>There is nothing here that can be sent.</source>
        <translation>لا شيء هنا يمكن إرساله.</translation>
    </message>
    <message>
        <source>They no longer can. If you do not trust them, forget the devices and compare codes again.</source>
        <translation>لم يعودوا يستطيعون. إذا كنت لا تثق بهم، فانسَ الأجهزة وقارن الرموز مجددًا.</translation>
    </message>
    <message>
        <source>This computer is not connected to any network.</source>
        <translation>هذا الحاسوب غير متصل بأي شبكة.</translation>
    </message>
    <message>
        <source>This computer lets nobody call it, so it cannot invite anybody.</source>
        <translation>لا يسمح هذا الحاسوب لأحد بالاتصال به، لذا لا يستطيع دعوة أحد.</translation>
    </message>
    <message>
        <source>This computer&apos;s cryptography library lacks ML-KEM-768, so no session can start.</source>
        <translation>تفتقر مكتبة التشفير على هذا الحاسوب إلى ML-KEM-768، لذا لا يمكن بدء أي جلسة.</translation>
    </message>
    <message>
        <source>This did not prove to be {peer}. It may have forgotten this computer, or somebody is in between.</source>
        <translation>لم يُثبت هذا الجهاز أنه {peer}. ربما نسي هذا الحاسوب، أو أن شخصًا ما يتوسط بينكما.</translation>
    </message>
    <message>
        <source>This holds something that is no text.</source>
        <translation>يحتوي هذا على ما ليس نصًا.</translation>
    </message>
    <message>
        <source>This invitation was used already.</source>
        <translation>استُعملت هذه الدعوة من قبل.</translation>
    </message>
    <message>
        <source>This is not a whole invitation.</source>
        <translation>هذه ليست دعوة كاملة.</translation>
    </message>
    <message>
        <source>This is too long to be sent as a text.</source>
        <translation>هذا أطول من أن يُرسل نصًا.</translation>
    </message>
    <message>
        <source>Too many offers wait for an answer on {peer}.</source>
        <translation>هناك عروض كثيرة جدًا تنتظر الإجابة على {peer}.</translation>
    </message>
    <message>
        <source>Too many texts wait to be read on {peer}.</source>
        <translation>هناك نصوص كثيرة جدًا تنتظر القراءة على {peer}.</translation>
    </message>
    <message>
        <source>Too many transfers from {peer} are under way.</source>
        <translation>هناك عمليات نقل كثيرة جدًا جارية من {peer}.</translation>
    </message>
    <message>
        <source>Type or paste some.</source>
        <translation>اكتب نصًا أو الصقه.</translation>
    </message>
    <message>
        <source>Update Tallystick on both computers.</source>
        <translation>حدّث Tallystick على الحاسوبين.</translation>
    </message>
    <message>
        <source>Use the address of the one you mean.</source>
        <translation>استعمل عنوان الجهاز الذي تقصده.</translation>
    </message>
    <message>
        <source>Use the later version, or move that file away and compare codes with each of them again.</source>
        <translation>استعمل الإصدار الأحدث، أو انقل ذلك الملف بعيدًا وقارن الرموز مع كل منها مجددًا.</translation>
    </message>
    <message>
        <source>Use the other computer&apos;s address.</source>
        <translation>استعمل عنوان الحاسوب الآخر.</translation>
    </message>
    <message>
        <source>What has a longer name will be left out. Choose another folder to keep it.</source>
        <translation>سيُستبعد ما له اسم أطول. اختر مجلدًا آخر للاحتفاظ به.</translation>
    </message>
    <message>
        <source>What has such a name will be left out. Choose another folder to keep it.</source>
        <translation>سيُستبعد ما له اسم كهذا. اختر مجلدًا آخر للاحتفاظ به.</translation>
    </message>
    <message>
        <source>What was delivered stays delivered. Check the other computer and try again.</source>
        <translation>ما سُلِّم يبقى مسلَّمًا. تحقق من الحاسوب الآخر وحاول مجددًا.</translation>
    </message>
    <message>
        <source>What was delivered stays delivered. What had been accepted waits to go on; send again what had not.</source>
        <translation>ما سُلِّم يبقى مسلَّمًا. وما قُبل ينتظر أن يُستكمل؛ وأرسل مجددًا ما لم يُقبل.</translation>
    </message>
    <message>
        <source>What you did last may not have happened. Please report this.</source>
        <translation>ربما لم يحدث ما فعلته آخر مرة. يُرجى الإبلاغ عن ذلك.</translation>
    </message>
    <message>
        <source>Write behind a % by which interface of this computer it is reached.</source>
        <translation>اكتب بعد علامة % عبر أي واجهة في هذا الحاسوب يُوصَل إليه.</translation>
    </message>
    <message>
        <source>Write it as HOST, HOST:PORT or [IPv6]:PORT.</source>
        <translation>اكتبه على صورة ⁦HOST⁩ أو ⁦HOST:PORT⁩ أو ⁦[IPv6]:PORT⁩.</translation>
    </message>
    <message>
        <source>You are asked because less than {free} would stay free.</source>
        <translation>تُسأل لأن المساحة الحرة المتبقية ستقل عن {free}.</translation>
    </message>
    <message>
        <source>You are asked because not all of it can be saved in that folder.</source>
        <translation>تُسأل لأنه لا يمكن حفظ كل ذلك في هذا المجلد.</translation>
    </message>
    <message>
        <source>You are asked because programs are never accepted without asking.</source>
        <translation>تُسأل لأن البرامج لا تُقبل أبدًا من دون سؤال.</translation>
    </message>
    <message>
        <source>You are asked because the folder “{path}” cannot be used.</source>
        <translation>تُسأل لأنه لا يمكن استخدام المجلد «{path}».</translation>
    </message>
    <message>
        <source>You are asked because there is something of that name already.</source>
        <translation>تُسأل لأن هناك شيئًا بهذا الاسم بالفعل.</translation>
    </message>
    <message>
        <source>You are asked because this would be more than {most} within 24 hours.</source>
        <translation>تُسأل لأن المجموع سيتجاوز {most} خلال ٢٤ ساعة.</translation>
    </message>
    <message>
        <source>You paused this transfer.</source>
        <translation>أوقفت عملية النقل هذه مؤقتًا.</translation>
    </message>
    <message>
        <source>You put off the comparison with {peer}.</source>
        <translation>أجّلت المقارنة مع {peer}.</translation>
    </message>
    <message>
        <source>the other computer</source>
        <translation>الحاسوب الآخر</translation>
    </message>
    <message>
        <source>{failed} of {files} files were not delivered.</source>
        <translation>لم يُسلَّم {failed} من {files} من الملفات.</translation>
    </message>
    <message>
        <source>{name!r} means the same as another name in this transfer.</source>
        <translation>{name!r} يعني ما يعنيه اسم آخر في عملية النقل هذه.</translation>
    </message>
    <message numerus="yes">
        <source>{names} and {count} more</source>
        <translation>
            <numerusform>{names}</numerusform>
            <numerusform>{names} وعنصر آخر</numerusform>
            <numerusform>{names} وعنصران آخران</numerusform>
            <numerusform>{names} و{count} أخرى</numerusform>
            <numerusform>{names} و{count} أخرى</numerusform>
            <numerusform>{names} و{count} أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>{peer} broke its promise about the code, so no code was shown.</source>
        <translation>أخلف {peer} وعده بشأن الرمز، لذا لم يُعرض أي رمز.</translation>
    </message>
    <message>
        <source>{peer} cancelled the transfer.</source>
        <translation>ألغى {peer} عملية النقل.</translation>
    </message>
    <message>
        <source>{peer} cannot compare a code right now.</source>
        <translation>لا يستطيع {peer} مقارنة رمز الآن.</translation>
    </message>
    <message>
        <source>{peer} could not be reached.</source>
        <translation>تعذّر الوصول إلى {peer}.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: a firewall on this computer does not let Tallystick out.</source>
        <translation>تعذّر الوصول إلى {peer}: جدار حماية على هذا الحاسوب لا يسمح لـ Tallystick بالاتصال بغيره.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: it is off, on another network, or kept apart.</source>
        <translation>تعذّر الوصول إلى {peer}: إنه مطفأ، أو على شبكة أخرى، أو معزول.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: no computer of that name is known here.</source>
        <translation>تعذّر الوصول إلى {peer}: لا يُعرف هنا حاسوب بهذا الاسم.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: no way leads there from this computer.</source>
        <translation>تعذّر الوصول إلى {peer}: لا طريق إليه من هذا الحاسوب.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: nothing answers there.</source>
        <translation>تعذّر الوصول إلى {peer}: لا شيء يجيب هناك.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: such an address is in every network, and nobody knows which is meant.</source>
        <translation>تعذّر الوصول إلى {peer}: عنوان كهذا موجود في كل شبكة، ولا أحد يعرف أيها المقصود.</translation>
    </message>
    <message>
        <source>{peer} could not be reached: the connection is refused.</source>
        <translation>تعذّر الوصول إلى {peer}: الاتصال مرفوض.</translation>
    </message>
    <message>
        <source>{peer} declined the text.</source>
        <translation>رفض {peer} النص.</translation>
    </message>
    <message>
        <source>{peer} declined.</source>
        <translation>رفض {peer}.</translation>
    </message>
    <message>
        <source>{peer} did not answer the offer.</source>
        <translation>لم يُجب {peer} عن العرض.</translation>
    </message>
    <message>
        <source>{peer} did not prove to have given this invitation: it was used, it ran out, or somebody is in between.</source>
        <translation>لم يُثبت {peer} أنه أعطى هذه الدعوة: إما أنها استُعملت، أو انتهت صلاحيتها، أو أن شخصًا ما يتوسط بينكما.</translation>
    </message>
    <message>
        <source>{peer} has not come back for a week.</source>
        <translation>لم يعد {peer} منذ أسبوع.</translation>
    </message>
    <message>
        <source>{peer} is not remembered: there are {most} remembered devices already.</source>
        <translation>لم يُحفظ {peer}: هناك {most} من الأجهزة المحفوظة بالفعل.</translation>
    </message>
    <message>
        <source>{peer} is remembered twice here, so it is not clear which entry it is.</source>
        <translation>{peer} محفوظ مرتين هنا، لذا ليس واضحًا أي مدخل هو.</translation>
    </message>
    <message>
        <source>{peer} paused this transfer.</source>
        <translation>أوقف {peer} عملية النقل هذه مؤقتًا.</translation>
    </message>
    <message>
        <source>{peer} refused a name that is not safe on every computer.</source>
        <translation>رفض {peer} اسمًا ليس آمنًا على كل حاسوب.</translation>
    </message>
    <message>
        <source>{peer} sent a message that does not belong here ({detail}).</source>
        <translation>أرسل {peer} رسالة ليس هذا موضعها ({detail}).</translation>
    </message>
    <message>
        <source>{peer} sent something that Tallystick does not understand ({detail}).</source>
        <translation>أرسل {peer} شيئًا لا يفهمه Tallystick ({detail}).</translation>
    </message>
    <message>
        <source>{peer} sent this computer&apos;s own proof back to it.</source>
        <translation>ردّ {peer} على هذا الحاسوب بإثبات هذا الحاسوب نفسه.</translation>
    </message>
    <message>
        <source>{peer} speaks another version of the Tallystick protocol ({version}).</source>
        <translation>يستعمل {peer} إصدارًا آخر من بروتوكول Tallystick ({version}).</translation>
    </message>
    <message>
        <source>{peer} stopped answering.</source>
        <translation>توقف {peer} عن الإجابة.</translation>
    </message>
    <message>
        <source>{peer} went over a limit ({detail}).</source>
        <translation>تجاوز {peer} حدًا ({detail}).</translation>
    </message>
    <message>
        <source>“{address}” is not an address.</source>
        <translation>«{address}» ليس عنوانًا.</translation>
    </message>
    <message>
        <source>“{path}” arrived different from what was sent and was thrown away.</source>
        <translation>وصل «{path}» مختلفًا عما أُرسل، فحُذف.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read ({reason}).</source>
        <translation>تعذّرت قراءة «{path}» ({reason}).</translation>
    </message>
    <message>
        <source>“{path}” changed while it was being sent.</source>
        <translation>تغيّر «{path}» أثناء إرساله.</translation>
    </message>
    <message>
        <source>“{path}” could not be written ({reason}).</source>
        <translation>تعذّرت كتابة «{path}» ({reason}).</translation>
    </message>
    <message>
        <source>“{path}” could not be written on the other computer.</source>
        <translation>تعذّرت كتابة «{path}» على الحاسوب الآخر.</translation>
    </message>
    <message>
        <source>“{path}” does not exist.</source>
        <translation>«{path}» غير موجود.</translation>
    </message>
    <message>
        <source>“{path}” is a program, of which the offer said nothing.</source>
        <translation>«{path}» برنامج لم يذكره العرض.</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>A Tallystick answers at {address}.</source>
        <translation>يجيب Tallystick عند {address}.</translation>
    </message>
    <message>
        <source>A Tallystick answers at {address}. It lies in another subnet, where devices are not seen: connect by this address.</source>
        <translation>يجيب Tallystick عند {address}. وهو في شبكة فرعية أخرى لا تُرى فيها الأجهزة: اتصل بهذا العنوان.</translation>
    </message>
    <message>
        <source>A Tallystick on this computer listens on port {port}.</source>
        <translation>يستمع Tallystick على هذا الحاسوب عند المنفذ {port}.</translation>
    </message>
    <message>
        <source>A VPN is connected ({adapter}, {addresses}); devices behind it are reached by address only.</source>
        <translation>شبكة VPN متصلة ({adapter}، {addresses})؛ والأجهزة خلفها لا تُبلَغ إلا بعنوانها.</translation>
    </message>
    <message>
        <source>A firewall ({where}) does not let out the multicast by which devices are seen ({interfaces}).</source>
        <translation>جدار حماية ({where}) لا يُخرج البث المتعدد الذي تُرى به الأجهزة ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall ({where}) does not let this computer connect to others ({interfaces}).</source>
        <translation>جدار حماية ({where}) لا يدع هذا الحاسوب يتصل بغيره ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall ({where}) keeps other computers from port {port} ({interfaces}).</source>
        <translation>جدار حماية ({where}) يحجب المنفذ {port} عن الحواسيب الأخرى ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall ({where}) keeps out the multicast by which devices are seen ({interfaces}).</source>
        <translation>جدار حماية ({where}) لا يُدخل البث المتعدد الذي تُرى به الأجهزة ({interfaces}).</translation>
    </message>
    <message>
        <source>A firewall on this computer is the likely cause: let the port in.</source>
        <translation>السبب المرجح جدار حماية على هذا الحاسوب: اسمح بدخول المنفذ.</translation>
    </message>
    <message>
        <source>Add it, or connect by address.</source>
        <translation>أضفه، أو اتصل بعنوان.</translation>
    </message>
    <message>
        <source>Add one, in PowerShell as administrator.</source>
        <translation>أضف قاعدة، في PowerShell بصفة مسؤول.</translation>
    </message>
    <message>
        <source>At {device} something answers that is not Tallystick, or has no time just now.</source>
        <translation>عند {device} يجيب شيء ليس Tallystick، أو أنه مشغول الآن.</translation>
    </message>
    <message>
        <source>Check the connection on that computer, too.</source>
        <translation>افحص الاتصال على ذلك الحاسوب أيضًا.</translation>
    </message>
    <message>
        <source>Choose “Everyone nearby” or “Only remembered devices” in the window.</source>
        <translation>اختر «كل من في الجوار» أو «الأجهزة المحفوظة فقط» في النافذة.</translation>
    </message>
    <message>
        <source>Close other programs that use UDP port 5353, or connect by address.</source>
        <translation>أغلق البرامج الأخرى التي تستعمل منفذ UDP‏ 5353، أو اتصل بعنوان.</translation>
    </message>
    <message>
        <source>Close that program or choose another port in the settings, or with --port.</source>
        <translation>أغلق ذلك البرنامج أو اختر منفذًا آخر في الإعدادات، أو باستعمال ⁦--port⁩.</translation>
    </message>
    <message>
        <source>Compare the address and port with what that computer shows.</source>
        <translation>قارن العنوان والمنفذ بما يعرضه ذلك الحاسوب.</translation>
    </message>
    <message>
        <source>Connect to the same Wi-Fi or cable network as the other computer.</source>
        <translation>صِل هذا الحاسوب بشبكة Wi-Fi أو الشبكة السلكية نفسها التي عليها الحاسوب الآخر.</translation>
    </message>
    <message>
        <source>Connected through {adapter} as {addresses}.</source>
        <translation>متصل عبر {adapter} بالعنوان {addresses}.</translation>
    </message>
    <message>
        <source>Devices with Tallystick seen in {seconds} seconds: {count}.</source>
        <translation>أجهزة عليها Tallystick شوهدت في {seconds} ثوانٍ: {count}.</translation>
    </message>
    <message>
        <source>Disconnect the VPN, let it spare the local network, or remove its route.</source>
        <translation>اقطع VPN، أو دعه يستثني الشبكة المحلية، أو أزِل مساره.</translation>
    </message>
    <message>
        <source>Give both addresses of one network and the same mask, or connect by address if a router joins them.</source>
        <translation>أعطِ كليهما عنوانين من شبكة واحدة والقناع نفسه، أو اتصل بعنوان إن كان موجّه يصل بينهما.</translation>
    </message>
    <message>
        <source>If it is your own network, make it a private one, in PowerShell as administrator.</source>
        <translation>إن كانت شبكتك الخاصة، فاجعلها خاصة، في PowerShell بصفة مسؤول.</translation>
    </message>
    <message>
        <source>If nothing else is found, look as administrator.</source>
        <translation>إذا لم يُعثر على شيء آخر، فانظر بصفة مسؤول.</translation>
    </message>
    <message>
        <source>Let TCP out to port {port}.</source>
        <translation>اسمح بخروج TCP إلى المنفذ {port}.</translation>
    </message>
    <message>
        <source>Let Tallystick in.</source>
        <translation>اسمح بدخول Tallystick.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in there and out here; a Wi-Fi may hold it back, too. Connecting by address works.</source>
        <translation>اسمح بدخول منفذ UDP‏ 5353 هناك وبخروجه هنا؛ وقد تحجزه شبكة Wi-Fi أيضًا. الاتصال بعنوان ينجح.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 in through the firewall, or connect by address.</source>
        <translation>اسمح بدخول منفذ UDP‏ 5353 عبر جدار الحماية، أو اتصل بعنوان.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 out here and in there. A Wi-Fi or a VPN may hold it back; connecting by address works.</source>
        <translation>اسمح بخروج منفذ UDP‏ 5353 هنا وبدخوله هناك. قد تحجزه شبكة Wi-Fi أو VPN؛ والاتصال بعنوان ينجح.</translation>
    </message>
    <message>
        <source>Let UDP port 5353 out, or connect by address.</source>
        <translation>اسمح بخروج منفذ UDP‏ 5353، أو اتصل بعنوان.</translation>
    </message>
    <message>
        <source>Let it in.</source>
        <translation>اسمح بدخوله.</translation>
    </message>
    <message>
        <source>Let it through; the rule is gone after a restart unless it is also written to the firewall&apos;s own file.</source>
        <translation>اسمح بمروره؛ تزول القاعدة بعد إعادة التشغيل ما لم تُكتب أيضًا في ملف جدار الحماية نفسه.</translation>
    </message>
    <message>
        <source>Let single programs in instead.</source>
        <translation>اسمح بدخول برامج بعينها بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Look whether the router is on; else give this computer an address by hand.</source>
        <translation>تحقق من أن الموجّه يعمل؛ وإلا فأعطِ هذا الحاسوب عنوانًا يدويًا.</translation>
    </message>
    <message>
        <source>Make this computer&apos;s packets smaller, or mend the VPN, switch or router between the two.</source>
        <translation>صغّر حزم هذا الحاسوب، أو أصلح ما بين الاثنين من VPN أو مبدّل أو موجّه.</translation>
    </message>
    <message>
        <source>Multicast cannot be sent on {where}: there is no route for it.</source>
        <translation>لا يمكن إرسال البث المتعدد على {where}: لا مسار له.</translation>
    </message>
    <message>
        <source>Multicast cannot be used on {where} ({reason}).</source>
        <translation>لا يمكن استعمال البث المتعدد على {where} ({reason}).</translation>
    </message>
    <message>
        <source>Multicast may not be sent on {where}: a firewall on this computer stops it.</source>
        <translation>لا يُسمح بإرسال البث المتعدد على {where}: يمنعه جدار حماية على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Multicast sent on {where} does not arrive, not even here.</source>
        <translation>البث المتعدد المرسَل على {where} لا يصل، ولا حتى إلى هنا.</translation>
    </message>
    <message>
        <source>Multicast works on {where}, others heard: {count}.</source>
        <translation>البث المتعدد يعمل على {where}، وسُمع آخرون: {count}.</translation>
    </message>
    <message>
        <source>Multicast works on {where}.</source>
        <translation>البث المتعدد يعمل على {where}.</translation>
    </message>
    <message>
        <source>No device with Tallystick was seen in {seconds} seconds.</source>
        <translation>لم يُرَ أي جهاز عليه Tallystick في {seconds} ثوانٍ.</translation>
    </message>
    <message>
        <source>No packet gets to {device}: it is off, elsewhere, or the Wi-Fi keeps its guests apart.</source>
        <translation>لا تصل أي حزمة إلى {device}: إنه مطفأ، أو في مكان آخر، أو أن شبكة Wi-Fi تعزل ضيوفها.</translation>
    </message>
    <message>
        <source>Nothing answers at {address}, which lies in another subnet than this computer.</source>
        <translation>لا شيء يجيب عند {address}، وهو في شبكة فرعية غير شبكة هذا الحاسوب.</translation>
    </message>
    <message>
        <source>On that computer, check the connection in its Tallystick too, or type the command there.</source>
        <translation>على ذلك الحاسوب، افحص الاتصال في Tallystick أيضًا، أو اكتب الأمر هناك.</translation>
    </message>
    <message>
        <source>On “{peer}”: add it.</source>
        <translation>على «{peer}»: أضِفه.</translation>
    </message>
    <message>
        <source>On “{peer}”: check the connection; the exact cure is shown there.</source>
        <translation>على «{peer}»: افحص الاتصال؛ فالعلاج الدقيق يظهر هناك.</translation>
    </message>
    <message>
        <source>On “{peer}”: choose “Everyone nearby” or “Only remembered devices”.</source>
        <translation>على «{peer}»: اختر «كل من في الجوار» أو «الأجهزة المحفوظة فقط».</translation>
    </message>
    <message>
        <source>On “{peer}”: close that program, or choose another port in the settings.</source>
        <translation>على «{peer}»: أغلق ذلك البرنامج، أو اختر منفذًا آخر في الإعدادات.</translation>
    </message>
    <message>
        <source>On “{peer}”: disconnect the VPN, or let it spare the local network.</source>
        <translation>على «{peer}»: اقطع VPN، أو دعه يستثني الشبكة المحلية.</translation>
    </message>
    <message>
        <source>On “{peer}”: if nothing else is found, look as administrator.</source>
        <translation>على «{peer}»: إن لم يُعثر على شيء آخر، فانظر بصفة مسؤول.</translation>
    </message>
    <message>
        <source>On “{peer}”: join the network of this computer.</source>
        <translation>على «{peer}»: انضم إلى شبكة هذا الحاسوب.</translation>
    </message>
    <message>
        <source>On “{peer}”: let Tallystick in.</source>
        <translation>على «{peer}»: اسمح بدخول Tallystick.</translation>
    </message>
    <message>
        <source>On “{peer}”: let UDP port 5353 in.</source>
        <translation>على «{peer}»: اسمح بدخول منفذ UDP‏ 5353.</translation>
    </message>
    <message>
        <source>On “{peer}”: let UDP port 5353 out.</source>
        <translation>على «{peer}»: اسمح بخروج منفذ UDP‏ 5353.</translation>
    </message>
    <message>
        <source>On “{peer}”: let single programs in instead.</source>
        <translation>على «{peer}»: اسمح بدخول برامج بعينها بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>On “{peer}”: look whether the router is on.</source>
        <translation>على «{peer}»: تحقق من أن الموجّه يعمل.</translation>
    </message>
    <message>
        <source>On “{peer}”: make the network a private one, if it is your own.</source>
        <translation>على «{peer}»: اجعل الشبكة خاصة إن كانت شبكتك.</translation>
    </message>
    <message>
        <source>On “{peer}”: switch it on.</source>
        <translation>على «{peer}»: شغّله.</translation>
    </message>
    <message>
        <source>On “{peer}”: use one of them at a time, for example the cable.</source>
        <translation>على «{peer}»: استعمل واحدًا منهما في كل مرة، كالكبل مثلًا.</translation>
    </message>
    <message>
        <source>Open Tallystick there, on the same network and visible to everyone, or connect by address.</source>
        <translation>افتح Tallystick هناك، على الشبكة نفسها ومرئيًا للجميع، أو اتصل بعنوان.</translation>
    </message>
    <message>
        <source>Plug in the cable or join the Wi-Fi.</source>
        <translation>صِل الكبل أو انضم إلى شبكة Wi-Fi.</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer.</source>
        <translation>المنفذ {port} يستعمله برنامج آخر على هذا الحاسوب بالفعل.</translation>
    </message>
    <message>
        <source>Port {port} is already used by another program on this computer. Tallystick listens on {other} instead, which firewalls may not know.</source>
        <translation>المنفذ {port} يستعمله برنامج آخر على هذا الحاسوب بالفعل. يستمع Tallystick عند {other} بدلًا منه، وقد لا تعرفه جدران الحماية.</translation>
    </message>
    <message>
        <source>Port {port} is free for Tallystick.</source>
        <translation>المنفذ {port} متاح لـ Tallystick.</translation>
    </message>
    <message>
        <source>Put both on one network, or have the router between them let TCP through to that port.</source>
        <translation>ضع الاثنين على شبكة واحدة، أو اجعل الموجّه بينهما يمرّر TCP إلى ذلك المنفذ.</translation>
    </message>
    <message>
        <source>Put both on the same network, not a guest one.</source>
        <translation>ضع الاثنين على الشبكة نفسها، لا على شبكة للضيوف.</translation>
    </message>
    <message>
        <source>Remove it, in PowerShell as administrator, and start again: Windows asks then.</source>
        <translation>أزِلها، في PowerShell بصفة مسؤول، وشغّل Tallystick مجددًا: عندئذ يسأل Windows.</translation>
    </message>
    <message>
        <source>Remove the route that forbids it.</source>
        <translation>أزِل المسار الذي يمنع ذلك.</translation>
    </message>
    <message>
        <source>Switch it on, or connect by address.</source>
        <translation>شغّله، أو اتصل بعنوان.</translation>
    </message>
    <message>
        <source>Switch it on.</source>
        <translation>شغّله.</translation>
    </message>
    <message>
        <source>Take it from one of them.</source>
        <translation>أزِله من أحدهما.</translation>
    </message>
    <message>
        <source>Tallystick listens on port {port}, but does not answer at {address} ({interface}).</source>
        <translation>يستمع Tallystick عند المنفذ {port}، لكنه لا يجيب عند {address} ({interface}).</translation>
    </message>
    <message>
        <source>The firewall ({where}) lets mDNS and port {port} through.</source>
        <translation>جدار الحماية ({where}) يسمح بمرور mDNS والمنفذ {port}.</translation>
    </message>
    <message>
        <source>The firewall firewalld is on and keeps other computers from port {port} or from being seen.</source>
        <translation>جدار الحماية firewalld مفعَّل ويحجب عن الحواسيب الأخرى المنفذ {port} أو يمنع رؤيتها.</translation>
    </message>
    <message>
        <source>The firewall firewalld lets mDNS and port {port} through.</source>
        <translation>جدار الحماية firewalld يسمح بمرور mDNS والمنفذ {port}.</translation>
    </message>
    <message>
        <source>The firewall of macOS blocks all incoming connections.</source>
        <translation>جدار حماية macOS يحجب كل الاتصالات الواردة.</translation>
    </message>
    <message>
        <source>The firewall of macOS is on and does not let others reach Tallystick.</source>
        <translation>جدار حماية macOS مفعَّل ولا يدع الآخرين يصلون إلى Tallystick.</translation>
    </message>
    <message>
        <source>The firewall of macOS lets others reach Tallystick.</source>
        <translation>جدار حماية macOS يدع الآخرين يصلون إلى Tallystick.</translation>
    </message>
    <message>
        <source>The firewall ufw is on and may keep other computers from port {port}.</source>
        <translation>جدار الحماية ufw مفعَّل وقد يحجب المنفذ {port} عن الحواسيب الأخرى.</translation>
    </message>
    <message>
        <source>The firewall ufw lets others reach port {port}.</source>
        <translation>جدار الحماية ufw يدع الآخرين يصلون إلى المنفذ {port}.</translation>
    </message>
    <message>
        <source>There is no way to {network}, though {interface} is in it.</source>
        <translation>لا مسار إلى {network}، مع أن {interface} فيها.</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is not connected).</source>
        <translation>هذا الحاسوب غير متصل بأي شبكة ({adapters} غير موصول).</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is switched off).</source>
        <translation>هذا الحاسوب غير متصل بأي شبكة ({adapters} مطفأ).</translation>
    </message>
    <message>
        <source>This computer is not connected to any network ({adapters} is without an address).</source>
        <translation>هذا الحاسوب غير متصل بأي شبكة ({adapters} بلا عنوان).</translation>
    </message>
    <message>
        <source>This computer is not connected to any network.</source>
        <translation>هذا الحاسوب غير متصل بأي شبكة.</translation>
    </message>
    <message>
        <source>This computer lets nobody see or call it.</source>
        <translation>لا يدع هذا الحاسوب أحدًا يراه أو يتصل به.</translation>
    </message>
    <message>
        <source>This computer&apos;s own firewall does not let connections out to {device}.</source>
        <translation>جدار الحماية على هذا الحاسوب نفسه لا يُخرج الاتصالات إلى {device}.</translation>
    </message>
    <message>
        <source>Use one of them at a time, for example the cable.</source>
        <translation>استعمل واحدًا منها في كل مرة، الكبل مثلًا.</translation>
    </message>
    <message>
        <source>Use the number address that the other computer shows.</source>
        <translation>استعمل العنوان الرقمي الذي يعرضه الحاسوب الآخر.</translation>
    </message>
    <message>
        <source>What is meant for computers in {network} leaves through {through} instead of {interface}.</source>
        <translation>ما يُوجَّه إلى الحواسيب في {network} يخرج عبر {through} بدلًا من {interface}.</translation>
    </message>
    <message>
        <source>Whether a firewall keeps others out only the administrator may read ({tool}).</source>
        <translation>لا يستطيع إلا المسؤول قراءة ما إذا كان جدار حماية يحجب الآخرين ({tool}).</translation>
    </message>
    <message>
        <source>Whether a firewall on “{peer}” keeps others out only its administrator may read.</source>
        <translation>هل يحجب جدار حماية على «{peer}» الآخرين، ذلك لا يقرؤه إلا مسؤوله.</translation>
    </message>
    <message>
        <source>Windows treats the network “{network}” as public and keeps its devices from seeing this computer.</source>
        <translation>يعامل Windows الشبكة «{network}» على أنها عامة ويمنع أجهزتها من رؤية هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Windows&apos; firewall has a rule that blocks Tallystick.</source>
        <translation>في جدار حماية Windows قاعدة تحجب Tallystick.</translation>
    </message>
    <message>
        <source>Windows&apos; firewall has no rule that lets others reach Tallystick.</source>
        <translation>ليس في جدار حماية Windows قاعدة تدع الآخرين يصلون إلى Tallystick.</translation>
    </message>
    <message>
        <source>Windows&apos; firewall lets others reach Tallystick (port {port}).</source>
        <translation>جدار حماية Windows يدع الآخرين يصلون إلى Tallystick (المنفذ {port}).</translation>
    </message>
    <message>
        <source>Write behind a % by which interface of this computer it is reached.</source>
        <translation>اكتب بعد علامة % عبر أي واجهة في هذا الحاسوب يُوصَل إليه.</translation>
    </message>
    <message>
        <source>{adapter} ({addresses}) leads to containers or virtual machines only.</source>
        <translation>{adapter} ({addresses}) لا يقود إلا إلى حاويات أو أجهزة افتراضية.</translation>
    </message>
    <message>
        <source>{adapter} is set to do without multicast, so no devices can be seen on it.</source>
        <translation>{adapter} مضبوط على العمل بلا بث متعدد، لذا لا تُرى أجهزة عليه.</translation>
    </message>
    <message>
        <source>{adapter} was given no address by the network ({addresses} is made up).</source>
        <translation>لم تُعطِ الشبكة {adapter} عنوانًا ({addresses} عنوان عيّنه لنفسه).</translation>
    </message>
    <message>
        <source>{address} is an address that every network has, so nobody knows on which one it is meant.</source>
        <translation>{address} عنوان موجود في كل شبكة، فلا يعرف أحد في أيها هو المقصود.</translation>
    </message>
    <message>
        <source>{device} does not answer: a firewall there drops what comes in, or the Wi-Fi keeps its guests apart.</source>
        <translation>{device} لا يجيب: جدار حماية هناك يُسقط ما يرد، أو أن شبكة Wi-Fi تعزل ضيوفها.</translation>
    </message>
    <message>
        <source>{device} is seen and answers.</source>
        <translation>{device} مرئي ويجيب.</translation>
    </message>
    <message>
        <source>{device} is seen here, but what this computer asks by multicast does not arrive there.</source>
        <translation>{device} مرئي هنا، لكن ما يسأله هذا الحاسوب بالبث المتعدد لا يصل إلى هناك.</translation>
    </message>
    <message>
        <source>{device} is seen, but its addresses ({addresses}) lie in another subnet than this computer.</source>
        <translation>{device} مرئي، لكن عناوينه ({addresses}) في شبكة فرعية غير شبكة هذا الحاسوب.</translation>
    </message>
    <message>
        <source>{device} refuses connections: Tallystick was closed, or a firewall there rejects them.</source>
        <translation>{device} يرفض الاتصالات: أُغلق Tallystick، أو أن جدار حماية هناك يرفضها.</translation>
    </message>
    <message>
        <source>{device}: no computer of that name is known here.</source>
        <translation>{device}: لا يُعرف هنا حاسوب بهذا الاسم.</translation>
    </message>
    <message>
        <source>{device}: small packets arrive there and large ones are lost on the way (MTU black hole).</source>
        <translation>{device}: تصل الحزم الصغيرة إلى هناك وتضيع الكبيرة في الطريق (ثقب MTU الأسود).</translation>
    </message>
    <message>
        <source>{one} and {other} both have addresses in {network}, so answers may leave by the wrong one.</source>
        <translation>لكل من {one} و{other} عناوين في {network}، لذا قد تخرج الإجابات عبر المحوّل الخطأ.</translation>
    </message>
    <message>
        <source>{one} and {other} both have the address {address}, so answers may leave by the wrong one.</source>
        <translation>لكل من {one} و{other} العنوان {address}، لذا قد تخرج الإجابات عبر المحوّل الخطأ.</translation>
    </message>
    <message>
        <source>“{peer}” does not say what it sees.</source>
        <translation>«{peer}» لا يقول ما يراه.</translation>
    </message>
    <message>
        <source>“{peer}” does not see this computer: what this one announces does not arrive there.</source>
        <translation>«{peer}» لا يرى هذا الحاسوب: ما يعلنه هذا لا يصل إلى هناك.</translation>
    </message>
    <message>
        <source>“{peer}” sees nothing that keeps devices apart there.</source>
        <translation>«{peer}» لا يرى هناك شيئًا يحجب الأجهزة بعضها عن بعض.</translation>
    </message>
    <message>
        <source>“{peer}” sees this computer, and nothing that keeps devices apart there.</source>
        <translation>«{peer}» يرى هذا الحاسوب، ولا يرى هناك شيئًا يحجب الأجهزة بعضها عن بعض.</translation>
    </message>
    <message>
        <source>“{peer}” sees: Windows treats its network as public and keeps devices from seeing it.</source>
        <translation>«{peer}» يرى: يعامل Windows شبكته على أنها عامة ويمنع الأجهزة من رؤيته.</translation>
    </message>
    <message>
        <source>“{peer}” sees: Windows&apos; firewall does not let others reach Tallystick there.</source>
        <translation>«{peer}» يرى: جدار حماية Windows لا يدع الآخرين يصلون إلى Tallystick هناك.</translation>
    </message>
    <message>
        <source>“{peer}” sees: another program has Tallystick&apos;s usual port there; it listens on {port}, which firewalls may not know.</source>
        <translation>«{peer}» يرى: لبرنامج آخر هناك منفذ Tallystick المعتاد؛ وهو يستمع عند {port}، وقد لا تعرفه جدران الحماية.</translation>
    </message>
    <message>
        <source>“{peer}” sees: it has no route for multicast ({versions}).</source>
        <translation>«{peer}» يرى: ليس له مسار للبث المتعدد ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: it is not connected to a local network.</source>
        <translation>«{peer}» يرى: هو غير متصل بشبكة محلية.</translation>
    </message>
    <message>
        <source>“{peer}” sees: it may not send multicast ({versions}).</source>
        <translation>«{peer}» يرى: لا يُسمح له بإرسال البث المتعدد ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its Tallystick lets nobody see or call it.</source>
        <translation>«{peer}» يرى: Tallystick لديه لا يدع أحدًا يراه أو يتصل به.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall does not let it connect to others ({versions}).</source>
        <translation>«{peer}» يرى: جدار حمايته لا يدعه يتصل بالآخرين ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall does not let out the multicast by which devices are seen ({versions}).</source>
        <translation>«{peer}» يرى: جدار حمايته لا يُخرج البث المتعدد الذي تُرى به الأجهزة ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall firewalld keeps other computers from port {port} or from being seen.</source>
        <translation>«{peer}» يرى: جدار حمايته firewalld يحجب الحواسيب الأخرى عن المنفذ {port} أو عن أن تُرى.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall keeps other computers from port {port} ({versions}).</source>
        <translation>«{peer}» يرى: جدار حمايته يحجب الحواسيب الأخرى عن المنفذ {port} ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall keeps out the multicast by which devices are seen ({versions}).</source>
        <translation>«{peer}» يرى: جدار حمايته لا يُدخل البث المتعدد الذي تُرى به الأجهزة ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: its firewall ufw is on and may keep other computers from port {port}.</source>
        <translation>«{peer}» يرى: جدار حمايته ufw مفعّل وقد يحجب الحواسيب الأخرى عن المنفذ {port}.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its network gave it no address.</source>
        <translation>«{peer}» يرى: شبكته لم تعطه عنوانًا.</translation>
    </message>
    <message>
        <source>“{peer}” sees: its port {port} does not answer, not even there ({versions}).</source>
        <translation>«{peer}» يرى: منفذه {port} لا يجيب، ولا حتى هناك ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: multicast cannot be used there ({versions}).</source>
        <translation>«{peer}» يرى: لا يمكن استعمال البث المتعدد هناك ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: multicast does not come in there ({versions}).</source>
        <translation>«{peer}» يرى: البث المتعدد لا يدخل هناك ({versions}).</translation>
    </message>
    <message>
        <source>“{peer}” sees: one of its adapters does without multicast.</source>
        <translation>«{peer}» يرى: أحد محوّلاته يعمل دون بث متعدد.</translation>
    </message>
    <message>
        <source>“{peer}” sees: the firewall of macOS blocks all incoming connections there.</source>
        <translation>«{peer}» يرى: جدار حماية macOS يحجب هناك كل الاتصالات الواردة.</translation>
    </message>
    <message>
        <source>“{peer}” sees: the firewall of macOS does not let others reach Tallystick there.</source>
        <translation>«{peer}» يرى: جدار حماية macOS لا يدع الآخرين يصلون إلى Tallystick هناك.</translation>
    </message>
    <message>
        <source>“{peer}” sees: two of its adapters are in one network, so answers may leave by the wrong one.</source>
        <translation>«{peer}» يرى: اثنان من محوّلاته في شبكة واحدة، فقد تخرج الإجابات من المحوّل الخطأ.</translation>
    </message>
    <message>
        <source>“{peer}” sees: what it sends to its own network leaves by another way, perhaps a VPN ({versions}).</source>
        <translation>«{peer}» يرى: ما يرسله إلى شبكته يخرج من طريق آخر، ربما VPN ({versions}).</translation>
    </message>
</context>
<context>
    <name>items</name>
    <message>
        <source>archive</source>
        <translation>أرشيف</translation>
    </message>
    <message>
        <source>document</source>
        <translation>مستند</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>file</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>film</source>
        <translation>فيديو</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>program</source>
        <translation>برنامج</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>ملف صوتي</translation>
    </message>
</context>
<context>
    <name>past</name>
    <message>
        <source>By invitation</source>
        <translation>عن طريق دعوة</translation>
    </message>
    <message>
        <source>Code compared</source>
        <translation>قورن الرمز</translation>
    </message>
    <message>
        <source>Code compared; remembered since then</source>
        <translation>قورن الرمز؛ ومحفوظ منذ ذلك الحين</translation>
    </message>
    <message>
        <source>Double-click or press Enter to look again.</source>
        <translation>انقر نقرًا مزدوجًا أو اضغط Enter للمحاولة مجددًا.</translation>
    </message>
    <message>
        <source>Remembered; it proved itself</source>
        <translation>محفوظ؛ أثبت هويته</translation>
    </message>
    <message>
        <source>The first {shown} of {count}.</source>
        <translation>أول {shown} من {count}.</translation>
    </message>
    <message>
        <source>There was no verified session</source>
        <translation>لم تكن هناك جلسة تم التحقق منها</translation>
    </message>
    <message>
        <source>This transfer could not be looked up.</source>
        <translation>تعذّر الاطّلاع على هذا النقل.</translation>
    </message>
    <message>
        <source>Verified before; continued after an interruption</source>
        <translation>تم التحقق منه من قبل؛ واستُكمل بعد انقطاع</translation>
    </message>
    <message>
        <source>{time}, after {age}</source>
        <translation>{time}، بعد {age}</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>Tallystick uses such names itself</source>
        <translation>يستعمل Tallystick نفسه مثل هذه الأسماء</translation>
    </message>
    <message>
        <source>Windows reserves it</source>
        <translation>يحجزه Windows</translation>
    </message>
    <message>
        <source>a name in it cannot be shown</source>
        <translation>فيه اسم لا يمكن عرضه</translation>
    </message>
    <message>
        <source>a part of it is empty</source>
        <translation>جزء منه فارغ</translation>
    </message>
    <message>
        <source>an earlier failure</source>
        <translation>إخفاق سابق</translation>
    </message>
    <message>
        <source>another Tallystick has it already</source>
        <translation>هو لدى Tallystick آخر بالفعل</translation>
    </message>
    <message>
        <source>another Tallystick keeps it busy</source>
        <translation>يشغله Tallystick آخر</translation>
    </message>
    <message>
        <source>another folder has taken its place</source>
        <translation>حلّ مجلد آخر محله</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>يستعمله برنامج آخر</translation>
    </message>
    <message>
        <source>every numbered name is taken</source>
        <translation>كل الأسماء المرقّمة محجوزة</translation>
    </message>
    <message>
        <source>everybody on this computer can write there</source>
        <translation>كل من على هذا الحاسوب يستطيع الكتابة هناك</translation>
    </message>
    <message>
        <source>it begins or ends with a space</source>
        <translation>يبدأ بمسافة أو ينتهي بها</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>لا يمكن فتحه</translation>
    </message>
    <message>
        <source>it contains /</source>
        <translation>يحتوي على /</translation>
    </message>
    <message>
        <source>it contains invisible characters</source>
        <translation>يحتوي على محارف غير مرئية</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>it ends with a dot</source>
        <translation>ينتهي بنقطة</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>هو مجلد</translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation>هو رابط</translation>
    </message>
    <message>
        <source>it is from another version of Tallystick</source>
        <translation>هو من إصدار آخر من Tallystick</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>لم يعد موجودًا</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>متداخل أعمق مما ينبغي</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>ليس ملفًا</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>ليس مجلدًا</translation>
    </message>
    <message>
        <source>it is not in the history</source>
        <translation>ليس في قائمة العمليات السابقة</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>ليس هناك</translation>
    </message>
    <message>
        <source>it is not valid Unicode</source>
        <translation>ليس Unicode صالحًا</translation>
    </message>
    <message>
        <source>it is too big</source>
        <translation>حجمه كبير جدًا</translation>
    </message>
    <message>
        <source>it is too big for this disk</source>
        <translation>أكبر مما يحمله هذا القرص</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>أطول مما ينبغي</translation>
    </message>
    <message>
        <source>it was closed already</source>
        <translation>أُغلق من قبل</translation>
    </message>
    <message>
        <source>it was moved elsewhere</source>
        <translation>نُقل إلى مكان آخر</translation>
    </message>
    <message>
        <source>it was moved or replaced meanwhile</source>
        <translation>نُقل أو استُبدل في أثناء ذلك</translation>
    </message>
    <message>
        <source>its content makes no sense</source>
        <translation>محتواه غير مفهوم</translation>
    </message>
    <message>
        <source>nothing of a text is kept</source>
        <translation>لا يُحتفظ بشيء من النص</translation>
    </message>
    <message>
        <source>nothing was accepted into it yet</source>
        <translation>لم يُقبل شيء فيه بعد</translation>
    </message>
    <message>
        <source>nothing was kept</source>
        <translation>لم يُحتفظ بشيء</translation>
    </message>
    <message>
        <source>on the sending computer</source>
        <translation>على الحاسوب المُرسِل</translation>
    </message>
    <message>
        <source>others could have changed them</source>
        <translation>ربما غيّرها آخرون</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>الإذن مرفوض</translation>
    </message>
    <message>
        <source>that is not the name of a file</source>
        <translation>ليس ذلك اسم ملف</translation>
    </message>
    <message>
        <source>the database does not work</source>
        <translation>قاعدة البيانات لا تعمل</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>the disk is gone</source>
        <translation>القرص لم يعد موجودًا</translation>
    </message>
    <message>
        <source>the disk reported an error</source>
        <translation>أبلغ القرص عن خطأ</translation>
    </message>
    <message>
        <source>the disk was full</source>
        <translation>كان القرص ممتلئًا</translation>
    </message>
    <message>
        <source>the folder in it is not a full path</source>
        <translation>المجلد فيه ليس مسارًا كاملًا</translation>
    </message>
    <message>
        <source>the name in it cannot be shown</source>
        <translation>الاسم فيه لا يمكن عرضه</translation>
    </message>
    <message>
        <source>the name is taken</source>
        <translation>الاسم محجوز</translation>
    </message>
    <message>
        <source>the name is too long for this disk</source>
        <translation>الاسم أطول مما يحمله هذا القرص</translation>
    </message>
    <message>
        <source>the network folder went away</source>
        <translation>اختفى مجلد الشبكة</translation>
    </message>
    <message>
        <source>there is a link in its place</source>
        <translation>مكانه رابط</translation>
    </message>
    <message>
        <source>there was nothing to vouch for</source>
        <translation>لم يكن هناك ما يُشهد عليه</translation>
    </message>
    <message>
        <source>this disk cannot do that</source>
        <translation>لا يستطيع هذا القرص ذلك</translation>
    </message>
    <message>
        <source>this disk cannot give a finished file its name without the risk of replacing another one</source>
        <translation>لا يستطيع هذا القرص تسمية ملف مكتمل دون احتمال استبدال ملف آخر</translation>
    </message>
    <message>
        <source>this disk cannot hold the name</source>
        <translation>لا يدعم هذا القرص هذا الاسم</translation>
    </message>
    <message>
        <source>this disk is read-only</source>
        <translation>هذا القرص للقراءة فقط</translation>
    </message>
    <message>
        <source>this user has no home folder</source>
        <translation>لا مجلد رئيسيًا لهذا المستخدم</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>عدد الملفات المفتوحة كبير جدًا</translation>
    </message>
    <message>
        <source>two devices in it are the same</source>
        <translation>فيه جهازان متطابقان</translation>
    </message>
    <message>
        <source>what had arrived in there is gone</source>
        <translation>ما وصل إليه لم يعد موجودًا</translation>
    </message>
    <message>
        <source>what is always accepted makes no sense</source>
        <translation>ما يُقبل دائمًا غير مفهوم</translation>
    </message>
    <message>
        <source>what was here already has changed meanwhile</source>
        <translation>تغيّر في أثناء ذلك ما كان هنا من قبل</translation>
    </message>
    <message>
        <source>what was kept for it is damaged</source>
        <translation>ما حُفظ له تالف</translation>
    </message>
    <message>
        <source>what was kept for it is gone</source>
        <translation>ما حُفظ له لم يعد موجودًا</translation>
    </message>
    <message>
        <source>what was kept of an interrupted transfer is damaged</source>
        <translation>ما حُفظ من عملية نقل منقطعة تالف</translation>
    </message>
    <message>
        <source>what was kept there is cut short</source>
        <translation>ما حُفظ هناك مبتور</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>استُنفدت حصتك من القرص</translation>
    </message>
</context>
<context>
    <name>phrasing</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first} {second}</translation>
    </message>
    <message numerus="yes">
        <source>{name} and {count} more</source>
        <translation>
            <numerusform>{name}</numerusform>
            <numerusform>{name} وعنصر آخر</numerusform>
            <numerusform>{name} وعنصران آخران</numerusform>
            <numerusform>{name} و{count} عناصر أخرى</numerusform>
            <numerusform>{name} و{count} عنصرًا آخر</numerusform>
            <numerusform>{name} و{count} عنصر آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} ({where})</source>
        <translation>{what} ({where})</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«{words}»</translation>
    </message>
</context>
<context>
    <name>sizes</name>
    <message>
        <source>less than a minute</source>
        <translation>أقل من دقيقة</translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>{count} ملفات</numerusform>
            <numerusform>{count} ملفًا</numerusform>
            <numerusform>{count} ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} folders</source>
        <translation>
            <numerusform>لا مجلدات</numerusform>
            <numerusform>مجلد واحد</numerusform>
            <numerusform>مجلدان</numerusform>
            <numerusform>{count} مجلدات</numerusform>
            <numerusform>{count} مجلدًا</numerusform>
            <numerusform>{count} مجلد</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, {size}</source>
        <translation>{count}، {size}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}، {time}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} س {minutes} د</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>بقي {hours} س {minutes} د</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} د</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>بقي {minutes} د</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}٪</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>بقي {seconds} ث</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/ث</translation>
    </message>
</context>
<context>
    <name>transfer</name>
    <message>
        <source>All sent. {peer} is checking and saving…</source>
        <translation>أُرسل الكل. يفحص {peer} ويحفظ…</translation>
    </message>
    <message>
        <source>Compare the code with {peer}</source>
        <translation>قارن الرمز مع {peer}</translation>
    </message>
    <message>
        <source>Connecting to {peer}…</source>
        <translation>يجري الاتصال بـ {peer}…</translation>
    </message>
    <message>
        <source>Continuing with {peer}…</source>
        <translation>تجري المتابعة مع {peer}…</translation>
    </message>
    <message>
        <source>Delivered {time} — checked and saved on {peer}</source>
        <translation>سُلِّم {time} — فُحص وحُفظ على {peer}</translation>
    </message>
    <message>
        <source>Delivered {time} — shown on {peer}</source>
        <translation>سُلِّم {time} — عُرض على {peer}</translation>
    </message>
    <message>
        <source>From {peer}</source>
        <translation>من {peer}</translation>
    </message>
    <message>
        <source>From {peer} · Checking and saving…</source>
        <translation>من {peer} · يجري الفحص والحفظ…</translation>
    </message>
    <message>
        <source>From {peer} · Waiting to be shown</source>
        <translation>من {peer} · ينتظر أن يُعرض</translation>
    </message>
    <message>
        <source>Limited by the disk of this computer</source>
        <translation>يحدّه قرص هذا الحاسوب</translation>
    </message>
    <message>
        <source>Limited by the disk of {peer}</source>
        <translation>يحدّه قرص {peer}</translation>
    </message>
    <message>
        <source>Limited by the network</source>
        <translation>تحدّه الشبكة</translation>
    </message>
    <message>
        <source>Limited by this computer</source>
        <translation>يحدّه هذا الحاسوب</translation>
    </message>
    <message>
        <source>Limited by {peer}</source>
        <translation>يحدّه {peer}</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>أوقفته مؤقتًا</translation>
    </message>
    <message>
        <source>Paused by {peer}</source>
        <translation>أوقفه {peer} مؤقتًا</translation>
    </message>
    <message>
        <source>Paused: {why}</source>
        <translation>متوقف مؤقتًا: {why}</translation>
    </message>
    <message>
        <source>Reading what was chosen…</source>
        <translation>تجري قراءة ما اختير…</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — checked and saved</source>
        <translation>استُلم {time} من {peer} — فُحص وحُفظ</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — checked and saved in {folder}</source>
        <translation>استُلم {time} من {peer} — فُحص وحُفظ في {folder}</translation>
    </message>
    <message>
        <source>Received {time} from {peer} — kept on no disk</source>
        <translation>استُلم {time} من {peer} — لم يُحفظ على أي قرص</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>إعادة محاولة ما فشل</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>إعادة الإرسال</translation>
    </message>
    <message>
        <source>Some files were not delivered.</source>
        <translation>لم تُسلَّم بعض الملفات.</translation>
    </message>
    <message numerus="yes">
        <source>Text, {count} characters</source>
        <translation>
            <numerusform>نص بلا محارف</numerusform>
            <numerusform>نص، محرف واحد</numerusform>
            <numerusform>نص، محرفان</numerusform>
            <numerusform>نص، {count} محارف</numerusform>
            <numerusform>نص، {count} محرفًا</numerusform>
            <numerusform>نص، {count} محرف</numerusform>
        </translation>
    </message>
    <message>
        <source>The transfer failed.</source>
        <translation>فشلت عملية النقل.</translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation>أُلغيت عملية النقل.</translation>
    </message>
    <message>
        <source>To {peer}</source>
        <translation>إلى {peer}</translation>
    </message>
    <message>
        <source>To {peer} · Reading what was chosen…</source>
        <translation>إلى {peer} · تجري قراءة ما اختير…</translation>
    </message>
    <message>
        <source>Waiting for {peer} to accept…</source>
        <translation>في انتظار قبول {peer}…</translation>
    </message>
    <message>
        <source>Waiting to be shown on {peer}…</source>
        <translation>في انتظار العرض على {peer}…</translation>
    </message>
    <message>
        <source>You declined this from {peer}.</source>
        <translation>رفضت هذا العرض من {peer}.</translation>
    </message>
    <message>
        <source>accepted without asking</source>
        <translation>قُبل من دون سؤال</translation>
    </message>
    <message numerus="yes">
        <source>{count} were there already</source>
        <translation>
            <numerusform>لم يكن شيء منها هناك من قبل</numerusform>
            <numerusform>واحد كان هناك من قبل</numerusform>
            <numerusform>اثنان كانا هناك من قبل</numerusform>
            <numerusform>{count} كانت هناك من قبل</numerusform>
            <numerusform>{count} كانت هناك من قبل</numerusform>
            <numerusform>{count} كانت هناك من قبل</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} — {what}</source>
        <translation>{names} — {what}</translation>
    </message>
    <message>
        <source>{name} — {size}</source>
        <translation>{name} — {size}</translation>
    </message>
    <message>
        <source>{peer} declined.</source>
        <translation>رفض {peer}.</translation>
    </message>
    <message>
        <source>{peer} sent you a text</source>
        <translation>أرسل {peer} إليك نصًا</translation>
    </message>
    <message>
        <source>{peer} waits for your answer</source>
        <translation>ينتظر {peer} إجابتك</translation>
    </message>
    <message>
        <source>{peer} wants to send you files</source>
        <translation>يريد {peer} أن يرسل إليك ملفات</translation>
    </message>
</context>
<context>
    <name>trust</name>
    <message>
        <source>By invitation at {time}</source>
        <translation>عن طريق دعوة: {time}</translation>
    </message>
    <message>
        <source>Code compared at {time}</source>
        <translation>قورن الرمز: {time}</translation>
    </message>
    <message>
        <source>Code compared at {time}, remembered since then</source>
        <translation>قورن الرمز: {time}؛ ومحفوظ منذ ذلك الحين</translation>
    </message>
    <message>
        <source>Continued after an interruption; {compared}</source>
        <translation>استُكمل بعد انقطاع؛ {compared}</translation>
    </message>
    <message>
        <source>Probably {name} · {address}</source>
        <translation>على الأرجح {name} · {address}</translation>
    </message>
    <message>
        <source>Probably {name}, verified {day}</source>
        <translation>على الأرجح {name}، تم التحقق منه {day}</translation>
    </message>
    <message>
        <source>Remembered, verified just now</source>
        <translation>محفوظ، تم التحقق الآن</translation>
    </message>
    <message>
        <source>Remembered, verified {day}</source>
        <translation>محفوظ، تم التحقق منه {day}</translation>
    </message>
    <message>
        <source>Remembered, {compared}</source>
        <translation>محفوظ، {compared}</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>تم التحقق</translation>
    </message>
    <message>
        <source>Verified at {time}</source>
        <translation>تم التحقق: {time}</translation>
    </message>
    <message>
        <source>Verified just now</source>
        <translation>تم التحقق الآن</translation>
    </message>
    <message>
        <source>Verified {day}</source>
        <translation>تم التحقق {day}</translation>
    </message>
    <message>
        <source>code compared at {time}</source>
        <translation>قورن الرمز: {time}</translation>
    </message>
    <message>
        <source>code compared {day}</source>
        <translation>قورن الرمز {day}</translation>
    </message>
</context>
<context>
    <name>visibility</name>
    <message>
        <source>Everyone nearby</source>
        <translation>كل من في الجوار</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>Only remembered devices</source>
        <translation>الأجهزة المحفوظة فقط</translation>
    </message>
</context>
</TS>
