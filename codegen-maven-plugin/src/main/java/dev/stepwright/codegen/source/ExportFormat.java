package dev.stepwright.codegen.source;

import dev.stepwright.asl.BarePlaceholders;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
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

    /**
     * Returns the text of a definition with its placeholders filled, as far as there is something to fill them with.
     *
     * @param asl with a member on each line
     * @throws ExportException if one that stands without quotes is to be filled with something else than JSON
     */
    String substituted(String asl) throws ExportException {
        Matcher placeholder = PLACEHOLDER.matcher(asl);
        StringBuilder filled = new StringBuilder();
        while (placeholder.find()) {
            String value = substitutions.get(placeholder.group(1));
            if (value != null) {
                String written = isBare(asl, placeholder.end()) ? json(placeholder.group(), value) : inJson(value);
                placeholder.appendReplacement(filled, Matcher.quoteReplacement(written));
            }
        }
        return placeholder.appendTail(filled).toString();
    }

    /** No string goes over the end of a line. */
    private static boolean isBare(String asl, int end) {
        return asl.startsWith("\n", end) || asl.startsWith(",\n", end);
    }

    private static String json(String placeholder, String value) throws ExportException {
        try {
            JsonDocument.parse(value);
            return value;
        } catch (JsonSyntaxException e) {
            throw new ExportException(
                    "the placeholder " + placeholder
                            + " stands without quotes, so its substitution must be JSON, found " + value
                            + "; a text needs quotes around it",
                    e);
        }
    }

    private static String inJson(String value) {
        String quoted = JsonText.quote(value);
        return quoted.substring(1, quoted.length() - 1);
    }

    static String yaml(String json) {
        return YamlText.of(BarePlaceholders.value(json));
    }
}
