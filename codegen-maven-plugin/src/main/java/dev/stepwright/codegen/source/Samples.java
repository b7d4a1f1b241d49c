package dev.stepwright.codegen.source;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.InstanceCheck;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.schema.SchemaFiles;
import dev.stepwright.json.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the examples in schemas, and the samples beside them: {@code order.input.sample.json}, or
 * {@code order.input.<what it shows>.sample.json}, is a value for {@code order.input.schema.json}.
 */
record Samples(SchemaFiles schemas, Findings findings) {
    private static final String RULE = "ASL-GEN-001";
    private static final Pattern SAMPLE = Pattern.compile("(.+\\.(?:input|output))(?:\\.[^.]+)?\\.sample\\.json");

    static boolean isSample(Path file) {
        return SAMPLE.matcher(file.getFileName().toString()).matches();
    }

    void check(List<Path> files) throws IOException {
        InstanceCheck check = new InstanceCheck(schemas, findings);
        check.examples();
        for (Path file : files) {
            Matcher sample = SAMPLE.matcher(file.getFileName().toString());
            if (sample.matches()) {
                Path path = file.resolveSibling(sample.group(1) + SourceTree.SCHEMA);
                Optional<SchemaFile> schema = schemas.file(path);
                if (schema.isPresent()) {
                    check.sample(file, schema.get());
                } else if (!files.contains(path)) {
                    findings.error(
                            file,
                            Position.START,
                            RULE,
                            "there is no schema " + path.getFileName()
                                    + " beside this sample; add one, or name the sample after its schema");
                }
            }
        }
    }
}
