package dev.stepwright.asl.template;

import dev.stepwright.hcl.HclExpression;
import dev.stepwright.hcl.HclExpression.Literal;
import dev.stepwright.hcl.HclExpression.Reference;
import dev.stepwright.hcl.HclExpression.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Values of Terraform that somebody gives.
 *
 * @param values by what refers to them: {@code var.stage}, or what CloudFormation calls them
 */
record TerraformGiven(TerraformModule module, Map<String, String> values) {
    private static final Pattern NUMBER_OR_BOOLEAN =
            Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?|true|false");

    /** What CloudFormation has other names for, which all who read definitions know. */
    private static final Map<String, Pattern> PSEUDO = Map.of(
            "AWS::Region", Pattern.compile("data\\.aws_region\\.\\w+\\.(name|region|id)"),
            "AWS::AccountId", Pattern.compile("data\\.aws_caller_identity\\.\\w+\\.account_id"),
            "AWS::Partition", Pattern.compile("data\\.aws_partition\\.\\w+\\.partition"));

    /** What is given without anybody giving it. */
    private static final Map<String, String> ALWAYS =
            Map.of("AWS::Partition", "aws", "path.module", ".", "path.root", ".", "path.cwd", ".");

    TerraformGiven {
        Map<String, String> all = new HashMap<>(ALWAYS);
        all.putAll(values);
        values = Map.copyOf(all);
    }

    /** Returns the value that a reference is to: of a variable that is no text, a number or a boolean. */
    Optional<HclExpression> of(Reference reference) {
        String text = reference.text();
        Optional<String> pseudo = PSEUDO.entrySet().stream()
                .filter(name -> name.getValue().matcher(text).matches())
                .map(Map.Entry::getKey)
                .findFirst();
        String value = values.getOrDefault(text, pseudo.map(values::get).orElse(null));
        if (value == null) {
            return Optional.empty();
        }
        boolean isText = pseudo.isPresent()
                || !NUMBER_OR_BOOLEAN.matcher(value).matches()
                || reference.steps().size() == 2
                        && module.isText(reference.steps().get(1));
        return Optional.of(isText ? Template.of(reference.at(), value) : new Literal(reference.at(), value));
    }
}
