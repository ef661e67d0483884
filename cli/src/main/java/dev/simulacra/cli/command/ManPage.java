package dev.simulacra.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual page of a command, in the language of `man`.
///
/// @param command the command, with its parents
record ManPage(CommandSpec command) {
    /// The name of the file without `.1`, as `simulacra-train`.
    String name() {
        return command.qualifiedName("-");
    }

    String text() {
        StringBuilder page = new StringBuilder();
        String description = sentence(command.usageMessage().description());
        page.append(".TH ").append(roff(name().toUpperCase(Locale.ROOT))).append(" 1\n.SH NAME\n");
        page.append(roff(name())).append(" \\- ").append(roff(description)).append('\n');
        page.append(".SH SYNOPSIS\n").append(roff(synopsis())).append('\n');
        page.append(".SH DESCRIPTION\n").append(roff(description)).append('\n');
        entries("ARGUMENTS", command.positionalParameters().stream().filter(each -> !each.hidden()), page);
        entries("OPTIONS", command.options().stream().filter(each -> !each.hidden()), page);
        commands(page);
        String footer = sentence(command.usageMessage().footer());
        page.append(footer.isEmpty() ? "" : ".SH NOTES\n" + roff(footer) + "\n");
        page.append(".SH EXIT STATUS\n0 on success, 1 after a failure, 2 for a usage error, 130 after Ctrl\\-C.\n");
        return page.toString();
    }

    private String synopsis() {
        return new CommandLine.Help(command, CommandLine.Help.defaultColorScheme(Ansi.OFF)).synopsis(0)
                .replaceAll("\\s+", " ").strip();
    }

    private static void entries(String title, Stream<? extends ArgSpec> arguments, StringBuilder page) {
        List<? extends ArgSpec> all = arguments.toList();
        page.append(all.isEmpty() ? "" : ".SH " + title + "\n");
        all.forEach(each -> page.append(".TP\n.B ").append(roff(label(each))).append('\n')
                .append(roff(sentence(each.description()).replace("${DEFAULT-VALUE}", "" + each.defaultValueString())))
                .append('\n'));
    }

    private void commands(StringBuilder page) {
        page.append(command.subcommands().isEmpty() ? "" : ".SH COMMANDS\n");
        command.subcommands().values().forEach(each -> page.append(".TP\n.B ").append(roff(each.getCommandName()))
                .append('\n').append(roff(sentence(each.getCommandSpec().usageMessage().description()))).append('\n'));
    }

    private static String label(ArgSpec argument) {
        return switch (argument) {
            case OptionSpec option when option.arity().max() == 0 -> String.join(", ", option.names());
            case OptionSpec option -> String.join(", ", option.names()) + "=" + option.paramLabel();
            case PositionalParamSpec positional -> positional.paramLabel();
            default -> argument.paramLabel();
        };
    }

    private static String sentence(String[] lines) {
        return String.join(" ", lines).replace("%n", "\n");
    }

    /// `text` so that `man` shows it as it is: a backslash, a hyphen, and a point or an apostrophe at the begin of a
    /// line are its own signs.
    private static String roff(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^([.'])", "\\\\&$1");
    }
}
