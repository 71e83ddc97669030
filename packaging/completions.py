"""Completion for bash, zsh and fish, written from the parser of the arguments. Run: completions.py bash|zsh|fish"""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parent)]

import command_words  # noqa: E402
from command_words import Command, Word  # noqa: E402

from desktop_app import COMMAND_NAME  # noqa: E402

_BASH = """\
# bash completion for {program}

_{program}()
{{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command= index=1
    while ((index < COMP_CWORD)); do
        case ${{COMP_WORDS[index]}} in
            {valued}) ((index++)) ;;
            {commands_or}) command=${{COMP_WORDS[index]}}; break ;;
        esac
        ((index++))
    done
    compopt -o filenames 2>/dev/null
    case $command:$before in
{values}
    esac
    case $command in
{words}
    esac
}}

_{program}_files()
{{
    local IFS=$'\\n'
    COMPREPLY+=($(compgen "$1" -- "$word"))
}}

_{program}_words()
{{
    COMPREPLY+=($(compgen -W "$1" -- "$word"))
}}

complete -F _{program} {program}
"""


def bash() -> str:
    everywhere, commands = command_words.everywhere(), command_words.commands()
    values, words = [], []
    for command in (everywhere, *commands):
        for word in command.options:
            if word.value:
                name = command.name or "*"
                pattern = "|".join(f"{name}:{flag}" for flag in word.flags)
                values.append(f"        {pattern}) {_bash_value(word)}return ;;")
        names = "" if command.name else " ".join(each.name for each in commands)
        offered = " ".join([*_flags(everywhere), *(_flags(command) if command.name else ()), names]).strip()
        files = (
            f"_{COMMAND_NAME}_files -f; " if not command.name or any(each.is_path for each in command.operands) else ""
        )
        words.append(f"        {command.name or repr('')}) {files}_{COMMAND_NAME}_words {offered!r} ;;")
    return _BASH.format(
        program=COMMAND_NAME,
        commands_or="|".join(each.name for each in commands),
        valued="|".join(flag for word in everywhere.options if word.value for flag in word.flags),
        values="\n".join(values),
        words="\n".join(words),
    )


def _bash_value(word: Word) -> str:
    if word.choices:
        return f"_{COMMAND_NAME}_words {' '.join(word.choices)!r}; "
    if word.is_path:
        return f"_{COMMAND_NAME}_files {'-d' if word.is_folder else '-f'}; "
    return ""


def zsh() -> str:
    everywhere, commands = command_words.everywhere(), command_words.commands()
    lines = [
        f"#compdef {COMMAND_NAME}",
        "",
        "local curcontext=$curcontext state line",
        "local -a commands",
        "commands=(",
    ]
    lines += [f"  {_quoted(f'{each.name}:{each.summary}')}" for each in commands]
    lines += [")", "_arguments -C \\"]
    lines += [f"  {spec} \\" for spec in _zsh_options(everywhere)]
    lines += ["  '*:: :->rest'", "[[ $state == rest ]] || return", "if (( CURRENT == 1 )); then"]
    lines += ["  _describe -t commands command commands", "  _files", "  return", "fi"]
    lines += ["curcontext=${curcontext%:*:*}:" + COMMAND_NAME + "-$words[1]:", "case $words[1] in"]
    for command in commands:
        specs = [*_zsh_options(everywhere), *_zsh_options(command), *map(_zsh_operand, command.operands)]
        lines.append(f"  {command.name}) _arguments \\\n    " + " \\\n    ".join(specs) + " ;;")
    lines += ["  *) _files ;;", "esac"]
    return "\n".join(lines) + "\n"


def _zsh_options(command: Command) -> list[str]:
    specs = []
    for word in command.options:
        value = f":{word.value}:{_zsh_values(word)}" if word.value else ""
        specs += [_quoted(f"{flag}[{word.help.translate(_ZSH_SPECIAL)}]{value}") for flag in word.flags]
    return specs


def _zsh_operand(word: Word) -> str:
    name = word.value.translate(_ZSH_SPECIAL)
    return _quoted(f"{'*' if word.many else ''}:{name}:{_zsh_values(word)}")


def _zsh_values(word: Word) -> str:
    if word.choices:
        return f"({' '.join(word.choices)})"
    if word.is_path:
        return "_files -/" if word.is_folder else "_files"
    return " "


def fish() -> str:
    everywhere, commands = command_words.everywhere(), command_words.commands()
    names = " ".join(each.name for each in commands)
    none = f"not __fish_seen_subcommand_from {names}"
    lines = [f"# fish completion for {COMMAND_NAME}"]
    lines += [f"complete -c {COMMAND_NAME} {_fish_option(word)}" for word in everywhere.options]
    lines += [
        f"complete -c {COMMAND_NAME} -n {_quoted(none)} -a {each.name} -d {_quoted(each.summary)}" for each in commands
    ]
    for command in commands:
        here = f"-n {_quoted(f'__fish_seen_subcommand_from {command.name}')}"
        lines += [f"complete -c {COMMAND_NAME} {here} {_fish_option(word)}" for word in command.options]
        if not any(word.is_path for word in command.operands):
            lines.append(f"complete -c {COMMAND_NAME} {here} -f")
    return "\n".join(lines) + "\n"


def _fish_option(word: Word) -> str:
    parts = [f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in word.flags]
    if word.choices:
        parts.append(f"-x -a {_quoted(' '.join(word.choices))}")
    elif word.value:
        parts.append("-r" if word.is_path else "-x")
    if word.help:
        parts.append(f"-d {_quoted(word.help)}")
    return " ".join(parts)


def _flags(command: Command) -> list[str]:
    return [flag for word in command.options for flag in word.flags]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


_ZSH_SPECIAL = str.maketrans({"[": "(", "]": ")", ":": "\\:", "\\": "\\\\"})
SHELLS = {"bash": bash, "zsh": zsh, "fish": fish}

if __name__ == "__main__":
    sys.stdout.write(SHELLS[sys.argv[1]]())
