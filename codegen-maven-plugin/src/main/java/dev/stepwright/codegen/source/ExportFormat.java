package dev.stepwright.codegen.source;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.YamlText;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written of an exported definition.
 *
 * @param yaml whether there is a file {@code order.asl.yaml} too
 * @param manifest whether there is a file that lists all definitions
 * @param substitutions what stands for placeholders: {@code ${Name}} by its name
 */
public record ExportFormat(boolean yaml, boolean manifest, Map<String, String> substitutions) {
    static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}]+)}");

    public ExportFormat {
        substitutions = Map.copyOf(substitutions);
    }

    /** Returns the text of a definition with its placeholders filled, as far as there is something to fill them with. */
    String substituted(String asl) {
        return PLACEHOLDER.matcher(asl).replaceAll(match -> {
            String value = substitutions.get(match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group() : inJson(value));
        });
    }

    private static String inJson(String value) {
        String quoted = JsonText.quote(value);
        return quoted.substring(1, quoted.length() - 1);
    }

    static String yaml(String json) {
        return YamlText.of(JsonDocument.parse(json).root());
    }
}
