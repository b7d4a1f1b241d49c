package dev.stepwright.jsonata.value;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.Signature;
import dev.stepwright.jsonata.syntax.Signature.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** Arguments held against a signature: matched to parameters as a regular expression over type letters would match them. */
public final class ArgumentCheck {
    private static final Map<String, String> ELEMENTS =
            Map.of("a", "arrays", "b", "booleans", "f", "functions", "n", "numbers", "o", "objects", "s", "strings");

    private final Parameter[] parameters;
    /** The types that each parameter accepts, as bits. */
    private final int[] accepted;

    private final boolean takesArrays;
    /** How many arguments there must be so that the rest of the parameters need nothing. */
    private final int leastInOrder;

    public ArgumentCheck(Signature signature) {
        this.parameters = signature.parameters().toArray(new Parameter[0]);
        this.accepted = signature.parameters().stream()
                .mapToInt(ArgumentCheck::accepted)
                .toArray();
        this.takesArrays = signature.parameters().stream().anyMatch(Parameter::array);
        int least = parameters.length;
        while (least > 0 && parameters[least - 1].optional() && !parameters[least - 1].context()) {
            least--;
        }
        this.leastInOrder = least;
    }

    private static int accepted(Parameter parameter) {
        int bits = 0;
        for (JsonNodeType type : JsonNodeType.values()) {
            bits |= parameter.types().indexOf(letter(type)) >= 0 ? bit(type) : 0;
        }
        return bits;
    }

    private static int bit(JsonNodeType type) {
        return 1 << type.ordinal();
    }

    /** Returns how many parameters need an argument of their own. */
    int least() {
        return (int) Arrays.stream(parameters)
                .filter(parameter -> !parameter.optional())
                .count();
    }

    /** Returns how many arguments match at most. */
    int most() {
        return Arrays.stream(parameters).anyMatch(Parameter::repeated) ? Integer.MAX_VALUE : parameters.length;
    }

    /**
     * Returns one argument per parameter, the context in place of a missing one that asks for it, single values as arrays where an
     * array is asked for, undefined for the rest.
     *
     * @throws JsonataException T0410, T0411, T0412
     */
    public JsonNode[] check(JsonNode[] arguments, JsonNode context) {
        if (matchesInOrder(arguments)) {
            return inOrder(arguments);
        }
        int[] counts = new int[parameters.length];
        if (!match(arguments, 0, 0, counts)) {
            throw mismatch(arguments);
        }
        return distribute(arguments, context, counts);
    }

    /** Whether each argument fits the parameter at its place, and the parameters after the last may be left out. */
    private boolean matchesInOrder(JsonNode[] arguments) {
        if (arguments.length > parameters.length || arguments.length < leastInOrder) {
            return false;
        }
        for (int i = 0; i < arguments.length; i++) {
            if (!accepts(i, arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private JsonNode[] inOrder(JsonNode[] arguments) {
        JsonNode[] checked = arguments;
        if (arguments.length < parameters.length) {
            checked = Arrays.copyOf(arguments, parameters.length);
            Arrays.fill(checked, arguments.length, parameters.length, Undefined.VALUE);
        }
        for (int i = 0; takesArrays && i < arguments.length; i++) {
            if (parameters[i].array()) {
                checked = checked == arguments ? arguments.clone() : checked;
                checked[i] = array(parameters[i], arguments[i], i, letter(arguments[i]));
            }
        }
        return checked;
    }

    private boolean accepts(int parameter, JsonNode argument) {
        return (accepted[parameter] & bit(argument.getNodeType())) != 0;
    }

    static char letter(JsonNode value) {
        return letter(value.getNodeType());
    }

    private static char letter(JsonNodeType type) {
        return switch (type) {
            case STRING -> 's';
            case NUMBER -> 'n';
            case BOOLEAN -> 'b';
            case NULL -> 'l';
            case ARRAY -> 'a';
            case OBJECT -> 'o';
            case MISSING -> 'm';
            default -> 'f';
        };
    }

    private boolean match(JsonNode[] arguments, int parameter, int argument, int[] counts) {
        if (parameter == parameters.length) {
            return argument == arguments.length;
        }
        Parameter current = parameters[parameter];
        int most = 0;
        int limit = current.repeated() ? arguments.length : Math.min(arguments.length, argument + 1);
        while (argument + most < limit && accepts(parameter, arguments[argument + most])) {
            most++;
        }
        for (int count = most; count >= (current.optional() ? 0 : 1); count--) {
            counts[parameter] = count;
            if (match(arguments, parameter + 1, argument + count, counts)) {
                return true;
            }
        }
        return false;
    }

    /** Names the first argument that no way of matching gets past. */
    private JsonataException mismatch(JsonNode[] arguments) {
        int good = 0;
        for (int i = 0; i < parameters.length; i++) {
            Parameter parameter = parameters[i];
            int next = good;
            while (next < arguments.length && accepts(i, arguments[next]) && (parameter.repeated() || next == good)) {
                next++;
            }
            if (next == good && !parameter.optional()) {
                break;
            }
            good = next;
        }
        JsonNode bad = good < arguments.length ? arguments[good] : Undefined.VALUE;
        return JsonataException.of("T0410", bad).with("index", good + 1);
    }

    private JsonNode[] distribute(JsonNode[] arguments, JsonNode context, int[] counts) {
        List<JsonNode> checked = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < counts.length; i++) {
            Parameter parameter = parameters[i];
            if (counts[i] == 0) {
                checked.add(parameter.context() ? contextFor(parameter, context, next) : at(arguments, next++));
            }
            for (int k = 0; k < counts[i]; k++) {
                JsonNode argument = arguments[next];
                // With several arguments for one parameter, their letters together are compared with the element type.
                char letter = letter(argument);
                char single = counts[i] > 1 && letter != 'a' && letter != 'm' ? '*' : letter;
                checked.add(parameter.array() ? array(parameter, argument, next, single) : argument);
                next++;
            }
        }
        return checked.toArray(new JsonNode[0]);
    }

    private static JsonNode at(JsonNode[] arguments, int index) {
        return index < arguments.length ? arguments[index] : Undefined.VALUE;
    }

    private static JsonNode contextFor(Parameter parameter, JsonNode context, int index) {
        JsonNode value = context instanceof Sequence sequence && sequence.wrapsInput() ? context.get(0) : context;
        if (parameter.types().indexOf(letter(context)) < 0) {
            throw JsonataException.of("T0411", value).with("index", index + 1);
        }
        return context;
    }

    private static JsonNode array(Parameter parameter, JsonNode argument, int index, char letter) {
        if (letter == 'm') {
            return argument;
        }
        String elements = parameter.elementTypes();
        if (elements != null && !hasElements(argument, elements, letter)) {
            throw JsonataException.of("T0412", argument)
                    .with("index", index + 1)
                    .with("type", plural(elements));
        }
        return argument.isArray() ? argument : Sequence.array(new ArrayList<>(List.of(argument)));
    }

    private static boolean hasElements(JsonNode argument, String elements, char letter) {
        if (!argument.isArray()) {
            return elements.equals(String.valueOf(letter));
        }
        for (int i = 0; i < argument.size(); i++) {
            if (elements.isEmpty() || letter(argument.get(i)) != elements.charAt(0)) {
                return false;
            }
        }
        return true;
    }

    private static String plural(@Nullable String elements) {
        return elements == null ? "" : ELEMENTS.getOrDefault(elements, elements);
    }
}
