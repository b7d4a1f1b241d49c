package dev.stepwright.asl;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** How the files of definitions are called: {@code order.asl.json}, {@code order.asl.yaml}, {@code order.json}. */
public final class DefinitionFile {
    private static final List<String> SIDECARS =
            List.of(".input.schema.json", ".output.schema.json", ".tasks", ".asl.ignore.json");

    private static final Pattern FOLDER = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
    private static final Pattern ENDING = Pattern.compile("(?<=.)((\\.asl)?\\.(json|ya?ml)|\\.asl)$");

    private DefinitionFile() {}

    /**
     * Returns the name of the machine in a file: {@code order} for {@code flows/order.asl.json}.
     *
     * @param path the file's path, in the writing of any system
     */
    public static String machineName(String path) {
        return ENDING.matcher(FOLDER.matcher(path).replaceFirst("")).replaceFirst("");
    }

    /**
     * Returns the file beside a definition whose name begins with that of the machine.
     *
     * @param ending what follows the machine's name: {@code .input.schema.json} gives {@code order.input.schema.json}
     */
    public static Path beside(Path definition, String ending) {
        return definition.resolveSibling(machineName(definition.toString()) + ending);
    }

    /** Returns where what belongs to a definition stands, be it there or not: its schemas, the folder with those of its tasks, and its ignore file. */
    public static List<Path> sidecars(Path definition) {
        return SIDECARS.stream().map(ending -> beside(definition, ending)).toList();
    }
}
