package dev.stepwright.server.cli;

import dev.stepwright.asl.template.Definitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The values of placeholders that a command is given. */
final class GivenValues {
    private static final String PSEUDO = "AWS::";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUE",
            showDefaultValue = Visibility.NEVER,
            description =
                    "The value of a parameter of a template, instead of its default, or of a placeholder, $${NAME}, "
                            + "in any definition, such as AWS::Region; repeatable.")
    private Map<String, String> values = Map.of();

    /** Returns the values by their names. */
    Map<String, String> all() {
        return values;
    }

    /** Returns the values by their names, with others for those that are not given. */
    Map<String, String> and(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(others);
        all.putAll(values);
        return all;
    }

    /** Refuses values whose names are nowhere in the files. */
    void refuseUnknown(Stream<Definitions> read) {
        List<Definitions> files = read.toList();
        for (String name : values.keySet()) {
            if (!name.startsWith(PSEUDO) && files.stream().noneMatch(file -> has(file, name))) {
                throw new ParameterException(
                        Objects.requireNonNull(spec).commandLine(),
                        "--parameter: none of the definitions has a placeholder or parameter \"" + name + "\"");
            }
        }
    }

    /** What a variable of Terraform is for may stand in any file of its folder. */
    private static boolean has(Definitions file, String name) {
        return file.text().contains(name)
                || name.startsWith("var.") && file.file().toString().endsWith(".tf")
                || file.machines().stream()
                        .anyMatch(machine -> machine.document().text().contains(name))
                || !file.broken().isEmpty();
    }
}
