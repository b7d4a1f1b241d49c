package dev.stepwright.server.cli;

import dev.stepwright.validation.Suppressions;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The rules whose findings a command does not tell. */
final class IgnoredRules {
    @Option(
            names = "--ignore",
            paramLabel = "RULE",
            split = ",",
            showDefaultValue = Visibility.NEVER,
            description =
                    "Rules to suppress, for example ASL-ERR-008. For single states use order.asl.ignore.json beside order.asl.json.")
    private List<String> rules = List.of();

    Suppressions of(CommandLine line) {
        try {
            return Suppressions.of(rules);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, "--ignore: " + e.getMessage(), e);
        }
    }
}
