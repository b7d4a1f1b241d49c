package dev.stepwright.asl.template;

import dev.stepwright.asl.template.TerraformFile.Located;
import dev.stepwright.hcl.HclBody;
import dev.stepwright.hcl.HclBody.Block;
import dev.stepwright.hcl.HclExpression;
import dev.stepwright.hcl.HclSyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Source of Terraform, and its state machines.
 *
 * @param given values by what refers to them: {@code var.stage}
 */
record TerraformSource(TerraformFile file, HclBody body, Map<String, String> given) {
    /** A module of the registry that most use. */
    static final String MODULE = "terraform-aws-modules/step-functions/aws";

    private static final Pattern WORDS =
            Pattern.compile(String.join("|", TerraformMachine.TYPE, MODULE, "StartAt", TerraformMachine.FILE));

    static Definitions read(Path path, String text, Map<String, String> given) throws IOException {
        Template.Found found = new Template.Found(Map.of(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try {
            new TerraformSource(new TerraformFile(path, text, null), HclBody.parse(text), given).addTo(found);
        } catch (HclSyntaxException e) {
            found.problems().add(unread(e));
        }
        return new Definitions(path, text, found.machines(), found.problems(), found.broken());
    }

    private static TemplateProblem unread(HclSyntaxException e) {
        return TemplateProblem.of(TemplateRule.NO_HCL, e.position(), e.problem());
    }

    private void addTo(Template.Found found) throws IOException {
        List<Block> machines = machines(file, body).toList();
        if (machines.isEmpty()) {
            throw new IllegalArgumentException(
                    "this Terraform source has no resource of type " + TerraformMachine.TYPE);
        }
        TerraformModule module = TerraformModule.of(file, body);
        TerraformValues written = TerraformValues.written(module);
        TerraformValues known = TerraformValues.known(module, given);
        for (Block block : machines) {
            new TerraformMachine(file, block, written, known).addTo(found);
        }
    }

    /** Returns whether a text is source that declares a machine. */
    static boolean hasMachines(String text) {
        if (!WORDS.matcher(text).find()) {
            return false;
        }
        try {
            return machines(new TerraformFile(Path.of(""), text, null), HclBody.parse(text))
                    .findAny()
                    .isPresent();
        } catch (HclSyntaxException e) {
            return text.contains("resource \"" + TerraformMachine.TYPE + "\"");
        }
    }

    private static Stream<Block> machines(TerraformFile file, HclBody body) {
        return Stream.concat(
                body.blocks("resource", TerraformMachine.TYPE)
                        .filter(block -> block.labels().size() == 2),
                body.blocks("module")
                        .filter(block -> block.labels().size() == 1)
                        .filter(block -> isOfRegistry(block)
                                || TerraformMachine.definitionFor(file, block, value -> local(value, body))
                                        .isPresent()));
    }

    /** Returns the value of a local of the same file, and else the expression itself. */
    private static Located local(Located value, HclBody body) {
        if (!(value.value() instanceof HclExpression.Reference name)
                || name.steps().size() != 2
                || !name.steps().get(0).equals("local")) {
            return value;
        }
        Optional<HclExpression> local = body.blocks("locals")
                .flatMap(block -> Stream.ofNullable(
                        block.body().attributes().get(name.steps().get(1))))
                .findFirst();
        return local.isPresent() ? value.with(local.get()) : value;
    }

    private static boolean isOfRegistry(Block module) {
        return module.body().attributes().get("source") instanceof HclExpression.Template source
                && source.constant().filter(MODULE::equals).isPresent();
    }
}
