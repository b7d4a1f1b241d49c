package dev.stepwright.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The values that plain and tagged scalars stand for: the core schema of YAML 1.2, section 10.3.2. */
final class YamlScalars {
    private static final String TAG = "tag:yaml.org,2002:";
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|0x[0-9a-fA-F]+|0o[0-7]+");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");

    /** What is no text without quotes, for readers of YAML 1.1 too. */
    private static final Pattern NO_TEXT =
            Pattern.compile("(?is)[-+.]*[0-9].*|[-+]?\\.(inf|nan)|(y|yes|n|no|on|off|true|false|null|~|=|<<)?");

    /** As in JSON. What a number stands for takes time that grows with the square of its digits. */
    private static final int LONGEST_NUMBER = 1000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private YamlScalars() {}

    /**
     * @param tag what the author says it is, or null
     * @throws IllegalArgumentException with what is wrong, if JSON has no such value
     */
    static JsonNode read(String text, @Nullable String tag, boolean isPlain) {
        if (tag == null || tag.equals("!")) {
            return isPlain && tag == null ? plain(text) : NODES.stringNode(text);
        }
        if (tag.equals(TAG + "str")) {
            return NODES.stringNode(text);
        }
        if (!Set.of("null", "bool", "int", "float").contains(tag.replace(TAG, ""))) {
            throw new IllegalArgumentException(unknownTag(tag));
        }
        return plain(text);
    }

    /** Returns whether every reader takes a plain scalar for a text. */
    static boolean isText(String plain) {
        return !NO_TEXT.matcher(plain).matches();
    }

    static String unknownTag(String tag) {
        return tag.startsWith(TAG)
                ? "JSON has no values of the type !!" + tag.substring(TAG.length())
                : "the tag " + tag
                        + " is unknown; the tags of CloudFormation are for templates, so write ${Name} in a definition";
    }

    private static JsonNode plain(String text) {
        if (NULL.contains(text)) {
            return NODES.nullNode();
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return NODES.booleanNode(TRUE.contains(text));
        }
        if (NOT_FINITE.matcher(text).matches()) {
            throw new IllegalArgumentException("JSON has no number " + text + "; quote it to make it a string");
        }
        return number(text);
    }

    private static JsonNode number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return NODES.stringNode(text);
        }
        if (text.length() > LONGEST_NUMBER) {
            throw new IllegalArgumentException("a number must have at most " + LONGEST_NUMBER + " characters, found "
                    + text.length() + "; quote it to make it a string");
        }
        if (JSON_NUMBER.matcher(text).matches()) {
            return JsonText.number(text);
        }
        if (DECIMAL.matcher(text).matches()) {
            return JsonText.number(new BigInteger(text).toString());
        }
        if (text.startsWith("0x")) {
            return JsonText.number(new BigInteger(text.substring(2), 16).toString());
        }
        if (text.startsWith("0o")) {
            return JsonText.number(new BigInteger(text.substring(2), 8).toString());
        }
        return JsonText.number(new BigDecimal(text).toString().replace("E+", "E"));
    }
}
