package dev.stepwright.asl.template;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.BarePlaceholders;
import dev.stepwright.asl.template.Definitions.Broken;
import dev.stepwright.asl.template.Filling.Filled;
import dev.stepwright.asl.template.Template.Found;
import dev.stepwright.asl.template.TerraformFile.Located;
import dev.stepwright.asl.template.TerraformValues.Entry;
import dev.stepwright.hcl.HclExpression;
import dev.stepwright.hcl.HclExpression.Call;
import dev.stepwright.hcl.HclExpression.Part;
import dev.stepwright.hcl.HclExpression.Reference;
import dev.stepwright.hcl.HclExpression.Template;
import dev.stepwright.hcl.HclSyntaxException;
import dev.stepwright.json.Extract;
import dev.stepwright.json.FileProblems;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.Position;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonPointer;

/**
 * The definition of a state machine in source of Terraform, followed to where it is written.
 *
 * @param expression the machine's {@code definition}
 */
record TerraformDefinition(TerraformMachine machine, HclExpression expression, Found found) {
    /** @param isYaml whether the text that an expression comes to is decoded as YAML */
    void read(Located given, boolean isYaml) throws IOException {
        Located value = machine.written().resolved(given);
        Optional<Located> encoded = argument("jsonencode", value).map(machine.written()::resolved);
        Optional<Located> template = template(value);
        Optional<Located> path = argument("file", value).or(() -> argument("templatefile", value));
        if (encoded.isPresent()) {
            readEncoded(encoded.get());
        } else if (template.isPresent()) {
            read(template.get(), isYaml);
        } else if (path.isPresent()) {
            readFile(value, path.get(), isYaml);
        } else if (value.value() instanceof Template) {
            add(value, isYaml, TerraformText::rendered, List.of());
        } else {
            tellUnread(expression.at());
        }
    }

    private void readEncoded(Located value) throws IOException {
        Optional<Located> yaml = argument("yamldecode", value);
        Optional<Located> decoded = argument("jsondecode", value).or(() -> yaml);
        if (decoded.isPresent()) {
            read(decoded.get(), yaml.isPresent());
        } else {
            add(value, false, TerraformText::encoded, List.of());
        }
    }

    private static Optional<Located> argument(String function, Located value) {
        return TerraformValues.call(function, value)
                .filter(call -> !call.arguments().isEmpty())
                .map(call -> value.with(call.arguments().get(0)));
    }

    private Optional<Located> template(Located value) {
        return value.value() instanceof Reference reference
                        && reference.text().matches("data\\.template_file\\.[\\w-]+\\.rendered")
                ? machine.written().module().template(reference.steps().get(2))
                : Optional.empty();
    }

    private void readFile(Located call, Located path, boolean isYaml) throws IOException {
        Optional<String> name = machine.known().constant(path);
        if (name.isEmpty()) {
            tellUnread(expression.at());
            return;
        }
        try {
            Path file = machine.file().path().resolveSibling(name.get()).normalize();
            readFile(file, ((Call) call.value()).arguments(), call, isYaml);
        } catch (InvalidPathException e) {
            tellMissing(path, "\"" + name.get() + "\" is not a file path: " + e.getReason(), Optional.empty());
        }
    }

    private void readFile(Path file, List<HclExpression> arguments, Located call, boolean isYaml) throws IOException {
        try {
            if (arguments.size() == 1) {
                AslDocument document = AslDocument.read(file);
                Map<String, String> words = machine.known().given();
                add(document, Filling.ofFile(document, words), Map.of(), unfilled(document, words.keySet()));
            } else {
                readTemplate(file, call.with(arguments.get(1)), isYaml);
            }
        } catch (JsonSyntaxException e) {
            found.broken().add(new Broken(file, e));
        } catch (HclSyntaxException e) {
            String message = "the template " + file + ":" + e.position() + " cannot be read: " + e.problem();
            found.problems()
                    .add(machine.problem(TemplateRule.NO_HCL, arguments.get(0).at(), message));
        } catch (IOException e) {
            tellMissing(call.with(arguments.get(0)), FileProblems.unread(file, e), Optional.of(file));
        }
    }

    /** A colon is in names of IAM: {@code aws:username}. */
    private static List<TemplateProblem> unfilled(AslDocument document, Set<String> filled) {
        return new UnfilledPlaceholders(
                        document,
                        name -> !name.contains(":"),
                        "file gives the placeholder \"${%s}\" no value; call templatefile with its values"::formatted)
                .problems(filled);
    }

    private void readTemplate(Path path, Located variables, boolean isYaml) throws IOException {
        Map<String, Located> values = machine.known().values(variables);
        TerraformFile file = new TerraformFile(path, Extract.of(path).text(), values);
        Template template = Template.parse(file.text());
        List<TemplateProblem> problems = machine.known()
                .entries(variables)
                .map(entries -> substitutions(file, template, values.keySet(), entries.values()))
                .orElse(List.of());
        add(new Located(file, template), isYaml, TerraformText::rendered, problems);
    }

