package dev.stepwright.codegen.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds definitions that nobody reads, since their names end otherwise than those of definitions. */
record Misnamed(Findings findings) {
    private static final String RULE = "ASL-GEN-007";

    void check(List<Path> files) throws IOException {
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (!SourceTree.isDefinition(file) && !name.endsWith(SourceTree.SCHEMA) && isDefinition(file)) {
                findings.add(new Finding(
                        file,
                        Position.START,
                        Severity.WARNING,
                        RULE,
                        "this looks like a definition, but files with this name are not read; rename it to "
                                + rightName(name)));
            }
        }
    }

    private static boolean isDefinition(Path file) throws IOException {
        try {
            JsonNode root = AslDocument.read(file).root();
            return root.has("StartAt") && root.has("States");
        } catch (JsonSyntaxException e) {
            return false; // whatever it is, it is not ours
        }
    }

    private static String rightName(String name) {
        boolean isYaml = name.matches(".*\\.ya?ml");
        return name.replaceFirst("(\\.asl)?(\\.(json|ya?ml))?$", "") + (isYaml ? ".asl.yaml" : SourceTree.DEFINITION);
    }
}
