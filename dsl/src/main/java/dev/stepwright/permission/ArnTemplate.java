package dev.stepwright.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ARNs of a kind of resource, with {@code ${Region}} and the like. Taken apart when it is used first, since few of the table ever are. */
final class ArnTemplate {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}]+)}");
    private static final Set<String> PLACES = Set.of("Partition", "Region", "Account");

    private final String text;
    private @Nullable Parts parts;

    ArnTemplate(String text) {
        this.text = text;
    }

    /**
     * What a template is made of.
     *
     * @param texts one before each variable, and one behind the last
     * @param variables the names of all
     * @param names those that are no places, which tell the resource
     * @param shape what any ARN of the kind matches
     */
    private record Parts(List<String> texts, List<String> variables, List<String> names, Pattern shape) {
        static Parts of(String template) {
            List<String> texts = new ArrayList<>();
            List<String> variables = new ArrayList<>();
            StringBuilder shape = new StringBuilder();
            int end = 0;
            Matcher variable = VARIABLE.matcher(template);
            while (variable.find()) {
                String before = template.substring(end, variable.start());
                texts.add(before);
                variables.add(variable.group(1));
                shape.append(Pattern.quote(before)).append(PLACES.contains(variable.group(1)) ? "[^:]*" : ".+");
                end = variable.end();
            }
            texts.add(template.substring(end));
            shape.append(Pattern.quote(template.substring(end)));
            List<String> names =
                    variables.stream().filter(name -> !PLACES.contains(name)).toList();
            return new Parts(texts, variables, names, Pattern.compile(shape.toString()));
        }
    }

    private Parts parts() {
        Parts known = parts;
        if (known == null) {
            known = Parts.of(text); // the same, whoever makes it first
            parts = known;
        }
        return known;
    }

    /** Returns the names of the variables that tell the resource: all but partition, region and account. */
    List<String> names() {
        return parts().names;
    }

    /** Returns whether a text is an ARN of the kind. */
    boolean matches(String arn) {
        return parts().shape.matcher(arn).matches();
    }

    /** Returns the ARN with values for all variables. */
    String filled(UnaryOperator<String> values) {
        List<String> texts = parts().texts;
        List<String> variables = parts().variables;
        StringBuilder arn = new StringBuilder(texts.get(0));
        for (int i = 0; i < variables.size(); i++) {
            arn.append(values.apply(variables.get(i))).append(texts.get(i + 1));
        }
        return arn.toString();
    }
}
