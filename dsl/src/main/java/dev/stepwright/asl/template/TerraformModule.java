package dev.stepwright.asl.template;

import dev.stepwright.asl.template.TerraformFile.Located;
import dev.stepwright.hcl.HclBody;
import dev.stepwright.hcl.HclBody.Block;
import dev.stepwright.hcl.HclExpression;
import dev.stepwright.hcl.HclExpression.Call;
import dev.stepwright.hcl.HclExpression.ObjectValue;
import dev.stepwright.hcl.HclSyntaxException;
import dev.stepwright.json.Extract;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the files of one folder declare together, as Terraform takes them. */
final class TerraformModule {
    private final Map<String, Located> locals = new HashMap<>();
    private final Map<String, Variable> variables = new HashMap<>();
    private final Map<String, Located> templates = new HashMap<>();
    private final Map<String, String> machines = new HashMap<>();

    private record Variable(TerraformFile file, Map<String, HclExpression> attributes) {
        boolean says(String attribute, String word) {
            return attributes.containsKey(attribute)
                    && attributes.get(attribute).text().equals(word);
        }
    }

    /** Reads what is in a file and in those beside it; one of these that is broken is left out, for it is told where it is read itself. */
    static TerraformModule of(TerraformFile file, HclBody body) throws IOException {
        TerraformModule module = new TerraformModule();
        Path folder = Objects.requireNonNullElse(file.path().getParent(), Path.of(""));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path other : files.filter(Definitions::isTerraform).sorted().toList()) {
                if (!other.equals(file.path())) {
                    module.addOther(other);
                }
            }
        }
        module.add(file, body);
        return module;
    }

    private void addOther(Path path) throws IOException {
        try {
            String text = Extract.of(path).text();
            add(new TerraformFile(path, text, null), HclBody.parse(text));
        } catch (HclSyntaxException | JsonSyntaxException e) {
            return;
        }
    }

    private void add(TerraformFile file, HclBody body) {
        body.blocks("locals")
                .forEach(block ->
                        block.body().attributes().forEach((name, value) -> locals.put(name, new Located(file, value))));
        body.blocks("variable")
                .filter(block -> block.labels().size() == 1)
                .forEach(block -> variables.put(
                        block.labels().get(0), new Variable(file, block.body().attributes())));
        body.blocks("data", "template_file")
                .filter(block -> block.labels().size() == 2)
                .forEach(block -> template(block)
                        .ifPresent(call -> templates.put(block.labels().get(1), new Located(file, call))));
        body.blocks("resource", TerraformMachine.TYPE)
                .filter(block -> block.labels().size() == 2)
                .forEach(block -> machines.put(block.labels().get(1), TerraformMachine.name(block)));
    }

    /** What was written before there was {@code templatefile} is the same as a call of it. */
    private static Optional<HclExpression> template(Block block) {
        HclExpression vars = block.body().attributes().getOrDefault("vars", new ObjectValue(block.at(), List.of()));
        return block.body().attributes().get("template") instanceof Call file
                        && file.function().equals("file")
                        && file.arguments().size() == 1
                ? Optional.of(new Call(
                        file.at(),
                        file.text(),
                        "templatefile",
                        List.of(file.arguments().get(0), vars)))
                : Optional.empty();
    }

    Optional<Located> local(String name) {
        return Optional.ofNullable(locals.get(name));
    }

    /** Returns what {@code data.template_file.NAME.rendered} calls. */
    Optional<Located> template(String name) {
        return Optional.ofNullable(templates.get(name));
    }

    /** Returns the default of a variable; empty if there is none, or one that nobody is to see. */
    Optional<Located> defaultOf(String variable) {
        return Optional.ofNullable(variables.get(variable))
                .filter(declared -> !declared.says("sensitive", "true"))
                .flatMap(declared -> Optional.ofNullable(declared.attributes().get("default"))
                        .map(value -> new Located(declared.file(), value)));
    }

    /** Returns whether a variable has texts as values, even if they are those of numbers. */
    boolean isText(String variable) {
        return Optional.ofNullable(variables.get(variable))
                .filter(declared -> declared.says("type", "string"))
                .isPresent();
    }

    /** Returns whether the type of a variable is one of which no value is a text. */
    boolean isNoText(String variable) {
        return Optional.ofNullable(variables.get(variable))
                .map(declared -> declared.attributes().get("type"))
                .map(HclExpression::text)
                .filter(type -> type.matches("(?s)(number|bool|(list|set|map|object|tuple)\\b.*)"))
                .isPresent();
    }

    /** Returns the name of the machine that a resource of the module is. */
    Optional<String> machine(String resource) {
        return Optional.ofNullable(machines.get(resource));
    }
}
