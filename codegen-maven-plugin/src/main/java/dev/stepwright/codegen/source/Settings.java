package dev.stepwright.codegen.source;

import dev.stepwright.codegen.generate.StateSettings;
import dev.stepwright.codegen.generate.code.Nullness;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.SourceVersion;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What {@code asl-codegen.json} in a source directory says about all that is generated from it.
 *
 * @param nullness how records say that a value may be absent
 */
public record Settings(Nullness nullness, StateSettings states) {
    static final String FILE = "asl-codegen.json";
    private static final String RULE = "ASL-GEN-005";
    private static final List<String> KEYS = List.of("methods", "names", "nullness");

    private static final Settings NONE = new Settings(Nullness.OPTIONAL, StateSettings.DEFAULT);

    /** Returns the settings of a source directory; what is wrong with them is reported and left out. */
    static Settings read(Path root, Findings findings) throws IOException {
        Path file = root.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try {
            return new Reader(file, JsonDocument.read(file), findings).read();
        } catch (JsonSyntaxException e) {
            findings.error(file, e.position(), RULE, e.problem());
            return NONE;
        }
    }

    private record Reader(Path file, JsonDocument json, Findings findings) {
        Settings read() {
            for (String key : json.root().propertyNames()) {
                if (!KEYS.contains(key)) {
                    findings.error(
                            file,
                            json.keyPosition(JsonPointer.empty().appendProperty(key)),
                            RULE,
                            "\"" + key + "\" is not a setting; the settings are " + KEYS);
                }
            }
            if (!json.root().isObject()) {
                report("", "the settings must be an object with any of " + KEYS);
            }
            JsonNode root = json.root();
            return new Settings(
                    nullness(root.path("nullness")),
                    new StateSettings(names(root.path("names")), isFunctionsOnly(root.path("methods"))));
        }

        private boolean isFunctionsOnly(JsonNode value) {
            if (!value.isMissingNode() && !List.of("all", "functions").contains(value.asString(""))) {
                report("/methods", "methods must be \"all\" or \"functions\", found " + JsonText.excerpt(value));
            }
            return value.asString("").equals("functions");
        }

        private Map<String, String> names(JsonNode value) {
            if (!value.isMissingNode() && !value.isObject()) {
                report("/names", "names must be an object with a Java name for each name of a state");
            }
            Map<String, String> names = new HashMap<>();
            value.forEachEntry((state, name) -> {
                if (SourceVersion.isName(name.asString(""))
                        && !name.asString("").contains(".")) {
                    names.put(state, name.stringValue());
                } else {
                    report(
                            JsonPointer.empty().appendProperty("names").appendProperty(state),
                            JsonText.excerpt(name) + " is not a Java name; write one such as \"isPaid\"");
                }
            });
            return names;
        }

        private Nullness nullness(JsonNode value) {
            if (value.isMissingNode()) {
                return Nullness.OPTIONAL;
            }
            for (Nullness each : Nullness.values()) {
                if (value.asString("").equals(each.name().toLowerCase(Locale.ROOT))) {
                    return each;
                }
            }
            report("/nullness", "nullness must be \"optional\" or \"jspecify\", found " + JsonText.excerpt(value));
            return Nullness.OPTIONAL;
        }

        private void report(String pointer, String message) {
            report(JsonPointer.compile(pointer), message);
        }

        private void report(JsonPointer pointer, String message) {
            findings.error(file, json.position(pointer), RULE, message);
        }
    }
}
