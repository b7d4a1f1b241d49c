package dev.stepwright.asl.template;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.template.Filling.Filled;
import dev.stepwright.asl.template.Template.Found;
import dev.stepwright.asl.template.TerraformFile.Located;
import dev.stepwright.hcl.HclBody.Block;
import dev.stepwright.hcl.HclExpression;
import dev.stepwright.hcl.HclExpression.Call;
import dev.stepwright.hcl.HclExpression.ObjectValue;
import dev.stepwright.hcl.HclExpression.Part;
import dev.stepwright.hcl.HclExpression.Template;
import dev.stepwright.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A state machine in source of Terraform.
 *
 * @param written what is known of its module without variables
 * @param known what is known of it with them
 */
record TerraformMachine(TerraformFile file, Block block, TerraformValues written, TerraformValues known) {
    static final String TYPE = "aws_sfn_state_machine";

    /** How the name of a file with a definition ends, as a regular expression. */
    static final String FILE = "\\.asl\\.(json|ya?ml)";

    /** How many calls a definition is looked for in, one within the other; a local may lead back to itself. */
    private static final int MOST_CALLS = 20;

    /** Returns the name that a block gives its machine as plain text, else that of the block. */
    static String name(Block block) {
        String label = block.labels().get(block.labels().size() - 1);
        return block.body().attributes().get("name") instanceof Template name
                ? PlacedDefinition.name(name.constant().orElse(label))
                : label;
    }

    String address() {
        return (block.type().equals("resource") ? "" : block.type() + ".") + String.join(".", block.labels());
    }

    private boolean isExpress() {
        HclExpression type = block.body().attributes().get("type");
        return type != null
                && known.constant(new Located(file, type))
                        .filter("EXPRESS"::equals)
                        .isPresent();
    }

    /**
     * Returns what a module is given as a definition, by whatever name: an object with states that is encoded, a text that begins as one, or
     * a file that is called as definitions are.
     *
     * @param known what an expression comes to
     */
    static Optional<HclExpression> definitionFor(TerraformFile file, Block module, UnaryOperator<Located> known) {
        return module.body().attributes().values().stream()
                .filter(value -> isDefinition(new Located(file, value), known, MOST_CALLS))
                .findFirst();
    }

    private static boolean isDefinition(Located written, UnaryOperator<Located> known, int calls) {
        Located value = known.apply(written);
        if (value.value() instanceof Call call && !call.arguments().isEmpty() && calls > 0) {
            Located argument = known.apply(value.with(call.arguments().get(0)));
            return switch (call.function()) {
                case "jsonencode" ->
                    argument.value() instanceof ObjectValue object && isDefinition(object)
                            || argument.value() instanceof Call && isDefinition(argument, known, calls - 1);
                case "jsondecode", "yamldecode" -> isDefinition(argument, known, calls - 1);
                case "file", "templatefile" ->
                    argument.value() instanceof Template path && words(path).matches(".*" + FILE);
                default -> false;
            };
        }
        return value.value() instanceof Template text && isDefinition(words(text));
    }

    private static boolean isDefinition(ObjectValue object) {
        return object.members().stream()
                .map(member -> name(member.name()))
                .toList()
                .containsAll(List.of("StartAt", "States"));
    }

    private static boolean isDefinition(String text) {
        return text.stripLeading().startsWith("{") && text.contains("\"StartAt\"") && text.contains("\"States\"");
    }

    /** Returns a text without what is filled in. */
    private static String words(Template text) {
        return text.parts().stream()
                .map(part -> part instanceof Part.Text words ? words.text() : "")
                .collect(Collectors.joining());
    }

    private static String name(HclExpression name) {
        return name instanceof Template text ? text.constant().orElse("") : name.text();
    }

    /** Adds the machine, or why its definition cannot be read. */
    void addTo(Found found) throws IOException {
        HclExpression definition = definitionFor(file, block, written::resolved)
                .orElse(block.body().attributes().get("definition"));
        if (definition == null) {
            String message = "the state machine %s has no definition; add one, such as definition = jsonencode({...})"
                    .formatted(address());
            found.problems().add(problem(TemplateRule.NO_DEFINITION, block.at(), message));
            return;
        }
        new TerraformDefinition(this, definition, found).read(new Located(file, definition), false);
    }

    /** Returns the machine with its definition, in whatever file that is. */
    PlacedDefinition placed(
            AslDocument document, Filled filled, Map<String, String> machines, List<TemplateProblem> problems) {
        Path own = Path.of(document.name());
        List<TemplateProblem> all = new ArrayList<>(problems);
        filled.problem().ifPresent(all::add);
        return new PlacedDefinition(
                Optional.of(address()),
                name(block),
                own.equals(file.path()) ? PlacedDefinition.home(own, name(block)) : own,
                document,
                filled.document(),
                isExpress(),
                machines,
                all);
    }

    TemplateProblem problem(TemplateRule rule, int at, String message) {
        return TemplateProblem.of(rule, JsonDocument.position(file.text(), at), message);
    }
}
