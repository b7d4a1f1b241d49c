package dev.stepwright.codegen.generate;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import dev.stepwright.asl.Severity;
import dev.stepwright.codegen.generate.RandomValues.Target;
import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.generate.code.Nullness;
import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.Sources;
import dev.stepwright.validation.Suppressions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * A random schema, the one that it refers to, and what is generated from both.
 *
 * @param files those of types; none if there are errors
 */
record RandomCase(long seed, JsonNode schema, JsonNode shared, List<Finding> findings, List<GeneratedFile> files) {
    private static final String SHARED = "shared.schema.json";
    /** JSON Schema says nothing of what OpenAPI calls {@code byte}. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .format(new Base64Format())
            .build();

    private static final String LOCATION = "https://example.com/";

    static RandomCase of(long seed, Path directory) {
        JsonNode schema = RandomSchema.of(seed, SHARED);
        JsonNode shared = RandomSchema.shared(seed);
        String folder = "seed" + seed + "/";
        Findings findings = new Findings(false, Suppressions.of(List.of()));
        List<GeneratedFile> files = new Sources(directory.resolve("source" + seed))
                .with(folder + "order.asl.json", Sources.DEFINITION)
                .with(folder + "order.input.schema.json", schema.toString())
                .with(folder + SHARED, shared.toString())
                .generate(Nullness.values()[(int) (seed % 2)], findings);
        List<GeneratedFile> types = files.stream()
                .filter(file -> file.root() == Root.SOURCES && !file.path().matches(".*/Order(Tasks|Workflow)\\.java"))
                .toList();
        return new RandomCase(seed, schema, shared, findings.sorted(), types);
    }

    private static final class Base64Format implements Format {
        @Override
        public String getName() {
            return "byte";
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            try {
                Base64.getDecoder().decode(value);
                return value.length() % 4 == 0;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    List<String> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.rule() + " " + finding.message())
                .toList();
    }

    /** Returns whether the user has to be asked: a part fits no value, or refers to itself, or two names are one in Java. */
    boolean isContradictory() {
        return errors().stream()
                .allMatch(error -> error.startsWith("ASL-SCH-005 no value fits")
                        || error.startsWith("ASL-GEN-002")
                        || error.contains("and nothing else is allowed")
                        || error.contains("this allows no value")
                        || error.contains("this is one of its own alternatives")
                        || error.contains("this refers to itself")
                        || error.contains("a whole input or output cannot be null"));
    }

    /** Returns whether a warning says that the types check less than the schema. */
    boolean isWeaker() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
    }

    /** Returns whether a class has a {@code JsonNode}, which is of Jackson 3. */
    boolean holdsAnyValue() {
        return files.stream()
                .anyMatch(file ->
                        !file.path().endsWith("Paths.java") && file.text().contains("import tools.jackson"));
    }

    /** Returns whether the whole value has a class of its own; what may be any value has none. */
    boolean hasType() {
        return files.stream().anyMatch(file -> file.path().endsWith("/OrderInput.java"));
    }

    boolean hasChoice() {
        return files.stream().anyMatch(file -> file.text().contains(" sealed interface "));
    }

    String type() {
        return "com.acme.seed" + seed + ".OrderInput";
    }

    Schema judge() {
        return SchemaRegistry.withDefaultDialect(
                        DIALECT,
                        builder -> builder.schemas(Map.of(
                                        LOCATION + "order", schema.toString(), LOCATION + SHARED, shared.toString()))
                                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .build()))
                .getSchema(SchemaLocation.of(LOCATION + "order"));
    }

    /** Returns values near the schema; every other one differs at a place from the one before. */
    List<JsonNode> values(int count) {
        RandomValues random = new RandomValues(new Random(seed), this::resolve);
        List<JsonNode> values = new ArrayList<>();
        while (values.size() < count) {
            JsonNode value = random.of(schema);
            values.add(value);
            values.add(random.mutated(value));
        }
        return values;
    }

    private Target resolve(JsonNode document, String reference) {
        JsonNode target = reference.startsWith("#") ? document : shared;
        return new Target(target, target.at(reference.substring(reference.indexOf('#') + 1)));
    }

    @Override
    public String toString() {
        return "seed " + seed + " " + schema + (schema.toString().contains(SHARED) ? " with " + shared : "");
    }
}
