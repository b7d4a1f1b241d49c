package dev.stepwright.jsonata.error;

import dev.stepwright.json.JsonText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The text of every error code. {@code {{name}}} stands for a value as JSON, {@code {{{name}}}} for its bare text. */
final class Messages {
    private static final Map<String, String> TEMPLATES = new HashMap<>();

    static {
        TEMPLATES.put("S0101", "String literal must be terminated by a matching quote");
        TEMPLATES.put("S0102", "Number out of range: {{token}}");
        TEMPLATES.put("S0103", "Unsupported escape sequence: \\{{token}}");
        TEMPLATES.put("S0104", "The escape sequence \\u must be followed by 4 hex digits");
        TEMPLATES.put("S0105", "Quoted property name must be terminated with a backquote (`)");
        TEMPLATES.put("S0106", "Comment has no closing tag");
        TEMPLATES.put("S0201", "Syntax error: {{token}}");
        TEMPLATES.put("S0202", "Expected {{value}}, got {{token}}");
        TEMPLATES.put("S0203", "Expected {{value}} before end of expression");
        TEMPLATES.put("S0204", "Unknown operator: {{token}}");
        TEMPLATES.put("S0205", "Unexpected token: {{token}}");
        TEMPLATES.put("S0207", "Unexpected end of expression");
        TEMPLATES.put("S0208", "Parameter {{value}} of function definition must be a variable name (start with $)");
        TEMPLATES.put("S0209", "A predicate cannot follow a grouping expression in a step");
        TEMPLATES.put("S0210", "Each step can only have one grouping expression");
        TEMPLATES.put("S0211", "The symbol {{token}} cannot be used as a unary operator");
        TEMPLATES.put("S0212", "The left side of := must be a variable name (start with $)");
        TEMPLATES.put("S0213", "The literal value {{{value}}} cannot be used as a step within a path expression");
        TEMPLATES.put("S0214", "The right side of {{token}} must be a variable name (start with $)");
        TEMPLATES.put("S0215", "A context variable binding must precede any predicates on a step");
        TEMPLATES.put("S0216", "A context variable binding must precede the 'order-by' clause on a step");
        TEMPLATES.put("S0217", "The object representing the 'parent' cannot be derived from this expression");
        TEMPLATES.put("S0301", "Empty regular expressions are not allowed");
        TEMPLATES.put("S0302", "No terminating / in regular expression");
        TEMPLATES.put("S0402", "Choice groups containing parameterized types are not supported");
        TEMPLATES.put("S0401", "Type parameters can only be applied to functions and arrays");
        TEMPLATES.put("T0410", "Argument {{index}} of function {{token}} does not match function signature");
        TEMPLATES.put("T0411", "Context value is not a compatible type with argument {{index}} of function {{token}}");
        TEMPLATES.put("T0412", "Argument {{index}} of function {{token}} must be an array of {{type}}");
        TEMPLATES.put("D1001", "Number out of range: {{value}}");
        TEMPLATES.put("D1002", "Cannot negate a non-numeric value: {{value}}");
        TEMPLATES.put("T1003", "Key in object structure must evaluate to a string; got: {{value}}");
        TEMPLATES.put("D1004", "Regular expression matches zero length string");
        TEMPLATES.put("T1005", "Attempted to invoke a non-function. Did you mean ${{{token}}}?");
        TEMPLATES.put("T1006", "Attempted to invoke a non-function");
        TEMPLATES.put("T1007", "Attempted to partially apply a non-function. Did you mean ${{{token}}}?");
        TEMPLATES.put("T1008", "Attempted to partially apply a non-function");
        TEMPLATES.put("D1009", "Multiple key definitions evaluate to same key: {{value}}");
        TEMPLATES.put(
                "T1010",
                "The matcher function argument passed to function {{token}} does not return the correct object structure");
        TEMPLATES.put("D1012", "Evaluation timeout after {{value}} milliseconds. Check for infinite loop");
        TEMPLATES.put("T2001", "The left side of the {{token}} operator must evaluate to a number");
        TEMPLATES.put("T2002", "The right side of the {{token}} operator must evaluate to a number");
        TEMPLATES.put("T2003", "The left side of the range operator (..) must evaluate to an integer");
        TEMPLATES.put("T2004", "The right side of the range operator (..) must evaluate to an integer");
        TEMPLATES.put("T2006", "The right side of the function application operator ~> must be a function");
        TEMPLATES.put("T2007", "Type mismatch when comparing values {{value}} and {{value2}} in order-by clause");
        TEMPLATES.put("T2008", "The expressions within an order-by clause must evaluate to numeric or string values");
        TEMPLATES.put(
                "T2009",
                "The values {{value}} and {{value2}} either side of operator {{token}} must be of the same data type");
        TEMPLATES.put(
                "T2010", "The expressions either side of operator {{token}} must evaluate to numeric or string values");
        TEMPLATES.put(
                "T2011", "The insert/update clause of the transform expression must evaluate to an object: {{value}}");
        TEMPLATES.put(
                "T2012",
                "The delete clause of the transform expression must evaluate to a string or array of strings: {{value}}");
        TEMPLATES.put(
                "T2013",
                "The transform expression clones the input object using the $clone() function.  This has been overridden in the current scope by a non-function.");
        TEMPLATES.put(
                "D2014",
                "The size of the sequence allocated by the range operator (..) must not exceed 1e7.  Attempted to allocate {{value}}.");
        TEMPLATES.put("D2015", "The maximum sequence length of {{value}} was exceeded.");
        TEMPLATES.put("D3001", "Attempting to invoke string function on Infinity or NaN");
        TEMPLATES.put("D3010", "Second argument of replace function cannot be an empty string");
        TEMPLATES.put("D3011", "Fourth argument of replace function must evaluate to a positive number");
        TEMPLATES.put("D3012", "Attempted to replace a matched string with a non-string value");
        TEMPLATES.put("D3020", "Third argument of split function must evaluate to a positive number");
        TEMPLATES.put("D3030", "Unable to cast value to a number: {{value}}");
        TEMPLATES.put("D3040", "Third argument of match function must evaluate to a positive number");
        TEMPLATES.put("D3050", "The second argument of reduce function must be a function with at least two arguments");
        TEMPLATES.put("D3060", "The sqrt function cannot be applied to a negative number: {{value}}");
        TEMPLATES.put(
                "D3061",
                "The power function has resulted in a value that cannot be represented as a JSON number: base={{value}}, exponent={{exp}}");
        TEMPLATES.put(
                "D3070",
                "The single argument form of the sort function can only be applied to an array of strings or an array of numbers.  Use the second argument to specify a comparison function");
        TEMPLATES.put("D3080", "The picture string must only contain a maximum of two sub-pictures");
        TEMPLATES.put(
                "D3081",
                "The sub-picture must not contain more than one instance of the 'decimal-separator' character");
        TEMPLATES.put("D3082", "The sub-picture must not contain more than one instance of the 'percent' character");
        TEMPLATES.put("D3083", "The sub-picture must not contain more than one instance of the 'per-mille' character");
        TEMPLATES.put("D3084", "The sub-picture must not contain both a 'percent' and a 'per-mille' character");
        TEMPLATES.put(
                "D3085",
                "The mantissa part of a sub-picture must contain at least one character that is either an 'optional digit character' or a member of the 'decimal digit family'");
        TEMPLATES.put(
                "D3086",
                "The sub-picture must not contain a passive character that is preceded by an active character and that is followed by another active character");
        TEMPLATES.put(
                "D3087",
                "The sub-picture must not contain a 'grouping-separator' character that appears adjacent to a 'decimal-separator' character");
        TEMPLATES.put(
                "D3088", "The sub-picture must not contain a 'grouping-separator' at the end of the integer part");
        TEMPLATES.put(
                "D3089",
                "The sub-picture must not contain two adjacent instances of the 'grouping-separator' character");
        TEMPLATES.put(
                "D3090",
                "The integer part of the sub-picture must not contain a member of the 'decimal digit family' that is followed by an instance of the 'optional digit character'");
        TEMPLATES.put(
                "D3091",
                "The fractional part of the sub-picture must not contain an instance of the 'optional digit character' that is followed by a member of the 'decimal digit family'");
        TEMPLATES.put(
                "D3092",
                "A sub-picture that contains a 'percent' or 'per-mille' character must not contain a character treated as an 'exponent-separator'");
        TEMPLATES.put(
                "D3093",
                "The exponent part of the sub-picture must comprise only of one or more characters that are members of the 'decimal digit family'");
        TEMPLATES.put(
                "D3100", "The radix of the formatBase function must be between 2 and 36.  It was given {{value}}");
        TEMPLATES.put(
                "D3110",
                "The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given {{value}}");
        TEMPLATES.put("D3120", "Syntax error in expression passed to function eval: {{value}}");
        TEMPLATES.put("D3121", "Dynamic error evaluating the expression passed to function eval: {{value}}");
        TEMPLATES.put(
                "D3130",
                "Formatting or parsing an integer as a sequence starting with {{value}} is not supported by this implementation");
        TEMPLATES.put("D3131", "In a decimal digit pattern, all digits must be from the same decimal group");
        TEMPLATES.put("D3132", "Unknown component specifier {{value}} in date/time picture string");
        TEMPLATES.put(
                "D3133",
                "The 'name' modifier can only be applied to months and days in the date/time picture string, not {{value}}");
        TEMPLATES.put("D3134", "The timezone integer format specifier cannot have more than four digits");
        TEMPLATES.put("D3135", "No matching closing bracket ']' in date/time picture string");
        TEMPLATES.put("D3136", "The date/time picture string is missing specifiers required to parse the timestamp");
        TEMPLATES.put("D3137", "{{{message}}}");
        TEMPLATES.put("D3138", "The $single() function expected exactly 1 matching result.  Instead it matched more.");
        TEMPLATES.put("D3139", "The $single() function expected exactly 1 matching result.  Instead it matched 0.");
        TEMPLATES.put("D3140", "Malformed URL passed to ${{{functionName}}}(): {{value}}");
        TEMPLATES.put("D3141", "{{{message}}}");
        TEMPLATES.put("S0303", "The regular expression {{value}} is not supported: {{{problem}}}");
        TEMPLATES.put("S0501", "The expression is nested more than {{{value}}} levels deep");
        TEMPLATES.put(
                "U1001",
                "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive");
        TEMPLATES.put("U1002", "Expression evaluation memory limit exceeded: Check for excessive memory usage");
        TEMPLATES.put("U1004", "The value of the expression is or holds a function, which is no JSON value");
        TEMPLATES.put("U1003", "Expression evaluation step limit of {{{value}}} exceeded: Check for infinite loop");
    }

    private Messages() {}

    static String text(String code, @Nullable String token, Map<String, Object> inserts) {
        String template = TEMPLATES.getOrDefault(code, "{{{message}}}");
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", from)) {
            boolean bare = template.startsWith("{{{", open);
            int nameStart = open + (bare ? 3 : 2);
            int close = template.indexOf("}}", nameStart);
            String name = template.substring(nameStart, close);
            Object value = "token".equals(name) && !inserts.containsKey(name) ? token : inserts.get(name);
            out.append(template, from, open).append(bare ? bare(value) : json(value));
            from = close + (bare ? 3 : 2);
        }
        return out.append(template, from, template.length()).toString();
    }

    private static String bare(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static String json(@Nullable Object value) {
        if (value instanceof JsonNode node) {
            return Excerpt.of(node);
        }
        return value instanceof String text ? JsonText.quote(text) : String.valueOf(value);
    }
}
