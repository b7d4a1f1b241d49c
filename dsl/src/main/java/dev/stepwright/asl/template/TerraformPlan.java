package dev.stepwright.asl.template;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.Extract;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What {@code terraform show -json} prints of a plan or a state, and its state machines.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">JSON output format</a>
 */
record TerraformPlan(Path file, JsonDocument document) {
    static boolean is(JsonNode root) {
        return root.has("terraform_version") && (root.has("planned_values") || root.has("values"));
    }

    Definitions definitions() {
        List<PlacedDefinition> machines = new ArrayList<>();
        List<TemplateProblem> problems = new ArrayList<>();
        List<Definitions.Broken> broken = new ArrayList<>();
        for (JsonPointer resource : resources()) {
            JsonPointer definition = resource.append(JsonPointer.compile("/values/definition"));
            if (!document.root().at(definition).isString()) {
                problems.add(
                        TemplateProblem.of(
                                TemplateRule.ELSEWHERE,
                                document.position(resource),
                                "the definition of " + address(resource)
                                        + " is known only after apply and is not checked; check the output of terraform show -json afterwards"));
                continue;
            }
            try {
                machines.add(machine(resource, definition));
            } catch (JsonSyntaxException e) {
                broken.add(new Definitions.Broken(file, e));
            }
        }
        if (machines.isEmpty() && problems.isEmpty() && broken.isEmpty()) {
            throw new IllegalArgumentException("this Terraform plan has no resource of type " + TerraformMachine.TYPE);
        }
        return new Definitions(file, document.text(), machines, problems, broken);
    }

    private String address(JsonPointer resource) {
        return document.root().at(resource).path("address").asString(TerraformMachine.TYPE);
    }

    private PlacedDefinition machine(JsonPointer resource, JsonPointer definition) {
        JsonNode values = document.root().at(resource).path("values");
        String address = address(resource);
        String name = PlacedDefinition.name(values.path("name")
                .asString(address.replaceAll("module\\.|" + TerraformMachine.TYPE + "\\.", "")
                        .replaceAll("\\W+", "-")
                        .replaceAll("^-|-$", "")));
        Extract text = new Extract(document, definition);
        text.add(definition, 0, document.root().at(definition).stringValue().length());
        AslDocument read = AslDocument.of(file.toString(), text.parse());
        return new PlacedDefinition(
                Optional.of(address),
                name,
                PlacedDefinition.home(file, name),
                read,
                read,
                values.path("type").asString("").equals("EXPRESS"),
                Map.of(),
                List.of());
    }

    private List<JsonPointer> resources() {
        List<JsonPointer> found = new ArrayList<>();
        String values = document.root().has("planned_values") ? "/planned_values" : "/values";
        addResources(JsonPointer.compile(values + "/root_module"), found);
        return found;
    }

    private void addResources(JsonPointer module, List<JsonPointer> found) {
        JsonNode resources = document.root().at(module).path("resources");
        for (int i = 0; i < resources.size(); i++) {
            JsonNode resource = resources.path(i);
            boolean isData = resource.path("mode").asString("").equals("data");
            if (!isData && resource.path("type").asString("").equals(TerraformMachine.TYPE)) {
                found.add(module.appendProperty("resources").appendIndex(i));
            }
        }
        int modules = document.root().at(module).path("child_modules").size();
        for (int i = 0; i < modules; i++) {
            addResources(module.appendProperty("child_modules").appendIndex(i), found);
        }
    }
}