    /** Returns which variables of a template have no value, and which values it does not use. */
    private List<TemplateProblem> substitutions(
            TerraformFile file, Template template, Set<String> values, Collection<Entry> entries) {
        Map<String, TemplateProblem> missing = new LinkedHashMap<>();
        for (Part part : template.parts()) {
            if (part instanceof Part.Interpolation inner
                    && inner.value() instanceof Reference reference
                    && !values.contains(reference.steps().get(0))) {
                missing.computeIfAbsent(
                        reference.steps().get(0),
                        name -> TemplateProblem.of(
                                TemplateRule.NO_SUBSTITUTION,
                                JsonDocument.position(file.text(), part.at()),
                                "templatefile gives the placeholder \"${%s}\" no value; add %s to its values%s, or write $${%s} for literal text"
                                        .formatted(
                                                name,
                                                name,
                                                values.isEmpty() ? "" : ", which are " + String.join(", ", values),
                                                name)));
            }
        }
        List<TemplateProblem> problems = new ArrayList<>(missing.values());
        for (Entry entry : entries) {
            String name = machine.known().constant(entry.name()).orElse("");
            if (!file.text().contains(name) && entry.name().isIn(machine.file())) {
                problems.add(machine.problem(
                        TemplateRule.UNUSED_SUBSTITUTION,
                        entry.name().value().at(),
                        "the template has no ${%s}, so this value has no effect; remove it, or add the placeholder"
                                .formatted(name)));
            }
        }
        return problems;
    }

    private void add(
            Located value, boolean isYaml, Function<TerraformText, Extract> text, List<TemplateProblem> problems) {
        if (value.value() instanceof Template template && template.hasDirectives()) {
            tellUnread(expression.at());
            return;
        }
        String name = value.file().path().toString();
        TerraformText ofWritten = new TerraformText(machine.written(), value);
        TerraformText ofKnown = new TerraformText(machine.known(), value);
        try {
            AslDocument document = AslDocument.of(name, parsed(text.apply(ofWritten), isYaml));
            if (value.file().variables() == null && value.isIn(machine.file())) {
                ofWritten.lone().forEach(this::tellLone);
            }
            Filled filled = Filling.read(document, () -> parsed(text.apply(ofKnown), isYaml));
            Map<String, String> machines = new HashMap<>(ofKnown.machines());
            machines.putAll(ofWritten.machines());
            add(document, filled, machines, problems);
        } catch (JsonSyntaxException e) {
            found.broken().add(new Broken(value.file().path(), e));
        }
    }

    private static JsonDocument parsed(Extract text, boolean isYaml) {
        return isYaml ? text.parseYaml() : BarePlaceholders.parse(text);
    }

    private void add(
            AslDocument document, Filled filled, Map<String, String> machines, List<TemplateProblem> problems) {
        Optional<JsonPointer> unknown = UnknownStructure.in(filled.document().root());
        if (unknown.isEmpty()) {
            found.machines().add(machine.placed(document, filled, machines, problems));
        } else if (document.name().equals(machine.file().path().toString())) {
            tellUnread(filled.document().position(unknown.get()));
        } else {
            tellUnread(expression.at());
        }
    }

    private void tellLone(Reference name) {
        String message = "%s refers to nothing; for a text write \"%s\"".formatted(name.text(), name.text());
        found.problems().add(machine.problem(TemplateRule.UNKNOWN_NAME, name.at(), message));
    }

    private void tellUnread(int at) {
        tellUnread(JsonDocument.position(machine.file().text(), at));
    }

    private void tellUnread(Position at) {
        String message =
                "the definition of %s is not checked, because only Terraform knows this value; check the output of terraform show -json for a plan"
                        .formatted(machine.address());
        found.problems().add(TemplateProblem.of(TemplateRule.ELSEWHERE, at, message));
    }

    /** What other paths than those from the module count from, only who runs Terraform knows. */
    private void tellMissing(Located path, String reason, Optional<Path> missing) {
        boolean isOfModule = path.value() instanceof Template template
                && template.parts().stream()
                        .anyMatch(part -> part instanceof Part.Interpolation inner
                                && inner.value().text().equals("path.module"));
        found.problems()
                .add(new TemplateProblem(
                        isOfModule ? TemplateRule.NO_DEFINITION : TemplateRule.ELSEWHERE,
                        JsonPointer.empty(),
                        JsonDocument.position(
                                machine.file().text(), (path.isIn(machine.file()) ? path.value() : expression).at()),
                        "the definition of " + machine.address() + " is missing: " + reason
                                + (isOfModule
                                        ? ""
                                        : "; for a path relative to this file, write ${path.module}/ before it"),
                        missing));
    }
}
