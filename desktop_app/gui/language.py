"""In which language the window speaks: translations and the layout's direction, and by which locale it writes numbers.

Qt hands a change on to every open window (LanguageChange).
"""

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app import resource_files
from desktop_app.storage.settings import Language

NAMES: Final = {
    Language.ARABIC: "العربية",
    Language.GERMAN: "Deutsch",
    Language.ENGLISH: "English",
    Language.SPANISH: "Español",
    Language.FRENCH: "Français",
    Language.CHINESE: "简体中文",
}
"""As each calls itself, so that whoever speaks it finds it."""
_SPOKEN: Final = "language"  # the application's property that says which


def speak(app: QApplication, language: Language = Language.SYSTEM) -> None:
    """With SYSTEM, the first of the person's languages that there is. Called again, it changes what is spoken."""
    system = QLocale.system()
    spoken = of_system(system) if language is Language.SYSTEM else language
    if spoken.value == app.property(_SPOKEN):
        return
    app.setProperty(_SPOKEN, spoken.value)
    locale = locale_of(spoken, system)
    QLocale.setDefault(locale)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    app.setLayoutDirection(locale.textDirection())
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (
        (f"qtbase_{spoken.value}", qt),
        (f"tallystick_{spoken.value}", str(resource_files.TRANSLATIONS)),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)


def of_system(system: QLocale) -> Language:
    """The first of those the person prefers, in their order; English where there is none of them."""
    for tag in system.uiLanguages():
        locale = QLocale(tag)
        for language in NAMES:
            there = QLocale(language.value)
            if (there.language(), there.script()) == (locale.language(), locale.script()):
                return language
    return Language.ENGLISH


def locale_of(language: Language, system: QLocale) -> QLocale:
    """The person's own where it is of that language: it knows their country and how they set it up."""
    locale = QLocale(language.value)
    if (system.language(), system.script()) == (locale.language(), locale.script()):
        return system
    return locale
